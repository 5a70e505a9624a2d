/** Which end of a span a claim speaks of, and offsets from coarse dates. */
import { describe, expect, it } from "vitest";
import { dateKind } from "../../../server/src/checking/date/kind.ts";
import type { Relation } from "../../../server/src/kinds/types.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import type { Sentence } from "../../../server/src/statements/types.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

function sentenceOf(text: string): Sentence {
  return readDocument(readMarkdown(text), "2025-06-01", createSentenceCache()).sentences[0]!;
}

/** How the last date of a draft's sentence stands to the last of a source's. */
function relation(draft: string, source: string): Relation {
  const claim = dateKind.claims(sentenceOf(draft)).at(-1)!;
  return dateKind.compare(claim, dateKind.values(sentenceOf(source)).at(-1)!);
}

describe("the end of a span that is meant", () => {
  it("is the last day where something closes, the first where it opens", () => {
    const span = "It was open from 17 October to 14 November 2025.";
    expect(relation("The call closed on 14 November 2025.", span)).toBe("agrees");
    expect(relation("The call opened on 14 November 2025.", span)).toBe("conflicts");
    expect(relation("The call closes on 17 October 2025.", span)).toBe("conflicts");
    expect(relation("The call was discussed on 20 October 2025.", span)).not.toBe("conflicts");
  });

  it("is none where the span is one of rest", () => {
    const span = "The market is closed from 5 May to 16 June 2025.";
    expect(relation("The market opens on 16 June 2025.", span)).not.toBe("conflicts");
    expect(relation("The market opens on 17 June 2025.", span)).not.toBe("conflicts");
  });
});

describe("an offset from a date that is no day", () => {
  it("moves the year or the month", () => {
    expect(relation("They want it met in 2028.", "They will meet the limit of 2030 two years early.")).toBe(
      "agrees",
    );
    expect(
      relation(
        "The list is due by 15 May 2026.",
        "One list is due by 15 March 2026, the other a month later.",
      ),
    ).toBe("conflicts");
  });

  it("is none where the plan is not told", () => {
    expect(relation("It was planned for 2028.", "It opened in 2030, two years late.")).toBe("unrelated");
  });
});
