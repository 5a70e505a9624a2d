/** The labels of new footnotes: short, from publisher and year or the title, without digits that say nothing. */
import { describe, expect, it } from "vitest";
import { footnoteKey } from "../../../server/src/service/footnotes.ts";
import { EVIDENCE } from "../service/claims.ts";

function label(title: string, publisher: string | null = null, taken: readonly string[] = []): string {
  return footnoteKey({ ...EVIDENCE, title, publisher }, new Set(taken));
}

describe("the label of a new footnote", () => {
  it("is the publisher and the year", () => {
    expect(label("Any", "Ports Authority of Halden Bay")).toBe("ports-authority-halden-bay-2024");
  });

  it.each([
    ["Harbour board, 29 May 2024", "harbour-board-2024"],
    ["Council minutes of 29 May 2024", "council-minutes-2024"],
    ["Council minutes, May 29, 2024", "council-minutes-2024"],
    ["Council minutes 2024-05-29", "council-minutes-2024"],
    ["Meeting on 29 May", "meeting"],
    ["29 May 2024", "29-may-2024"],
    ["Ferry timetable for summer: 29 boats", "ferry-timetable-summer"],
  ])("of “%s” is %s, without the rest of a day or of a count", (title, expected) => {
    expect(label(title)).toBe(expected);
  });

  it.each([
    ["Budget 2024", "budget-2024"],
    ["Gazette No. 29", "gazette-no-29"],
    ["Report on 12 ports of the bay", "report-12-ports-bay"],
    ["5G security", "5g-security"],
    ["Article 29 working party", "article-29-working-party"],
  ])("of “%s” is %s: such digits name it", (title, expected) => {
    expect(label(title)).toBe(expected);
  });

  it("counts on where it is taken", () => {
    expect(label("Budget 2024", null, ["budget-2024"])).toBe("budget-2024-2");
  });
});
