/** Random Markdown for the property tests, and a reading laid out so that two can be compared. */
import fc from "fast-check";
import type { Block, ProseDocument } from "../../../server/src/text/types.ts";

const WORDS = [
  "On **4** May",
  "[30+](http://a.example/x) countries",
  "met",
  "*in* Prague",
  "😀 é 中",
  "`code`",
  "a &amp; b",
  "5 \\* 6",
];
const MORE = [
  "[^1]",
  "[@key, p. 4]",
  "<!-- note -->",
  "“quoted.” He",
  "~~no~~",
  "[ref]",
  "www.a.example",
  "<b>x</b>",
  "snake_case",
];
const word = fc.constantFrom(
  ...WORDS,
  ...MORE,
  "the",
  "said.",
  "Mr.",
  "2.4",
  "[sic]",
  "a*b",
  "**",
  "_",
  "`",
  "[",
  "](",
);

const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
const block = fc.oneof(
  paragraph,
  line.map((text) => `# ${text}`),
  line.map((text) => `${text}\n---`),
  paragraph.map((text) => text.replace(/^/gm, "> ")),
  fc.array(line, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join("\n")),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item, at) => `${at + 1}. ${item}`).join("\n\n")),
  fc.tuple(line, line).map(([a, b]) => `- ${a}\n  - ${b}\n\n    ${a}`),
  fc.tuple(line, line).map(([a, b]) => `| A | ${a} |\n|---|---|\n| ${b} | x |\n| | y |`),
  paragraph.map((text) => `\`\`\`\n${text}\n\`\`\``),
  line.map((text) => `<!-- ${text} -->`),
  line.map((text) => `[^1]: ${text}\n\n    ${text}`),
  fc.constantFrom(
    "[ref]: http://ref.example",
    "***",
    "    indented",
    "<div>\nraw\n</div>",
    "---",
    "```",
    "[^2]:",
  ),
);

/** A document of a few blocks. */
export const drafts = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join("\n\n"));

/** A document and an edit of it. */
export const editedDrafts = fc
  .tuple(
    drafts,
    fc.nat(),
    fc.nat({ max: 12 }),
    fc.oneof(word, fc.constantFrom("", "x", "\n", "\n\n", "# ", "> ", "- ", "```\n", "|")),
  )
  .map(([text, at, length, inserted]) => {
    const start = text.length === 0 ? 0 : at % (text.length + 1);
    return { text, edited: text.slice(0, start) + inserted + text.slice(start + length) };
  });

/** Everything that a reading says, as plain data. */
export function plain(document: ProseDocument): unknown {
  const { text, frontMatter, comments, footnotes, blocks } = document;
  return { text, frontMatter, comments, footnotes, blocks: blocks.map(plainBlock) };
}

function plainBlock(block: Block): unknown {
  const whole = { start: 0, end: block.prose.text.length };
  return {
    ...block,
    prose: { text: block.prose.text, pieces: block.prose.pieces(whole), source: block.prose.toSource(whole) },
  };
}

/** The text after the edits. */
export function applyEdits(
  text: string,
  edits: readonly { start: number; end: number; newText: string }[],
): string {
  let result = "";
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
