/** Which predicates of a draft and a source are compared though their verbs differ, and how they then stand. */
import { expect, test } from "vitest";
import { pairValues } from "../../../server/src/checking/alignment/values.ts";
import { alignValues, type Judgement, judgeValues } from "../../../server/src/checking/judging/value-rule.ts";
import { correspondence } from "../../../server/src/checking/polarity/correspondence.ts";
import { type PredicateValue, predicateKind } from "../../../server/src/checking/polarity/predicate-kind.ts";
import type { Sentence } from "../../../server/src/statements/types.ts";
import { beside, disagreements, isVerb } from "../../support/predicates.ts";

/** The claims of a draft's last sentence, judged by a model that finds any two things as likely one as not. */
function judged(draft: string, source: string): Judgement<PredicateValue>[] {
  const pairings = beside(draft, source);
  const acts = alignValues(pairValues(predicateKind, pairings), UNSURE, { key: "", beside: () => ({}) });
  return judgeValues(pairings[0]!.query.sentence, acts, {
    assign: null,
    companions: [],
    stance: NO_STANCE,
    derive: () => ({ best: null, features: {} }),
    stands: () => true,
  });
}
const UNSURE = { features: [], bias: 0, trees: [] };
const NO_STANCE = { own: 0, supposed: 0, question: 0, advice: 0, aside: 0, foreign: 0 };

test.each([
  [
    "The trawler owners will join the stoppage.",
    "The trawler owners' association will not take part in the stoppage.",
    "join/take: polarity",
  ],
  [
    "The bank has paid out a further 12 million dollars.",
    "A further 12 million dollars pledged by the bank has not yet been disbursed.",
    "pay/disburse: polarity",
  ],
  [
    "The names of pupils were sent as well.",
    "The names of pupils were not passed on.",
    "send/pass: polarity",
  ],
  ["The scheme has been running since May.", "The scheme has not started.", "run/start: polarity"],
  [
    "A third round of talks will follow in Nairobi.",
    "A third round of talks may be held in Nairobi.",
    "follow/hold: certainty",
  ],
  [
    "The hospitals were supplied too.",
    "Schools were supplied on 3 March, but the hospitals were not.",
    "supply/be: polarity",
  ],
])("%s / %s", (draft, source, expected) => {
  expect(disagreements(draft, source)).toContain(expected);
});

test("other parties' acts are not compared", () => {
  expect(
    disagreements(
      "The trawler owners will join the stoppage.",
      "The harbour pilots will not sail on Monday.",
    ),
  ).toEqual([]);
});

test("another act of the same party is not compared where nothing around it is the same", () => {
  expect(
    disagreements("The council bought three ferries.", "The council has not published its minutes of April."),
  ).toEqual([]);
});

test.each([
  [
    "The mission has seen evidence of fraud.",
    "The mission has seen no evidence of fraud.",
    "see/see: polarity",
  ],
  [
    "The mission says that the tax is legal.",
    "The mission does not say that the tax is legal.",
    "say/say: polarity",
  ],
  ["The laboratory will be in Aarhus.", "The laboratory will not be in Aarhus.", "be/be: polarity"],
  ["The firm has gone to court.", "The firm has not taken the county to court.", "go/take: polarity"],
  [
    "The storm is expected before spring.",
    "The storm is not expected before the spring.",
    "expect/expect: polarity",
  ],
])("verbs that say little, with the same things around them: %s / %s", (draft, source, expected) => {
  expect(disagreements(draft, source)).toContain(expected);
});

test("what bounds is no denial of something sooner", () => {
  expect(
    disagreements("The ferry resumed on 2 May.", "The ferry did not resume until noon on 2 May."),
  ).toEqual([]);
});

test.each([
  ["The finance minister expects a deficit.", 1],
  ["The harbour union expects a deficit.", 0],
])("a source's first person is who speaks: %s", (draft, subject) => {
  const source =
    'Rupal Desai, the finance minister, answered questions on Monday. "I do not expect a deficit," Desai said.';
  const pairing = beside(draft, source).find(({ statement }) => statement.sentence.text.includes("I do"))!;
  const verbs = (sentence: Sentence) => sentence.predicates.filter(({ lemma }) => lemma === "expect")[0]!;
  const shares = correspondence(verbs(pairing.query.sentence), verbs(pairing.statement.sentence), pairing);
  expect(shares.subject).toBeCloseTo(subject, 1);
});

test("what only the surroundings relate is no rival to the same word denied", () => {
  const [claim] = judged(
    "The assembly could overrule the board.",
    "The assembly advises the board and cannot overrule it.",
  );
  expect(claim!.value.predicate.lemma).toBe("overrule");
  expect(claim!.conflict!.loose).toBe(false);
  expect(claim!.agree).toBeNull();
});

test("a different verb supports where nothing is said against it", () => {
  const claim = judged(
    "The owners insured the new quay.",
    "The owners bought a crane for the new quay.",
  ).find(({ value }) => isVerb(value));
  expect(claim!.conflict).toBeNull();
  expect(claim!.agree!.loose).toBe(true);
});
