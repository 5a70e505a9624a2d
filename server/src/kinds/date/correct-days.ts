/**
 * Rewrites a date in the style of a draft: order, dash, ordinals, shortened months, weekday and year stay as written;
 * what the draft leaves out stays out. Gives candidates, best first; the caller checks them.
 */
import { civilOf, type Interval, weekdayOfSerial } from "./calendar.ts";
import {
  type Change,
  cased,
  change,
  dayLike,
  monthLike,
  type Piece,
  type Pieces,
  piecesOf,
  weekdayLike,
} from "./pieces.ts";
import { SEASONS } from "./words.ts";

/** How finely the source tells the date, and the part of a period that it names ("early"), if any. */
export interface SourceDetail {
  readonly days: boolean;
  readonly months: boolean;
  readonly part: string | null;
}

/** Candidates that name `target` in place of `text`. */
export function dayCandidates(text: string, target: Interval, source: SourceDetail): string[] {
  const pieces = piecesOf(text);
  const candidates: string[] = [];
  const numeric = numericDate(text, target);
  if (numeric !== null && source.days) candidates.push(numeric);
  if (pieces.months.length > 0 && pieces.days.length === 0 && !source.months) {
    candidates.push(
      text.replace(/[A-Z][a-z]+\.? (?=\d{4}\b)/, "").replace(/\d{4}/, String(civilOf(target.from).year)),
    );
  }
  if (pieces.days.length > 0 && !source.days)
    return [...coarser(text, pieces, target, source.months), ...candidates];
  if (pieces.days.length === 1 && target.from < target.to) candidates.push(...widened(text, pieces, target));
  if (pieces.days.length > 1 && target.from === target.to) candidates.push(narrowed(text, pieces, target));
  if (pieces.days.length > 1 && pieces.months.length > 1)
    candidates.push(...mergedMonth(text, pieces, target));
  if (pieces.days.length > 1 && pieces.months.length === 1)
    candidates.push(...splitMonth(text, pieces, target));
  if (source.part !== null)
    candidates.push(...withPart(change(text, exchanged(pieces, target)), source.part));
  candidates.push(joinerFixed(change(text, exchanged(pieces, target)), target));
  candidates.push(...otherPeriods(text, pieces, target));
  return candidates;
}

/** Each piece exchanged by what the target has there; first ones by its first day, last ones by its last. */
function exchanged(pieces: Pieces, target: Interval): Change[] {
  const ends = [civilOf(target.from), civilOf(target.to)] as const;
  const end = (list: readonly Piece[], i: number) =>
    list.length > 1 && i === list.length - 1 ? ends[1] : ends[0];
  const last = (list: readonly Piece[], i: number) => (list.length === 1 ? ends[1] : end(list, i));
  const day = (list: readonly Piece[], i: number) =>
    list.length > 1 && i === list.length - 1 ? target.to : target.from;
  return [
    ...pieces.days.map((p, i) => ({ ...p, text: dayLike(end(pieces.days, i).day, p.text) })),
    ...pieces.months.map((p, i) => ({ ...p, text: monthLike(last(pieces.months, i).month, p.text) })),
    ...pieces.years.map((p, i) => ({ ...p, text: String(last(pieces.years, i).year) })),
    ...pieces.weekdays.map((p, i) => ({
      ...p,
      text: weekdayLike(weekdayOfSerial(day(pieces.weekdays, i)), p.text),
    })),
  ];
}

/** "5 and 9 May" would name two days: a longer span needs "to". */
function joinerFixed(text: string, target: Interval): string {
  return target.to - target.from > 1 && !/^between\b/i.test(text)
    ? text.replace(/ and (?=\S)/, " to ")
    : text;
}

/** One day becomes a span: "4 May" → "2–3 May", "May 4" → "May 2–3", "30 April to 2 May". */
function widened(text: string, pieces: Pieces, target: Interval): string[] {
  const day = pieces.days[0];
  const month = pieces.months[0];
  if (day === undefined || month === undefined) return [];
  const [a, b] = [civilOf(target.from), civilOf(target.to)];
  const changes = exchanged(pieces, target).filter((x) => x.start !== day.start && x.start !== month.start);
  const drop = pieces.weekdays.map((p) => ({ start: p.start, end: blankAfter(text, p.end), text: "" }));
  const others = [...changes.filter((x) => !drop.some((d) => d.start === x.start)), ...drop];
  const first = dayLike(a.day, day.text);
  const last = dayLike(b.day, day.text);
  const same = a.month === b.month;
  const dayFirst = day.start < month.start;
  const left = monthLike(a.month, month.text);
  const right = monthLike(b.month, month.text);
  const days = same
    ? `${first}–${last}`
    : dayFirst
      ? `${first} ${left} to ${last}`
      : `${first} to ${right} ${last}`;
  const out = change(text, [...others, { ...day, text: days }, { ...month, text: dayFirst ? right : left }]);
  return [out];
}

function blankAfter(text: string, end: number): number {
  let i = end;
  while (text[i] === "," || text[i] === " ") i += 1;
  return i;
}

/** A span becomes one day: "2–3 May" → "2 May", "from 2 to 3 May" → "on 2 May". */
function narrowed(text: string, pieces: Pieces, target: Interval): string {
  const first = pieces.days[0];
  const last = pieces.days.at(-1);
  if (first === undefined || last === undefined) return text;
  const dayFirst = (pieces.months.at(-1)?.start ?? 0) > last.start;
  const from = dayFirst ? Math.min(first.start, pieces.weekdays[0]?.start ?? first.start) : first.end;
  const until = dayFirst ? Math.min(last.start, pieces.weekdays.at(-1)?.start ?? last.start) : last.end;
  const one = text.slice(0, from) + text.slice(dayFirst && until < from ? last.start : until);
  const bare = one.replace(/^(from|between) /i, (lead) =>
    lead.startsWith("F") || lead.startsWith("B") ? "On " : "on ",
  );
  return change(bare, exchanged(piecesOf(bare), target));
}

/** "30 April to 2 May" with both ends in one month: "2 to 3 May". */
function mergedMonth(text: string, pieces: Pieces, target: Interval): string[] {
  if (civilOf(target.from).month !== civilOf(target.to).month) return [];
  const [first, second] = pieces.months;
  if (first === undefined || second === undefined) return [];
  const dayFirst = (pieces.days[0]?.start ?? 0) < first.start;
  const gone = dayFirst
    ? { start: first.start - 1, end: first.end }
    : { start: second.start, end: blankAfter(text, second.end) };
  const out = text.slice(0, gone.start) + text.slice(gone.end);
  return [joinerFixed(change(out, exchanged(piecesOf(out), target)), target)];
}

/** "2–3 May" with ends in two months: "30 April–2 May", "April 30–May 2". */
function splitMonth(text: string, pieces: Pieces, target: Interval): string[] {
  const [a, b] = [civilOf(target.from), civilOf(target.to)];
  const month = pieces.months[0];
  const first = pieces.days[0];
  const last = pieces.days.at(-1);
  if (a.month === b.month || month === undefined || first === undefined || last === undefined) return [];
  const rest = exchanged(pieces, target).filter(
    (x) => x.start !== month.start && x.start !== first.start && x.start !== last.start,
  );
  const dayFirst = first.start < month.start;
  const left = `${dayLike(a.day, first.text)}${dayFirst ? ` ${monthLike(a.month, month.text)}` : ""}`;
  const right = `${dayFirst ? "" : `${monthLike(b.month, month.text)} `}${dayLike(b.day, last.text)}`;
  const name = monthLike(dayFirst ? b.month : a.month, month.text);
  return [
    joinerFixed(
      change(text, [...rest, { ...first, text: left }, { ...last, text: right }, { ...month, text: name }]),
      target,
    ),
  ];
}

const LEAD =
  /^(?:by|before|until|till|since|after|no later than|not later than|no earlier than|no sooner than|not before|prior to|around)\s+(?:the\s+)?/i;

/** The source knows only the month or the year. Only bound words go with both "4 May" and "May". */
function coarser(text: string, pieces: Pieces, target: Interval, months: boolean): string[] {
  const lead = LEAD.exec(text)?.[0];
  const { month, year } = civilOf(target.to);
  if (lead === undefined) return [];
  if (!months) return [`${lead}${year}`];
  const name = monthLike(month, pieces.months[0]?.text ?? "May");
  return [`${lead}${name}${pieces.years.length > 0 ? ` ${year}` : ""}`];
}

/** "2024-03-04", "25/12/2024", "4.3.2024" in the same order and padding. */
function numericDate(text: string, target: Interval): string | null {
  const { year, month, day } = civilOf(target.from);
  const two = (n: number, model: string): string =>
    model.length > 1 ? String(n).padStart(2, "0") : String(n);
  const iso = /^(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso !== null) return `${year}${iso[2]}${two(month, iso[3] ?? "")}${iso[2]}${two(day, iso[4] ?? "")}`;
  const plain = /^(\d{1,2})([/.-])(\d{1,2})[/.-]\d{4}$/.exec(text);
  if (plain === null) return null;
  const monthFirst = Number(plain[3]) > 12;
  const [a, b] = monthFirst ? [month, day] : [day, month];
  return `${two(a, plain[1] ?? "")}${plain[2]}${two(b, plain[3] ?? "")}${plain[2]}${year}`;
}

/** Quarters, halves, seasons, budget years, decades and parts ("early", "the end of"). */
function otherPeriods(text: string, pieces: Pieces, target: Interval): string[] {
  const { year, month } = civilOf(target.from);
  const base = change(text, exchanged(pieces, target));
  const quarter = Math.ceil(month / 3);
  const ordinal = ["first", "second", "third", "fourth"][quarter - 1] ?? "";
  const half = month > 6 ? 2 : 1;
  const out: string[] = [];
  const put = (pattern: RegExp, with_: (match: string) => string): void => {
    if (pattern.test(text)) out.push(base.replace(pattern, with_));
  };
  put(/\bQ[1-4]/i, (m) => `${m[0]}${quarter}`);
  put(/\bH[12]\b/i, (m) => `${m[0]}${half}`);
  put(/\b(?:first|second|third|fourth|last)(?=[- ]quarter)/i, (m) => cased(ordinal, m));
  put(/\b(?:first|second)(?= half)/i, (m) => cased(half === 1 ? "first" : "second", m));
  put(/\b(?:spring|summer|autumn|fall|winter)\b/i, (m) =>
    cased(SEASONS[Math.floor((month + 9) / 3) % 4] ?? m, m),
  );
  put(/\b\d{3}0s\b/, () => `${Math.floor(year / 10) * 10}s`);
  put(
    /\b\d{4}([-–/])\d{2}\b/,
    (m) =>
      `${month < 4 ? year - 1 : year}${m[4]}${String((month < 4 ? year : year + 1) % 100).padStart(2, "0")}`,
  );
  put(/\b(?:last|next|this) year\b/i, () => String(year));
  return [...out, ...otherParts(base)];
}

const PART = /\b(?:the )?(?:beginning|start|middle|end) of |\b(?:early |late |mid-|mid )/i;

/** The part that the source names in place of the draft's: "the end of 2025" → "early 2026". */
function withPart(text: string, part: string): string[] {
  if (!PART.test(text)) return [];
  const short =
    part === "early" || part === "late" ? `${part} ` : part === "mid" ? "mid-" : `the ${part} of `;
  return [text.replace(PART, (m) => cased(short, m))];
}

/** The other parts of the same period, in the draft's way of naming them. */
function otherParts(text: string): string[] {
  const named = /\b(?:beginning|start|middle|end)(?= of)/i;
  if (named.test(text))
    return ["beginning", "middle", "end"].map((part) => text.replace(named, (m) => cased(part, m)));
  const part = /\b(?:early |late |mid-|mid )/i;
  return part.test(text)
    ? ["early ", "mid-", "late "].map((p) => text.replace(part, (m) => cased(p, m)))
    : [];
}
