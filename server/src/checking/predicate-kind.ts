/**
 * What the common procedure must know of predicates: so or not so, done or only proposed. A predicate's "value" is
 * its polarity and mood. Knows words, not where they stand.
 */

import { comparePredicates } from "../kinds/proposition/compare.ts";
import type { Predicate } from "../kinds/proposition/types.ts";
import { family } from "../lexicon/index.ts";
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import type { Pairing } from "./align.ts";
import type { Features } from "./model.ts";
import { argumentFeatures } from "./polarity-arguments.ts";
import { comparablePredicates } from "./polarity-comparable.ts";
import type { ValueKind } from "./values.ts";

/** A predicate as a value: where it stands, and what it is. */
export interface PredicateValue extends Span {
  readonly predicate: Predicate;
}

export const predicateKind: ValueKind<PredicateValue> = {
  claims: (sentence) =>
    isQuestion(sentence) ? [] : predicateValues(sentence).filter((value) => isClaimed(sentence, value)),
  values: (sentence) => (isQuestion(sentence) ? [] : predicateValues(sentence)),
  compare: (claim, source) => comparePredicates(claim.predicate, source.predicate).relation,
  core: (value) => value,
  comparable: comparablePredicates,
  features: predicateFeatures,
  differences: predicateDifferences,
};

/** "Does it agree?", and a heading that opens like one: "How they voted". */
function isQuestion({ text, tokens }: Sentence): boolean {
  const end = text.trimEnd().at(-1);
  return (
    end === "?" || (end !== "." && /^(how|why|what|who|where|when|whether)$/i.test(tokens[0]?.text ?? ""))
  );
}

/** Verbs that only carry what is said; who said it is for another kind. */
const REPORTING = new Set([
  "say",
  "tell",
  "add",
  "report",
  "state",
  "note",
  "accord",
  "put",
  "quote",
  "describe",
  "write",
  "be",
  "have",
  "do",
  "get",
  "go",
  "come",
  "make",
  "take",
  "see",
  "let",
  "seem",
  "appear",
]);

const cache = new WeakMap<Sentence, PredicateValue[]>();

/** Predicates of a sentence that can be so or not so; on the asking side verbs and complements only. */
export function predicateValues(sentence: Sentence): PredicateValue[] {
  let values = cache.get(sentence);
  if (!values) {
    values = sentence.predicates.map((predicate) => ({
      ...(predicate.negation ? union(predicate.span, predicate.negation) : predicate.span),
      predicate,
    }));
    cache.set(sentence, values);
  }
  return values;
}

/** Predicates that a draft can be wrong about. */
export function isClaimed(sentence: Sentence, value: PredicateValue): boolean {
  const { form, lemma, meaning, mood, head, tokens, negation } = value.predicate;
  if (mood === "supposed" || (REPORTING.has(lemma) && meaning === lemma)) return false;
  if (form === "complement") return sentence.tokens[head]!.pos === "ADJ" && !COMPARATORS.has(lemma);
  if (form === "modifier") return !COMPARATORS.has(lemma);
  if (form !== "verb" || isOrder(sentence, value.predicate)) return false;
  const gerund = tokens.end - tokens.start === 1 && /ing$/i.test(sentence.tokens[head]!.text);
  return !gerund || negation !== null;
}

/** "Decide on permits": a bare verb that opens the sentence. */
function isOrder({ tokens }: Sentence, { tokens: { start, end }, lemma }: Predicate): boolean {
  return start === 0 && end === 1 && tokens[0]!.text.toLowerCase() === lemma;
}

/** Words that bound a figure: for the quantity that they stand by. */
const COMPARATORS = new Set(
  "more less few many much little most least high low great small large big early late".split(" "),
);

export function predicateFeatures(claim: PredicateValue, source: PredicateValue, pairing: Pairing): Features {
  const mine = claim.predicate;
  const theirs = source.predicate;
  const { likeness } = comparePredicates(mine, theirs);
  const subject = argumentOverlap(
    pairing,
    mine.subject,
    theirs.passive === mine.passive ? theirs.subject : theirs.object,
  );
  const object = argumentOverlap(
    pairing,
    mine.object,
    theirs.passive === mine.passive ? theirs.object : theirs.subject,
  );
  const crossed = argumentOverlap(
    pairing,
    mine.subject,
    theirs.passive === mine.passive ? theirs.object : theirs.subject,
  );
  return {
    likeness,
    sameKey: family(mine.meaning) === family(theirs.meaning) ? 1 : 0,
    subject,
    object,
    crossed,
    verbs: mine.form === "verb" && theirs.form === "verb" ? 1 : 0,
    noun: theirs.form === "noun" ? 1 : 0,
    complement: mine.form === "complement" ? 1 : 0,
    modifier: mine.form === "modifier" ? 1 : 0,
    tense: mine.tense === theirs.tense ? 1 : 0,
    ...argumentFeatures(mine, theirs, pairing),
  };
}

function predicateDifferences(claim: PredicateValue, source: PredicateValue): Features {
  const { difference } = comparePredicates(claim.predicate, source.predicate);
  return {
    polarity: difference === "polarity" ? 1 : 0,
    opposite: difference === "opposite" ? 1 : 0,
    status: difference === "status" ? 1 : 0,
    certainty: difference === "certainty" ? 1 : 0,
    negated: claim.predicate.polarity === -1 ? 1 : 0,
    theirsNegated: source.predicate.polarity === -1 ? 1 : 0,
    intended: claim.predicate.mood === "intended" ? 1 : 0,
    theirsIntended: source.predicate.mood === "intended" ? 1 : 0,
  };
}

/** Share of the words of one argument that meet words of another; 0.5 where one side is silent. */
function argumentOverlap(pairing: Pairing, asked: Span | null, stated: Span | null): number {
  if (!asked || !stated) return 0.5;
  const { query, statement, meetings } = pairing;
  const best = new Map<number, number>();
  const inAsked = new Set<number>();
  let want = 0;
  query.terms.forEach((term, position) => {
    if (!term.own) return;
    const token = query.sentence.terms.find((own) => own.start === term.start)?.token ?? -1;
    if (token < asked.start || token >= asked.end) return;
    inAsked.add(position);
    want += term.weight;
  });
  if (want === 0) return 0.5;
  for (const { asked: q, term, similarity } of meetings) {
    if (term < 0 || !inAsked.has(q)) continue;
    const { token } = statement.sentence.terms[term]!;
    if (token >= stated.start && token < stated.end) best.set(q, Math.max(best.get(q) ?? 0, similarity));
  }
  let have = 0;
  for (const [q, similarity] of best) have += query.terms[q]!.weight * similarity;
  return have / want;
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
