/**
 * Dates in digits with a part left out: "11/2016", "2016 - 11", "22/04", "on 4/22". They look like file numbers,
 * scores and fractions, so each is read only where its neighbours leave no other meaning.
 */
import { dayOf, type Interval, monthOf } from "../calendar.ts";
import { at, type CoreParser, endsClause, fixed, isYear, type Scan, word, yearly } from "../grammar.ts";
import { countsThings, tokenFrom } from "./counted.ts";
import { maybeDated } from "./numbering.ts";
import { continues, joined, precededByJoin } from "./numeric.ts";

const DATING = /^(in|since|until|till|by|from|to|of|before|after|between|through|during|for)$/;

/** A month number of one or two digits, or NaN. */
function monthAt(scan: Scan, i: number): number {
  const { kind, value, suffix, lower } = at(scan, i);
  const fits = kind === "number" && suffix === "" && lower.length <= 2 && value >= 1 && value <= 12;
  return fits ? value : Number.NaN;
}

/** "2015/3", "3/2015", "11-2016", and with blanks ("2016 - 11") at the end of a clause; not the season "2010/11". */
const yearAndMonth: CoreParser = (scan, i) => {
  const mark = word(scan, i + 1);
  if ((mark !== "-" && mark !== "/") || precededByJoin(scan, i) || !maybeDated(scan, i)) return null;
  const yearFirst = isYear(at(scan, i));
  const year = at(scan, yearFirst ? i : i + 2);
  const month = monthAt(scan, yearFirst ? i + 2 : i);
  if (!isYear(year) || Number.isNaN(month) || continues(scan, i + 2)) return null;
  if (yearFirst && (year.value + 1) % 100 === month) return null;
  if (/^[-/]$/.test(word(scan, i + 3))) return null;
  const glued = joined(scan, i, mark);
  const led = glued && DATING.test(word(scan, i - 1)) && !countsThings(scan, i + 3, false);
  if (!led && (i === 0 || !endsClause(scan, i + 3))) return null;
  return fixed(i + 3, monthOf(year.value, month), "month", "ym", { month });
};

const DAY_LEADS = /^(on|by|until|till|since|from|before|after|dated|due)$/;

/** "on 4/22", "22/04" with its nought, "on 4-22": a day and a month, told apart because one of them exceeds twelve. */
const dayAndMonth: CoreParser = (scan, i) => {
  const mark = word(scan, i + 1);
  if ((mark !== "/" && mark !== "-") || !joined(scan, i, mark) || precededByJoin(scan, i)) return null;
  const [first, second] = [at(scan, i), at(scan, i + 2)];
  if (!twoDigits(first) || !twoDigits(second) || continues(scan, i + 2) || !maybeDated(scan, i)) return null;
  if (!dateLike(scan, i, mark, first.lower.startsWith("0") || second.lower.startsWith("0"))) return null;
  const inYear =
    (dayFirst: boolean) =>
    (year: number): Interval | null =>
      dayFirst ? dayOf(year, second.value, first.value) : dayOf(year, first.value, second.value);
  const dayFirst = inYear(true)(2024) !== null;
  if (dayFirst === (inYear(false)(2024) !== null)) return null;
  return yearly(i + 3, inYear(dayFirst), "day", "md", { month: (dayFirst ? second : first).value });
};

function twoDigits({ lower, suffix }: { lower: string; suffix: string }): boolean {
  return lower.length <= 2 && suffix === "";
}

function dateLike(scan: Scan, i: number, mark: string, padded: boolean): boolean {
  const always = at(scan, i).value === 24 && at(scan, i + 2).value === 7;
  if (always || countsThings(scan, i + 3, false)) return false;
  if (mark === "-") return word(scan, i - 1) === "on" && endsClause(scan, i + 3);
  const next = at(scan, i + 3);
  const noun = next.kind === "word" && /^(NOUN|ADJ|PROPN)$/.test(tokenFrom(scan, next.start) ?? "");
  return !noun && (padded || DAY_LEADS.test(word(scan, i - 1)));
}

export const shortNumericParsers: readonly CoreParser[] = [yearAndMonth, dayAndMonth];
