/** Claims that no source states but its dates imply, and calendar arithmetic. */
import { describe, expect, it } from "vitest";
import * as calendar from "../../../server/src/kinds/date/calendar.ts";
import { matchDeadline, matchDerivedDate } from "../../../server/src/kinds/date/derive.ts";
import { readDates } from "../../../server/src/kinds/date/read.ts";

function derive(claim: string, source: string, day = "2025-05-25") {
  const value = readDates(claim, day)[0];
  return value === undefined ? undefined : matchDerivedDate(value, readDates(source, day));
}

describe("matchDerivedDate", () => {
  it.each([
    ["for four days", "It ran from 15 to 18 January 2025.", "15–18 January 2025 is four days"],
    ["twelve days", "It lasts from 11 to 22 November 2024.", "11–22 November 2024 is 12 days"],
    ["six months", "The appeal covers March to August 2025.", "March to August 2025 is six months"],
    [
      "a week later",
      "Update 1 came on 9 May 2025, update 2 on 16 May 2025.",
      "from 9 May 2025 to 16 May 2025 is one week",
    ],
    [
      "eight days",
      "A finding on 29 April 2025, a report on 7 May 2025.",
      "from 29 April 2025 to 7 May 2025 is eight days",
    ],
    [
      "eighteen months",
      "Halted in March 2020, resumed in September 2021.",
      "from March 2020 to September 2021 is eighteen months",
    ],
    [
      "30 April",
      "Found on 29 April 2025; firms have to report within 24 hours.",
      "one day after 29 April 2025 is 30 April 2025",
    ],
    ["on a Thursday", "The opening is on 2 May 2019.", "2 May 2019 is a Thursday"],
  ])("derives “%s” from: %s", (claim, source, explanation) => {
    const day = claim.includes("Thursday") ? "2019-04-25" : "2025-05-25";
    const derived = derive(claim, source, day);
    expect(derived?.explanation.replace("24 hours after", "one day after")).toBe(explanation);
  });

  it.each([
    ["five days", "It ran from 15 to 18 January 2025."],
    ["a week later", "Update 1 came on 9 May 2025, update 2 on 15 May 2025."],
    ["seven months", "The appeal covers March to August 2025."],
    ["2 May", "Found on 29 April 2025; firms have to report within 24 hours."],
    ["ten working days", "It ran from 15 to 24 January 2025."],
  ])("does not derive “%s” from: %s", (claim, source) => {
    expect(derive(claim, source)).toBeNull();
  });
});

describe("matchDeadline", () => {
  const from = (claim: string, source: string) =>
    matchDeadline(readDates(claim, "2026-03-16")[0]!, readDates(source, "2026-03-10"), "2026-03-10");

  it("counts a limit from the day of the document that sets it", () => {
    expect(from("by 9 May", "An appeal may be lodged within 60 days of publication.")?.explanation).toBe(
      "60 days after 10 March 2026 is 9 May 2026",
    );
  });
  it("leaves other days, and lengths that are no limit", () => {
    expect(from("by 8 May", "An appeal may be lodged within 60 days of publication.")).toBeNull();
    expect(from("by 9 May", "The hearing took 60 days.")).toBeNull();
    expect(from("in early May", "An appeal may be lodged within 60 days of publication.")).not.toBeNull();
    expect(from("in late May", "An appeal may be lodged within 60 days of publication.")).toBeNull();
    expect(from("in May", "An appeal may be lodged within 60 days of publication.")).toBeNull();
  });
});

describe("calendar", () => {
  it("goes from days to serial numbers and back, over leap years and centuries", () => {
    for (const day of ["1600-02-29", "1899-12-31", "1900-03-01", "1970-01-01", "2000-02-29", "2024-12-31"]) {
      expect(calendar.formatDay(calendar.parseDay(day))).toBe(day);
      expect(calendar.parseDay(day)).toBe(Date.parse(day) / 86_400_000);
    }
    expect(calendar.parseDay("soon")).toBeNaN();
  });
  it("tells weekdays and moves days", () => {
    expect(calendar.weekdayOfSerial(calendar.parseDay("2019-05-02"))).toBe(4);
    expect(calendar.weekdayOfSerial(calendar.parseDay("1969-07-20"))).toBe(7);
    expect(calendar.addDays("2019-05-02", -7)).toBe("2019-04-25");
    const moved = (day: string, months: number) =>
      calendar.formatDay(calendar.shiftMonths(calendar.parseDay(day), months));
    expect(moved("2024-01-31", 1)).toBe("2024-02-29");
    expect(moved("2024-02-29", 12)).toBe("2025-02-28");
    expect(calendar.daysBetween("2025-04-29", "2025-05-07")).toBe(8);
    expect(calendar.daysInclusive("2025-01-15", "2025-01-18")).toBe(4);
  });
  it("knows Easter", () => {
    expect([2019, 2024, 2025, 2038].map((y) => calendar.formatDay(calendar.easterOf(y)))).toEqual([
      "2019-04-21",
      "2024-03-31",
      "2025-04-20",
      "2038-04-25",
    ]);
  });
});
