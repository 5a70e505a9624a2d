import { describe, expect, it } from "vitest";
import { applySuppressions } from "../../../server/src/service/suppressions.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { type ClaimSketch, reportOn } from "./claims.ts";

/** What is left of findings named by their words, and the codes of the notes. */
function check(text: string, words: readonly (string | ClaimSketch)[]) {
  const sketches = words.map((item) => (typeof item === "string" ? { words: item } : item));
  const report = applySuppressions(reportOn(text, sketches), readMarkdown(text));
  return {
    left: report.claims.filter((claim) => claim.code !== null).map((claim) => claim.text),
    ignored: (report.ignored ?? []).map(({ claim, reason }) => [claim.text, reason]),
    notes: report.notes.map((note) => note.code),
    messages: report.notes.map((note) => note.message),
    places: report.notes.map((note) => text.slice(note.start, note.end)),
  };
}

describe("a directive on a line of its own", () => {
  it.each([
    [
      "right before the paragraph",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\nIt opens on 5 May.\n",
    ],
    [
      "over blank lines",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\n\n\nIt opens on 5 May.\n",
    ],
    [
      "before a heading",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\n\n# It opens on 5 May\n",
    ],
    [
      "before a wrapped paragraph",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\nAs planned it\nopens on 5 May.\n",
    ],
    [
      "before a list, for all of it",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\n\n- First\n- Second\n  - It opens on 5 May\n",
    ],
    [
      "before a table, for all of it",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\n\n| a | b |\n| - | - |\n| x | 5 May |\n",
    ],
    [
      "before a block quote",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\n\n> It opens on 5 May.\n",
    ],
    [
      "inside a list item",
      "- <!-- claimcheck-ignore date-mismatch: agreed by phone -->\n  It opens on 5 May.\n",
    ],
    [
      "over two lines",
      "<!-- claimcheck-ignore date-mismatch:\n  agreed by phone -->\n\nIt opens on 5 May.\n",
    ],
    [
      "with Windows line breaks",
      "<!-- claimcheck-ignore date-mismatch: agreed by phone -->\r\n\r\nIt opens on 5 May.\r\n",
    ],
  ])("%s", (_, text) => {
    expect(check(text, ["5 May"])).toMatchObject({
      left: [],
      ignored: [["5 May", "agreed by phone"]],
      notes: [],
    });
  });

  it("ends with the block", () => {
    const text = "<!-- claimcheck-ignore: known -->\n\nIt opens on 5 May.\n\nIt closes on 6 May.\n";
    expect(check(text, ["5 May", "6 May"])).toMatchObject({ left: ["6 May"] });
  });

  it("ends with the list, and with the table", () => {
    expect(
      check("<!-- claimcheck-ignore: known -->\n\n- on 5 May\n\nOn 6 May.\n", ["5 May", "6 May"]).left,
    ).toEqual(["6 May"]);
    const table = "<!-- claimcheck-ignore: known -->\n\n| a |\n| - |\n| 5 May |\n\nOn 6 May.\n";
    expect(check(table, ["5 May", "6 May"]).left).toEqual(["6 May"]);
  });

  it("stands with others before the same block", () => {
    const text =
      "<!-- claimcheck-ignore date-mismatch: known -->\n<!-- claimcheck-ignore role-mismatch: new title -->\nOn 5 May the director spoke.\n";
    const words = ["5 May", { words: "director", code: "role-mismatch" } as const];
    expect(check(text, words)).toMatchObject({ left: [], notes: [] });
  });
});

describe("a directive in a line", () => {
  it.each([
    [
      "of a paragraph",
      "It opens on 5 May. <!-- claimcheck-ignore date-mismatch: known -->\nIt closes on 6 May.\n",
    ],
    [
      "of a paragraph, in the middle",
      "It opens <!-- claimcheck-ignore date-mismatch: known --> on 5 May.\nIt closes on 6 May.\n",
    ],
    ["of a list", "- opens on 5 May <!-- claimcheck-ignore date-mismatch: known -->\n- closes on 6 May\n"],
    [
      "of a table",
      "| what | when |\n| - | - |\n| opens | 5 May <!-- claimcheck-ignore date-mismatch: known --> |\n| closes | 6 May |\n",
    ],
    [
      "of a table, for the whole row",
      "| what | when |\n| - | - |\n| opens <!-- claimcheck-ignore date-mismatch: known --> | 5 May |\n| closes | 6 May |\n",
    ],
    [
      "of a heading",
      "# Opens on 5 May <!-- claimcheck-ignore date-mismatch: known -->\n\nCloses on 6 May.\n",
    ],
  ])("%s hides that line only", (_, text) => {
    expect(check(text, ["5 May", "6 May"])).toMatchObject({ left: ["6 May"], notes: [] });
  });

  it("hides a claim that is wrapped into the line", () => {
    const text = "It opens on 5\nMay. <!-- claimcheck-ignore date-mismatch: known -->\n";
    expect(check(text, ["5\nMay"]).left).toEqual([]);
  });
});

describe("codes", () => {
  const both = ["5 May", { words: "nine", code: "quantity-mismatch", kind: "quantity" }] as const;
  it.each([
    ["<!-- claimcheck-ignore date-mismatch: known -->", ["nine"]],
    ["<!-- claimcheck-ignore quantity-mismatch: known -->", ["5 May"]],
    ["<!-- claimcheck-ignore date-mismatch, quantity-mismatch: known -->", []],
    ["<!-- claimcheck-ignore date-mismatch,quantity-mismatch: known -->", []],
    ["<!-- claimcheck-ignore all: known -->", []],
    ["<!-- claimcheck-ignore: known -->", []],
    ["<!-- claimcheck-ignore Date-Mismatch: known -->", ["nine"]],
    ["<!-- CLAIMCHECK-IGNORE: known -->", ["5 May", "nine"]],
    ["<!-- claimcheck-ignored: known -->", ["5 May", "nine"]],
    ["<!-- please claimcheck-ignore: known -->", ["5 May", "nine"]],
  ])("%s leaves %j", (directive, left) => {
    expect(check(`${directive}\nOn 5 May nine came.\n`, both).left).toEqual(left);
  });

  it("an uncited claim stays supported and loses its hint", () => {
    const text = "<!-- claimcheck-ignore uncited: common knowledge -->\nOn 5 May.\n";
    const sketch = { words: "5 May", verdict: "supported", code: "uncited" } as const;
    const report = applySuppressions(reportOn(text, [sketch]), readMarkdown(text));
    expect(report.claims).toMatchObject([{ verdict: "supported", code: null }]);
    expect(report.notes).toEqual([]);
  });
});

describe("regions and files", () => {
  it("a region hides from its start to its end", () => {
    const text =
      "On 1 May.\n\n<!-- claimcheck-ignore-start date-mismatch: annex -->\n\nOn 2 May.\n\n- On 3 May\n\n<!-- claimcheck-ignore-end -->\n\nOn 4 May.\n";
    expect(check(text, ["1 May", "2 May", "3 May", "4 May"])).toMatchObject({
      left: ["1 May", "4 May"],
      notes: [],
    });
  });

  it("a region without an end goes to the end of the file, and an end without a start is noted", () => {
    expect(
      check("<!-- claimcheck-ignore-start: annex -->\n\nOn 2 May.\n\nOn 3 May.\n", ["2 May", "3 May"]).left,
    ).toEqual([]);
    expect(check("On 2 May.\n\n<!-- claimcheck-ignore-end -->\n", ["2 May"])).toMatchObject({
      left: ["2 May"],
      notes: ["unused-ignore"],
      messages: ["No “claimcheck-ignore-start” stands before this end."],
    });
  });

  it("regions nest, and an end may name its codes", () => {
    const text =
      "<!-- claimcheck-ignore-start date-mismatch: a -->\n\n<!-- claimcheck-ignore-start role-mismatch: b -->\n\n<!-- claimcheck-ignore-end date-mismatch -->\n\nOn 5 May the director.\n";
    expect(check(text, ["5 May", { words: "director", code: "role-mismatch" }]).left).toEqual(["5 May"]);
  });

  it("a file directive hides before and after itself", () => {
    const text = "On 1 May.\n\n<!-- claimcheck-ignore-file date-mismatch: an old draft -->\n\nOn 2 May.\n";
    expect(check(text, ["1 May", "2 May"])).toMatchObject({ left: [], notes: [] });
  });
});

describe("notes", () => {
  it("tell of a directive that hides nothing", () => {
    const text = "<!-- claimcheck-ignore role-mismatch: known -->\nOn 5 May.\n";
    expect(check(text, ["5 May"])).toMatchObject({
      left: ["5 May"],
      notes: ["unused-ignore"],
      places: ["<!-- claimcheck-ignore role-mismatch: known -->"],
    });
  });

  it("name a code that does not exist", () => {
    const text = "<!-- claimcheck-ignore date-missmatch: known -->\nOn 5 May.\n";
    expect(check(text, ["5 May"]).messages).toEqual([
      "This directive hides nothing: “date-missmatch” is not a code of Claimcheck.",
    ]);
  });

  it("tell of a directive without a reason, which works", () => {
    for (const directive of [
      "<!-- claimcheck-ignore date-mismatch -->",
      "<!-- claimcheck-ignore date-mismatch: -->",
      "<!-- claimcheck-ignore -->",
    ]) {
      expect(check(`${directive}\nOn 5 May.\n`, ["5 May"])).toMatchObject({
        left: [],
        notes: ["ignore-without-reason"],
      });
    }
  });

  it("count a supported claim with a citation as nothing to hide", () => {
    const sketch = { words: "5 May", verdict: "supported" } as const;
    expect(check("On 5 May. <!-- claimcheck-ignore: known -->\n", [sketch]).notes).toEqual(["unused-ignore"]);
  });

  it("are not made of directives in code and in front matter", () => {
    const text =
      "---\nx: <!-- claimcheck-ignore -->\n---\n\n`<!-- claimcheck-ignore -->` on 5 May.\n\n```\n<!-- claimcheck-ignore -->\n```\n";
    expect(check(text, ["5 May"])).toMatchObject({ left: ["5 May"], notes: [] });
  });
});

it("costs in proportion to the draft, even with a directive for every claim on one line", () => {
  const time = (count: number) => {
    const text = "On 5 May. <!-- claimcheck-ignore date-mismatch: x --> ".repeat(count);
    const document = readMarkdown(text);
    const claim = reportOn(text, [{ words: "5 May" }]).claims[0]!;
    const step = text.length / count;
    const claims = Array.from({ length: count }, (_, n) => ({
      ...claim,
      start: n * step + 3,
      end: n * step + 8,
    }));
    const started = performance.now();
    const report = applySuppressions({ path: "", claims, notes: [] }, document);
    expect(report.claims).toHaveLength(0);
    return performance.now() - started;
  };
  time(300);
  const small = Math.max(time(500), 5);
  expect(time(8000)).toBeLessThan(small * 16 * 10);
});
