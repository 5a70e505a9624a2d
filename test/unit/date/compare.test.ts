/** Comparing, correcting and wording dates: each line is a claim with its day, a source with its day, and what follows. */
import { describe, expect, it } from "vitest";
import { compareDates } from "../../../server/src/kinds/date/compare.ts";
import { readDates } from "../../../server/src/kinds/date/read.ts";
import { correctDate, wordDate } from "../../../server/src/kinds/date/word.ts";
import type { DateValue } from "../../../server/src/kinds/types.ts";

function one(text: string, day: string): DateValue {
  const [value, more] = readDates(text, day);
  if (value === undefined || more !== undefined) throw new Error(`not one date: ${text}`);
  return value;
}

const AGREES: readonly (readonly [string, string, string, string])[] = [
  ["2026-11-10", "at the turn of the year", "2026-11-05", "on 31 December 2026"],
  ["2026-11-10", "at the turn of the year", "2026-11-05", "from 1 January 2027"],
  ["2026-11-10", "no redundancies before 2027", "2026-11-05", "no redundancies until the end of 2026"],
  ["2019-04-25", "early May", "2019-04-18", "May 2-3"],
  ["2019-04-25", "2019", "2019-04-18", "on 2–3 May 2019"],
  ["2019-05-06", "on Thursday", "2019-04-18", "on 2 May 2019"],
  ["2019-05-06", "on Friday", "2019-04-18", "May 2-3"],
  ["2019-04-25", "before July", "2019-04-18", "by the end of June"],
  ["2025-05-20", "the last Tuesday of April", "2025-05-22", "on Tuesday 29 April"],
  ["2019-04-25", "on 2 May", "2019-04-18", "on May 2-3"],
  ["2026-05-25", "24 hours", "2026-04-18", "one day"],
  ["2026-05-25", "six months", "2026-04-18", "two quarters earlier"],
  ["2026-05-25", "ten weeks", "2026-04-18", "70 days"],
  ["2024-12-01", "in August 2018", "2019-04-18", "signed in August"],
  ["2019-04-25", "in August", "2019-04-18", "signed in August 2018"],
  ["2024-10-21", "Tuesday 8 and Wednesday 9 October", "2024-10-10", "on 8 and 9 October 2024"],
  ["2025-10-21", "more than five months", "2024-10-10", "161 days"],
  ["2025-10-21", "two and a half years", "2024-10-10", "up to 30 months"],
  ["2025-10-21", "two working weeks", "2024-10-10", "within ten working days"],
  ["2025-10-21", "within three days", "2024-10-10", "within 72 hours"],
  ["2024-10-21", "mid-2025", "2024-10-10", "by 30 June 2025"],
  ["2024-04-21", "from 1 April", "2024-04-10", "from 1 to 30 April"],
  ["2024-04-21", "until 30 April", "2024-04-10", "from 1 to 30 April"],
  ["2025-10-21", "three years ago", "2025-10-21", "in May 2022"],
  ["2025-10-21", "before 2027", "2025-10-21", "by the end of 2026"],
  ["2025-10-21", "by 1 September", "2025-10-21", "by 1 September 2026"],
  ["2025-10-21", "since 2017", "2025-10-21", "in 2017"],
  ["2025-10-21", "nearly eight years", "2025-10-21", "eight years"],
  ["2025-10-21", "the better part of a week", "2025-10-21", "four days"],
  ["2025-10-21", "late October of next year", "2025-10-21", "by the end of October 2026"],
  ["2025-10-21", "the week of 14 September", "2025-10-21", "from 14 to 18 September 2026"],
  ["2025-10-21", "the first three months of 2027", "2025-10-21", "in the first quarter of 2027"],
  ["2025-10-21", "13 March at the latest", "2025-10-21", "no later than 13 March 2026"],
  ["2025-10-21", "no sooner than 1 April", "2025-10-21", "no money before 1 April 2026"],
  ["2025-10-21", "in 2024-25", "2025-10-21", "on 31 August 2024"],
  ["2025-10-21", "at 3:40 p.m.", "2025-10-21", "at 15:40"],
  ["2024-06-10", "until New Year", "2024-06-10", "until 31 December 2024"],
  ["2024-06-10", "at the start of December", "2025-12-10", "on 3 and 4 December"],
];

const MORE_AGREES: typeof AGREES = [
  // An end that a negation has turned round, and the end itself.
  ["2025-10-22", "no redundancies before 2027", "2025-10-15", "until the end of 2026"],
  ["2026-03-13", "not dismissed until 2028", "2026-03-11", "before the end of 2027"],
  ["2025-12-03", "until the start of 2029", "2025-11-20", "no crane before 1 January 2029"],
  // Ends told in parts of a month.
  ["2026-01-29", "June to mid-September", "2026-01-10", "between 1 June and 15 September"],
  ["2026-03-23", "between the middle of April and the end of July", "2026-03-09", "from 15 April to 31 July"],
  // A length ahead, and a limit of it.
  ["2026-03-04", "it needs them in 90 days", "2026-02-26", "within 90 days"],
  // A state that goes on, and its beginning.
  ["2026-06-20", "has not fished there for ten years", "2026-06-18", "since 2016"],
  ["2026-03-06", "closed for nearly three weeks", "2026-03-05", "since 16 February"],
  ["2026-02-25", "had not moved for about eight months", "2026-02-05", "since June 2025"],
];

const UNRELATED: readonly (readonly [string, string, string, string])[] = [
  ["2026-11-10", "tomorrow", "2026-11-05", "tomorrow"],
  ["2026-11-10", "dark for ten hours", "2026-11-05", "power for 14 hours"],
  ["2026-05-20", "in the year to March", "2026-05-05", "at the end of March 2025"],
  ["2026-02-10", "up to 2030", "2026-02-05", "passed on 22 January"],
  ["2025-11-10", "by 12 November", "2025-11-05", "on 6 November"],
  ["2026-03-16", "until 23 March", "2026-03-10", "from 24 March 2026"],
  ["2026-08-03", "listed for 18 years", "2026-07-29", "since 1998"],
  ["2026-06-20", "for eight years", "2026-06-18", "since 2016"],
  ["2025-11-10", "less than nine hours", "2025-11-05", "three hours"],
  ["2024-10-21", "15 January 2025", "2024-10-10", "by 31 January 2025"],
  ["2025-10-21", "six months", "2025-10-21", "in 2017"],
  ["2025-10-21", "two years", "2025-10-21", "one year later"],
  ["2025-10-21", "on 2 May 2025", "2025-10-21", "in May 2025"],
  ["2025-10-21", "since 2016", "2025-10-21", "in 2018"],
  ["2025-10-21", "on Tuesday", "2025-01-08", "on Wednesday 8 January 2025"],
  ["2025-10-21", "from 1 May 2026", "2025-10-21", "by 30 June 2026"],
  ["2025-10-21", "ten working days", "2025-10-21", "twelve days"],
  ["2025-10-21", "at noon", "2025-10-21", "on 3 May"],
  ["2025-10-21", "a week later", "2025-10-21", "on 3 May"],
];

/** Claim's day, claim, source's day, source, the correction ("" where none is safe). */
const CONFLICTS: readonly (readonly [string, string, string, string, string])[] = [
  ["2026-11-10", "at the turn of the year", "2026-11-05", "on 1 February 2027", ""],
  ["2026-11-10", "no redundancies before 2028", "2026-11-05", "no work until the end of 2026", "before 2027"],
  ["2026-11-10", "dark for ten hours", "2026-11-05", "dark for 13 hours", "thirteen hours"],
  ["2019-04-25", "on 1–2 May", "2019-04-18", "on May 2-3", "2–3 May"],
  ["2019-04-25", "4–5 May", "2019-04-18", "on May 2-3", "2–3 May"],
  ["2019-04-25", "May 4 and 5", "2019-04-18", "on 2–3 May", "May 2 and 3"],
  ["2026-05-25", "from 30 June", "2026-04-18", "by 30 June", "by 30 June"],
  [
    "2026-05-25",
    "no earlier than 13 March 2026",
    "2026-04-18",
    "no later than 13 March 2026",
    "no later than 13 March 2026",
  ],
  ["2026-05-25", "within 48 hours", "2026-04-18", "within 24 hours", "within 24 hours"],
  ["2018-12-01", "signed in October", "2019-04-18", "signed in August", "August"],
  ["2024-12-01", "in August 2017", "2019-04-18", "signed in August", "August 2018"],
  ["2025-02-27", "Monday 22 April", "2025-03-18", "Tuesday 22 April 2025", "Tuesday 22 April"],
  ["2025-02-27", "Friday", "2025-02-26", "Saturday 22 February", "Saturday"],
  ["2024-10-21", "from 8 to 10 October", "2024-10-10", "on 8 and 9 October 2024", "from 8 to 9 October"],
  ["2024-10-21", "by the end of February", "2024-10-10", "by 31 January 2025", "by the end of January"],
  ["2025-10-21", "two days", "2024-10-10", "three-day", "three days"],
  ["2025-10-21", "two-day", "2024-10-10", "three days", "three-day"],
  ["2025-10-21", "seven months", "2024-10-10", "six months", "six months"],
  ["2025-10-21", "a year", "2025-10-21", "two years", "two years"],
  ["2025-10-21", "8 years", "2025-10-21", "six years", "6 years"],
  ["2025-10-21", "up to 30 days", "2025-10-21", "up to 90 days", "up to 90 days"],
  ["2024-04-21", "early 2027", "2024-04-10", "on 3 February 2028", "early 2028"],
  ["2024-04-21", "October 2030", "2024-04-10", "30 September 2030", "September 2030"],
  ["2024-04-21", "last October", "2024-04-10", "added in November 2023", "last November"],
  [
    "2024-04-21",
    "the second half of 2026",
    "2024-04-10",
    "in the first half of 2026",
    "the first half of 2026",
  ],
  ["2024-04-21", "until 15 April", "2024-04-10", "from 1 to 30 April", "until 30 April"],
  ["2024-04-21", "March 3rd", "2024-04-10", "on 2 May", "May 2nd"],
  ["2024-04-21", "30 April to 2 May", "2024-04-10", "on 2–3 May", "2 to 3 May"],
  ["2024-04-21", "on 4 May", "2024-04-10", "on 2–3 May", "2–3 May"],
  ["2024-04-21", "on 2–3 May", "2024-04-10", "on 4 May", "4 May"],
  ["2024-04-21", "in Q3 2024", "2024-04-10", "the fourth quarter of 2024", "Q4 2024"],
  ["2024-04-21", "in 2023-24", "2024-04-10", "in 2024-25", "2024-25"],
  ["2024-04-21", "three years ago", "2024-04-10", "in 2022", "two years ago"],
  ["2025-10-21", "2024-03-04", "2025-10-21", "4 May 2024", "2024-05-04"],
  ["2025-10-21", "at 3:40 p.m.", "2025-10-21", "at 17:40", "5:40 p.m."],
  ["2025-10-21", "since 2017", "2025-10-21", "since 2016", "since 2016"],
  [
    "2025-10-21",
    "from 15 to 30 March 2026",
    "2025-10-21",
    "from 15 March to 30 April 2026",
    "from 15 March to 30 April 2026",
  ],
  ["2025-10-21", "by the end of next year", "2025-10-21", "by the end of 2027", "by the end of 2027"],
  ["2025-10-21", "30 Sept. 2025", "2025-10-21", "on 2 August 2025", "2 Aug. 2025"],
  ["2025-10-21", "in February 2024", "2025-10-21", "in 2022", "2022"],
  ["2025-10-21", "Thursday, May 22, 2025", "2025-10-21", "on 23 May 2025", "Friday, May 23, 2025"],
  ["2025-10-21", "yesterday", "2025-10-21", "on 2 August 2025", ""],
  ["2025-11-07", "on Wednesday", "2025-11-05", "signed yesterday", "Tuesday"],
  ["2025-10-21", "for 18 months", "2025-10-21", "for 12 months", "12 months"],
  ["2025-10-21", "two months", "2025-10-21", "six weeks", "six weeks"],
  ["2025-10-21", "by 2031/32", "2025-10-21", "by 2030/31", ""],
  ["2025-10-21", "from 2031/32", "2025-10-21", "from 2030/31", ""],
  ["2025-10-21", "by 1 July 2031", "2025-10-21", "from 1 July 2031", "from 1 July 2031"],
  ["2025-10-21", "after September 2025", "2025-10-21", "since August 2025", "after August 2025"],
  ["2025-10-21", "on 5 June 2027", "2025-10-21", "on 5 June 2026", "5 June 2026"],
  ["2025-10-21", "52 weeks or less", "2025-10-21", "no more than 52 days", "52 days or less"],
  ["2025-10-21", "three weeks or more", "2025-10-21", "as long as three weeks", "as long as three weeks"],
  ["2025-10-21", "not before 1 July", "2025-10-21", "not beyond 1 July", "no later than 1 July"],
  ["2025-10-21", "two weeks late", "2025-10-21", "two weeks early", "two weeks early"],
  ["2025-10-21", "two weeks before", "2025-10-21", "two weeks after", "two weeks after"],
  [
    "2025-10-21",
    "seven months behind schedule",
    "2025-10-21",
    "eleven months later",
    "eleven months behind schedule",
  ],
];

/** Claim's day, claim, source's day, source: nothing here contradicts the source, though the words differ. */
const TRUE_TO_SOURCE: readonly (readonly [string, string, string, string])[] = [
  [
    "2025-10-24",
    "Mill prices are down by 18 percent in two years.",
    "2025-10-24",
    "They are lower than two years ago.",
  ],
  [
    "2025-10-24",
    "The local has grown by 44 members in two years.",
    "2025-10-24",
    "It had 268 two years ago.",
  ],
  ["2025-03-24", "Slack has gone up by 0.7 points in a year.", "2025-03-24", "It stood at 11 a year ago."],
  [
    "2026-02-01",
    "In November 2023 the prosecutor proposed it.",
    "2026-01-20",
    "In November 2023 lawyers of the firm did.",
  ],
  [
    "2025-10-24",
    "Applications can be made in March and April.",
    "2025-10-24",
    "They can apply from 1 March to 30 April 2026.",
  ],
  [
    "2025-10-24",
    "Nothing will come of the years before 2010.",
    "2025-10-24",
    "Claims for the years before 2010 fail.",
  ],
  [
    "2026-10-24",
    "It will hardly be settled before autumn of next year.",
    "2026-10-24",
    "It is not likely before the autumn of 2027.",
  ],
  ["2026-10-24", "It comes later than Christmas.", "2026-10-24", "It passes, but not by Christmas."],
  ["2026-03-24", "It starts to save in 2030/31.", "2026-03-24", "It would save money from 2030/31."],
  ["2026-03-24", "Half of it came after August.", "2026-03-24", "It has come down since August 2025."],
  ["2026-03-24", "They paid in full in a month and a half.", "2026-03-24", "It paid within six weeks."],
  ["2026-03-24", "The Board decides within three months.", "2026-03-24", "It decides within 12 weeks."],
  ["2026-03-24", "They keep it for a year and a half.", "2026-03-24", "They keep it for 18 months."],
  [
    "2025-10-24",
    "The campaign had reached them by Monday.",
    "2025-10-24",
    "As of Monday they had been vaccinated.",
  ],
  [
    "2026-01-12",
    "They planned it for the first half of this year.",
    "2025-12-15",
    "They will cut it in the first half of the year.",
  ],
];

/** As above, but the source does not make the claim true either. */
const NO_CONFLICT: readonly (readonly [string, string, string, string])[] = [
  ["2025-10-24", "It is expected before spring.", "2025-10-24", "It is not expected before the spring."],
  ["2025-03-24", "It will end on 5 June.", "2025-10-24", "It ends on 5 June 2026."],
  ["2025-03-24", "It ended in June.", "2025-10-24", "It ends in June 2026."],
  ["2026-03-24", "They were made after 2021.", "2026-03-24", "They were made after the 2021 election."],
  [
    "2025-02-24",
    "Since last October it has come down.",
    "2025-02-24",
    "It stood there from August 2023 until October 2024.",
  ],
  [
    "2026-03-01",
    "It will be handed over on 9 June 2026.",
    "2026-03-01",
    "The delivery, announced for 12 May 2026, has been put off.",
  ],
];

describe("compareDates", () => {
  it.each(TRUE_TO_SOURCE)("%s: “%s” agrees with %s: “%s”", (day, claim, sourceDay, source) => {
    expect(compareDates(one(claim, day), one(source, sourceDay))).toBe("agrees");
  });
  it.each(NO_CONFLICT)("%s: “%s” leaves open %s: “%s”", (day, claim, sourceDay, source) => {
    expect(compareDates(one(claim, day), one(source, sourceDay))).toBe("unrelated");
  });
  it.each([...AGREES, ...MORE_AGREES])("%s: “%s” agrees with %s: “%s”", (day, claim, sourceDay, source) => {
    expect(compareDates(one(claim, day), one(source, sourceDay))).toBe("agrees");
  });
  it.each(UNRELATED)("%s: “%s” has nothing to do with %s: “%s”", (day, claim, sourceDay, source) => {
    expect(compareDates(one(claim, day), one(source, sourceDay))).toBe("unrelated");
  });
  it.each(CONFLICTS)("%s: “%s” conflicts with %s: “%s”", (day, claim, sourceDay, source) => {
    expect(compareDates(one(claim, day), one(source, sourceDay))).toBe("conflicts");
  });
  it("agrees with itself", () => {
    for (const [day, claim] of [...AGREES, ...CONFLICTS]) {
      expect(compareDates(one(claim, day), one(claim, day)), claim).toBe("agrees");
    }
  });
});

describe("correctDate", () => {
  it.each(CONFLICTS)("%s: “%s” against %s: “%s” becomes “%s”", (day, claim, sourceDay, source, wanted) => {
    const value = one(claim, day);
    expect(correctDate(value, value.text, one(source, sourceDay)) ?? "").toBe(wanted);
  });
});

describe("wordDate", () => {
  it.each([
    ["May 2-3, 2019", "2–3 May 2019"],
    ["no later than 30 June 2026", "by 30 June 2026"],
    ["on Thursday", "Thursday"],
    ["Sept. 2015", "September 2015"],
    ["Q3 2024", "the third quarter of 2024"],
    ["since 2016", "since 2016"],
    ["before 2018", "before 2018"],
    ["August", "August"],
    ["from Nov 2023 to Feb 2024", "November 2023 to February 2024"],
    ["at 15:40", "3:40 p.m."],
    ["2024-03-04", "4 March 2024"],
    ["two and a half years", "two and a half years"],
  ])("words “%s” as “%s”", (text, wanted) => {
    expect(wordDate(one(text, "2019-04-18"))).toBe(wanted);
  });
});
