/** Dates that count from another day, given days: offsets, recurring names, deadlines; and the order of day and month. */
import { describe, expect, it } from "vitest";
import { numericOrder, readDates, resolveDate } from "../../../server/src/kinds/date/index.ts";
import type { Days } from "../../../server/src/kinds/date/resolve.ts";

const PUBLISHED = "2023-09-20";

/** The days of the last date of a sentence, "from..to", counted from the ones before it. */
function resolved(sentence: string): string {
  let last: Days | null = null;
  let days: Days | null = null;
  for (const value of readDates(sentence, PUBLISHED)) {
    days = resolveDate(value, sentence, PUBLISHED, last);
    if (!value.anchored && days?.from && days.to) last = days;
  }
  return days === null ? "none" : `${days.from ?? ""}..${days.to ?? ""}`;
}

describe("resolveDate", () => {
  it.each([
    ["In 2021 exports grew by a tenth, after a fall a year earlier.", "2020-01-01..2020-12-31"],
    ["The act passed on 3 May 2021 and was repealed two weeks later.", "2021-05-17..2021-05-17"],
    ["The act passed on 3 May 2021 and took effect the following day.", "2021-05-04..2021-05-04"],
    ["The act passed in May 2021 and took effect the following month.", "2021-06-01..2021-06-30"],
    ["The act passed in May 2021 and took effect the following March.", "2022-03-01..2022-03-31"],
    ["The act passed in May 2021; the draft dates from the previous October.", "2020-10-01..2020-10-31"],
    ["They met on 3 May 2021 and again the following Thursday.", "2021-05-06..2021-05-06"],
    ["Output rose in February 2023 and fell a month later.", "2023-03-01..2023-03-31"],
    ["A week later the minister resigned.", "2023-09-27..2023-09-27"],
    ["It happened the same month.", "2023-09-01..2023-09-30"],
    ["The ministry will reply within 30 days.", "2023-09-20..2023-10-20"],
    ["The ministry will reply within 2 years, 1 month and 3 days.", "2023-09-20..2025-10-23"],
  ])("%s", (sentence, days) => {
    expect(resolved(sentence)).toBe(days);
  });

  it.each([
    "The tax ends two days after the vote.",
    "The tax must be paid within 30 days of the decision.",
    "The crew was replaced within 30 days.",
    "The shift starts within 8 hours.",
    "The works took about three weeks.",
  ])("leaves alone: %s", (sentence) => {
    expect(resolved(sentence)).toBe("none");
  });
});

describe("numericOrder", () => {
  it("follows the dates in digits, else those with a month's name", () => {
    expect(numericOrder(["25/12/2024"])).toBe("day-first");
    expect(numericOrder(["12/25/2024", "3 May 2019"])).toBe("month-first");
    expect(numericOrder(["May 3, 2019", "June 2024"])).toBe("month-first");
    expect(numericOrder(["the 3rd of May"])).toBe("day-first");
  });

  it("is silent where the document tells nothing or both", () => {
    expect(numericOrder([])).toBeUndefined();
    expect(numericOrder(["June 2024", "2024-03-04"])).toBeUndefined();
    expect(numericOrder(["May 3", "4 May"])).toBeUndefined();
  });

  it("decides what an ambiguous date means, and only that", () => {
    const read = (order: "day-first" | "month-first" | undefined) =>
      readDates("It ended on 03/04/2024.", PUBLISHED, [], order).map(({ from }) => from);
    expect(read(undefined)).toEqual([]);
    expect(read("day-first")).toEqual(["2024-04-03"]);
    expect(read("month-first")).toEqual(["2024-03-04"]);
    expect(readDates("It ended on 25/04/2024.", PUBLISHED, [], "month-first")[0]?.from).toBe("2024-04-25");
  });
});
