/** Whose words a quotation is where no verb says so, as a draft is edited. */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/service/checker.ts";

const SOURCE = `---
title: Reservoir debate
published: 2024-03-14
---

"Water that is not stored is water that is sold to us," said Mr Tomas Reyk, the chairman of the water board. He said that the
dam would be built in stages.

"A valley is a promise with two sides," said Anna Sorvik of the Anglers' Union. Ms Sorvik asked for a fish ladder.`;

const LINE = '"A valley is a promise with two sides."';

function checked(...texts: readonly string[]): string[][] {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "debate.md", text: SOURCE });
  return texts.map((text) =>
    checker
      .check({ uri: "draft.md", text, date: "2024-04-02" })
      .claims.filter(({ code }) => code === "misattribution")
      .map((claim) => `${claim.text} > ${claim.expected}`),
  );
}

describe("a quotation beside a name", () => {
  it("is followed by edits of the sentences around", () => {
    const told = ["Tomas Reyk > Anna Sorvik"];
    const alone = `The hall was full. Everybody left with the saying of Tomas Reyk in mind, ${LINE}`;
    const named = alone.replace("The hall was full.", "The hall knew Sorvik.");
    expect(checked(alone, named, alone)).toEqual([told, [], told]);
    expect(checked(named, alone)).toEqual([[], told]);
  });

  it("may be taken up by the next sentence, as that is edited", () => {
    const taken = `${LINE} It was Tomas Reyk, as I recall.`;
    const said = taken.replace('sides."', 'sides," said Sorvik.').replace("It was", "So it was, unlike");
    expect(checked(taken, said, taken).map((one) => one.length)).toEqual([1, 0, 1]);
  });

  it("is left alone where another may be meant, or nobody is", () => {
    const drafts = [
      `The minister told Tomas Reyk: ${LINE}`,
      `A farmer had this answer to Tomas Reyk: ${LINE}`,
      `Tomas Reyk and Anna Sorvik were there. One of them left us the line ${LINE}`,
      `The hall heard the old saying: ${LINE}`,
      `${LINE} It was not heard by Tomas Reyk.`,
      `${LINE} That did not stop Tomas Reyk.`,
      `${LINE} It was Tomas Reyk's dam that was meant.`,
    ];
    for (const draft of drafts) expect(checked(draft)).toEqual([[]]);
  });
});

describe("a pronoun", () => {
  it("cannot be whoever the source calls by the other", () => {
    expect(checked('Tomas Reyk rose. "A valley is a promise with two sides," he said.')).toEqual([
      ["he > Anna Sorvik"],
    ]);
    expect(checked('Anna Sorvik rose. "A valley is a promise with two sides," she said.')).toEqual([[]]);
  });
});
