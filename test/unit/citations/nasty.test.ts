/**
 * Citations in drafts as awkward as they come: inserted, converted to and fro, and removed, they leave no trace; and what is
 * written is found again, whatever a bibliography calls its entries.
 */
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertCitations, removeCitations } from "../../../server/src/service/citations/convert.ts";
import { citationsIn } from "../../../server/src/service/citations/found.ts";
import { insertCitations } from "../../../server/src/service/citations/insert.ts";
import {
  CITATION_STYLES,
  type CitationContext,
  type CitationStyle,
} from "../../../server/src/service/citations/types.ts";
import type { Evidence } from "../../../server/src/service/report.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";
import { fuzz, PATIENT } from "../../support/hostile.ts";
import { EVIDENCE, edited } from "../service/claims.ts";
import { after, bibliography, CONTEXT, LIBRARY, ON_PAGE } from "./support.ts";

/** Keys that BibTeX and Pandoc let people write. */
const KEYS = [
  "harbour",
  "2020",
  "a:b/c",
  "foo_bar",
  "x.y-z",
  "müller2020",
  "Doe+Roe",
  "10.1000/182",
  "ab#c",
  "K",
  "a$b",
  "*k*",
];
const named = (key: string) => bibliography(LIBRARY.replace("@online{harbour,", `@online{${key},`));

const piece = fc.nat({ max: 30 }).chain((number) => {
  const word = `n${number}x`;
  return fc.constantFrom(
    `The quay ${word} opens.`,
    `The **quay ${word}** opens!`,
    `*It ${word} is so.* Next`,
    `“It ${word} is,” she said.`,
    `😀 ${word} 中文。 And on.`,
    `Ünïcode e\u0301 ${word} at 5 p.m. on it…`,
    `It (so ${word}) is`,
    `[It ${word}](b.md) is.`,
    `It \`code\` ${word} is; so.`,
    `It ${word} is  \nbroken hard.`,
    `It ${word} is\\\nbroken hard.`,
    `It ${word} is\nwrapped here.`,
    `It ${word} is.[^own] More.[^own]`,
    `It ${word} is [@own]. And [@own, p. 3; @other].`,
    `It ${word} is @own. See [-@own].`,
    `It ${word} is.[^harbour-office-2024]`,
    `It ${word} is <b>bold</b>. <!-- note. --> So.`,
    `It ${word} is.) Then`,
    `It ${word} is\u00A0.\u200B`,
    `It ${word} is a_b_c *`,
    `It ${word} is [`,
    `It ${word} is ]`,
    `It ${word} is $x^2$ \\[y\\] &amp; z.`,
    `It ${word} is https://a.example/x_(y).`,
    `It ${word} is ^[inline note].`,
    `It ${word}`,
  );
});

const block = fc
  .tuple(piece, piece, piece)
  .chain(([a, b, c]) =>
    fc.constantFrom(
      a,
      `${a} ${b} ${c}`,
      `# ${flat(a)}`,
      `${flat(a)}\n===`,
      `- ${indent(a, 2)}\n- ${indent(b, 2)}\n  - ${indent(c, 4)}`,
      `1. ${indent(a, 3)}\n\n   ${indent(b, 3)}\n\n2. ${indent(c, 3)}`,
      `> ${quote(a)}\n>\n> - ${quote(indent(b, 2))}\n> > ${quote(quote(c))}`,
      `| A | ${flat(a)} |\n|---|:-:|\n| ${flat(b)} | ${flat(c)} |\n| | |`,
      `\`\`\`\n${a}\n\`\`\``,
      `    ${flat(a)}`,
      `<div>\n${a}\n</div>`,
      `<!-- ${flat(a)} -->`,
      `[^mid${a.length}]: ${indent(a, 4)}\n\n    ${indent(b, 4)}`,
      `[^in]: ${flat(a)}[^own]`,
      `[^HARBOUR-office-2024]: Words of my own ${flat(b)}`,
      `[^harbour-office-2024]: Words of my own.`,
      `[ref]: b.md\n${a}`,
      `***\n${a}`,
      `- [ ] ${flat(a)}\n- [x] ${flat(b)}`,
      `${a}\n\n\n\n${b}`,
    ),
  );

const flat = (text: string) => text.replace(/\s*\n\s*/g, " ").replaceAll("|", "");
const indent = (text: string, by: number) => text.replaceAll("\n", `\n${" ".repeat(by)}`);
const quote = (text: string) => text.replaceAll("\n", "\n> ");

const draft = fc
  .record({
    front: fc.constantFrom("", "", "---\ntitle: It n1x is.\nbibliography: references.bib\n---\n\n", "\uFEFF"),
    blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
    end: fc.constantFrom(
      "",
      "\n",
      "\n\n\n",
      "\n \t\n",
      "\n\n[^own]: Words of my own.",
      "\n\n[^own]: Words of my own.\n\n    More.\n",
      "\n\n[^own]: a\n[^in]: b\n",
      "\n\n<div>\nraw",
      "\n\n    code",
      "\n\n| a |\n|---|\n| b |",
    ),
    eol: fc.constantFrom("\n", "\n", "\r\n"),
  })
  .map(({ front, blocks, end, eol }) => (front + blocks.join("\n\n") + end).replaceAll("\n", eol));

interface State {
  readonly text: string;
  readonly context: CitationContext;
}

function insertAll({ text, context }: State, style: CitationStyle, sources: readonly Evidence[]): State {
  const places = [...new Set(text.match(/\bn\d+x\b/g) ?? [])].map((word) => text.indexOf(word));
  const wanted = places.flatMap((start, at) =>
    (at % 3 === 2 ? sources : sources.slice(0, 1)).map((evidence) => ({
      claim: { start, end: start + 2 },
      evidence,
    })),
  );
  const change = insertCitations(readMarkdown(text), wanted, style, context);
  return { text: edited(text, change.edits), context: after(context, change) };
}

function convert({ text, context }: State, style: CitationStyle): State {
  const change = convertCitations(readMarkdown(text), style, context);
  return { text: edited(text, change.edits), context: after(context, change) };
}

function remove({ text, context }: State): string {
  return edited(text, removeCitations(readMarkdown(text), context).edits);
}

/** How many sources are cited, each time. */
function count({ text, context }: State): number {
  return citationsIn(readMarkdown(text), context).citations.reduce(
    (sum, one) => sum + one.references.length,
    0,
  );
}

const styles = fc.constantFrom(...CITATION_STYLES);

describe("in awkward drafts", () => {
  it("citations come and go without a trace", PATIENT, () => {
    const some = fc.constantFrom<readonly Evidence[]>([EVIDENCE], [ON_PAGE], [EVIDENCE, ON_PAGE]);
    fc.assert(
      fc.property(
        draft,
        fc.constantFrom(...KEYS),
        styles,
        fc.array(styles, { maxLength: 3 }),
        some,
        (text, key, style, path, sources) => {
          const before: State = { text, context: { ...CONTEXT, bibliographies: [named(key)] } };
          let state = insertAll(before, style, sources);
          for (const next of path) {
            const all = count(state);
            state = convert(state, next);
            expect([state.text, count(state)]).toEqual([state.text, all]);
          }
          expect(remove(state)).toBe(remove(before));
        },
      ),
      fuzz(60),
    );
  });
});

const hasPandoc = spawnSync("pandoc", ["--version"]).status === 0;
if (!hasPandoc) console.warn("Pandoc is not installed: what it sees in awkward drafts is not tested.");

/** What Pandoc sees of each style in a draft: how often it cites by this key, has notes, and links to these addresses. */
function seenByPandoc(text: string, key: string): Record<CitationStyle, number> {
  const { stdout, status } = spawnSync("pandoc", ["--from", "markdown", "--to", "json"], {
    input: text,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  const seen = { footnote: 0, pandoc: 0, link: 0 };
  JSON.parse(stdout, (_, value: unknown) => {
    const { t, c, citationId } = (value ?? {}) as { t?: string; c?: unknown[]; citationId?: string };
    if (t === "Note") seen.footnote++;
    if (citationId === key) seen.pandoc++;
    if (t === "Link" && JSON.stringify(c?.at(-1)).includes("harbour.example.org")) seen.link++;
    return value;
  });
  return seen;
}

describe.skipIf(!hasPandoc)("Pandoc", () => {
  it("sees every citation that was inserted in an awkward draft, in each style", PATIENT, () => {
    fc.assert(
      fc.property(draft, fc.constantFrom(...KEYS), styles, (text, key, style) => {
        const before: State = { text, context: { ...CONTEXT, bibliographies: [named(key)] } };
        const { text: cited, context } = insertAll(before, style, [EVIDENCE]);
        const added = count({ text: cited, context }) - count(before);
        const [seen, seenBefore] = [seenByPandoc(cited, key)[style], seenByPandoc(text, key)[style]];
        expect([cited, seen - seenBefore]).toEqual([cited, added]);
      }),
      fuzz(3),
    );
  });
});
