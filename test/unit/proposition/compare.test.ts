/** How what a draft says stands to what a source says, verb by verb. */
import { expect, test } from "vitest";
import { comparePredicates, compareStandings } from "../../../server/src/kinds/proposition/compare.ts";
import { readPredicates } from "../../../server/src/kinds/proposition/read.ts";
import { rewordPredicate } from "../../../server/src/kinds/proposition/word.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

function lastVerb(text: string) {
  const tokens = tokenize(text);
  const predicate = readPredicates(tokens)
    .filter(({ form }) => form === "verb")
    .at(-1)!;
  return { text, tokens, predicate };
}

test.each([
  ["The board decided.", "The board has yet to decide.", "conflicts"],
  ["The board concluded.", "The board has not reached a conclusion.", "conflicts"],
  ["A decision was taken.", "No decision was taken.", "conflicts"],
  ["Boats keep their access.", "Boats have no access.", "conflicts"],
  ["The chair confirmed it.", "The chair rejected it.", "conflicts"],
  ["The firm has lodged an appeal.", "It has not lodged one.", "conflicts"],
  ["The board has taken a decision.", "The board decided.", "agrees"],
  ["The board cannot promise it.", "The board can not promise it.", "agrees"],
  ["The port intends to sue.", "The port has not sued.", "unrelated"],
  ["The port could reopen it.", "The port has no plans to reopen it.", "unrelated"],
])("%s / %s", (draft, source, relation) => {
  expect(comparePredicates(lastVerb(draft).predicate, lastVerb(source).predicate).relation).toBe(relation);
});

test.each([
  ["The board has yet to vote.", "The board voted.", "The board has voted."],
  ["The board did not vote.", "The board voted.", "The board voted."],
  ["The board voted.", "The board has yet to vote.", "The board did not vote."],
  ["The toll rose.", "The toll fell.", "The toll fell."],
])("%s → %s", (draft, source, expected) => {
  const claim = lastVerb(draft);
  const fact = lastVerb(source);
  const { difference } = comparePredicates(claim.predicate, fact.predicate);
  const change = rewordPredicate(claim, fact, difference)!;
  expect(draft.slice(0, change.span.start) + change.newText + draft.slice(change.span.end)).toBe(expected);
});

test.each([
  ["The bank has paid the money.", "The money has not been disbursed.", "conflicts", "polarity"],
  ["A third round will follow.", "A third round may be held.", "conflicts", "certainty"],
  ["The owners struck.", "The owners took part.", "agrees", "none"],
  ["The owners may join.", "The owners took part.", "unrelated", "none"],
  ["The yard will hire.", "The yard is planning to open.", "unrelated", "none"],
  ["The yard keeps its crane.", "The yard has not withdrawn it.", "unrelated", "none"],
  ["The money has not been disbursed.", "The bank has paid the money.", "unrelated", "none"],
])("other verbs, were they said of one thing: %s / %s", (draft, source, relation, difference) => {
  const standing = compareStandings(lastPredicate(draft), lastPredicate(source));
  expect(standing).toMatchObject({ relation, difference });
});

function lastPredicate(text: string) {
  return readPredicates(tokenize(text))
    .filter(({ form, lemma }) => form === "complement" || (form === "verb" && lemma !== "be"))
    .at(-1)!;
}
