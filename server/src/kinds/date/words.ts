/**
 * The words that dates are made of, as data. Knows English only; decides nothing about a sentence.
 */
import type { DurationUnit } from "../types.ts";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;

/** What a unit word measures; "weekend" and "century" can be shifted but measure nothing. */
export type UnitWord = DurationUnit | "weekend" | "century" | "half" | "season";
/** How far a word such as "last" moves; anchored ones count from another event. */
export interface Shift {
  readonly by: -1 | 0 | 1;
  readonly anchored: boolean;
}
export type Part = "early" | "mid" | "late" | "start" | "end";

/** Everything one word may mean in a date. */
export interface Term {
  readonly month?: number;
  readonly weekday?: number;
  /** Shortened form of a month or weekday. */
  readonly short?: boolean;
  readonly unit?: UnitWord;
  readonly plural?: boolean;
  readonly number?: number;
  readonly ordinal?: number;
  readonly season?: number;
  readonly shift?: Shift;
  readonly part?: Part;
  /** Starts or joins an expression ("by", "the", "between"). */
  readonly lead?: boolean;
}

const terms = new Map<string, Term>();
function add(words: string, term: Term): void {
  for (const word of words.split(" ")) terms.set(word, { ...terms.get(word), ...term });
}

MONTHS.forEach((name, index) => {
  add(name.toLowerCase(), { month: index + 1 });
  if (name.length > 4) add(name.slice(0, 3).toLowerCase(), { month: index + 1, short: true });
});
add("jun", { month: 6, short: true });
add("jul", { month: 7, short: true });
add("sept", { month: 9, short: true });
WEEKDAYS.forEach((name, index) => {
  add(name.toLowerCase(), { weekday: index + 1 });
  add(name.slice(0, 3).toLowerCase(), { weekday: index + 1, short: true });
});
add("tues", { weekday: 2, short: true });
add("weds", { weekday: 3, short: true });
add("thur thurs", { weekday: 4, short: true });
SEASONS.forEach((name, index) => {
  add(name, { season: index });
});
add("fall", { season: 2 });

const UNITS: readonly (readonly [string, UnitWord])[] = [
  ["minute", "minute"],
  ["hour", "hour"],
  ["day", "day"],
  ["week", "week"],
  ["fortnight", "week"],
  ["month", "month"],
  ["quarter", "quarter"],
  ["year", "year"],
  ["decade", "decade"],
  ["weekend", "weekend"],
];
for (const [word, unit] of UNITS) {
  add(word, { unit });
  add(`${word}s`, { unit, plural: true });
}
add("century", { unit: "century" });
add("centuries", { unit: "century", plural: true });
add("mins min", { unit: "minute", plural: true });
add("hrs hr", { unit: "hour", plural: true });
add("yrs yr", { unit: "year", plural: true });
add("half", { unit: "half" });

"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
  .split(" ")
  .forEach((word, index) => {
    add(word, { number: index });
  });
"twenty thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, index) => {
  add(word, { number: (index + 2) * 10 });
});
add("hundred", { number: 100 });
add("dozen", { number: 12 });
add("a an", { number: 1, lead: true });
export const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
ORDINALS.forEach((word, index) => {
  add(word, { ordinal: index + 1 });
});
add("thirtieth", { ordinal: 30 });

add("last past", { shift: { by: -1, anchored: false } });
add("next coming upcoming forthcoming", { shift: { by: 1, anchored: false } });
add("this current present", { shift: { by: 0, anchored: false } });
add("previous preceding", { shift: { by: -1, anchored: true } });
add("following ensuing subsequent", { shift: { by: 1, anchored: true } });
add("same that", { shift: { by: 0, anchored: true } });

add("early", { part: "early" });
add("mid middle midway", { part: "mid" });
add("late", { part: "late" });
add("beginning start opening turn", { part: "start" });
add("end close", { part: "end" });
add("ends closes", { lead: true });

add("the by before prior ahead until till up through since ever from no not on at as starting beginning", {
  lead: true,
});
add(
  "effective sooner with after beyond later earlier between within in around about circa roughly approximately towards",
  {
    lead: true,
  },
);
add(
  "more less over under at nearly almost just some only barely exactly fully well better upwards fewer longer",
  {
    lead: true,
  },
);
add(
  "yesterday today tomorrow tonight day noon midnight midday week year so rest remainder weekend century nineties",
  {
    lead: true,
  },
);
add("noughties tens twenties thirties forties fifties sixties seventies eighties nineties", { lead: true });
add("christmas easter new good boxing labour labor ascension whit pentecost thanksgiving halloween", {
  lead: true,
});
add("fiscal financial academic school budget fy calendar couple half quarter anywhere anything", {
  lead: true,
});

/** What a lower-cased word may mean in a date, or undefined. */
export function termOf(word: string): Term | undefined {
  return terms.get(word);
}

const NUMBER_WORDS = new Map<number, string>();
for (const [word, term] of terms) {
  if (term.number !== undefined && !term.lead && word !== "dozen" && word !== "hundred") {
    NUMBER_WORDS.set(term.number, word);
  }
}
/** 0–99 in words ("twenty-five"), else null. */
export function numberInWords(n: number): string | null {
  const plain = NUMBER_WORDS.get(n);
  if (plain !== undefined) return plain;
  if (!Number.isInteger(n) || n < 21 || n > 99) return null;
  return `${NUMBER_WORDS.get(Math.floor(n / 10) * 10)}-${NUMBER_WORDS.get(n % 10)}`;
}
