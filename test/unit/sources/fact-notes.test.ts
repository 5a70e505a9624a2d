/**
 * What a fact sheet notes of its facts: other names, and the days between which a fact holds.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import { readFactNotes } from "../../../server/src/sources/fact-notes.ts";
import { boundsOf, holdsOn, periodOf } from "../../../server/src/sources/validity.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const SHEET = `# The council

- Ada Brandt is the chair of the harbour council.
  - not after: 2024-06-30
- Tom Reyes is the chair of the harbour council.
  - not before: 1 July 2024
- Officials from 32 countries met in Prague on 2–3 May 2019. <!-- line 12 -->
  - also: the Security Forum; the 5G conference
  - Also: PSF.
`;

function notesOf(text: string) {
  const { document, notes, faulty } = readFactNotes(readMarkdown(text));
  return {
    prose: document.blocks.map((block) => block.prose.text),
    notes: [...notes].map(([block, note]) => [block.prose.text.slice(0, 9), note]),
    faulty: faulty.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`),
  };
}

describe("notes", () => {
  it("belong to the fact above them, and are no facts themselves", () => {
    const open = { aliases: [], notBefore: null, notAfter: null };
    expect(notesOf(SHEET)).toEqual({
      prose: [
        "The council",
        "Ada Brandt is the chair of the harbour council.",
        "Tom Reyes is the chair of the harbour council.",
        "Officials from 32 countries met in Prague on 2–3 May 2019.",
      ],
      notes: [
        ["Ada Brand", { ...open, notAfter: "2024-06-30" }],
        ["Tom Reyes", { ...open, notBefore: "2024-07-01" }],
        ["Officials", { ...open, aliases: ["the Security Forum", "the 5G conference", "PSF"] }],
      ],
      faulty: [],
    });
  });

  it.each([
    ["- Not before: 2019.\n", "an item of its own"],
    ["Also: the mayor came.\n", "a paragraph"],
    ["- The council met.\n  - It also sat.\n", "a sub-list that says something else"],
    ["The council met:\n\n- also: the mayor\n", "a list below a paragraph"],
  ])("are not seen in %j, %s", (text) => {
    expect(notesOf(text)).toMatchObject({ notes: [], faulty: [] });
    expect(notesOf(text).prose.join(" ")).toMatch(/also|not before/i);
  });

  it.each(["not before: soon", "not after: 3 May", "also: ;"])("tell of a fault: %s", (note) => {
    const { faulty, prose } = notesOf(`- The council met.\n  - ${note}\n`);
    expect(faulty).toHaveLength(1);
    expect(faulty[0]).toContain(note);
    expect(prose).toEqual(["The council met."]);
  });
});

describe("a draft", () => {
  const checker = createChecker({ builtin: false });
  checker.setSource({ uri: "sources/sheet.md", text: SHEET });
  const verdicts = (text: string, date: string) =>
    checker
      .check({ uri: `${date}.md`, text, date })
      .claims.map(({ text: words, verdict }) => `${words} ${verdict}`);

  it("is checked against what holds on its day, whichever draft came before", () => {
    const text = "Ada Brandt, the chair of the harbour council, opened the pier.\n";
    const early = verdicts(text, "2024-06-30");
    expect(early).toContain("chair of the harbour council supported");
    const late = verdicts(text, "2024-07-01");
    expect(late).not.toContain("chair of the harbour council supported");
    expect(verdicts(text, "2024-06-01")).toEqual(early);
  });

  it("finds a fact by another name for it", () => {
    const input = {
      uri: "a.md",
      text: "Officials from 28 countries met for the Security Forum in May 2019.\n",
      date: "2024-01-01",
    };
    const plain = createChecker({ builtin: false });
    plain.setSource({ uri: "sources/sheet.md", text: SHEET.replace(/^ {2}- [Aa]lso.*$/gm, "") });
    const answered = (asked: typeof checker) =>
      asked
        .explain(input)
        .flatMap(({ claims }) => claims)
        .find(({ text }) => text.includes("28"))!
        .features.find(({ name }) => name === "c.score")!.value;
    expect(checker.check(input).claims.some(({ verdict }) => verdict === "contradicted")).toBe(true);
    expect(answered(checker)).toBeGreaterThan(answered(plain));
  });
});

describe("periods", () => {
  const day = fc
    .date({ min: new Date("2019-01-01"), max: new Date("2020-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const note = fc.record({ aliases: fc.constant([]), notBefore: fc.option(day), notAfter: fc.option(day) });

  it("are the same for two days exactly when the same facts hold", () => {
    fc.assert(
      fc.property(fc.array(note), day, day, (notes, a, b) => {
        const bounds = boundsOf(notes);
        const holding = (on: string) => notes.map((one) => holdsOn(one, on));
        if (periodOf(bounds, a) === periodOf(bounds, b)) expect(holding(a)).toEqual(holding(b));
      }),
    );
  });
});
