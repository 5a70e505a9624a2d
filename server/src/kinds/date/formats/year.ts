/**
 * Years and what is made of them: "2016", "2024-25", "FY2025", "the 1990s", "the nineties", "the 19th century".
 * Whether a bare four-digit number is a year at all is settled later, from its neighbours.
 */
import { academicYearOf, centuryOf, fiscalYearOf, yearOf, yearsOf } from "../calendar.ts";
import {
  at,
  type Core,
  type CoreParser,
  endsClause,
  fixed,
  isYear,
  joinsNumber,
  type Scan,
  skipThe,
  word,
} from "../grammar.ts";
import { spelledDecade, spelledYear } from "../spelled.ts";
import { dayNumber } from "./absolute.ts";

/** "2016"; doubtful until its neighbours have been seen. */
const bareYear: CoreParser = (scan, i) => {
  const year = at(scan, i);
  if (!isYear(year) || joinsNumber(scan, i) || joinedBefore(scan, i)) return null;
  const calendar = word(scan, i - 1) === "calendar";
  return fixed(i + 1, yearOf(year.value), "year", "y", calendar ? {} : { doubt: "year" });
};

/** "in nineteen ninety-nine", "since two thousand and eight": in words, led in and not counting anything. */
const wordYear: CoreParser = (scan, i) => {
  const year = spelledYear(scan.lexemes, i);
  if (year === null) return null;
  const before = word(scan, i - 1);
  const period = before === "of" && at(scan, i - 2).term !== undefined;
  if (!period && !/^(in|since|until|till|before|after|year|from|between)$/.test(before)) return null;
  const joined = !year.round && /^(and|to|until|till|through)$/.test(word(scan, year.next));
  return endsClause(scan, year.next) || joined ? fixed(year.next, yearOf(year.year), "year", "y") : null;
};

function joinedBefore(scan: Scan, i: number): boolean {
  const before = at(scan, i - 1);
  if (i === 0 || at(scan, i).gap) return false;
  if (before.kind !== "mark") return true;
  if ("([\"'“‘*".includes(before.lower)) return false;
  return !(before.lower === "-" && (isYear(at(scan, i - 2)) || at(scan, i - 2).term !== undefined));
}

/** "2024-25", "2024/25", "1999-2000" is left to ranges; "the academic year 2024/25". */
const splitYear: CoreParser = (scan, i) => {
  let k = i;
  const kind = fiscalWord(scan, k);
  if (kind !== null) k = kind.next;
  const year = at(scan, k);
  const mark = at(scan, k + 1);
  const tail = at(scan, k + 2);
  if (!isYear(year) || joinedBefore(scan, k) || (mark.lower !== "-" && mark.lower !== "/")) return null;
  if (mark.gap || tail.gap || tail.kind !== "number" || tail.suffix !== "") return null;
  if ((year.value + 1) % 100 !== tail.value % 100) return null;
  if (tail.lower.length !== 2 && !(mark.lower === "/" && tail.value === year.value + 1)) return null;
  if (joinsNumber(scan, k + 2)) return null;
  const academic = kind?.academic === true || /^(academic|school)$/.test(word(scan, k + 3));
  const tailWords =
    /^(fiscal|financial|academic|school|budget)$/.test(word(scan, k + 3)) && word(scan, k + 4) === "year";
  const interval = academic ? academicYearOf(year.value) : fiscalYearOf(year.value);
  return fixed(tailWords ? k + 5 : k + 3, interval, "fiscal-year", "y");
};

/** "fiscal", "fiscal year", "FY", "the academic year" before a number. */
function fiscalWord(scan: Scan, i: number): { next: number; academic: boolean } | null {
  const first = word(scan, i);
  if (!/^(fiscal|financial|academic|school|budget|fy)$/.test(first)) return null;
  const next = word(scan, i + 1) === "year" ? i + 2 : i + 1;
  return { next, academic: first === "academic" || first === "school" };
}

/** "FY2025", "FY 2025", "FY25", "fiscal 2024", "fiscal year 2024"; "this fiscal year" stands in relative.ts. */
const fiscalYear: CoreParser = (scan, i) => {
  const glued = /^fy(\d{4}|\d{2})$/.exec(word(scan, i));
  if (glued !== null) return fixed(i + 1, yearOf(fullYear(Number(glued[1]))), "fiscal-year", "y");
  const kind = fiscalWord(scan, i);
  if (kind === null) return numberedFiscalYear(scan, i);
  const year = at(scan, kind.next);
  const short = word(scan, i) === "fy" && year.lower.length === 2;
  if (!(isYear(year) || short) || joinsNumber(scan, kind.next)) return null;
  const y = fullYear(year.value);
  return fixed(kind.next + 1, kind.academic ? academicYearOf(y) : yearOf(y), "fiscal-year", "y");
};

/** "the 2027 fiscal year". */
function numberedFiscalYear(scan: Scan, i: number): Core | null {
  const year = at(scan, i);
  const kind = isYear(year) && word(scan, i + 2) === "year" ? fiscalWord(scan, i + 1) : null;
  if (kind === null || joinedBefore(scan, i) || joinsNumber(scan, i)) return null;
  return fixed(
    kind.next,
    kind.academic ? academicYearOf(year.value) : yearOf(year.value),
    "fiscal-year",
    "y",
  );
}

/** Two digits are a year of 1950–2049. */
export function fullYear(value: number): number {
  if (value >= 100) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

const TENS = "twenties thirties forties fifties sixties seventies eighties nineties".split(" ");

/** "the 1990s", "1990s", "the '80s", "80s", "the nineties", "the mid-nineties" by way of parts. */
const decade: CoreParser = (scan, i) => {
  let k = skipThe(scan, i);
  const the = k > i;
  if (word(scan, k) === "'") k += 1;
  const words = the || word(scan, i - 1) === "in" ? spelledDecade(scan.lexemes, k) : null;
  if (words !== null) return fixed(words.next, decadeFrom(words.year), "decade", "y");
  const lexeme = at(scan, k);
  const tens = TENS.indexOf(lexeme.lower);
  if (tens >= 0) {
    if (!the && !/^(early|mid|late|-|in)$/.test(word(scan, i - 1))) return null;
    return fixed(k + 1, decadeFrom(1920 + tens * 10), "decade", "y");
  }
  if (lexeme.kind !== "number" || lexeme.value % 10 !== 0) return null;
  const plural = lexeme.suffix === "s" || (word(scan, k + 1) === "'" && word(scan, k + 2) === "s");
  if (!plural || lexeme.grouped) return null;
  const next = lexeme.suffix === "s" ? k + 1 : k + 3;
  if (lexeme.lower.length === 4 && lexeme.value >= 1000 && lexeme.value < 2200) {
    return fixed(
      next,
      lexeme.value % 100 === 0 ? centuryish(lexeme.value) : decadeFrom(lexeme.value),
      "decade",
      "y",
    );
  }
  if (lexeme.lower.length !== 2 || lexeme.value < 20) return null;
  return fixed(next, decadeFrom(1900 + lexeme.value), "decade", "y");
};

function decadeFrom(year: number) {
  return yearsOf(year, year + 9);
}
/** "the 2000s" is a decade, "the 1900s" and before a century. */
function centuryish(year: number) {
  return year >= 2000 ? decadeFrom(year) : yearsOf(year, year + 99);
}

/** "the 19th century", "the twentieth century". */
const century: CoreParser = (scan, i) => {
  const day = dayNumber(scan, skipThe(scan, i));
  if (day === null || !day.ordinal || word(scan, day.next) !== "century" || day.day > 22) return null;
  return fixed(day.next + 1, centuryOf(day.day), "century", "y");
};

export const yearParsers: readonly CoreParser[] = [
  splitYear,
  fiscalYear,
  decade,
  century,
  bareYear,
  wordYear,
];
