/**
 * A figure told of its neighbour: "23 of them were burns" beside a source that has 39 of smoke, 23 of fire and nine of
 * burns. The number stands there, so that it looks right alone; the word right at the figure decides. Knows figures with
 * their words on both sides.
 */
import { sameNumber } from "../../kinds/quantity/compare.ts";
import { correctQuantity } from "../../kinds/quantity/correct.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import { areSynonyms, similarity } from "../../lexicon/index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { alike } from "../arithmetic/change-ends.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { onTopic } from "./figures-beside.ts";
import { contradictedFigure } from "./finding.ts";
import { isLevel, type Labelled, labelledFigures, type Word, wordsAround } from "./labels.ts";

/** What the words that tell one figure from its neighbours must weigh. */
const ENOUGH = 0.3;
/** Words at least so alike may mean one thing. */
const ALIKE = 0.5;
const CERTAIN = 0.84;
/** Statements in which the figure may stand rightly. */
const EXPLAINING = 8;

const NUMBERED =
  /\b(?:week|day|month|phase|stage|question|part|round|level|group|chapter|section|table|article|paragraph|item|step|option|point|number|no\.?) $/i;

/** Findings on figures that a source gives to the neighbour of what the draft tells them of. */
export function checkNeighbours(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (sentence.block.cell || !index || sentence.quantities.length === 0) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  if (stance.supposed === 1 || stance.question === 1 || stance.own === 1 || stance.advice === 1) return [];
  return sentence.quantities.flatMap((claim) => {
    if (!isTold(claim) || isQuoted(sentence, claim) || isWhole(sentence, claim)) return [];
    const words = wordsAround(sentence, claim);
    for (const pairing of onTopic(pairings)) {
      const right = owner(claim, words, passageOf(pairing));
      if (!right) continue;
      return isElsewhere(claim, words, pairings) || isBeside(sentence, right)
        ? []
        : [finding(sentence, claim, right, pairing)];
    }
    return [];
  });
}

function isTold(claim: QuantityValue): boolean {
  return isExact(claim) && claim.nominal > 0 && /^(?:count|share|money|measure)$/.test(claim.dimension);
}

function isExact(value: QuantityValue): boolean {
  return isLevel(value) && value.min === value.max;
}

/** "most of the 68": what is told is told of a part; "week 7" is a name. */
function isWhole({ text }: Sentence, { start, whole, nominal }: QuantityValue): boolean {
  if (whole === nominal) return true;
  if (NUMBERED.test(text.slice(0, start))) return true;
  return /\b(?:of|among|from|but|except|year|all) (?:(?:the|these|those|its|their|our|all|for|\w+['\u2019]s) )*$/i.test(
    text.slice(0, start),
  );
}

/** The figures of a statement and of the sentences at its sides. */
function passageOf({ statement: { source, sentence } }: Pairing): readonly Labelled[] {
  if (sentence.block.cell) return [];
  return source.sentences
    .slice(Math.max(0, sentence.index - 1), sentence.index + 2)
    .filter(({ blockIndex }) => blockIndex === sentence.blockIndex)
    .flatMap((one) => labelledFigures(one));
}

/** The figure whose own words the draft tells of another one's number; null where none surely is. */
function owner(claim: QuantityValue, words: readonly Word[], figures: readonly Labelled[]): Labelled | null {
  const like = figures.filter(
    ({ value }) =>
      isExact(value) &&
      value.dimension === claim.dimension &&
      value.fraction === claim.fraction &&
      alike(claim, value),
  );
  const [given, ...more] = like.filter(({ value }) => sameNumber(claim, value));
  if (!given || more.length > 0 || given.near.length === 0) return null;
  // "One case is bad luck" and "310 of the 2,050 members" give no part beside another.
  const others = like.filter(
    (one) => one !== given && one.value.nominal !== 1 && !isWhole(one.sentence, one.value),
  );
  const best = others
    .map((one) => ({ one, met: matched(words, one, given, figures) }))
    .filter(({ met }) => weightOf(met) >= ENOUGH)
    .sort((a, b) => weightOf(b.met) - weightOf(a.met));
  const [first, second] = best;
  if (!first || (second && weightOf(second.met) === weightOf(first.met))) return null;
  const rest = words.filter((word) => !first.met.includes(word));
  return meets(rest, owned(given, first.one)) ? null : first.one;
}

/** The draft's words that stand at this figure and at no other of the passage. */
function matched(
  words: readonly Word[],
  one: Labelled,
  given: Labelled,
  figures: readonly Labelled[],
): Word[] {
  const shared = new Set(elided(one, given));
  const elsewhere = new Set(
    figures
      .filter((other) => other !== one)
      .flatMap(({ bound, near }) => [...bound, ...near].map(({ key }) => key)),
  );
  const own = new Set(
    one.bound.map(({ key }) => key).filter((key) => !shared.has(key) && !elsewhere.has(key)),
  );
  const met = words.filter(({ key }) => own.has(key));
  // Of two sentences, the second may leave out what the first one counts.
  const counted = (word: Word) => word.lemma === one.value.unit;
  return one.sentence !== given.sentence && met.every(counted) ? [] : met;
}

/** Words of a figure before the given one that hold for that too, which leaves them out: "39 reports of smoke, 23 of fire". */
function elided(one: Labelled, given: Labelled): string[] {
  if (one.sentence !== given.sentence || one.value.start > given.value.start) return [];
  const verbless = !given.near.some(({ verb }) => verb);
  const unitless = given.value.unit === null;
  return one.bound
    .filter(({ verb, lemma }) => (verb && verbless) || (unitless && lemma === one.value.unit))
    .map(({ key }) => key);
}

function owned(given: Labelled, { bound }: Labelled): readonly Word[] {
  const theirs = new Set(bound.map(({ key }) => key));
  return [...given.bound, ...given.near.filter(({ key }) => !theirs.has(key))];
}

function weightOf(words: readonly Word[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

function meets(mine: readonly Word[], theirs: readonly Word[]): boolean {
  return mine.some((a) =>
    theirs.some(
      (b) => a.key === b.key || areSynonyms(a.lemma, b.lemma) || similarity(a.lemma, b.lemma) >= ALIKE,
    ),
  );
}

/** Whether another statement has the number with one of the draft's words. */
function isElsewhere(claim: QuantityValue, words: readonly Word[], pairings: readonly Pairing[]): boolean {
  return pairings
    .slice(0, EXPLAINING)
    .flatMap(({ statement }) => (statement.sentence.block.cell ? [] : labelledFigures(statement.sentence)))
    .some(({ value, near }) => alike(claim, value) && sameNumber(claim, value) && meets(words, near));
}

/** Whether the draft gives the right number itself, in the same sentence. */
function isBeside({ quantities }: Sentence, { value }: Labelled): boolean {
  return quantities.some((one) => sameNumber(one, value));
}

function finding(sentence: Sentence, claim: QuantityValue, right: Labelled, { statement }: Pairing): Finding {
  const replacement = correctQuantity(claim, sentence.text, right.value);
  const span = { start: claim.number.start, end: claim.number.end };
  const told = right.sentence.text.slice(right.value.number.start, right.value.number.end);
  return contradictedFigure(sentence, {
    span,
    confidence: CERTAIN,
    expected: told,
    passages: [{ source: statement.source, sentence: right.sentence, focus: [right.value] }],
    replacements: replacement ? [replacement] : [],
  });
}
