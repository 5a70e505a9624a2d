/**
 * Footnotes that only say where something stands.
 */
import { expect, test } from "vitest";
import { isCitationNote } from "../../../server/src/checking/citation-note.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();
const SOURCES = [{ title: "Fund release on ports", publisher: "Ports Fund" }];

function isNote(text: string): boolean {
  const { sentences } = readDocument(readMarkdown(text), "2024-05-20", cache);
  return sentences.every((sentence) => isCitationNote(sentence, SOURCES));
}

test.each([
  "[^1]: “Fund release on ports”, 1 May 2024.",
  "[^1]: Ports Fund, “Fund release on ports”, 1 May 2024, p. 4, https://fund.example/release.",
  "[^1]: See “Fund release on ports”.",
])("%s", (text) => {
  expect(isNote(text)).toBe(true);
});

test.each([
  "The “Fund release on ports” is of 1 May 2024.",
  "[^1]: The fund paid 2.4 billion euros to 31 ports.",
  "[^1]: “Fund release on ports” says that the fund paid 2.4 billion euros to 31 ports.",
])("not: %s", (text) => {
  expect(isNote(text)).toBe(false);
});
