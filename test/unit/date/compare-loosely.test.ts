/** Comparing dates a second time: what could not both be right of one event, and what could. */
import { describe, expect, it } from "vitest";
import { compareDates } from "../../../server/src/kinds/date/compare.ts";
import { compareDatesLoosely } from "../../../server/src/kinds/date/compare-loosely.ts";
import { readDates } from "../../../server/src/kinds/date/read.ts";
import { correctDate } from "../../../server/src/kinds/date/word.ts";
import type { DateValue, Relation } from "../../../server/src/kinds/types.ts";

const DAY = "2026-03-20";

function one(text: string): DateValue {
  const [value, more] = readDates(text, DAY);
  if (value === undefined || more !== undefined) throw new Error(`not one date: ${text}`);
  return value;
}

function second(claim: string, source: string): Relation | "strict" {
  const [mine, theirs] = [one(claim), one(source)];
  return compareDates(mine, theirs) === "unrelated" ? compareDatesLoosely(mine, theirs) : "strict";
}

const CONFLICTS: readonly (readonly [string, string])[] = [
  // Where something begins or ends.
  ["in November 2022", "since November 2021"],
  ["since 1 June 2016", "on 1 July 2016"],
  ["starting in July 2026", "on 1 October 2026"],
  ["from 1 May", "on 1 July"],
  ["on 20 March", "until 30 June"],
  ["since 2017", "in 2021"],
  // A weekday that a short span does not hold.
  ["on Thursday", "on Tuesday 17 and Wednesday 18 March 2026"],
  // Lengths and offsets, days and working days.
  ["took seven months", "eleven months later"],
  ["15 weeks", "15 days after"],
  ["within ten calendar days", "within ten working days"],
  ["within 30 days", "within ten working days"],
  // A length and the span that it measures.
  ["for four years", "from 1 January 2026 to 31 December 2028"],
  ["for three years", "from 1 July 2026 to 31 December 2028"],
  ["for seven months", "March to August 2025"],
  ["for six weeks", "from 13 January to 24 March 2025"],
  ["for eight days", "from 4 to 8 May 2026"],
];

const APART: readonly (readonly [string, string])[] = [
  // A limit may be kept on any day of its side.
  ["on 20 March", "by 28 March"],
  ["in May 2026", "after 3 March 2026"],
  ["on 5 May 2026", "until 2030"],
  ["since October 2024", "from August 2023 to October 2024"],
  ["since 1 March", "on 1 March 2025"],
  ["around 1 June", "until 30 June"],
  ["on Thursday", "from 1 to 30 April 2026"],
  ["until 30 June", "from 1 June"],
  ["within two weeks", "within ten working days"],
  ["within ten days", "within ten working days"],
  ["a week earlier", "a year later"],
  // Another measure of the span: its nights, a rounded length, something far shorter.
  ["for five months", "March to August 2025"],
  ["for ten hours", "from 1 January 2026 to 31 December 2028"],
  ["for four days", "from 4 to 8 May 2026"],
  ["for a year", "from 1 January 2026 to 31 December 2028"],
  ["for up to five years", "from 1 January 2026 to 31 December 2028"],
  ["for two years", "in 2026"],
];

const AGREES: readonly (readonly [string, string])[] = [
  ["for three years", "from 1 January 2026 to 31 December 2028"],
  ["for six months", "March to August 2025"],
  ["for ten weeks", "from 13 January to 24 March 2025"],
  ["for two and a half years", "from 1 July 2026 to 31 December 2028"],
  ["for more than two years", "from 1 July 2026 to 31 December 2028"],
  ["for a little over four years", "between May 2016 and October 2020"],
  ["for five days", "from 4 to 8 May 2026"],
  ["for a week", "from Monday 4 to Friday 8 May 2026"],
  ["for three years", "from 2026 to 2028"],
];

describe("compareDatesLoosely", () => {
  it.each(CONFLICTS)("holds “%s” against “%s”", (claim, source) => {
    expect(second(claim, source)).toBe("conflicts");
  });

  it.each(APART)("holds nothing against “%s” in “%s”", (claim, source) => {
    expect(second(claim, source)).toBe("unrelated");
  });

  it.each(AGREES)("finds “%s” in “%s”", (claim, source) => {
    expect(second(claim, source)).toBe("agrees");
  });

  it("corrects a length by the span", () => {
    const span = one("from 1 January 2026 to 31 December 2028");
    expect(correctDate(one("for four years"), "four years", span)).toBe("three years");
    expect(correctDate(one("for 7 months"), "7 months", one("March to August 2025"))).toBe("6 months");
  });
});
