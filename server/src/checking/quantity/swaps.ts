/**
 * Two figures of a draft that stand in one another's place: "11 sessions in 14 communities" for 14 sessions in 11, "from
 * 20 to 22 percent" for from 22 to 20. Both figures stand in one statement, so each alone looks right.
 */
import { sameNumber } from "../../kinds/quantity/compare.ts";
import { likeCapital } from "../../kinds/quantity/spell.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import { family, similarity } from "../../lexicon/index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { belongingsOf, bind } from "../alignment/binding.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { type Ends, endsIn } from "../arithmetic/change-ends.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { contradictedFigure } from "./finding.ts";

/** Statements that are looked at, best first. */
const LOOKED_AT = 3;
/** How much better the words around must fit crosswise than straight, of 2. */
const CROSSED = 0.25;
/** And by how much for each figure alone. */
const EACH = 0.05;
const CERTAIN = 0.85;
const ALIKE = 0.6;

type Couple = readonly [QuantityValue, QuantityValue];

/** Findings on pairs of figures that the sources give the other way round. */
export function checkSwaps(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (sentence.quantities.length < 2 || sentence.block.cell || !index) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  if (stance.supposed === 1 || stance.question === 1) return [];
  const claims = sentence.quantities.filter((value) => !isQuoted(sentence, value));
  const found: Finding[] = [];
  for (const pairing of pairings.slice(0, LOOKED_AT)) {
    for (const mine of couples(claims)) {
      const theirs = sameFigures(mine, pairing.statement.sentence.quantities);
      if (!theirs || found.some(({ span }) => span.start < mine[1].end && mine[0].start < span.end)) continue;
      if (isImagined(sentence) && !isImagined(pairing.statement.sentence)) continue;
      if (isSwapped(sentence, mine, pairing, theirs)) found.push(finding(sentence, mine, pairing, theirs));
    }
  }
  return found;
}

/** "Under our plan the shares would be reversed": nobody says that they are. */
const isImagined = ({ text }: Sentence): boolean => /\b(?:would|could)\b/i.test(text);

/** Neighbouring figures of one sort that are not the same number. */
function couples(claims: readonly QuantityValue[]): Couple[] {
  return claims.flatMap((first, at) =>
    claims
      .slice(at + 1, at + 3)
      .filter((second) => ofOneSort(first, second) && !sameNumber(first, second))
      .map((second): Couple => [first, second]),
  );
}

/** "(14.9 percent) than for men (12.6)": the second figure has the first one's unit. */
function ofOneSort(a: QuantityValue, b: QuantityValue): boolean {
  return a.dimension === b.dimension || isBare(a) || isBare(b);
}

function isBare({ dimension, unit }: QuantityValue): boolean {
  return dimension === "count" && unit === null;
}

/** The two figures of the statement that write the same numbers; null where a number stands there twice. */
function sameFigures([first, second]: Couple, stated: readonly QuantityValue[]): Couple | null {
  const alike = (claim: QuantityValue) =>
    stated.filter((value) => ofOneSort(claim, value) && sameNumber(claim, value));
  const [a, b] = [alike(first), alike(second)];
  return a.length === 1 && b.length === 1 && a[0] !== b[0] ? [a[0]!, b[0]!] : null;
}

function isSwapped(sentence: Sentence, mine: Couple, pairing: Pairing, theirs: Couple): boolean {
  if (isPartOf(mine[0], mine[1]) || isPartOf(mine[1], mine[0])) return false;
  const order = orderOf(sentence, mine);
  const otherOrder = orderOf(pairing.statement.sentence, theirs);
  if (order !== 0 && otherOrder !== 0) return order !== otherOrder;
  // "128, up from 95": the words by the earlier figure are left out, so that those by the other prove nothing.
  if (endsIn(pairing.statement.sentence).some((ends) => isTied(ends, theirs)) && order === 0) return false;
  const nouns = nounsCrossed(mine, theirs);
  return nouns ?? wordsCrossed(sentence, mine, pairing, theirs);
}

/** "five of eleven": a part and its whole cannot stand the other way round. */
function isPartOf(part: QuantityValue, whole: QuantityValue): boolean {
  return part.whole !== undefined && part.whole === whole.nominal && part.nominal < whole.nominal;
}

function isTied({ from, to }: Ends, [a, b]: Couple): boolean {
  return (from === a && to === b) || (from === b && to === a);
}

/** 1 for "from the first to the second", -1 the other way round, 0 where no such words stand before them. */
function orderOf({ text }: Sentence, [first, second]: Couple): -1 | 0 | 1 {
  const lead = ({ start, number }: QuantityValue) =>
    /\b(from|to)\s+(?:\w+\s+){0,2}$/i.exec(
      text.slice(Math.max(0, Math.min(start, number.start) - 24), number.start),
    )?.[1];
  const [a, b] = [lead(first)?.toLowerCase(), lead(second)?.toLowerCase()];
  if (Math.abs(first.number.start - second.number.start) > 60) return 0;
  return a === "from" && b === "to" ? 1 : a === "to" && b === "from" ? -1 : 0;
}

/** Whether the counted nouns are exchanged; null where the nouns do not tell the two apart. */
function nounsCrossed([first, second]: Couple, [a, b]: Couple): boolean | null {
  if (first.dimension !== "count") return null;
  const [m, n, p, q] = [first.unit, second.unit, a.unit, b.unit];
  if (m === null || n === null || p === null || q === null || same(m, n)) return null;
  return same(m, q) && same(n, p) && !same(m, p) && !same(n, q);
}

function same(a: string, b: string): boolean {
  return a === b || family(a) === family(b) || similarity(a, b) >= ALIKE;
}

/** Whether the words around each figure fit the other's better than its own. */
function wordsCrossed(
  sentence: Sentence,
  [first, second]: Couple,
  pairing: Pairing,
  [a, b]: Couple,
): boolean {
  const oneUnit = (x: QuantityValue, y: QuantityValue) => x.unit === y.unit || isBare(x) || isBare(y);
  if (!oneUnit(first, second) || !oneUnit(a, b)) return false;
  const stated = pairing.statement.sentence.quantities;
  const claims = sentence.quantities;
  const bound = (claim: QuantityValue) =>
    bind(pairing, belongingsOf(pairing.query, claims, claims.indexOf(claim)), stated).words;
  const [one, other] = [bound(first), bound(second)];
  const [atA, atB] = [stated.indexOf(a), stated.indexOf(b)];
  const gain = one[atB]! - one[atA]!;
  const otherGain = other[atA]! - other[atB]!;
  return gain >= EACH && otherGain >= EACH && gain + otherGain >= CROSSED;
}

function finding(
  sentence: Sentence,
  [first, second]: Couple,
  { statement }: Pairing,
  theirs: Couple,
): Finding {
  const read = ({ number }: QuantityValue) => sentence.text.slice(number.start, number.end);
  const [left, right] = first.number.start < second.number.start ? [first, second] : [second, first];
  const span = { start: left.number.start, end: right.number.end };
  return contradictedFigure(sentence, {
    span,
    confidence: CERTAIN,
    message: `“${read(left)}” and “${read(right)}” have changed places: the source has them the other way round.`,
    passages: [{ source: statement.source, sentence: statement.sentence, focus: [...theirs] }],
    replacements: [
      { span: left.number, newText: likeCapital(read(right).toLowerCase(), read(left)) },
      { span: right.number, newText: likeCapital(read(left).toLowerCase(), read(right)) },
    ],
  });
}
