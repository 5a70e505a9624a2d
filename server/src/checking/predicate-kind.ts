/**
 * What the common procedure must know of predicates: so or not so, done or only proposed. A predicate's "value" is
 * its polarity and mood. Knows words, not where they stand.
 */
import { comparePredicates } from "../kinds/proposition/compare.ts";
import { DENYING } from "../kinds/proposition/operators.ts";
import type { Predicate } from "../kinds/proposition/types.ts";
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import type { Pairing } from "./align.ts";
import type { Features } from "./model.ts";
import type { ValueKind } from "./values.ts";

/** A predicate as a value: where it stands, and what it is. */
export interface PredicateValue extends Span {
  readonly predicate: Predicate;
}

export const predicateKind: ValueKind<PredicateValue> = {
  claims: (sentence) =>
    sentence.text.trimEnd().endsWith("?")
      ? []
      : predicateValues(sentence).filter((value) => isClaimed(sentence, value)),
  values: predicateValues,
  compare: (claim, source) => comparePredicates(claim.predicate, source.predicate).relation,
  core: (value) => value,
  comparable: (claim, source, asked, stated) =>
    claim.predicate.polarity === source.predicate.polarity ||
    !(
      isBounded(asked, claim) ||
      isBounded(stated, source) ||
      speaksOfOtherShare(asked, claim, stated, source)
    ),
  features: predicateFeatures,
  differences: predicateDifferences,
};

/** Verbs that only carry what is said; who said it is for another kind. */
const REPORTING = new Set([
  "say",
  "tell",
  "add",
  "report",
  "state",
  "note",
  "accord",
  "call",
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
  const { form, lemma, mood, head, tokens, negation } = value.predicate;
  if (mood === "supposed" || REPORTING.has(lemma)) return false;
  if (form === "complement") return sentence.tokens[head]!.pos === "ADJ";
  if (form === "modifier") return !COMPARATORS.has(lemma);
  if (form !== "verb") return false;
  const gerund = tokens.end - tokens.start === 1 && /ing$/i.test(sentence.tokens[head]!.text);
  return !gerund || negation !== null;
}

/** Words that bound a figure: for the quantity that they stand by. */
const COMPARATORS = new Set(
  "more less few many much little most least high low great small large big early late".split(" "),
);

/** "five of fourteen grew" and "the other nine did not" are both true: so and not so of different shares. */
function speaksOfOtherShare(
  asked: Sentence,
  claim: PredicateValue,
  stated: Sentence,
  source: PredicateValue,
): boolean {
  if (deniesAll(asked, claim) || deniesAll(stated, source)) return false;
  const mine = shareOf(asked, claim);
  const theirs = shareOf(stated, source);
  return mine !== theirs && (mine !== "" || theirs !== "");
}

/** "No bank expects it" is false as soon as one does. */
function deniesAll({ tokens }: Sentence, { predicate: { subject } }: PredicateValue): boolean {
  return subject !== null && tokens.slice(subject.start, subject.end).some(({ lemma }) => DENYING.has(lemma));
}

function shareOf({ tokens }: Sentence, { predicate: { subject } }: PredicateValue): string {
  if (!subject) return "";
  const words = tokens
    .slice(subject.start, subject.end)
    .filter(({ pos, lemma }) => pos === "NUM" || QUANTIFIERS.has(lemma));
  return words.map(({ lemma }) => lemma).join(" ");
}
const QUANTIFIERS = new Set("some most many few several other half another rest".split(" "));

/** "did not resume until", "will receive no more than": the negation bounds, it does not deny. */
function isBounded(sentence: Sentence, { predicate: { polarity, object } }: PredicateValue): boolean {
  if (polarity === 1 || !object) return false;
  const bounded = sentence.tokens
    .slice(object.start, Math.min(object.end, object.start + 12))
    .some(({ lemma }) => LIMITS.has(lemma));
  const from = sentence.tokens[object.start]!.start;
  const to = sentence.tokens[object.end - 1]!.end;
  return (
    bounded || sentence.quantities.some(({ hedge, start }) => hedge !== null && start >= from && start < to)
  );
}
const LIMITS = new Set(["until", "till", "before", "unless"]);

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
    sameKey: mine.key === theirs.key ? 1 : 0,
    subject,
    object,
    crossed,
    verbs: mine.form === "verb" && theirs.form === "verb" ? 1 : 0,
    noun: theirs.form === "noun" ? 1 : 0,
    complement: mine.form === "complement" ? 1 : 0,
    modifier: mine.form === "modifier" ? 1 : 0,
    tense: mine.tense === theirs.tense ? 1 : 0,
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
