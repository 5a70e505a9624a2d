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
    ["Asked whether the fee would rise, she said no.", "rise"],
    ["The board takes no view on whether the fee should rise.", "take"],
    ["The pilots refused the request that a tug be sent.", "send"],
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
    ["The levy should keep the harbour from silting up.", "silt"],
    ["The firm was unable to pay.", "pay"],
    ["It is not true that tolls will rise.", "rise"],
    ["The toll would no longer apply at night.", "apply"],
    ["Skippers already retired gain nothing.", "gain"],
    ["The guild abstained; no member voted against.", "vote"],
    ["The fund, which pays when claims exceed a million, was not used.", "use"],
    ["The mayor promised nothing beyond a look at it once the year has passed.", "promise"],
    ["The levy was not to be raised before the summer.", "raise"],
    ["Nowhere was the limit for silt exceeded.", "exceed"],
    ["Not a trace of oil was found.", "find"],
    ["The mayor turned down a request by the pilots to cut the fee.", "cut"],
  ])("%s", (sentence, lemma) => {
    expect(verb(sentence, lemma).polarity).toBe(-1);
  });
});

describe("not denied", () => {
  test.each([
    ["A No would close the yard at once.", "close"],
    ["Asked whether the fee would rise, she said yes.", "rise"],
    ["Asked whether the fee would rise, she said no one knew.", "rise"],
    ["The season closes no later than March.", "close"],
    ["The line pays no more than its share.", "pay"],
    ["Nothing as large had sailed before the war.", "sail"],
    ["No skipper was punished for rescuing swimmers.", "rescue"],
    ["The clerk said no hearing had been scheduled.", "say"],
    ["The mayor had no vote and used her time to rest.", "use"],
    ["The board was not satisfied that the trips that he took were gifts.", "take"],
    ["The port does not support that claim and publishes figures.", "publish"],
    ["The berth is not free: 2 percent a year, to be paid by the owner.", "pay"],
    ["The pilots see no harm in it, though they regret the delay.", "regret"],
    ["The bank saw no losses and the owners have paid.", "pay"],
    ["The port will pay no fees to brokers that also charge shippers.", "charge"],
    ["Not a few skippers left.", "leave"],
    ["Skippers may write to the port and, failing that, go to court.", "go"],
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
    ["The mayor would have the towns pay.", "pay", "intended"],
    ["The mayor wants the bill sent back.", "send", "intended"],
    ["The auditors would like it proved.", "prove", "intended"],
    ["The towns would have to pay.", "pay", "asserted"],
    ["The fee is likely to rise.", "rise", "possible"],
    ["Crews should be paid.", "pay", "intended"],
    ["The mayor's idea that crews be flown home was dropped.", "fly", "supposed"],
    ["The appeal is expected to be launched in May.", "launch", "intended"],
    ["The bridge is to open in May.", "open", "intended"],
    ["The bridge is due to open in May.", "open", "intended"],
    ["Asked whether the fee would rise, she said that it was for the board.", "rise", "possible"],
    ["She would not say whether the fee had risen.", "rise", "possible"],
    ["A request by the pilots to lengthen the season is being looked at.", "lengthen", "intended"],
    ["The mayor will propose to the council that the fee be lowered.", "lower", "intended"],
    ["The crew was told to be paid on Friday.", "tell", "asserted"],
    ["Before the strike, the fee was raised.", "raise", "asserted"],
    ["Until now the fee was waived.", "waive", "asserted"],
    ["Before it was raised, the fee was low.", "raise", "supposed"],
    ["If, before the strike, the fee was raised, nobody knew.", "raise", "supposed"],
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

describe("what a verb is about", () => {
  test.each([
    ["The company has taken the county to court.", "take", "sue"],
    ["The company has not gone to court.", "go", "sue"],
    ["It was put to the vote.", "put", "vote"],
    ["The council means to bring the act into force in May.", "bring", "force"],
    ["The yard took a decision.", "take", "decision"],
    ["The chair ruled out a merger.", "rule", "exclude"],
    ["The pilots will not take part in the strike.", "take", "participate"],
  ])("%s", (sentence, lemma, meaning) => {
    expect(verb(sentence, lemma).meaning).toBe(meaning);
  });
});

describe("verbs that the tagger takes for something else", () => {
  test.each([
    ["The ministry disputes the auditors' figure for a new quay.", "dispute"],
    ["It would close the yard at once.", "close"],
  ])("%s", (sentence, lemma) => {
    expect(verb(sentence, lemma).polarity).toBe(1);
  });

  test("a noun before an article stays one where the sentence has its verb", () => {
    expect(() => verb("Of all their disputes the last was the longest.", "dispute")).toThrow();
  });
});

test("an infinitive right behind its verb has that verb's subject", () => {
  expect(verb("The appeal is expected to be launched in May.", "launch").subject).toBe("The appeal");
  expect(verb("The board asked the port to sue.", "sue").subject).toBeNull();
});

test("a denied subject of the verb above denies what is below it once", () => {
  expect(verb("No hearing is expected to be held.", "hold").polarity).toBe(-1);
});

describe("no verbs", () => {
  test.each([
    ["Logs of remote work should be kept for two years.", "log"],
    ["The quay between Lock Bridge and Guild Square is closed.", "lock"],
    ["A list of trusted suppliers is not part of it.", "trust"],
  ])("%s", (sentence, lemma) => {
    expect(() => verb(sentence, lemma)).toThrow();
  });
});

describe("nouns that deny or ask for what follows them", () => {
  test.each([
    ["The figures have been guessed since a failure of the pumps.", "failure", 1, "asserted"],
    ["The board announced a proposal to close the yard.", "proposal", 1, "asserted"],
    ["The mayor turned down a request to cut the fee.", "request", 1, "asserted"],
    ["The board rejected the motion.", "motion", 1, "asserted"],
    ["The board refused a permit.", "permit", -1, "asserted"],
    ["The board has no proposal.", "proposal", -1, "asserted"],
  ])("%s", (sentence, lemma, polarity, mood) => {
    const noun = readPredicates(tokenize(sentence)).find((one) => one.lemma === lemma);
    expect(noun).toMatchObject({ polarity, mood });
  });
});
