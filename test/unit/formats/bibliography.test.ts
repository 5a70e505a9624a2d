/**
 * Bibliographies as people and reference managers write them, broken ones and hostile ones.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type BibliographyFormat, readBibliography } from "../../../server/src/node/formats/bibliography.ts";
import { readBibliographyFile } from "../../../server/src/node/formats/read-bibliography-file.ts";
import { stopReaders } from "../../../server/src/node/formats/reader-thread.ts";

afterAll(stopReaders);

const ENTRY = {
  key: "harbour2024quay",
  title: "Quay opens in Östhamn",
  authors: ["Harbour Office", "Brandt, Ada"],
  publisher: "Harbour House",
  published: "2024-02-18",
  url: "https://harbour.example.org/news/quay_1",
  files: ["sources/harbour.md"],
};

const BIB = `% my library
@string{hh = "Harbour House"}
@online{harbour2024quay,
  title = {Quay opens in {\\"O}sthamn},
  author = {{Harbour Office} and Brandt, Ada},
  date = {2024-02-18},
  publisher = hh,
  url = {https://harbour.example.org/news/quay_1},
  file = {:sources/harbour.md:Markdown},
}
`;

const JSON_TEXT = JSON.stringify([
  {
    id: "harbour2024quay",
    type: "webpage",
    title: "Quay opens in <i>Östhamn</i>",
    author: [{ literal: "Harbour Office" }, { family: "Brandt", given: "Ada" }],
    publisher: "Harbour House",
    issued: { "date-parts": [[2024, 2, 18]] },
    URL: "https://harbour.example.org/news/quay_1",
    file: "sources/harbour.md",
  },
]);

const YAML_TEXT = `---
references:
- id: harbour2024quay
  type: webpage
  title: Quay opens in Östhamn
  author:
  - literal: Harbour Office
  - family: Brandt
    given: Ada
  publisher: Harbour House
  issued: 2024-02-18
  URL: https://harbour.example.org/news/quay_1
  file: sources/harbour.md
...
`;

const TEXTS: readonly (readonly [BibliographyFormat, string])[] = [
  ["bibtex", BIB],
  ["csl-json", JSON_TEXT],
  ["csl-yaml", YAML_TEXT],
];

describe("a bibliography", () => {
  it.each(TEXTS)("in %s names its sources", (format, text) => {
    expect(readBibliography(format, text).entries).toEqual([ENTRY]);
  });

  it.each([
    ["issued: 2024", "2024"],
    ["issued:\n  - year: 2024\n    month: 2", "2024-02"],
    ["issued:\n    date-parts:\n    - - 2024\n      - 2", "2024-02"],
    ["issued: spring", undefined],
  ])("dates an entry by “%s”", (issued, day) => {
    const { entries } = readBibliography("csl-yaml", `- id: a\n  ${issued}\n`);
    expect(entries[0]?.published).toBe(day);
  });

  it.each([
    ["press/a.pdf", ["press/a.pdf"]],
    ["Full Text:files/7/a b.pdf:application/pdf", ["files/7/a b.pdf"]],
    [":a.pdf:PDF;:b.html:URL", ["a.pdf", "b.html"]],
    ["Snapshot:C\\:\\\\Users\\\\ada\\\\a.html:text/html", ["C:/Users/ada/a.html"]],
  ])("finds the paths in “%s”", (file, files) => {
    const { entries } = readBibliography("csl-json", JSON.stringify([{ id: "a", file }]));
    expect(entries[0]?.files).toEqual(files);
  });

  it("keeps what is right beside a broken entry, and says where that stands", () => {
    const text = `@misc{a, title = {One}}\n@misc{b, title = {Two\n\n${BIB}@misc{c, publisher = hh}\n`;
    const { entries, doubt } = readBibliography("bibtex", text);
    expect(entries.map(({ key }) => key)).toEqual(["a", "harbour2024quay", "c"]);
    expect(entries[2]?.publisher).toBe("Harbour House");
    expect(doubt).toContain("line 2");
  });

  it("takes the first of two entries with one key", () => {
    const { entries } = readBibliography("bibtex", "@misc{a, title={One}}\n@misc{a, title={Two}}\n");
    expect(entries.map(({ title }) => title)).toEqual(["One"]);
  });
});

describe("a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "claimcheck-bib-"));
  const written = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return readBibliographyFile(join(folder, name), name);
  };

  it("is read apart, and by its ending", async () => {
    const file = await written("refs.bib", BIB);
    expect(file).toMatchObject({ format: "bibtex", text: BIB, entries: [ENTRY], message: null, read: true });
  });

  it("is read as it stands in the editor", async () => {
    const file = await readBibliographyFile(join(folder, "refs.bib"), "refs.bib", "@misc{new, title={N}}");
    expect(file.entries).toEqual([{ key: "new", title: "N" }]);
  });

  it.each([
    ["gone.bib", null, "gone.bib does not exist. Correct the path."],
    ["refs.json", '{"name": "package"}', "refs.json is no list of references."],
    ["refs.yaml", "a: [", "refs.yaml is no list of references."],
    ["half.bib", "@misc{a, title = {", "half.bib holds no entry that can be read (line 1)."],
    ["refs.docx", "x", "refs.docx is no bibliography."],
  ])("%s that cannot be read is named", async (name, text, message) => {
    const file =
      text === null ? await readBibliographyFile(join(folder, name), name) : await written(name, text);
    expect(file.read).toBe(false);
    expect(file.message).toContain(message);
  });
});

describe("hostile input", () => {
  const BOMB = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
    .split("")
    .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[at]}`).join(",")}]`)
    .join("\n")}\nreferences: *h\n`;

  it.each([
    ["open braces", "bibtex", `@a{k, title=${"{".repeat(1e6)}`],
    ["nested braces", "bibtex", `@a{k, title=${"{".repeat(5e4)}${"}".repeat(5e4)}}`],
    ["entries in entries", "bibtex", "@a{".repeat(3e5)],
    ["many at signs", "bibtex", "@\n".repeat(2e5)],
    ["many names", "bibtex", `@a{k, author={${"x and ".repeat(1e5)}}}`],
    ["many broken entries", "bibtex", "@a{k,\n".repeat(5e4)],
    ["many broken abbreviations", "bibtex", "@string{a = \n".repeat(3e4)],
    ["commands", "bibtex", `@a{k, title={${"\\a".repeat(2e5)}}}`],
    ["nested JSON", "csl-json", "[".repeat(1e6)],
    ["nested objects", "csl-json", `${'{"references":'.repeat(1e5)}`],
    ["a YAML bomb", "csl-yaml", BOMB],
    ["nested YAML", "csl-yaml", "[".repeat(1e5)],
    ["deep YAML", "csl-yaml", Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
    ["a prototype", "csl-json", '[{"__proto__": {"id": "x"}, "id": "a", "title": {"x": 1}}]'],
  ] as const)(
    "%s ends soon",
    async (_, format, text) => {
      const ending = { bibtex: "bib", "csl-json": "json", "csl-yaml": "yaml" }[format];
      const started = Date.now();
      const file = await readBibliographyFile(`x.${ending}`, `x.${ending}`, text);
      expect(Date.now() - started).toBeLessThan(10_000);
      expect(file.entries.length).toBeLessThanOrEqual(1);
    },
    20_000,
  );

  it("the same again and again does not end the program", async () => {
    for (let time = 0; time < 4; time++) {
      for (const text of [`@a{k, title=${"{".repeat(1e5)}`, `@a{k, title={${"\\x{".repeat(5e4)}`])
        expect((await readBibliographyFile("x.bib", "x.bib", text)).entries).toEqual([]);
      expect((await readBibliographyFile("x.yaml", "x.yaml", "[".repeat(1e5))).read).toBe(false);
    }
  }, 30_000);

  it("10 MB of entries are read", async () => {
    const one = (at: number) => BIB.replace("harbour2024quay", `harbour${at}`);
    const text = Array.from({ length: Math.ceil(1e7 / BIB.length) }, (_, at) => one(at)).join("");
    const file = await readBibliographyFile("x.bib", "x.bib", text);
    expect(file.message ?? "").not.toContain("damaged");
    expect(file.entries.length > 20_000 || file.message?.includes("seconds")).toBe(true);
  }, 30_000);

  it("a file of more than 20 MB is told", async () => {
    const file = await readBibliographyFile("x.bib", "x.bib", " ".repeat(20_000_001));
    expect(file.message).toBe("x.bib is too large (20 MB; at most 20 MB). Split it.");
  });

  it("any text ends in entries or a reason", () => {
    const piece = fc.constantFrom(
      "@",
      "misc",
      "{",
      "}",
      "(",
      ")",
      "k",
      ",",
      "title",
      "=",
      '"',
      "#",
      "\\",
      "$",
      "%",
      "\n",
      " ",
      "1",
      "[",
      "]",
      ":",
      "- ",
      "id",
      "&a",
      "*a",
      "é",
      "😀",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
        fc.constantFrom<BibliographyFormat>("bibtex", "csl-json", "csl-yaml"),
        (text, format) => {
          try {
            for (const { key } of readBibliography(format, text).entries) expect(key).not.toBe("");
          } catch (error) {
            expect(error).toHaveProperty("state", "damaged");
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
