/**
 * The parts of a written date (weekday, day, month, year, season, lead, joiner) and how each is written, so that one
 * can be exchanged without touching the rest. Knows no calendar.
 */
import { isYear } from "./grammar.ts";
import { type Lexeme, lex } from "./lex.ts";
import { MONTHS, ORDINALS, WEEKDAYS } from "./words.ts";

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
export interface Pieces {
  readonly weekdays: readonly Piece[];
  readonly days: readonly Piece[];
  readonly months: readonly Piece[];
  readonly years: readonly Piece[];
  readonly lexemes: readonly Lexeme[];
}

/** Takes a written date apart. */
export function piecesOf(text: string): Pieces {
  const lexemes = lex(text);
  const weekdays: Piece[] = [];
  const days: Piece[] = [];
  const months: Piece[] = [];
  const years: Piece[] = [];
  lexemes.forEach((x, i) => {
    const next = lexemes[i + 1];
    const dotted = x.term?.short === true && next?.lower === "." && !next.gap;
    const piece = {
      start: x.start,
      end: dotted ? next.end : x.end,
      text: text.slice(x.start, dotted ? next.end : x.end),
    };
    if (x.term?.weekday !== undefined) weekdays.push(piece);
    else if (x.term?.month !== undefined) months.push(piece);
    else if (isYear(x)) years.push(piece);
    else if (
      !isYearTail(lexemes, i) &&
      (x.kind === "number" ? /^(|st|nd|rd|th)$/.test(x.suffix) && x.value <= 31 : isOrdinalDay(lexemes, i))
    )
      days.push(piece);
  });
  return { weekdays, days, months, years, lexemes };
}

/** The "25" of "2024-25". */
function isYearTail(lexemes: readonly Lexeme[], i: number): boolean {
  const year = lexemes[i - 2];
  const mark = lexemes[i - 1];
  return year !== undefined && isYear(year) && (mark?.lower === "-" || mark?.lower === "/") && !mark.gap;
}

/** "the third of May", not "the third quarter". */
function isOrdinalDay(lexemes: readonly Lexeme[], i: number): boolean {
  return (
    lexemes[i]?.term?.ordinal !== undefined &&
    lexemes[i + 1]?.lower === "of" &&
    lexemes[i + 2]?.term?.month !== undefined
  );
}

export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies changes that do not overlap. */
export function change(text: string, changes: readonly Change[]): string {
  let out = "";
  let at = 0;
  for (const one of [...changes].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return out + text.slice(at);
}

const SUFFIXES = ["th", "st", "nd", "rd"];
function ordinalSuffix(day: number): string {
  return day % 100 > 10 && day % 100 < 14 ? "th" : (SUFFIXES[day % 10] ?? "th");
}

/** A day of the month as the model is written: "3", "03", "3rd", "third". */
export function dayLike(day: number, model: string): string {
  if (/^\d+$/.test(model)) return model.startsWith("0") ? String(day).padStart(2, "0") : String(day);
  if (/^\d/.test(model)) return `${day}${ordinalSuffix(day)}`;
  return ORDINALS[day - 1] ?? `${day}${ordinalSuffix(day)}`;
}

/** A month as the model is written: "August", "Aug", "Aug.", "AUGUST". */
export function monthLike(month: number, model: string): string {
  const name = MONTHS[month - 1] ?? "";
  const bare = model.replace(".", "");
  if (bare.length > 4 || /^(May|June|July)$/i.test(bare)) return cased(name, bare);
  if (name.length <= 4) return cased(name, bare);
  const short = month === 9 ? "Sept" : name.slice(0, 3);
  return cased(short, bare) + (model.endsWith(".") ? "." : "");
}

/** A weekday as the model is written: "Thursday", "Thu". */
export function weekdayLike(weekday: number, model: string): string {
  const name = WEEKDAYS[weekday - 1] ?? "";
  return cased(model.replace(".", "").length > 5 ? name : name.slice(0, 3), model);
}

/** Takes over capitals: all, the first letter, or none. */
export function cased(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  const first = model[0] ?? "";
  return (
    (first === first.toLowerCase() ? word.slice(0, 1).toLowerCase() : word.slice(0, 1).toUpperCase()) +
    word.slice(1)
  );
}
