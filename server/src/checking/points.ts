/**
 * Percent and percentage points: "rose by 9 per cent, from 21 per cent to 30" is a rise of nine points. The sentence
 * contradicts itself; no source is needed to tell.
 */
import type { QuantityValue } from "../kinds/types.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import { statementsBeside } from "./pairings.ts";
import { isStatedInPercent } from "./points-beside.ts";
import { isQuoted } from "./stance.ts";
import type { Corpus, Finding } from "./types.ts";

/** How near the difference must come to the change that is told, in its last decimal. */
const ROUNDING = 0.051;
/** A relative change this near to the one told makes the percent right after all. */
const RELATIVE = 0.15;

/** Findings on changes that are told in percent where the figures beside them give points; none that a source tells so. */
export function checkPoints(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  const shares = sentence.quantities.filter(
    ({ unit, min, max, fraction }) => unit === "percent" && min === max && min !== null && !fraction,
  );
  if (shares.length < 3) return [];
  return shares.flatMap((change) => {
    if (!isChange(sentence, change)) return [];
    const ends = endsOf(
      change,
      shares.filter((share) => share !== change && !isChange(sentence, share)),
    );
    const unit = ends && unitOf(sentence, change);
    if (!ends || !unit || isQuoted(sentence, change)) return [];
    const pairings = index ? statementsBeside(draft, sentence, index, among).pairings : [];
    return isStatedInPercent(change, pairings) ? [] : [finding(sentence, change, ends, unit)];
  });
}

/** "by 9 per cent", "an increase of 9 per cent": told as a change, not as a level. */
function isChange({ text }: Sentence, { number }: QuantityValue): boolean {
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  if (/\b(?:from|to)\s+(?:\w+\s+)?$/i.test(before)) return false;
  return /\b(?:by|up|down|(?:increase|rise|fall|drop|gain|loss|decline|decrease|growth) of)\s+(?:\w+\s+){0,2}$/i.test(
    before,
  );
}

type Ends = readonly [QuantityValue, QuantityValue];

function endsOf(change: QuantityValue, others: readonly QuantityValue[]): Ends | null {
  for (const [at, from] of others.entries()) {
    for (const to of others.slice(at + 1)) {
      const difference = Math.abs(to.nominal - from.nominal);
      const relative = (100 * difference) / Math.min(from.nominal, to.nominal);
      if (difference === 0 || Math.abs(difference - change.nominal) > ROUNDING) continue;
      if (Math.abs(relative - change.nominal) > RELATIVE * change.nominal) return [from, to];
    }
  }
  return null;
}

/** The unit's words behind the number: "per cent", "percent", "%". */
function unitOf({ text }: Sentence, { number, end }: QuantityValue): { start: number; end: number } | null {
  const match = /^(\s*)(per cent|percent|pct|%)/i.exec(
    text.slice(number.end, Math.max(end, number.end + 12)),
  );
  return match ? { start: number.end + match[1]!.length, end: number.end + match[0].length } : null;
}

function finding(
  sentence: Sentence,
  change: QuantityValue,
  [from, to]: Ends,
  unit: { start: number; end: number },
): Finding {
  const shown = (value: QuantityValue) => String(value.nominal);
  const [high, low] = from.nominal > to.nominal ? [from, to] : [to, from];
  const spaced = sentence.text[unit.start - 1] === " ";
  return {
    kind: "quantity",
    verdict: "contradicted",
    sentence,
    span: unit,
    confidence: 0.9,
    actual: sentence.text.slice(change.number.start, unit.end),
    expected: `${shown(change)} percentage points`,
    message: `From ${shown(from)} to ${shown(to)} percent is ${shown(change)} percentage points, not ${shown(change)} percent.`,
    arithmetic: `${shown(high)} − ${shown(low)} = ${shown(change)}`,
    passages: [],
    replacements: [{ span: unit, newText: `${spaced ? "" : " "}percentage points` }],
    features: {},
  };
}
