/**
 * Who says each direct quotation of invented news prose, as `extract` gives it. In the files a quotation is followed by
 * its speaker in braces: alternatives are parted by a bar, "-" is nobody. What is known to be read wrong is listed here.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold } from "../../../server/src/kinds/speaker/surnames.ts";
import { extractSource } from "../../../server/src/service/extract.ts";
import type { ExtractedAttribution } from "../../../server/src/service/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache } from "../../../server/src/statements/read.ts";

interface Article {
  readonly title: string;
  readonly text: string;
  readonly quotations: readonly { readonly end: number; readonly speakers: readonly string[] }[];
}

const FILES = ["news.txt", "news-later.txt", "news-last.txt"];

/** FIXME: read otherwise than the words mean. */
const WRONG = [
  "dialogue: harbour: mayor, not Dieter Groll",
  "dialogue: harbour: mayor, not Dieter Groll",
  "wire: merger: Shares, not Halden Foods",
  "uk: library: Campaigners, not Ravi Nair",
];

const cache = createSentenceCache();

describe.each(FILES)("%s", (file) => {
  it.each(read(file).map((article) => [article.title, article] as const))("%s", (title, article) => {
    const known = WRONG.filter((line) => line.startsWith(title));
    expect(misread(article)).toEqual(known);
  });
});

it("knows the turns of a transcript by surname, and leaves out what is quoted of others", () => {
  const text = `In the studio: Oda Brekken, harbour master; Joan Pyke, mayor.

**Brekken:** Ms Pyke told us: "The quay pays for itself." I doubt it.`;
  const found = directIn("transcript", text).map(({ speaker, content }) => [
    speaker?.canonical,
    text.slice(content.start, content.end).replace(/^\W+|\W+$/g, ""),
  ]);
  expect(found).toEqual([
    ["Oda Brekken", "Ms Pyke told us"],
    ["Joan Pyke", "The quay pays for itself"],
    ["Oda Brekken", "I doubt it"],
  ]);
});

function read(file: string): Article[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return { title: part.slice(0, end), ...unmark(part.slice(end).trim()) };
    });
}

function unmark(marked: string): Omit<Article, "title"> {
  const quotations: { end: number; speakers: string[] }[] = [];
  let text = "";
  let from = 0;
  for (const mark of marked.matchAll(/ \{([^}]*)\}/g)) {
    text += marked.slice(from, mark.index);
    quotations.push({ end: text.length, speakers: mark[1]!.split("|") });
    from = mark.index + mark[0].length;
  }
  return { text: text + marked.slice(from), quotations };
}

function directIn(title: string, text: string): ExtractedAttribution[] {
  const input = { uri: "a.md", text, title, publisher: "Coastal Press", published: "2024-05-01" };
  return extractSource(readSource(input, "2024-05-01", cache)).statements.flatMap(({ attributions }) =>
    attributions.filter(({ direct, content }) => direct && content.end > content.start),
  );
}

function misread({ title, text, quotations }: Article): string[] {
  const attributions = directIn(title, text);
  return quotations.flatMap(({ end, speakers }) => {
    const found = attributions.find(({ content }) => content.end <= end && content.end >= end - 3);
    const canonical = found?.speaker?.canonical ?? "-";
    return speakers.some((one) => plain(one) === plain(canonical))
      ? []
      : [`${title}: ${canonical}, not ${speakers[0]}`];
  });
}

function plain(speaker: string): string {
  return fold(speaker).replace(/^(?:an?|the|one)\s(?!of\s)/, "");
}
