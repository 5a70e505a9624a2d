/**
 * Lengths whose unit only their neighbour says: "lowered from 30 to 24 hours", "four days, down from nine", "33 days, the
 * portal for 19". What a change leaves behind, or a length is held against, is marked as superseded. Knows word shapes only.
 */
import type { DateValue } from "../types.ts";
import { tokenFrom } from "./formats/counted.ts";
import { measureAt } from "./formats/number.ts";
import { at, endsClause, type Scan, word } from "./grammar.ts";

/** The lengths of a sentence, with those beside them that leave out their unit; in order. */
export function withElided(scan: Scan, values: readonly DateValue[]): DateValue[] {
  const found = values.flatMap((value) => {
    if (!isLength(value)) return [value];
    const first = lexemeAt(scan, value.start);
    const changed = changedTo(scan, value, first, values);
    return changed ?? [...beforeIt(scan, value, first), ...afterIt(scan, value, values)];
  });
  return found.every((value, at) => at === 0 || found[at - 1]!.end <= value.start) ? found : [...values];
}

function isLength({ from, to, duration, anchored, time }: DateValue): boolean {
  return duration !== null && from === null && to === null && !anchored && time === null;
}

function lexemeAt(scan: Scan, start: number): number {
  return scan.lexemes.findIndex((lexeme) => lexeme.start >= start);
}

const CHANGE =
  /^(?:up|down|ris(?:es?|en|ing)|rose|go(?:es|ne)?|went|rais\w+|extend\w*|cut|cuts|lower\w*|reduc\w+|increas\w+|decreas\w+|fall|falls|fell|fallen|shorten\w*|lengthen\w*|gr[eo]w\w*|drop\w*|chang\w+|shr[aiu]nk\w*|prolong\w*)$/;
const REACH = 7;

function isChange(scan: Scan, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - REACH); k -= 1) {
    if (/^[.;:()]$/.test(word(scan, k))) return false;
    if (CHANGE.test(word(scan, k))) return true;
  }
  return false;
}

/** "from 30 to 24 hours" has its first end before the length; "goes up from 18 to 28 days" was read as one span. */
function beforeIt(scan: Scan, value: DateValue, first: number): DateValue[] {
  if (word(scan, first - 1) === "from" && isChange(scan, first - 1)) {
    const low = measureAt(scan, first);
    if (low && word(scan, low.next) === "to" && low.value === value.duration?.min) {
      const high = { ...value.duration, min: value.duration.max };
      const start = at(scan, low.next + 1).start;
      const rest = { ...value, start, text: scan.text.slice(start, value.end), duration: high };
      return [elided(scan, value, first, low, true), rest];
    }
  }
  for (let m = first - 2; m >= Math.max(1, first - 4); m -= 1) {
    const low = word(scan, m - 1) === "from" && word(scan, first - 1) === "to" ? measureAt(scan, m) : null;
    if (low?.next === first - 1 && !low.article) return [elided(scan, value, m, low, true), value];
  }
  return [value];
}

/** "grows from 30 days to 47": what the length was, and what it becomes. */
function changedTo(
  scan: Scan,
  value: DateValue,
  first: number,
  values: readonly DateValue[],
): DateValue[] | null {
  if (word(scan, first - 1) !== "from" || !isChange(scan, first - 1)) return null;
  const to = lexemeAt(scan, value.end);
  const measure = to > 0 && word(scan, to) === "to" ? measureAt(scan, to + 1) : null;
  if (!measure || measure.article || !standsAlone(scan, measure.next, values)) return null;
  return [{ ...value, superseded: true }, elided(scan, value, to + 1, measure, false)];
}

/** "…, down from nine", "… for 33 days, the portal for 19". */
function afterIt(scan: Scan, value: DateValue, values: readonly DateValue[]): DateValue[] {
  const end = values.find(({ start }) => start >= value.end)?.start ?? scan.text.length;
  for (let k = lexemeAt(scan, value.end); k > 0 && at(scan, k).start < end; k += 1) {
    if (at(scan, k).kind === "end" || /^[.;:]$/.test(word(scan, k))) return [];
    const lead = leadAt(scan, k, value);
    // Another number between the two may have given it another unit.
    if (!lead && at(scan, k).kind === "number") return [];
    const measure = lead && measureAt(scan, lead.next);
    if (!lead || !measure || measure.article || !standsAlone(scan, measure.next, values)) continue;
    return [elided(scan, value, lead.next, measure, lead.other)];
  }
  return [];
}

const OTHER_TWO = /^(?:down from|up from|rather than|instead of|compared (?:with|to))$/;
const OTHER = /^(?:against|not)$/;

/** Where the number may stand, and whether it is what the length was before. */
function leadAt(scan: Scan, k: number, value: DateValue): { next: number; other: boolean } | null {
  const two = `${word(scan, k)} ${word(scan, k + 1)}`;
  const words = OTHER_TWO.test(two) ? 2 : OTHER.test(word(scan, k)) ? 1 : 0;
  if (words > 0) return { next: word(scan, k + words) === "the" ? k + words + 1 : k + words, other: true };
  const parallel = word(scan, k) === "for" && word(scan, lexemeAt(scan, value.start) - 1) === "for";
  return parallel ? { next: k + 1, other: false } : null;
}

/** No noun follows that the number could count. */
function standsAlone(scan: Scan, k: number, values: readonly DateValue[]): boolean {
  if (endsClause(scan, k)) return true;
  const next = at(scan, k);
  if (values.some(({ start }) => start === next.start)) return true;
  if (next.kind !== "word") return false;
  if (GOES_ON.test(next.lower)) return true;
  return next.term === undefined && tokenFrom(scan, next.start) === "SCONJ";
}

const GOES_ON = /^(?:that|which|before|now|in|at|as|under|last|when|previously|so|until|today)$/;

function elided(
  scan: Scan,
  value: DateValue,
  from: number,
  { value: number, next }: { readonly value: number; readonly next: number },
  superseded: boolean,
): DateValue {
  const [start, end] = [at(scan, from).start, at(scan, next - 1).end];
  const duration = value.duration && { ...value.duration, min: number, max: number, approximate: false };
  const { superseded: _old, ...rest } = value;
  const text = scan.text.slice(start, end);
  return { ...rest, start, end, text, bound: "on", duration, ...(superseded ? { superseded } : {}) };
}
