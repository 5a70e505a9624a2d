/**
 * A weekday that does not fit its day: "Monday 22 April" where the sources have a Tuesday, or the 22nd of a year in which it
 * is one. Arithmetic on days that both sides name; whose matter the day is need not be known.
 */
import { parseDay } from "../../kinds/date/calendar.ts";
import { type NamedDay, namedDayOf, withWeekday } from "../../kinds/date/fit-weekday.ts";
import { wordDate } from "../../kinds/date/word.ts";
import { WEEKDAYS } from "../../kinds/date/words.ts";
import type { DateValue } from "../../kinds/types.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";

/** A day as a source names it. */
interface ToldDay extends NamedDay {
  readonly source: SourceReading;
  readonly sentence: Sentence;
  readonly value: DateValue;
}

/** Days between the two tellings of one day when the draft leaves out the year. */
const NEAR = 320;

/** Findings on weekdays that the calendar and the sources deny. */
export function checkWeekdays(sentence: Sentence, _draft: Reading, { sources }: Corpus): Finding[] {
  return sentence.dates.flatMap((value) => {
    const claim = value.stated.weekday ? namedDayOf(value) : null;
    if (claim === null || claim.written === 0 || isQuoted(sentence, value)) return [];
    if (claim.yearStated && claim.written === claim.real) return [];
    const told = sources.flatMap((source) => toldOf(source).get(claim.key) ?? []);
    const one = whatIsTold(claim, told);
    if (one === null) return [];
    return [
      finding(
        sentence,
        value,
        one,
        sources.some((source) => tellsNear(source, claim)),
      ),
    ];
  });
}

/** Days within which a source's day of the claim's weekday may be the one meant: the number is wrong then, not the weekday. */
const BESIDE = 8;

function tellsNear(source: SourceReading, { day, written }: NamedDay): boolean {
  return [...toldOf(source).values()].some((told) =>
    told.some((one) => one.written === written && Math.abs(one.day - day) <= BESIDE),
  );
}

/** The telling that denies the claim's weekday; null where any telling has the claim's, or is of another year. */
function whatIsTold(claim: NamedDay, told: readonly ToldDay[]): ToldDay | null {
  if (told.some((one) => weekdayOf(one) === claim.written || one.written === claim.written)) return null;
  const same = told.filter((one) =>
    claim.yearStated ? one.day === claim.day || !one.yearStated : Math.abs(one.day - claim.day) <= NEAR,
  );
  const surest = [
    ({ written }: ToldDay) => written > 0,
    ({ yearStated }: ToldDay) => yearStated,
    isNearItsTelling,
  ];
  for (const sure of surest) {
    const one = same.find(sure);
    if (one) return one;
  }
  return null;
}

/** The year that is left out is that of the source's own day, where the two are this near. */
const SEASON = 120;

function isNearItsTelling({ day, source }: ToldDay): boolean {
  return source.published !== null && Math.abs(day - parseDay(source.published)) <= SEASON;
}

function weekdayOf({ written, real }: NamedDay): number {
  return written > 0 ? written : real;
}

/** Only the weekday is wrong, unless the day may be. */
function finding(sentence: Sentence, value: DateValue, told: ToldDay, open: boolean): Finding {
  const text = sentence.text.slice(value.start, value.end);
  const name = WEEKDAYS[weekdayOf(told) - 1]!;
  const word = open ? null : withWeekday(text, weekdayOf(told));
  const span = word
    ? { start: value.start + word.start, end: value.start + word.end }
    : { start: value.start, end: value.end };
  const day = wordDate({ ...told.value, stated: { ...told.value.stated, weekday: false } });
  return {
    kind: "date",
    verdict: "contradicted",
    sentence,
    span,
    confidence: 0.9,
    actual: sentence.text.slice(span.start, span.end),
    expected: word ? name : wordDate(told.value),
    message: null,
    arithmetic: weekdayOf(told) === told.real ? `${day} is a ${name}` : null,
    passages: [{ source: told.source, sentence: told.sentence, focus: [told.value] }],
    replacements: word ? [{ span, newText: word.newText }] : [],
    features: {},
  };
}

const kept = new WeakMap<SourceReading, ReadonlyMap<string, readonly ToldDay[]>>();

/** The days that a source names, by month and day. */
function toldOf(source: SourceReading): ReadonlyMap<string, readonly ToldDay[]> {
  let days = kept.get(source);
  if (!days) {
    const named = new Map<string, ToldDay[]>();
    for (const sentence of source.sentences)
      for (const value of sentence.dates) {
        const day = namedDayOf(value);
        if (day) named.set(day.key, [...(named.get(day.key) ?? []), { ...day, source, sentence, value }]);
      }
    days = named;
    kept.set(source, days);
  }
  return days;
}
