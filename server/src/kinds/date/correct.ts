/**
 * The correction of a date claim: candidates in the draft's own style, read again and compared with the source, so
 * that only words that make the claim true are offered.
 */
import type { DateValue, Day } from "../types.ts";
import { LEADS } from "./bounds.ts";
import { addDays, formatDay, type Interval, parseDay } from "./calendar.ts";
import { compareDates } from "./compare.ts";
import { dayCandidates } from "./correct-days.ts";
import { compoundCandidates, lengthCandidates } from "./correct-length.ts";
import { moveBy } from "./formats/move.ts";
import { cased } from "./pieces.ts";
import { clock, namedDays } from "./plain.ts";
import { readDates } from "./read.ts";
import { lengthOfSpan } from "./spans.ts";
import { saysNotBefore } from "./turned.ts";
import { numberInWords } from "./words.ts";

/**
 * What to write in place of `claimText` so that the source's value makes it true, or null where no safe correction is
 * known. `reference` is the draft's day, if known: relative words are checked against it.
 */
export function correctDate(
  claim: DateValue,
  claimText: string,
  source: DateValue,
  reference?: Day,
): string | null {
  const length = claim.duration !== null && claim.from === null && source.duration === null;
  if (length && !claim.anchored) {
    const span = lengthOfSpan(source);
    return span && correctDate(claim, claimText, span, reference);
  }
  const seen = new Set([claimText]);
  for (const candidate of candidates(claim, claimText, source)) {
    if (seen.has(candidate)) continue;
    seen.add(candidate);
    if (holds(candidate, claim, source, reference)) return candidate;
  }
  return null;
}

function* candidates(claim: DateValue, text: string, source: DateValue): Generator<string> {
  if (claim.time !== null) {
    if (source.time !== null) yield timeLike(source.time, text);
    return;
  }
  if (claim.duration !== null && source.duration !== null) {
    yield* compoundCandidates(text, source);
    yield* lengthCandidates(claim, text, source);
  }
  yield* agoCandidates(claim, text, source);
  const days = source.from === null && source.to === null ? null : namedDays(source);
  // Behind a negation the words of an end are those of a start, and stay.
  const turned = saysNotBefore(claim);
  if (!turned) yield* rebound(text, source);
  if (days === null) return;
  const known = {
    days: source.stated.day || source.grain === "weekday" || source.grain === "day",
    months: source.grain !== "year",
    part: /\b(?:early|mid|late|beginning|start|middle|end)\b/i.exec(source.text)?.[0]?.toLowerCase() ?? null,
  };
  for (const candidate of dayCandidates(text, singled(claim, days), known)) {
    yield candidate;
    if (!turned) yield* rebound(candidate, source);
  }
}

/** "until 30 April" wants the end of a span, "from 1 April" its start. */
function singled(claim: DateValue, days: Interval): Interval {
  const upper = claim.bound === "by" || claim.bound === "until" || claim.bound === "before";
  const lower = claim.bound === "since" || claim.bound === "from" || claim.bound === "after";
  if (upper) return { from: days.to, to: days.to };
  return lower ? { from: days.from, to: days.from } : days;
}

const PREFERRED: Readonly<Partial<Record<DateValue["bound"], readonly string[]>>> = {
  by: ["no later than", "by"],
  before: ["before"],
  until: ["until"],
  since: ["since"],
  from: ["no earlier than", "from"],
  after: ["after"],
};

/** The same days with the source's bound: "from 30 June" → "by 30 June", "no earlier than" → "no later than". */
function* rebound(text: string, source: DateValue): Generator<string> {
  const lower = text.toLowerCase();
  const lead = LEADS.map(([phrase]) => phrase)
    .filter((phrase) => lower.startsWith(`${phrase} `))
    .sort((a, b) => b.length - a.length)[0];
  const wanted = PREFERRED[source.bound];
  if (lead === undefined || wanted === undefined) return;
  const formal = /^no/.test(lead);
  for (const phrase of formal ? wanted : [...wanted].reverse()) {
    yield cased(phrase, text) + text.slice(lead.length);
  }
}

/** "three years ago" → "two years ago": the reference day follows from the claim itself. */
function* agoCandidates(claim: DateValue, text: string, source: DateValue): Generator<string> {
  const length = claim.duration;
  const days = source.from === null && source.to === null ? null : namedDays(source);
  if (length === null || days === null || claim.from === null || !/\bago$/i.test(text)) return;
  const amount = length.max ?? length.min ?? 0;
  const today = moveBy(parseDay(claim.from), amount, length.unit);
  const per = today - moveBy(today, -1, length.unit) || 1;
  const count = Math.round((today - (days.from + days.to) / 2) / per);
  if (count < 1) return;
  const unit = `${length.unit === "working-day" ? "working day" : length.unit}${count === 1 ? "" : "s"}`;
  const number = /\d/.test(text) ? String(count) : (numberInWords(count) ?? String(count));
  yield `${cased(number, /^[a-z]/i.test(text) ? text : number)} ${unit} ago`;
}

/** A clock time as the model is written: "17:40", "5:40 p.m.", "5:40pm". */
function timeLike(minutes: number, model: string): string {
  const half = /([ap])(\.?)m\.?$/i.exec(model);
  if (half === null)
    return /^\d/.test(model)
      ? `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
      : clock(minutes);
  const plain = clock(minutes === 720 ? 719 : minutes).replace(
    "11:59 a.m.",
    minutes === 720 ? "12:00 p.m." : "11:59 a.m.",
  );
  const dots = half[2] === "." ? plain : plain.replace(/\./g, "");
  const hour = /:/.test(model) ? dots : dots.replace(":00", "");
  return /\d[ap]\.?m/i.test(model) ? hour.replace(" ", "") : hour;
}

/** The candidate is one date and nothing else, keeps the claim's kind of grain, and the source makes it true. */
function holds(candidate: string, claim: DateValue, source: DateValue, reference: Day | undefined): boolean {
  return references(claim, source, reference).some((day) => {
    const context = claim.time !== null ? "at " : claim.duration !== null ? "for " : "in ";
    const said = saysNotBefore(claim) ? "no work " : context;
    const text = /^[Oo]n /.test(candidate) ? candidate : said + candidate;
    const [value, more] = readDates(text, day);
    if (value === undefined || more !== undefined) return false;
    if (value.text.length < candidate.replace(/^[Oo]n /, "").length - 1) return false;
    return compareDates(value, source) === "agrees";
  });
}

function references(claim: DateValue, source: DateValue, reference: Day | undefined): Day[] {
  if (reference !== undefined) return [reference];
  const counted =
    claim.duration !== null && claim.from !== null && claim.from === claim.to ? claim.duration : null;
  const amount = counted === null ? null : (counted.max ?? counted.min);
  if (counted !== null && amount !== null && claim.from !== null) {
    const sign = /\bago$/i.test(claim.text) ? 1 : -1;
    return [formatDay(moveBy(parseDay(claim.from), sign * amount, counted.unit))];
  }
  const known = source.to ?? source.from ?? claim.to ?? claim.from;
  if (known === null) return ["2020-01-01"];
  const mine = claim.to ?? claim.from ?? known;
  const later = [20, 100, 200, 300].map((days) => addDays(mine, days)).filter((day) => day >= known);
  return [known, formatDay(parseDay(known) + 1), ...later];
}
