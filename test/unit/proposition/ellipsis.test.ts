/** Auxiliaries that stand for a verb said before: what they mean, of whom, and whether it is so. */
import { expect, test } from "vitest";
import { readPredicates } from "../../../server/src/kinds/proposition/read.ts";
import type { Predicate } from "../../../server/src/kinds/proposition/types.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

function lastVerb(sentence: string): Predicate & { readonly who: string | null } {
  const tokens = tokenize(sentence);
  const found = readPredicates(tokens)
    .filter(({ form }) => form === "verb")
    .at(-1)!;
  const { subject } = found;
  return {
    ...found,
    who: subject && sentence.slice(tokens[subject.start]!.start, tokens[subject.end - 1]!.end),
  };
}

test.each([
  ["The pilots got no pension; neither did Orlund.", "pension", -1, "Orlund"],
  ["The union has agreed to that, and so has Orlund.", "agree", 1, "Orlund"],
  ["The ferry called at Lund, and the mail boat did not.", "call", -1, "the mail boat"],
  ["Of the tugs, the Ada sailed but the Bea did not.", "sail", -1, null],
])("%s", (sentence, meaning, polarity, who) => {
  const verb = lastVerb(sentence);
  expect(verb).toMatchObject({ meaning, polarity, bare: false });
  if (who !== null) expect(verb.who).toBe(who);
});

test.each([
  ["He did.", 1],
  ["That was wrong and is hereby put right: none were.", -1],
])("has no verb of its own to stand for: %s", (sentence, polarity) => {
  expect(lastVerb(sentence)).toMatchObject({ bare: true, polarity });
});

test.each([
  "The boat is in the harbour.",
  "The boat is old.",
  "The crew has a cook.",
  "The house passed it, but the senate has yet to vote.",
  "The crew was, for once, paid.",
])("stands for itself: %s", (sentence) => {
  expect(lastVerb(sentence).bare).toBe(false);
});
