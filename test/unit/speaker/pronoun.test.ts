/** "He" and "she" of a draft against how its sources speak of whoever said it, as the draft is edited. */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";

const SOURCE = `---
title: Reservoir debate
published: 2024-03-14
---

"Water that is not stored is water that is sold to us," said Mr Tomas Reyk, the chairman of the water board. He said that the
dam would be built in stages.

"A valley is a promise with two sides," said Anna Sörvik of the Anglers' Union. Ms Sörvik asked for a fish ladder.

Mr and Mrs Jensby came. "We ploughed the courtroom deeper than the field," Jensby said.

"He told me that a fence is only as honest as its neighbour," said Ms Britt Aune.`;

/** What is told of speakers in each text, one draft that is edited. */
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

describe("a pronoun", () => {
  it("cannot be whoever the source calls by the other", () => {
    expect(checked('Tomas Reyk rose. "A valley is a promise with two sides," he said.')).toEqual([
      ["he > Anna Sörvik"],
    ]);
  });

  it.each([
    'Anna Sörvik rose. "A valley is a promise with two sides," she said.',
    'The farmer took off his cap. "We ploughed the courtroom deeper than the field," he said.',
    'The farmer told Aune his motto. "A fence is only as honest as its neighbour," he said.',
    'Sörvik had the last word. Her husband nodded. "A valley is a promise with two sides," he said.',
  ])("is left alone: %s", (draft) => {
    expect(checked(draft)).toEqual([[]]);
  });

  it("is looked at again as a sentence close by is edited", () => {
    const alone = 'The hall was full. Reyk rose. "A valley is a promise with two sides," he said.';
    const named = alone.replace("The hall was full.", "The hall knew Sörvik.");
    expect(checked(alone, named, alone).map((told) => told.length)).toEqual([1, 0, 1]);
  });
});
