/** When a draft's sentence supposes, and when a condition is only part of what it reports. */
import { expect, test } from "vitest";
import { stanceOf } from "../../../server/src/checking/stance.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const cache = createSentenceCache();

test.each([
  ["If the toll rises, the guild will sue.", 1],
  ["Unless it rains, the ferry sails.", 1],
  ["The guild would sue the port.", 0.5],
  ["No skipper believes that a toll would cost the port its ferries.", 0],
  ["The guild told reporters that it would sue the port.", 0],
  ["The pilots, if anyone, have cause for complaint.", 0],
  ["If any ship comes, the pilots will board it.", 1],
  ["You wrote that most of the sick were adults. They are not: children are.", 1],
  ["The port lost two ferries. It did not lose the pilots.", 0],
])("%s", (text, supposed) => {
  const reading = readDocument(readMarkdown(text), "2026-05-01", cache);
  expect(stanceOf(reading, reading.sentences[0]!, () => true).supposed).toBe(supposed);
});

test.each([
  ["# Toll\n\nFor the meeting with the pilots on 2 October\n\nThe toll rises.", 1, 1],
  ["The toll rises.\n\nHarbour office, 16 April 2025.", 1, 1],
  ["## What should not be said\n\n- That the toll has risen.", 1, 1],
  ["## What was said\n\n- That the toll has risen.", 1, 0],
  ["The toll rises on 16 April 2025.", 0, 0],
  // Wherever it stands: what is far above or below must not matter to a sentence.
  [`${"The toll rises.\n\n".repeat(9)}Harbour office, 16 April 2025.\n\n${"It fell.\n\n".repeat(9)}`, 9, 1],
  ["The toll rises.\n\nBy 2 October at last. The port agrees.", 1, 0],
])("a paragraph of one line without a verb tells of the text: %s", (text, at, supposed) => {
  const reading = readDocument(readMarkdown(text), "2026-05-01", cache);
  expect(stanceOf(reading, reading.sentences[at]!, () => true).supposed).toBe(supposed);
});
