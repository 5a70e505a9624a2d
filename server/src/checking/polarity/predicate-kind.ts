/**
 * What the common procedure must know of predicates: so or not so, done or only proposed. A predicate's "value" is
 * its polarity and mood. Knows words, not where they stand.
 */

import {
  comparePredicates,
  compareStandings,
  type PredicateComparison,
  UNRELATED,
} from "../../kinds/proposition/compare.ts";
import { WHETHER } from "../../kinds/proposition/questions.ts";
import type { Predicate } from "../../kinds/proposition/types.ts";
import { family, oppositesOf } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import type { ValueKind } from "../alignment/values.ts";
import type { Features } from "../model.ts";
import { amountBefore } from "./amount.ts";
import { antecedentFeatures } from "./antecedent.ts";
import { argumentFeatures } from "./arguments.ts";
import { circumstanceFeatures, moodDifferences } from "./circumstances.ts";
import { comparablePredicates, isAcross } from "./comparable.ts";
import { correspondence } from "./correspondence.ts";
import { figureFeatures } from "./figures.ts";

/** A predicate as a value: where it stands, and what it is. */
export interface PredicateValue extends Span {
  readonly predicate: Predicate;
}

export const predicateKind: ValueKind<PredicateValue> = {
  claims: (sentence) =>
    isQuestion(sentence) ? [] : predicateValues(sentence).filter((value) => isClaimed(sentence, value)),
  values: (sentence) => (isQuestion(sentence) ? [] : predicateValues(sentence)),
  compare: (claim, source) => compareByWord(claim.predicate, source.predicate).relation,
  compareLoosely: (claim, source) => comparisonOf(claim.predicate, source.predicate).relation,
  core: (value) => value,
  comparable: comparablePredicates,
  features: predicateFeatures,
  differences: predicateDifferences,
};

/** How two predicates stand to each other by their words; verbs that are no act only to themselves. */
function compareByWord(claim: Predicate, source: Predicate): PredicateComparison {
  return MUTE.has(claim.meaning) && family(claim.meaning) !== family(source.meaning)
    ? UNRELATED
    : comparePredicates(claim, source);
}

/** How two predicates stand to each other by their words, or else by what they leave so, not so or open. */
export function comparisonOf(claim: Predicate, source: Predicate): PredicateComparison {
  const byWord = compareByWord(claim, source);
  if (byWord.relation !== "unrelated" || MUTE.has(claim.meaning)) return byWord;
  return source.bare || !MUTE.has(source.meaning) ? compareStandings(claim, source) : byWord;
}

/** "Does it agree?", and a heading that opens like one: "How they voted". */
function isQuestion({ text, tokens, predicates }: Sentence): boolean {
  const end = text.trimEnd().at(-1);
  if (end === "?") return true;
  if (!/^(how|why|what|who|where|when|whether)$/i.test(tokens[0]?.text ?? "")) return false;
  // "What else was decided.": nothing is told of it.
  return (
    end !== "." || predicates.filter(({ form, tense }) => form === "verb" && tense !== "none").length < 2
  );
}

/** Verbs that only carry what is said; who said it is for another kind. */
const SAYING = ["say", "tell", "add", "report", "state", "note", "accord", "quote", "describe", "write"];
/** Verbs that are no act: what they join to their subject is what is so. */
const JOINING = ["be", "have", "do", "let", "seem", "appear"];
/** Verbs that tell by what stands behind them. */
const LIGHT = ["put", "get", "go", "come", "make", "take", "see"];
const SAID = new Set(SAYING);
const MUTE = new Set([...SAYING, ...JOINING]);
const EMPTY = new Set([...MUTE, ...LIGHT]);

const cache = new WeakMap<Sentence, PredicateValue[]>();

/** Predicates of a sentence that can be so or not so; on the asking side verbs and complements only. */
function predicateValues(sentence: Sentence): PredicateValue[] {
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
function isClaimed(sentence: Sentence, value: PredicateValue): boolean {
  const { form, lemma, mood, head, tokens, negation, bare, operator, gapped } = value.predicate;
  if (isDeniedExistence(sentence, value.predicate)) return mood !== "supposed";
  if (mood === "supposed" || bare || gapped || (lemma === "be" && isCopula(sentence, value.predicate)))
    return false;
  if (form === "complement" || form === "modifier") {
    if (isGraded(sentence, value.predicate) || sentence.tokens[head - 1]?.lemma === "too") return true;
    return (form === "modifier" || sentence.tokens[head]!.pos === "ADJ") && !COMPARATORS.has(lemma);
  }
  if (form !== "verb" || isOrder(sentence, value.predicate)) return false;
  if (operator === WHETHER || isForSomebody(sentence, value.predicate)) return false;
  const gerund = tokens.end - tokens.start === 1 && /ing$/i.test(sentence.tokens[head]!.text);
  return !gerund || negation !== null || sentence.tokens[tokens.start - 1]?.lemma === ",";
}

/** "There will be no vote": the noun is all that tells what is not so. */
function isDeniedExistence(
  { tokens }: Sentence,
  { form, polarity, negation, head, subject }: Predicate,
): boolean {
  if (form !== "complement" || polarity === 1 || !negation || !subject) return false;
  if (tokens[head]!.pos !== "NOUN" || !/^there$/i.test(tokens[subject.start]!.text)) return false;
  return tokens[head]!.start > negation.start && tokens[head - 1]!.end >= negation.end;
}

/** "It is for the court to fine them": who may, not that it is done. */
function isForSomebody({ tokens }: Sentence, { governor, tokens: group }: Predicate): boolean {
  if (governor === null || tokens[group.start]!.lemma !== "to") return false;
  return tokens[governor]!.lemma === "be" && tokens[governor + 1]?.lemma === "for";
}

/** "20 percent more": a figure says how much, so the word claims which way. */
function isGraded(sentence: Sentence, predicate: Predicate): boolean {
  return (
    COMPARATIVE.test(sentence.tokens[predicate.head]!.text) && amountBefore(sentence, predicate) !== null
  );
}
const COMPARATIVE =
  /^(?:more|less|fewer|higher|lower|larger|smaller|bigger|earlier|later|longer|shorter|cheaper|dearer|faster|slower|older|younger|above|below|over|under)$/i;

/** "is final", "was a mistake": what follows is the claim; "is in Aarhus", "will be there" claim by themselves. */
function isCopula({ tokens }: Sentence, { lemma, meaning, object }: Predicate): boolean {
  if (meaning !== lemma) return false;
  const words = object ? tokens.slice(object.start, object.end).filter(({ pos }) => pos !== "PART") : [];
  const first = words.find(({ pos }) => pos !== "ADV");
  if (words.length === 0 || first === undefined) return words.length === 0;
  // "is only “the match”": what is quoted is said of the subject.
  return first.pos !== "ADP" && (first.pos !== "PUNCT" || /^["“‘«']$/.test(first.text));
}

/** Whether the head tells by itself what is so: "said", "was" do not; "up", "voluntary" do, which have an opposite. */
export function isTelling({ predicate: { form, lemma, meaning } }: PredicateValue): boolean {
  if (form === "modifier") return !PLAIN.has(lemma) && oppositesOf(lemma).length > 0;
  return !(EMPTY.has(lemma) && meaning === lemma);
}
/** Words that have an opposite and seldom tell by it. */
const PLAIN = new Set(
  `for against with without under over in on first second last other same good new old much more many back well
  cubic single whole general present standard central ordinary`.split(/\s+/),
);

/** "saw no rough handling" twice over: verbs that tell little by themselves, and what both deny. */
export function isSameDenied(
  { predicate: claim }: PredicateValue,
  { value, loose }: { readonly value: PredicateValue; readonly loose: boolean },
): boolean {
  const { predicate: source } = value;
  const denied = claim.polarity === -1 && source.polarity === -1;
  return denied && !loose && claim.form === "verb" && source.lemma === claim.lemma && !SAID.has(claim.lemma);
}

/** "Decide on permits", "Do not say so": a bare verb that opens the sentence, or is joined to one that does. */
function isOrder({ tokens }: Sentence, { tokens: { start, end }, lemma, head }: Predicate): boolean {
  const first = tokens[0]!;
  // "told him how to end it: stop counting"
  if (tokens[start - 1]?.lemma === ":" && end - start === 1) return isBare(tokens[head]!, lemma);
  if (start === 0) return first.lemma === "do" ? /^do$/i.test(first.text) : isBare(first, lemma) && end === 1;
  const orders = (first.pos === "VERB" && isBare(first, first.lemma)) || /^do$/i.test(first.text);
  return orders && end - start === 1 && tokens[start - 1]!.pos === "CCONJ" && isBare(tokens[head]!, lemma);
}

function isBare({ text }: { readonly text: string }, lemma: string): boolean {
  return text.toLowerCase() === lemma;
}

/** Words that bound a figure: for the quantity that they stand by. */
const COMPARATORS = new Set(
  "more less few many much little most least high low great small large big early late".split(" "),
);

function predicateFeatures(
  claim: PredicateValue,
  source: PredicateValue,
  pairing: Pairing,
): readonly [Features, ...Features[]] {
  const mine = claim.predicate;
  const theirs = source.predicate;
  const { likeness } = comparisonOf(mine, theirs);
  // In the other voice who acts stands where this one has what is acted on.
  const [subject, object] =
    theirs.passive === mine.passive ? [theirs.subject, theirs.object] : [theirs.object, theirs.subject];
  const own = {
    likeness,
    sameKey: family(mine.meaning) === family(theirs.meaning) ? 1 : 0,
    subject: argumentOverlap(pairing, mine.subject, subject),
    object: argumentOverlap(pairing, mine.object, object),
    crossed: argumentOverlap(pairing, mine.subject, object),
    verbs: mine.form === "verb" && theirs.form === "verb" ? 1 : 0,
    noun: theirs.form === "noun" ? 1 : 0,
    complement: mine.form === "complement" ? 1 : 0,
    modifier: mine.form === "modifier" ? 1 : 0,
    tense: mine.tense === theirs.tense ? 1 : 0,
    across: isAcross(mine, theirs) ? 1 : 0,
    bare: theirs.bare ? 1 : 0,
    telling: EMPTY.has(mine.meaning) ? 0 : 1,
  };
  return [
    own,
    argumentFeatures(mine, theirs, pairing),
    correspondenceFeatures(mine, theirs, pairing),
    antecedentFeatures(theirs, pairing),
    circumstanceFeatures(mine, theirs, pairing),
    figureFeatures(mine, theirs, pairing),
  ];
}

function correspondenceFeatures(mine: Predicate, theirs: Predicate, pairing: Pairing): Features {
  const { subject, subjectBack, rest, restBack } = correspondence(mine, theirs, pairing);
  return { subjectMet: subject, subjectMetBack: subjectBack, restMet: rest, restMetBack: restBack };
}

function predicateDifferences(claim: PredicateValue, source: PredicateValue): Features {
  const { difference } = comparisonOf(claim.predicate, source.predicate);
  return {
    across: isAcross(claim.predicate, source.predicate) ? 1 : 0,
    polarity: difference === "polarity" ? 1 : 0,
    opposite: difference === "opposite" ? 1 : 0,
    status: difference === "status" ? 1 : 0,
    certainty: difference === "certainty" ? 1 : 0,
    negated: claim.predicate.polarity === -1 ? 1 : 0,
    theirsNegated: source.predicate.polarity === -1 ? 1 : 0,
    intended: claim.predicate.mood === "intended" ? 1 : 0,
    theirsIntended: source.predicate.mood === "intended" ? 1 : 0,
    ...moodDifferences(claim.predicate, source.predicate),
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
    const { token } = term;
    if (!term.own || token < asked.start || token >= asked.end) return;
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
