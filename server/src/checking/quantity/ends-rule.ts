/**
 * Where a change began told as where it ended, a wrong beginning beside the right end, and a fall told as a rise: held
 * against a source that gives both ends of the change. Knows ends on both sides; the words that tie them are read elsewhere.
 */
import { sameNumber } from "../../kinds/quantity/compare.ts";
import { correctQuantity } from "../../kinds/quantity/correct.ts";
import { directionPlace } from "../../kinds/quantity/direction-place.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { fitting, isAgainst, shown } from "../arithmetic/change-arithmetic.ts";
import { alike, type Ends, endOf, endsIn, isChange, startOf } from "../arithmetic/change-ends.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { changesOf, ownEnds } from "./change-place.ts";
import { figuresBeside, onTopic } from "./figures-beside.ts";
import { contradictedFigure } from "./finding.ts";

const CERTAIN = 0.84;
/** "fell to 509", "went the other way, to 509": the figure at which a change ended. */
const ENDED =
  /\b(?:rose|risen|fell|fallen|dropped|went|gone|grew|grown|shrank|slipped|slid|increased|decreased|declined|climbed|jumped|cut|raised|lowered|reduced|came down|went up|up|down)\b[^.;:()]{0,40}?\bto (?:(?:only|just|some) )*$/i;

/** Findings on the ends of changes. */
export function checkEnds(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (sentence.block.cell || !index || sentence.quantities.length === 0) return [];
  const against = turnedRound(sentence);
  if (against.length > 0) return against;
  const mine = endsIn(sentence);
  const ended = mine.length > 0 ? [] : sentence.quantities.filter((value) => isEnd(sentence, value));
  if (mine.length === 0 && ended.length === 0) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  if (stance.supposed === 1 || stance.question === 1) return [];
  const found = [
    ...mine.map((ends) => wrongEnd(sentence, ends, pairings)),
    ...ended.map((value) => wrongWay(sentence, value, pairings)),
  ];
  return found.filter((one) => one !== null);
}

/** "from 24 to 31 hours, a fall of seven". */
function turnedRound(sentence: Sentence): Finding[] {
  return changesOf(sentence).flatMap((change) => {
    const ends = change.direction === 0 || isQuoted(sentence, change) ? null : ownEnds(sentence, change);
    const fits = ends && isAgainst(change, ends) ? fitting(change, ends) : null;
    const place = fits ? directionPlace(sentence.text, sentence.tokens, change) : null;
    if (!ends || !fits || !place) return [];
    const span = { start: Math.min(place.start, startOf(change)), end: Math.max(place.end, endOf(change)) };
    return [finding(sentence, span, shown(fits, ends), null, null)];
  });
}

function isEnd({ text }: Sentence, value: QuantityValue): boolean {
  return !isPlanned(text) && ENDED.test(text.slice(0, startOf(value)));
}

/** What had been, or will be, is another change. */
function isPlanned(text: string): boolean {
  return /\b(?:had|will|would|should|could|may|might|before|again|back|earlier|previous\w*)\b/i.test(text);
}

/** One end as a source has it, the other one not: "11.6 percent, up from 10.9". */
function wrongEnd(sentence: Sentence, mine: Ends, pairings: readonly Pairing[]): Finding | null {
  for (const pairing of onTopic(pairings)) {
    if (!isOfTheTime(sentence, pairing)) continue;
    for (const theirs of endsIn(pairing.statement.sentence)) {
      const sides = (["from", "to"] as const).filter((side) => isOne(mine[side], theirs[side]));
      if (sides.length !== 1 || mine.from.dimension !== theirs.from.dimension) continue;
      const [claim, right] = sides[0] === "to" ? [mine.from, theirs.from] : [mine.to, theirs.to];
      if (isRound(claim, right) || isStated(claim, pairings) || isQuoted(sentence, claim)) return null;
      return told(sentence, claim, right, pairing);
    }
  }
  return null;
}

/** Where the source's change began, told as where it ended. */
function wrongWay(sentence: Sentence, claim: QuantityValue, pairings: readonly Pairing[]): Finding | null {
  for (const pairing of onTopic(pairings)) {
    if (!isOfTheTime(sentence, pairing)) continue;
    const theirs = endsIn(pairing.statement.sentence).find(({ from }) => isOne(claim, from));
    if (!theirs || sameNumber(theirs.from, theirs.to) || isQuoted(sentence, claim)) continue;
    if (claim.dimension !== theirs.from.dimension) continue;
    if (claim.direction * (theirs.to.nominal - theirs.from.nominal) < 0) continue;
    if (sentence.quantities.some((value) => sameNumber(value, theirs.to))) return null;
    return told(sentence, claim, theirs.to, pairing);
  }
  return null;
}

function isOne(a: QuantityValue, b: QuantityValue): boolean {
  return alike(a, b) && sameNumber(a, b) && !isChange(a);
}

/** A hedged or rounded figure is no other one. */
function isRound(claim: QuantityValue, right: QuantityValue): boolean {
  const exact = [claim, right].every(({ hedge, approximate }) => hedge === null && !approximate);
  return !exact || Math.abs(claim.nominal - right.nominal) < 0.02 * Math.abs(right.nominal);
}

function isStated(claim: QuantityValue, pairings: readonly Pairing[]): boolean {
  return figuresBeside(pairings).some((value) => alike(claim, value) && sameNumber(claim, value));
}

/** A year that the draft names must not be missing where the statement names years. */
function isOfTheTime({ text }: Sentence, { statement }: Pairing): boolean {
  const years = (words: string): string[] => words.match(/\b(?:19|20)\d\d\b/g) ?? [];
  const named = years(statement.sentence.text);
  return named.length === 0 || years(text).every((year) => named.includes(year));
}

function told(sentence: Sentence, claim: QuantityValue, right: QuantityValue, pairing: Pairing): Finding {
  const expected = pairing.statement.sentence.text.slice(startOf(right), endOf(right));
  const span = { start: startOf(claim), end: endOf(claim) };
  return finding(sentence, span, null, { expected, right, claim }, pairing);
}

interface Right {
  readonly expected: string;
  readonly right: QuantityValue;
  readonly claim: QuantityValue;
}

function finding(
  sentence: Sentence,
  span: Span,
  arithmetic: string | null,
  other: Right | null,
  pairing: Pairing | null,
): Finding {
  const actual = sentence.text.slice(span.start, span.end);
  const replacement = other ? correctQuantity(other.claim, sentence.text, other.right) : null;
  const passages = pairing
    ? [
        {
          source: pairing.statement.source,
          sentence: pairing.statement.sentence,
          focus: other ? [other.right] : [],
        },
      ]
    : [];
  return contradictedFigure(sentence, {
    span,
    confidence: CERTAIN,
    expected: other?.expected ?? null,
    message: arithmetic ? `${arithmetic}, not \u201c${actual}\u201d.` : null,
    arithmetic,
    passages,
    replacements: replacement ? [replacement] : [],
  });
}
