/**
 * Stretches told by their length and their end: "the year to February 2026", "the twelve months to the end of June", "the
 * financial year ending 31 March 2027". How the end is read is handed in.
 */
import type { DurationUnit } from "../../types.ts";
import { at, type CoreParser, endsClause, type Scan, word } from "../grammar.ts";
import { lengthAt } from "./duration.ts";
import { moveBy } from "./move.ts";

interface Stretch {
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly next: number;
}

const ADJECTIVE = /^(?:financial|fiscal|budget|business|reporting|accounting)$/;
const WHOLE = /^(?:week|month|quarter|year)$/;

/** How long the stretch is: "12 months", "financial year", "fortnight". */
function stretchAt(scan: Scan, i: number): Stretch | null {
  const length = lengthAt(scan, i);
  if (length !== null && !length.measure.article) {
    const whole = length.low === length.high && length.unit !== "hour" && length.unit !== "minute";
    return whole ? { amount: length.low, unit: length.unit, next: length.next } : null;
  }
  const k = ADJECTIVE.test(word(scan, i)) ? i + 1 : i;
  const { term, lower } = at(scan, k);
  if (term?.unit === undefined || term.plural === true || !WHOLE.test(term.unit)) return null;
  return { amount: lower === "fortnight" ? 2 : 1, unit: term.unit as DurationUnit, next: k + 1 };
}

/** Makes the parser of such stretches, given how to read the date that ends them. */
export function runUpParser(ends: CoreParser): CoreParser {
  return (scan, i) => {
    const stretch = word(scan, i) === "the" ? stretchAt(scan, i + 1) : null;
    if (stretch === null || !/^(?:to|ending|ended)$/.test(word(scan, stretch.next))) return null;
    const on = /^(?:in|on)$/.test(word(scan, stretch.next + 1)) && word(scan, stretch.next) !== "to";
    const end = ends(scan, stretch.next + (on ? 2 : 1));
    if (end === null || end.anchored || end.bound !== undefined || end.duration !== undefined) return null;
    // "the two years to 2030 euros": a bare number is believed where the clause ends.
    if (end.doubt === "year" && !endsClause(scan, end.next)) return null;
    if (end.choices(scan.today).length === 0 || end.grain === "weekday") return null;
    const { doubt: _doubt, ends: _ends, ...rest } = end;
    const from = (to: number) => moveBy(to + 1, -stretch.amount, stretch.unit);
    return { ...rest, choices: (near) => end.choices(near).map(({ to }) => ({ from: from(to), to })) };
  };
}
