/** Each format in its layouts: the whole story in its order, with headings, lists, tables, notes and metadata. */
import { afterAll, describe, expect, it } from "vitest";
import { readSourceFile } from "../../../server/src/node/formats/read-source-file.ts";
import { stopReaders } from "../../../server/src/node/formats/reader-thread.ts";
import type { SourceFile } from "../../../server/src/node/formats/types.ts";
import { pageAt } from "../../../server/src/sources/pages.ts";
import { cells, fixture, missing, truth, words } from "./fixtures.ts";

const known = new Map<string, Promise<SourceFile>>();
function read(name: string): Promise<SourceFile> {
  const reading = known.get(name) ?? readSourceFile(fixture(name), { milliseconds: 60_000 });
  known.set(name, reading);
  return reading;
}
afterAll(stopReaders);

const PAGES = ["news-site.html", "ministry.html", "old-portal.html", "blog.html", "pandoc.html"];
const DOCUMENTS = [
  "pandoc.docx",
  "libreoffice-report.docx",
  "libreoffice-minutes.docx",
  "libreoffice-web.docx",
  "text-boxes.docx",
  "tracked.docx",
];
const PRINTS = [
  "libreoffice-report.pdf",
  "libreoffice-columns.pdf",
  "chromium-news.pdf",
  "chromium-columns.pdf",
  "chromium-slides.pdf",
  "groff.pdf",
  "owner-locked.pdf",
];
const LONG = 120_000;

describe.each([...PAGES, ...DOCUMENTS, ...PRINTS])("%s", (name) => {
  it("gives every sentence in its order, headings and tables", { timeout: LONG }, async () => {
    const { text, state, message, metadata } = await read(name);
    expect({ state, message }).toEqual({ state: "read", message: null });
    expect(missing(text)).toEqual([]);
    for (const note of truth.notes) expect(words(text)).toContain(note);
    for (const heading of truth.headings) expect(text).toMatch(new RegExp(`^#+ ${heading}$`, "m"));
    const rows = cells(text).map((row) => row.filter(Boolean));
    for (const row of truth.rows) expect(rows).toContainEqual(row);
    expect(metadata.title).toMatch(/^Night ferry/);
  });
});

describe.each([...PAGES, ...DOCUMENTS])("%s", (name) => {
  it("keeps lists and quotes", async () => {
    const { text } = await read(name);
    expect(text).toMatch(/^- The operator sails on at least 320 nights a year\.$/m);
    expect(text).toMatch(/^> The long-term cost depends/m);
  });
});

describe("web pages", () => {
  it.each(PAGES)("%s lose what stands around the article", async (name) => {
    const { text } = await read(name);
    expect(text).not.toMatch(
      /cookie|42 jobs|Rail bridge stays|never sail|readers trust|250 releases|Privacy|Draft 7|19 million|Subscribe/,
    );
  });

  it("tell title, publisher, day and address", async () => {
    expect((await read("news-site.html")).metadata).toEqual({
      title: truth.title,
      publisher: "Vesterland Courier",
      published: "2024-02-02",
      url: "https://courier.example/harbour/night-ferry",
    });
    expect((await read("ministry.html")).metadata).toMatchObject({
      publisher: "Ministry of Transport",
      published: "2024-02-02",
    });
    expect((await read("blog.html")).metadata).toMatchObject({
      published: "2024-02-02",
      url: "https://blog.example/2024/02/night-ferry",
    });
  });

  it("do not take a note's mark for a figure", async () => {
    for (const name of PAGES) expect((await read(name)).text).not.toMatch(/2031\.\s?1/);
  });
});

describe("Word documents", () => {
  it("keep footnotes as Markdown's", async () => {
    const { text } = await read("libreoffice-report.docx");
    expect(text).toContain("until the end of 2031.[^1]");
    expect(text).toContain("[^2]: The institute’s estimate");
  });

  it("leave out what was deleted and keep what was inserted", async () => {
    expect((await read("tracked.docx")).text).toContain("on 14 June 2024");
  });

  it("tell the day on which they were written", async () => {
    expect((await read("libreoffice-report.docx")).metadata.published).toBe("2024-02-02");
  });
});

describe("PDFs", () => {
  it.each(PRINTS)("%s lose running heads, page numbers and marks of notes", async (name) => {
    const { text } = await read(name);
    expect(text).not.toMatch(/Page \d of \d|Release 7|file:\/\/|^\d+$|2031\.\s?1|built\.\s?2\b/m);
  });

  it("undo hyphens at line ends, and keep those of compounds", async () => {
    for (const name of PRINTS) {
      const { text } = await read(name);
      expect(text).not.toMatch(/\p{Ll}- \p{Ll}|ex-pected|com-plaint/u);
      expect(text).toContain("long-term cost");
    }
  });

  it("keep the pages of their words", async () => {
    const { text, metadata } = await read("chromium-slides.pdf");
    const pageOf = (start: string) => pageAt(metadata.pages, text.indexOf(start));
    expect(pageOf("The crossing takes")).toBe(1);
    expect(pageOf("The board approved")).toBe(2);
    expect(pageOf("| 2025 |")).toBe(3);
    expect(pageOf("A hearing is set")).toBe(4);
    expect(pageAt(undefined, 3)).toBeNull();
    const offsets = metadata.pages!.map(({ offset }) => offset);
    expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
  });

  it("take the day from the page where it is written, never from a browser's print", async () => {
    expect((await read("groff.pdf")).metadata.published).toBe("2024-02-02");
    expect((await read("chromium-news.pdf")).metadata.published).toBeUndefined();
  });
});
