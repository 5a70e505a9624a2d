/** What two dates in their sentences have to do with each other: offsets have days, and slips have names. */
import { describe, expect, test } from "vitest";
import type { Pairing } from "../../../server/src/checking/alignment/align.ts";
import { dateKind } from "../../../server/src/checking/date/kind.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

function dateIn(text: string, words: string) {
  const sentence = readDocument(readMarkdown(text), "2025-12-20", cache).sentences[0]!;
  const value = dateKind.values(sentence).find((one) => one.text.includes(words));
  if (!value) throw new Error(`no date “${words}” in “${text}”`);
  return { sentence, value };
}

function relation(claim: [string, string], source: [string, string]): string {
  const [mine, theirs] = [dateIn(...claim), dateIn(...source)];
  const pairing = { query: { sentence: mine.sentence }, statement: { sentence: theirs.sentence } } as Pairing;
  if (!dateKind.comparable(mine.value, theirs.value, pairing)) return "apart";
  return dateKind.compare(mine.value, theirs.value);
}

describe("an offset", () => {
  const told: [string, string] = [
    "The laboratory confirmed cholera on 15 November and the Ministry declared the outbreak two days later.",
    "two days later",
  ];

  test("names the day that the date before it leads to", () => {
    expect(relation(["It was declared on 15 November.", "15 November"], told)).toBe("conflicts");
    expect(relation(["It was declared on 17 November.", "17 November"], told)).toBe("agrees");
  });

  test("stays a length beside lengths", () => {
    expect(relation(["The Ministry declared it three days later.", "three days later"], told)).toBe(
      "conflicts",
    );
    expect(relation(["The Ministry declared it two days later.", "two days later"], told)).toBe("agrees");
    expect(relation(["The Ministry declared it two days earlier.", "two days earlier"], told)).toBe(
      "conflicts",
    );
  });

  test("names none where it counts from an event, or from no date", () => {
    const claim: [string, string] = ["It was declared on 15 November.", "15 November"];
    const event: [string, string] = ["It came on 18 November, four days before landfall.", "four days"];
    expect(relation(claim, event)).toBe("apart");
    expect(relation(claim, ["In November it was confirmed, and declared two days later.", "two days"])).toBe(
      "apart",
    );
  });
});

describe("a slip", () => {
  const differences = (claim: string, source: string) => {
    const [mine, theirs] = [claim, source].map((text) => dateIn(text, "").value);
    return dateKind.differences(mine!, theirs!);
  };

  test("is told by the one component that differs", () => {
    expect(differences("On 27 July it ended.", "By 27 June it was there.")).toMatchObject({
      onlyMonth: 1,
      onlyDay: 0,
    });
    expect(differences("On 12 May it ended.", "On 19 May it ended.")).toMatchObject({ onlyDay: 1, alike: 1 });
    expect(differences("On 12 May 2024 it ended.", "On 12 May 2025 it ended.")).toMatchObject({
      onlyYear: 1,
    });
    expect(differences("On Friday 12 May it ended.", "On Thursday 12 May it ended.")).toMatchObject({
      onlyWeekday: 1,
    });
    expect(differences("On 12 May it ended.", "On 19 June it ended.")).toMatchObject({
      onlyMonth: 0,
      onlyDay: 0,
    });
  });

  test("keeps the number and changes the unit", () => {
    expect(differences("It took 52 weeks.", "It took 52 days.")).toMatchObject({
      sameCount: 1,
      sameNumber: 1,
    });
    expect(differences("It took one year.", "It took one month.")).toMatchObject({
      sameCount: 1,
      sameNumber: 0,
    });
    expect(differences("It took 52 weeks.", "It took 50 weeks.")).toMatchObject({
      sameCount: 0,
      sameNumber: 0,
    });
  });
});
