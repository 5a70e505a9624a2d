/** What sentences say and deny: one verb of each is looked at, with its polarity, mood and subject. */
import { describe, expect, test } from "vitest";
import { readPredicates } from "../../../server/src/kinds/proposition/read.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

function verb(sentence: string, lemma: string) {
  const tokens = tokenize(sentence);
  const found = readPredicates(tokens).find((one) => one.form === "verb" && one.lemma === lemma);
  if (!found) throw new Error(`no verb "${lemma}" in: ${sentence}`);
  const { subject } = found;
  const words = subject && sentence.slice(tokens[subject.start]!.start, tokens[subject.end - 1]!.end);
  return { ...found, subject: words };
}

describe("denied", () => {
  test.each([
    ["Nor was it settled whether ferries may call at night.", "settle"],
    ["The harbour law does not let the museums sell their boats.", "sell"],
    ["The board has yet to vote.", "vote"],
    ["The breakwater is still to be built.", "build"],
    ["The wreck remains to be raised.", "raise"],
    ["The crossing was quick, delays not being counted.", "count"],
    ["They repeat that no skipper's widow may be charged.", "charge"],
    ["The clerk said no hearing had been scheduled.", "schedule"],
    ["The mayor had no vote and used her time to say that nobody in her office had asked for it.", "ask"],
    ["The firm refused to sign.", "sign"],
    ["It is not true that tolls will rise.", "rise"],
  ])("%s", (sentence, lemma) => {
    expect(verb(sentence, lemma).polarity).toBe(-1);
  });
});

describe("not denied", () => {
  test.each([
    ["The season closes no later than March.", "close"],
    ["The line pays no more than its share.", "pay"],
    ["Nothing as large had sailed before the war.", "sail"],
    ["No skipper was punished for rescuing swimmers.", "rescue"],
    ["The clerk said no hearing had been scheduled.", "say"],
    ["The mayor had no vote and used her time to rest.", "use"],
    ["The board was not satisfied that the trips that he took were gifts.", "take"],
    ["The port does not support that claim and publishes figures.", "publish"],
  ])("%s", (sentence, lemma) => {
    expect(verb(sentence, lemma).polarity).toBe(1);
  });
});

describe("mood", () => {
  test.each([
    ["Rumour has it that the yard is to close.", "close", "supposed"],
    ["An allegation that the yard had dumped oil was looked into.", "dump", "supposed"],
    ["A report in a newspaper that crews would be flown home was false.", "fly", "supposed"],
    ["The paper sets out what the inquiry found.", "find", "supposed"],
    ["Fees are not among the things that she has been asked about.", "ask", "supposed"],
    ["The yard is considering whether to take the state to court.", "take", "intended"],
    ["The ministry proposed grants for yards that have hired crews.", "hire", "asserted"],
    ["I can tell you that the port pays its pilots.", "pay", "asserted"],
    ["I cannot promise it.", "promise", "asserted"],
    ["The fee may rise.", "rise", "possible"],
  ])("%s", (sentence, lemma, mood) => {
    expect(verb(sentence, lemma).mood).toBe(mood);
  });
});

describe("subjects", () => {
  test.each([
    ["The union, which had asked for more, did not join the march.", "join", "The union"],
    ["The skippers of Holm, who joined the march, got nothing.", "join", "The skippers of Holm"],
    ["The price fell and then rose.", "rise", "The price"],
    ["In May, the port said that the toll had fallen.", "fall", "the toll"],
    ["The port, without naming anyone, asked for calm.", "ask", "The port"],
    ["Ada Brek, the harbour's chair, said so.", "say", "Ada Brek, the harbour's chair,"],
  ])("%s", (sentence, lemma, subject) => {
    expect(verb(sentence, lemma).subject).toBe(subject);
  });
});

describe("what a light verb is about", () => {
  test.each([
    ["A decision has been taken.", "take", "decision"],
    ["The port has not reached a conclusion.", "reach", "conclusion"],
    ["Boats from abroad have no access.", "have", "access"],
    ["The port has raised the toll.", "raise", "raise"],
    ["The firm has fined a skipper.", "fine", "fine"],
  ])("%s", (sentence, lemma, meaning) => {
    expect(verb(sentence, lemma).meaning).toBe(meaning);
  });
});
