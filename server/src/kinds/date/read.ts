/**
 * Reads the dates of a sentence: parsers propose at each word that can begin one, the longest proposal stands, traps
 * are dropped and what the words leave open is inferred from the reference day. Knows no document.
 */

import type { Token } from "../../text/types.ts";
import type { DateValue, Day } from "../types.ts";
import { boundedAt, withBound } from "./bounds.ts";
import { formatDay, parseDay } from "./calendar.ts";
import { withElided } from "./elided.ts";
import { at, type Core, type NumericOrder, type Scan, word } from "./grammar.ts";
import { lex } from "./lex.ts";
import { supersededAt } from "./superseded.ts";
import { comparesBack, negatedBefore, pick, tenseAround } from "./tense.ts";
import { isTrap } from "./traps.ts";

/**
 * Every date, period, deadline, duration and clock time in a text, in order, without overlaps.
 * @param text a sentence or a cell; time grows with its length
 * @param reference the day from which "last week" and missing years count
 * @param tokens the text's tokens, if known: their parts of speech help with "may" and counted nouns
 * @param order what 03/04/2024 means in this document, if it tells; without it such a date is not read
 */
export function readDates(
  text: string,
  reference: Day,
  tokens: readonly Token[] = [],
  order?: NumericOrder,
): DateValue[] {
  const lexemes = lex(text);
  const today = parseDay(reference);
  if (
    Number.isNaN(today) ||
    !lexemes.some((x) => x.term !== undefined || x.kind === "number" || endsInDigit(x.lower))
  )
    return [];
  const scan: Scan = { text, lexemes, today, tokens, order, memo: new Array(lexemes.length) };
  const values: DateValue[] = [];
  let i = 0;
  while (i < lexemes.length) {
    const core = mayBegin(scan, i) ? boundedAt(scan, i) : null;
    if (core === null || core.next <= i || isTrap(scan, core, i)) {
      i += 1;
      continue;
    }
    const value = settle(scan, core, i);
    if (value !== null) values.push({ ...value, bound: boundOfSpan(scan, value, i, values.at(-1)) });
    i = core.next;
  }
  return withElided(scan, values);
}

function mayBegin(scan: Scan, i: number): boolean {
  const lexeme = at(scan, i);
  if (lexeme.kind === "number" || lexeme.term !== undefined || lexeme.lower === "'") return true;
  return lexeme.kind === "word" && endsInDigit(lexeme.lower);
}

/** "Q3", "FY2025". */
function endsInDigit(lower: string): boolean {
  const last = lower.charCodeAt(lower.length - 1);
  return last >= 48 && last <= 57;
}

/** Turns a proposal into a value with its days. */
function settle(scan: Scan, proposed: Core, i: number): DateValue | null {
  if (proposed.doubt === "duration" && isStretch(scan, proposed, i)) return asLength(scan, proposed, i);
  const core = boundAsMeant(scan, proposed, i);
  const picked = pick(scan, core, i);
  if (picked === null && core.choices(scan.today).length === 0 && core.open) return null;
  const base = { ...valueAt(scan, core, i), ...(supersededAt(scan, core, i) ? { superseded: true } : {}) };
  if (picked === null) return base;
  const { from, to } = edges(core, picked.interval.from, picked.interval.to);
  return { ...base, from, to, ...(core.open && picked.sure ? { tenseDecides: true } : {}) };
}

/** The bound as a negation before it, or what is told of that day, leaves it. */
function boundAsMeant(scan: Scan, core: Core, i: number): Core {
  const turns = core.duration === undefined;
  const upper = core.bound === "before" || core.bound === "until";
  if (upper && core.openFrom && turns && negatedBefore(scan, i))
    return withBound(core.ends === true ? dayAfter(core) : core, "from");
  if (core.bound === "after" && core.openTo && turns && isNoMoreAfter(scan, i))
    return withBound(core, "until");
  if (core.bound === "by" && core.openFrom && word(scan, i - 1) === "not" && word(scan, i) === "by")
    return withBound(core, "after");
  if (core.bound === "from" && core.openTo && tellsState(scan, core, i))
    return { ...core, bound: "on", openTo: false };
  return core;
}

/** "none until the end of 2026" begins when that year is over, "none until July" with July. */
function dayAfter(core: Core): Core {
  return {
    ...core,
    choices: (near) => core.choices(near).map(({ to }) => ({ from: to + 1, to: to + 1 })),
  };
}

/** "peat may not be cut after 1 July": until then; "not until after", "not long after" say something else. */
function isNoMoreAfter(scan: Scan, i: number): boolean {
  return (
    !/^(?:until|till|long|soon|shortly|only|even|just|immediately|and|or|day|days|week|weeks)$/.test(
      word(scan, i - 1),
    ) && negatedBefore(scan, i)
  );
}

/** "from 7 a.m. to 6 p.m.", "between 23:00 and 05:00": the first time is a start, the second an end. */
function boundOfSpan(
  scan: Scan,
  value: DateValue,
  i: number,
  before: DateValue | undefined,
): DateValue["bound"] {
  if (value.time === null || value.bound !== "on") return value.bound;
  if (word(scan, i - 1) === "between") return "from";
  if (before?.time == null || before.bound !== "from") return value.bound;
  const joint = scan.text.slice(before.end, value.start).trim();
  return joint === "to" || joint === "and" ? "until" : value.bound;
}

function edges(core: Core, from: number, to: number): { from: Day | null; to: Day | null } {
  if (core.bound === "before" && core.duration === undefined) return { from: null, to: formatDay(from - 1) };
  if (core.bound === "after" && core.duration === undefined) return { from: formatDay(to + 1), to: null };
  return { from: core.openFrom ? null : formatDay(from), to: core.openTo ? null : formatDay(to) };
}

/** "as of Monday 791,000 had been vaccinated" tells the state on that day, "as of Monday it will cost more" a start. */
function tellsState(scan: Scan, core: Core, i: number): boolean {
  return word(scan, i) === "as" && word(scan, i + 1) === "of" && tenseAround(scan, i, core.next) === "past";
}

/** "built in two months", "the slowest in four years": not a day ahead. */
function isStretch(scan: Scan, core: Core, i: number): boolean {
  const before = word(scan, i - 1);
  if (/^(time|first|most|least|rise|fall|increase|drop)$/.test(before) || before.endsWith("est")) return true;
  const tense = tenseAround(scan, i, core.next);
  return tense === "past" || (tense === "none" && comparesBack(scan, i));
}

/** "built in two months" is a length, not a day ahead. */
function asLength(scan: Scan, core: Core, i: number): DateValue {
  return {
    ...valueAt(scan, core, word(scan, i) === "in" ? i + 1 : i),
    stated: { year: false, month: false, day: false, weekday: false },
  };
}

function valueAt(scan: Scan, core: Core, i: number): DateValue {
  const start = at(scan, i).start;
  const end = at(scan, core.next - 1).end;
  return {
    kind: "date",
    start,
    end,
    text: scan.text.slice(start, end),
    from: null,
    to: null,
    grain: core.grain,
    stated: core.stated,
    bound: core.bound ?? "on",
    duration: core.duration ?? null,
    anchored: core.anchored ?? false,
    time: core.time ?? null,
    ...(core.duration !== undefined && core.anchored !== true && core.choices(scan.today).length === 0
      ? { told: formatDay(scan.today) }
      : {}),
  };
}
