/**
 * Rewrites a length of time in the style of a draft: "48 hours" → "24 hours", "two-day" → "three-day", "a year" → "two
 * years". Gives candidates, best first; the caller checks them.
 */
import type { DateValue, DurationUnit } from "../types.ts";
import { hedgeAt, lengthAt } from "./formats/duration.ts";
import { measureAt } from "./formats/number.ts";
import { at, type Scan } from "./grammar.ts";
import { daysIn } from "./lengths.ts";
import { lex } from "./lex.ts";
import { cased } from "./pieces.ts";
import { numberInWords } from "./words.ts";

/** Where the hedge, the number and the unit of a written length stand. */
interface Written {
  readonly scan: Scan;
  readonly hedge: { readonly start: number; readonly end: number } | null;
  readonly number: { readonly start: number; readonly end: number };
  readonly unit: { readonly start: number; readonly end: number };
  readonly times: number;
}

function takeApart(text: string): Written | null {
  const scan: Scan = { text, lexemes: lex(text), today: 0, tokens: [], memo: [] };
  for (let i = 0; i < Math.min(scan.lexemes.length, 8); i += 1) {
    const hedge = hedgeAt(scan, i);
    const k = hedge?.next ?? i;
    const length = lengthAt(scan, k);
    const measure = length?.measure;
    if (!length || !measure) continue;
    const first = measureAt(scan, k);
    const unitWord = at(scan, length.next - 1);
    const numberEnd = at(scan, Math.max(measure.next, first?.next ?? 0) - 1).end;
    return {
      scan,
      hedge: hedge ? { start: at(scan, i).start, end: at(scan, k).start } : null,
      number: { start: at(scan, k).start, end: numberEnd },
      unit: { start: unitWord.start, end: unitWord.end },
      times: unitWord.lower.startsWith("fortnight") ? 2 : 1,
    };
  }
  return null;
}

/** Candidates for the claim's words, given the source's length. */
export function lengthCandidates(claim: DateValue, text: string, source: DateValue): string[] {
  const written = takeApart(text);
  const length = source.duration;
  if (written === null || length === null || claim.duration === null) return [];
  const low = length.min ?? length.max;
  const high = length.max ?? length.min;
  if (low === null || high === null) return [];
  const named = length.approximate ? nominalOf(length) : low;
  const factor = daysIn(length.unit) / (daysIn(claim.duration.unit) * written.times);
  const units: (readonly [DurationUnit, number])[] = [];
  const converted = named * factor;
  if (Math.abs(converted - Math.round(converted)) < 0.02 && converted > 0.9)
    units.push([claim.duration.unit, factor]);
  units.push([length.unit, 1]);
  const opposite = claim.anchored && source.anchored && claim.bound !== source.bound;
  if (opposite) return [turned(text)].filter((one) => one !== null);
  return units.flatMap(([unit, by]) =>
    rewrites(written, text, source, unit, [named * by, high * by], by === factor),
  );
}

const COMPOUND =
  /\b([\w-]+) (year|week|day|hour|minute)s?((?:, |,? and )|\s)([\w-]+) (month|day|hour|minute|second)s?\b/i;
/** How many of the second go into one of the first, where that is a whole number. */
const PARTS: Readonly<Record<string, number>> = {
  "year month": 12,
  "week day": 7,
  "day hour": 24,
  "hour minute": 60,
  "minute second": 60,
};

/** "3 hours and 40 minutes" → "2 hours and 40 minutes": both numbers are written anew. */
export function compoundCandidates(text: string, source: DateValue): string[] {
  const found = COMPOUND.exec(text);
  const length = source.duration;
  if (!found || length === null || length.min === null || length.min !== length.max) return [];
  const [whole, first, large, joint, , small] = found as unknown as string[];
  const parts = PARTS[`${large!.toLowerCase()} ${small!.toLowerCase()}`];
  const unit = small!.toLowerCase() as DurationUnit;
  if (parts === undefined || !(length.unit === unit || (length.unit as string) === large!.toLowerCase()))
    return [];
  const total = length.unit === unit ? length.min : length.min * parts;
  const [most, rest] = [Math.floor(total / parts), Math.round(total % parts)];
  const digits = /^\d/.test(first!);
  const counted = (amount: number, name: string) =>
    `${inStyle(amount, digits)} ${name}${amount === 1 ? "" : "s"}`;
  const pieces = [most > 0 ? counted(most, large!) : "", rest > 0 ? counted(rest, small!) : ""].filter(
    Boolean,
  );
  const written = pieces.join(joint!);
  return [text.slice(0, found.index) + cased(written, whole!) + text.slice(found.index + whole!.length)];
}

function nominalOf(length: { readonly min: number | null; readonly max: number | null }): number {
  return length.max ?? length.min ?? 0;
}

function rewrites(
  written: Written,
  text: string,
  source: DateValue,
  unit: DurationUnit,
  amounts: readonly [number, number],
  sameUnit: boolean,
): string[] {
  const { scan, number, hedge } = written;
  const compound = text[number.end] === "-";
  const digits = /\d/.test(text.slice(number.start, number.end));
  const capital = text.slice(number.start, number.end);
  const [low, high] = amounts.map((x) => Math.round(x * 10) / 10);
  if (low === undefined || high === undefined) return [];
  const oneNumber =
    low === high ||
    source.duration?.min === null ||
    source.duration?.max === null ||
    source.duration?.approximate === true;
  const count = oneNumber ? inStyle(low, digits) : `${inStyle(low, digits)} to ${inStyle(high, digits)}`;
  const article = /^an?$/i.test(capital) && low === 1 && oneNumber;
  const word = article ? capital : cased(count, /^\d/.test(capital) || /^\d/.test(count) ? count : capital);
  const between = text.slice(number.end, written.unit.start);
  const name = sameUnit
    ? text.slice(written.unit.start, written.unit.end).replace(/s$/i, "")
    : unit.replace("-", " ");
  const plural = compound || (oneNumber && low === 1) ? name : `${name}s`;
  const tail = text.slice(written.unit.end).replace(/^\s*and a half/, "");
  const core = `${word}${sameUnit ? between : compound ? "-" : " "}${plural}`;
  const before = text.slice(0, hedge?.start ?? number.start);
  const kept = hedge === null ? "" : scan.text.slice(hedge.start, hedge.end);
  const theirs = hedgeWords(source.text);
  const bare = theirs === "" ? tail : tail.replace(/^\s+or (?:more|longer|less|fewer)\b/i, "");
  return [`${before}${kept}${core}${tail}`, `${before}${theirs}${core}${bare}`, `${before}${core}${bare}`];
}

/** Words that count an offset forward, and those that count it back. */
const TURNS: readonly (readonly [string, string])[] = [
  ["later", "earlier"],
  ["after", "before"],
  ["late", "early"],
  ["afterwards", "beforehand"],
  ["behind", "ahead of"],
];

/** "two weeks late" → "two weeks early": the same length to the other side; null where no word tells the side. */
function turned(text: string): string | null {
  for (const pair of TURNS) {
    for (const [word, other] of [pair, [pair[1], pair[0]] as const]) {
      const at = new RegExp(`\\b${word}\\b`, "i").exec(text);
      if (at) return text.slice(0, at.index) + cased(other, at[0]) + text.slice(at.index + word.length);
    }
  }
  return null;
}

/** "2.5" or "two and a half", as the draft writes numbers. */
function inStyle(amount: number, digits: boolean): string {
  if (digits) return String(amount);
  const whole = numberInWords(Math.floor(amount));
  if (whole === null) return String(amount);
  if (Number.isInteger(amount)) return whole;
  return amount - Math.floor(amount) === 0.5 ? `${whole} and a half` : String(amount);
}

/** The hedge that the source's words begin with, with a blank after it. */
function hedgeWords(text: string): string {
  const scan: Scan = { text, lexemes: lex(text), today: 0, tokens: [], memo: [] };
  const hedge = hedgeAt(scan, 0);
  return hedge === null ? "" : text.slice(0, at(scan, hedge.next).start).toLowerCase();
}
