/**
 * What people write beside their drafts, broken by accident or malice: front matter, project files, bibliographies, fact
 * sheets, accepted findings, directives, citations. All of it is read or refused, soon, and offsets stay inside the text.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import { type BibliographyFormat, readBibliography } from "../../../server/src/node/formats/bibliography.ts";
import { applyBaseline, printBaseline, readBaseline } from "../../../server/src/service/baseline.ts";
import { bibliographyNames } from "../../../server/src/service/citations/bibliography-names.ts";
import { convertCitations, removeCitations } from "../../../server/src/service/citations/convert.ts";
import { citationsIn } from "../../../server/src/service/citations/found.ts";
import { CITATION_STYLES } from "../../../server/src/service/citations/types.ts";
import { readConfig } from "../../../server/src/service/config/read.ts";
import { draftDay, isNoSource, mayBeDraft, standingAt } from "../../../server/src/service/config/scope.ts";
import { codeInDirective, placeDirectives } from "../../../server/src/service/directives.ts";
import { namedSources } from "../../../server/src/service/draft-sources.ts";
import { originsOf } from "../../../server/src/service/fact-sheets/origins.ts";
import { notesAt, readFactNotes } from "../../../server/src/sources/fact-notes.ts";
import { dayOf, metadataOf } from "../../../server/src/sources/metadata.ts";
import { standingOf } from "../../../server/src/sources/standing.ts";
import { boundsOf, holdsOn, periodOf } from "../../../server/src/sources/validity.ts";
import { readFrontMatter } from "../../../server/src/text/front-matter.ts";
import { LineTable } from "../../../server/src/text/lines.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { broken, fuzz, PATIENT, repeated, SIZE } from "../../support/hostile.ts";
import { WITH_LIBRARY } from "../citations/support.ts";
import { edited } from "./claims.ts";

const FRONT = `---
title: "Quay opens in spring"
date: 2024-02-18
published: 2024-02-18T10:00:00Z
sources: [press/*.md, "reports/2024/a b.pdf", ../x/{a,b}.md]
bibliography: &bib [refs.bib, more.json]
also: *bib
rank: 2
supersedes: [old.md]
superseded-by: new.md
source: "../press/release.md"
nested: {a: [1, 2, {b: c}], d: |
    text
  , e: >-
    folded}
---

# Quay

The quay opens on 4 March.
`;

const CONFIG = `# The project.
sources:
  - press
  - path: reports/**/*.{pdf,docx}
    rank: 1
    supersedes: [old.md, "Old report"]
  - path: [a.md, b.md]
    superseded-by: press/new.md
drafts: ["*.md", drafts/**]
exclude: [archive, "**/node_modules/**"]
date: 2024-05-31
builtin: false
bibliography: refs.bib
citations: { style: pandoc }
severity: {uncertain: off, contradicted: error}
baseline: accepted.txt
`;

const BIB = `@string{hh = "Harbour House"}
@comment{jabref-meta: databaseType:biblatex;}
@online{harbour, title = {Quay opens in {\\"O}sthamn}, author = {{Harbour Office} and Brandt, Ada}, date = {2024-02-18},
  publisher = hh # " Press", url = {https://harbour.example.org/news/quay_1}, file = {:sources/harbour.md:Markdown}}
@book(brandt2020, title = "The {Law} of \\emph{Quays} \\& $x^2$", year = 2020, month = feb, pages = {1--4})
`;

const CSL = JSON.stringify({
  references: [
    {
      id: "harbour",
      title: "Quay <i>opens</i>",
      author: [{ literal: "Office" }, { family: "Brandt", given: "Ada", "non-dropping-particle": "von" }],
      issued: { "date-parts": [[2024, 2, 18]] },
      URL: "https://harbour.example.org/",
      file: ["a.md", "Full Text:files/1/a.pdf:application/pdf"],
    },
    { id: 7, issued: "2024-02", editor: [{ family: "Ito" }] },
    { id: "c", issued: [{ year: 2024, month: 2 }], DOI: "10.1000/1" },
  ],
});

const CSL_YAML = `---
references:
- id: harbour2024quay
  title: &t Quay opens
  author:
  - literal: Harbour Office
  - {family: Brandt, given: Ada}
  issued:
    date-parts:
    - [2024, 2, 18]
  file: sources/harbour.md
- id: b
  title: *t
  issued: 2024-02-18
...
`;

const SHEET = `---
source: press/release.md
---

# Quay

- The quay opens on 4 March 2024. <!-- line 8 -->
  - also: the new quay; quay 7
  - not before: 2024-01-01
  - not after: 31 December 2026
- The fund paid 31 million euros for 12 lamps.
  - not after: spring 2025
  - also:
- “It is not ours,” said Ada Brandt, the mayor.
`;

const ACCEPTED = `# Findings that were accepted.
drafts/a.md | date-mismatch | 0123456789abcdef | 4 March | 2024-03-01 | Ada | said so by phone
drafts/a \\| b.md | uncited | 00000000000000ff | \\\\ words | 2024-03-02 |  | none
`;

const DRAFT = `---
bibliography: references.bib
---

# The quay

The quay opens on 4 March.[^harbour][^2] It cost 31 million euros [@harbour, p. 4; @brandt2020].

<!-- claimcheck-ignore-start date-mismatch, uncited: we know -->

- The quay has 12 lamps ([Harbour Office](https://harbour.example.org/news/quay#page=3)). <!-- claimcheck-ignore -->
  > “We paid,” she said.[^2]

<!-- claimcheck-ignore-end -->

| Year | Lamps |
| --- | --- |
| 2024 | 12 [@{harbour}] |

See [the report](../reports/a%20b.pdf) and [it](file:///etc/passwd).

[^harbour]: Harbour Office, “Quay opens in spring”, 18 February 2024, https://harbour.example.org/news/quay.
[^2]: Words of my own.

    And more.
`;

/** Whatever a front matter says, and what is made of it. */
function useFrontMatter(text: string): void {
  const { data, problem, span } = readFrontMatter(text);
  expect(span.start <= span.end && span.end <= text.length).toBe(true);
  expect(problem === null || (problem.length < 300 && !problem.includes("\n"))).toBe(true);
  for (const day of [dayOf(data.date), dayOf(data.published)]) expect(day ?? "2024-01-01").toMatch(DAY);
  for (const name of bibliographyNames(data)) expect(name).not.toMatch(/^(?:\/|~|\w{1,12}:)/);
  standingOf(data);
  const document = readMarkdown(text);
  originsOf(document.frontMatter);
  const { entries, problems } = namedSources(document);
  for (const { base, matchesBelow } of entries) expect(typeof matchesBelow(`${base}/x.md`)).toBe("boolean");
  for (const one of problems) expect(one.length).toBeLessThan(300);
  const { title, published } = metadataOf({ uri: "a.md" }, document);
  expect(typeof title).toBe("string");
  expect(published ?? "2024-01-01").toMatch(DAY);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function useConfig(text: string): void {
  const { config, problems } = readConfig(text);
  expect(problems.length).toBeLessThanOrEqual(20);
  for (const { start, end, line, character, message } of problems) {
    expect(start <= end && end <= text.length && line >= 0 && character >= 0).toBe(true);
    expect(message.length).toBeLessThan(400);
  }
  const { sources, drafts, exclude, bibliography, baseline } = config;
  for (const { pattern } of [sources, drafts, exclude, bibliography, baseline].flatMap((one) => one ?? [])) {
    expect(pattern.base.split("/")).not.toContain("..");
    expect(pattern.base).not.toMatch(/^(?:\/|~|[a-z]:)/i);
  }
  mayBeDraft(config, "drafts/a.md");
  isNoSource(config, "press/a.md", true);
  standingAt(config, "press/a.md");
  draftDay(config, text);
}

function useBibliography(format: BibliographyFormat, text: string): void {
  try {
    for (const { key, published, authors = [], files = [] } of readBibliography(format, text).entries) {
      expect(key).not.toBe("");
      expect(published ?? "2024").toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
      expect([...authors, ...files].every((one) => typeof one === "string")).toBe(true);
    }
  } catch (error) {
    expect(error).toHaveProperty("state", "damaged");
  }
}

function useSheet(text: string): void {
  const document = readMarkdown(text);
  const { document: plain, notes, faulty } = readFactNotes(document);
  for (const block of notes.keys()) expect(plain.blocks).toContain(block);
  for (const { span } of faulty) expect(span.end).toBeLessThanOrEqual(text.length);
  const bounds = boundsOf(notes.values());
  for (const day of ["0001-01-01", "2024-05-05", "9999-12-31"]) {
    expect(periodOf(bounds, day)).toBeLessThanOrEqual(bounds.length);
    for (const one of notes.values()) holdsOn(one, day);
  }
  notesAt(document, text.length >> 1);
}

function useBaseline(text: string): void {
  const baseline = readBaseline(text);
  const report = { path: "drafts/a.md", claims: [], notes: [] };
  expect(applyBaseline(report, "drafts/a.md", baseline).claims).toEqual([]);
  const printed = printBaseline(baseline);
  const again = readBaseline(printed);
  expect(again.problems).toEqual([]);
  expect(again.findings.length).toBe(baseline.findings.length);
  expect(printBaseline(again)).toBe(printed);
}

function useDraft(text: string): void {
  const document = readMarkdown(text);
  const lines = new LineTable(text);
  for (const { covers } of placeDirectives(document, lines))
    if (covers) expect(covers.start >= 0 && covers.end <= text.length).toBe(true);
  for (const { span } of document.comments) codeInDirective(document, (span.start + span.end) >> 1);
  namedSources(document);
  for (const { span } of citationsIn(document, WITH_LIBRARY).citations)
    expect(span.start < span.end && span.end <= text.length).toBe(true);
  for (const style of CITATION_STYLES) {
    const { edits } = convertCitations(document, style, WITH_LIBRARY);
    readMarkdown(edited(text, edits));
  }
  removeCitations(document, WITH_LIBRARY);
}

const READERS: readonly (readonly [string, readonly string[], (text: string) => void, number])[] = [
  ["front matter", [FRONT], useFrontMatter, 150],
  ["a project file", [CONFIG, JSON.stringify({ sources: ["a"], drafts: "b", exclude: [] })], useConfig, 150],
  ["BibTeX", [BIB], (text) => useBibliography("bibtex", text), 100],
  ["CSL as JSON", [CSL], (text) => useBibliography("csl-json", text), 100],
  ["CSL as YAML", [CSL_YAML], (text) => useBibliography("csl-yaml", text), 100],
  ["a fact sheet", [SHEET], useSheet, 80],
  ["accepted findings", [ACCEPTED], useBaseline, 150],
  ["a draft's directives and citations", [DRAFT, SHEET], useDraft, 60],
];

/** The longest that a text may take to be read, in milliseconds. */
const SOON = 10_000;

describe("broken text is read or refused:", () => {
  it.each(READERS)("%s", PATIENT, (_, texts, use, runs) => {
    fc.assert(
      fc.property(broken(texts), (text) => {
        const began = performance.now();
        use(text);
        expect(performance.now() - began).toBeLessThan(SOON);
      }),
      fuzz(runs),
    );
  });

  it("a sheet, its source and a draft that is checked against both", PATIENT, async () => {
    await fc.assert(
      fc.asyncProperty(broken([SHEET, FRONT], 3000), broken([DRAFT, SHEET], 3000), async (source, draft) => {
        const checker = createChecker({ builtin: false });
        checker.setSource({ uri: "press/release.md", text: source });
        checker.setSource({ uri: "press/sheet.txt", text: source });
        const { claims, notes } = checker.check({ uri: "a.md", text: draft });
        for (const { start, end, text } of claims) expect(draft.slice(start, end)).toBe(text);
        for (const { start, end } of notes) expect(start <= end && end <= draft.length).toBe(true);
        checker.explain({ uri: "a.md", text: draft });
        checker.extract("press/release.md");
        const sources = { key: "facts", uris: ["press/release.md"] };
        await checker.checkFacts({ uri: "sheet.md", text: draft, sources });
        const sheet = checker.factSheet(["press/release.md", "press/sheet.txt"], (uri) => uri);
        expect(readFrontMatter(sheet).problem).toBeNull();
      }),
      fuzz(4),
    );
  });
});

describe("one piece again and again takes no longer than it should:", () => {
  const frames: readonly (readonly [string, (text: string) => void])[] = [
    ["front matter", (text) => useFrontMatter(`---\n${text.slice(0, 60_000)}\n---\n`)],
    ["a value of it", (text) => useFrontMatter(`---\nsources: ${text.slice(0, 60_000)}\n---\n`)],
    ["a project file", (text) => useConfig(text.slice(0, 60_000))],
    ["a pattern", (text) => useConfig(`sources: [${JSON.stringify(text.slice(0, 499))}]`)],
    ["BibTeX", (text) => useBibliography("bibtex", `@misc{a, title = {${text}}, author = {${text}}}`)],
    [
      "CSL as JSON",
      (text) => useBibliography("csl-json", JSON.stringify([{ id: "a", title: text, file: text }])),
    ],
    ["accepted findings", useBaseline],
  ];
  it.each(frames)("%s", PATIENT, (_, use) => {
    const pieces = [...repeated(SIZE)];
    for (const text of pieces) {
      const began = performance.now();
      use(text);
      expect(performance.now() - began, JSON.stringify(text.slice(0, 20))).toBeLessThan(SOON);
    }
  });
});
