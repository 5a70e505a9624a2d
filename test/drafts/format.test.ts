/**
 * The format of annotated drafts itself: what is read, what is written, and that each way to fail does fail.
 */
import { describe, expect, it } from "vitest";
import { parseStory, renderStory } from "../support/annotated.ts";
import { failureText, runStory } from "../support/run-story.ts";
import { variantsOf } from "../support/variants.ts";

const SOURCE = [
  '=== sources/harbour.md published=2024-03-01 title="Harbour release"',
  "The quay opened on 4 March 2024.",
  "The quay cost 31 million euros.",
].join("\n");

function story(draft: string, ...rest: string[]): string {
  return [`A story.\n${SOURCE}\n=== draft.md date=2024-05-01`, draft, ...rest].join("\n");
}
function failure(draft: string, ...rest: string[]): string {
  return failureText(runStory(parseStory(`${story(draft, ...rest)}\n`)));
}

describe("reading and writing", () => {
  const text = `${story(
    [
      "# Title",
      "",
      "😀 The quay was",
      "       ^^^^^^^^> ",
      "opened on 14 March.",
      "^^^^^^ warn polarity-mismatch/relation-mismatch",
      "          ~~~~~~~~ ok date <- sources/harbour.md:1",
      "          ^^ warn date-mismatch: It is “4”: see <- sources/harbour.md:1",
      "",
      "| a | b |",
      "| --- | --- |",
      "",
      "~~~",
      "fenced",
      "~~~",
      "",
      "Setext",
      "===",
      "It cost \\$0 or $0 more.",
    ]
      .join("\n")
      .replace("> \n", ">\n"),
    "=== fix date-mismatch",
    "# Title",
    "=== hover",
    "A card",
    "of two lines",
  )}\n`;

  it("takes caret lines out and counts columns in UTF-16", () => {
    const { draft, expectations, cursor, sources, fixes, hover } = parseStory(text);
    expect(draft.text).not.toMatch(/\^|ok date/);
    expect(draft.text).toContain("~~~\nfenced\n~~~\n\nSetext\n===\nIt cost $0 or  more.\n");
    expect(draft.text.slice(cursor!)).toBe(" more.\n");
    expect(expectations.map(({ start, end }) => draft.text.slice(start, end))).toEqual([
      "quay was\nopened",
      "14",
      "14 March",
    ]);
    expect(expectations[1]).toMatchObject({
      message: "It is “4”: see",
      evidence: "sources/harbour.md:1",
      exact: true,
    });
    expect(expectations[2]).toMatchObject({ level: "ok", names: ["date"], exact: false });
    expect(sources[0]).toMatchObject({ path: "sources/harbour.md", keys: { title: "Harbour release" } });
    expect({ fixes, hover }).toEqual({
      fixes: [{ code: "date-mismatch", text: "# Title\n" }],
      hover: "A card\nof two lines",
    });
  });

  it("writes what it reads", () => {
    const once = renderStory(parseStory(text));
    expect(renderStory(parseStory(once))).toBe(once);
    expect(parseStory(once)).toEqual(parseStory(text));
  });

  it("refuses what is no story", () => {
    expect(() => parseStory("Only prose.\n")).toThrow("no draft");
    expect(() => parseStory("=== draft.md\nwords\n^^^^^>\n")).toThrow("no caret line follows");
  });
});

describe("failing", () => {
  it("passes where everything is as written", () => {
    expect(
      failure(
        "The quay opened on 14 March 2024.\n                   ^^^^^^^^^^^^^ warn date-mismatch <- sources/harbour.md:1",
      ),
    ).toBe("");
  });

  it.each([
    ["a finding that is not expected", "The quay opened on 14 March 2024.", "false alarms:"],
    [
      "a finding that is not there",
      "The quay opened on 4 March 2024.\n~~~~~~~~ warn date-mismatch",
      "missed:",
    ],
    ["a claim that is not supported", "We like boats.\n   ~~~~~~~~ ok date", "missed:"],
    ["other words", "The quay opened on 14 March 2024.\n                   ^^ warn date-mismatch", "missed:"],
    [
      "another message",
      "The quay opened on 14 March 2024.\n                   ~~ warn date-mismatch: No.",
      "missed:",
    ],
    [
      "another place",
      "The quay opened on 14 March 2024.\n                   ~~ warn date-mismatch <- sources/harbour.md:2",
      "missed:",
    ],
  ])("fails on %s", (_, draft, heading) => {
    expect(failure(draft)).toContain(heading);
  });

  it("fails on another fix and another card", () => {
    const draft = "The quay opened on 14 March$0 2024.\n                   ~~ warn date-mismatch";
    const text = failure(draft, "=== fix date-mismatch", "The quay opened on 5 March 2024.");
    expect(text).toContain("The fix of date-mismatch gives\nThe quay opened on 4 March 2024.");
    expect(text).toContain("The card is");
  });

  it("draws the line and its carets", () => {
    expect(failure("Hello.\n\nThe quay opened on 14 March 2024, they say.")).toMatch(
      /\nThe quay opened on 14 March 2024, they say\.\n {19}\^{13} warn date-mismatch: /,
    );
  });

  it("writes the story for what is found", () => {
    const { actual } = runStory(
      parseStory(story("The quay opened on 14 March 2024.", "=== fix date-mismatch", "x")),
    );
    const written = renderStory(actual);
    expect(written).toContain("\n                   ^^^^^^^^^^^^^ warn date-mismatch\n");
    expect(written).toContain("=== fix date-mismatch\nThe quay opened on 4 March 2024.\n");
    expect(failureText(runStory(parseStory(written)))).toBe("");
  });
});

describe("variants", () => {
  it("move every offset to the same character", () => {
    const text = "---\na: 1\n---\n\n# T\n\nOne 😀 line.\n\n- item\n  more\n";
    for (const { name, text: other, move } of variantsOf(text)) {
      for (let at = 0; at < text.length; at++) {
        if (text[at] === "\n") continue;
        expect(other[move(at)], `${name} ${at}`).toBe(text[at]);
      }
    }
  });
});
