/**
 * What a checker keeps between edits must not show: an edited draft has the report that it has when it is checked for
 * the first time.
 */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import type { Checker } from "../../../server/src/service/types.ts";
import { type LabelledDraft, readCases } from "../../benchmark/cases.ts";

const cases = readCases(fileURLToPath(new URL("../../benchmark/cases", import.meta.url)));
/** So many words of a draft and of each of its sources: every edit is checked by a checker that has to read them all. */
const WORDS = 150;
const SOURCES = 2;

/** Drafts with quotations, tables and lists; the shortest of the cases, so that many edits can be checked. */
const drafts = [...cases]
  .filter(({ text }) => /["“]/.test(text) && /^[-|>]/m.test(text))
  .sort((a, b) => weightOf(a) - weightOf(b))
  .slice(0, 2);

function weightOf({ text, sources }: LabelledDraft): number {
  return text.length + sources.reduce((sum, source) => sum + source.text.length, 0);
}

/** An edit, told by shares of the draft so that it fits whatever the edits before have left. */
interface Edit {
  readonly at: number;
  readonly kind: "insert" | "delete" | "replace" | "line" | "cut" | "move" | "letter" | "front";
  readonly pick: number;
}

const LINES = [
  "",
  "## Next steps",
  "# The year 2021",
  "```",
  "---",
  "> The mayor said:",
  "> “We have never seen so many of them,” said Ada Holm, head of the office.",
  "- In March they were 14 percent of all.",
  "| Year | Count |\n| --- | --- |\n| 2020 | 1,200 |\n| 2021 | 1,350 |",
  "“It is not what was agreed,” she said.",
  "So says Ines Marlow, the agency's director.",
  "The Harbour Safety Office (HSO) denied it.",
  "<!-- claimcheck-ignore -->",
  "[^1]: The Gazette, 4 May 2019.",
];
const WORDS_TO_TYPE = [
  "not",
  "2019",
  "Holm",
  "HSO",
  "“",
  "”",
  "said",
  "**",
  "[^1]",
  "12",
  "percent",
  "Ada Holm",
];

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom("insert", "delete", "replace", "line", "line", "cut", "move", "letter", "front"),
  pick: fc.nat(10_000),
});

function apply(text: string, { at, kind, pick }: Edit): string {
  const lines = text.split("\n");
  const line = Math.min(lines.length - 1, Math.floor(at * lines.length));
  const words = [...text.matchAll(/[^\s]+/g)];
  const word = words[Math.min(words.length - 1, Math.floor(at * words.length))];
  const typed =
    pick % 2 === 0 ? WORDS_TO_TYPE[pick % WORDS_TO_TYPE.length]! : (words[pick % words.length]?.[0] ?? "");
  switch (kind) {
    case "insert":
      return word ? `${text.slice(0, word.index)}${typed} ${text.slice(word.index)}` : typed;
    case "replace":
      return word ? text.slice(0, word.index) + typed + text.slice(word.index + word[0].length) : typed;
    case "delete":
      return word ? text.slice(0, word.index) + text.slice(word.index + word[0].length + 1) : text;
    case "letter":
      return word ? `${text.slice(0, word.index + 1)}e${text.slice(word.index + 1)}` : "e";
    case "line":
      return lines.toSpliced(line, 0, LINES[pick % LINES.length]!).join("\n");
    case "cut":
      return lines.toSpliced(line, 1 + (pick % 3)).join("\n");
    case "move":
      return lines
        .toSpliced(line, 1)
        .toSpliced(pick % lines.length, 0, lines[line]!)
        .join("\n");
    case "front":
      return text.startsWith("---\n") ? text.slice(4) : `---\ndate: 2022-0${1 + (pick % 9)}-01\n---\n${text}`;
  }
}

function checkerFor({ sources }: LabelledDraft): Checker {
  const checker = createChecker({ builtin: false });
  for (const { uri, text } of sources.slice(0, SOURCES)) checker.setSource({ uri, text: opening(text) });
  return checker;
}

/** A text without what stands far behind. */
function opening(text: string): string {
  return text
    .split(/(?<=\s)/)
    .slice(0, WORDS)
    .join("");
}

describe("a checker that has seen the draft before", () => {
  for (const draft of drafts) {
    it(`checks an edited draft as if it were new: ${draft.name}`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 4, maxLength: 4 }), (edits) => {
          const checker = checkerFor(draft);
          let text = opening(draft.text);
          expect(checker.check({ uri: "draft.md", text }).claims).not.toEqual([]);
          for (const one of edits) {
            text = apply(text, one);
            const input = { uri: "draft.md", text };
            expect(checker.check(input)).toEqual(checkerFor(draft).check(input));
          }
        }),
        { numRuns: 2 },
      );
    }, 60_000);
  }
});

/** Letter by letter, as in an editor: each letter may change who a name is, what a figure counts, what the next sentence inherits. */
describe("a checker that sees a word being typed", () => {
  const typed = (name: string) => cases.find((one) => one.name === name)!;
  it.each([
    ["energy-91/op-ed", "Government give", " Anna Berg"],
    ["energy-91/op-ed", "runs out early next month", " for 12 percent"],
    ["airport-501/briefing", ". The", " steady"],
  ])(
    "finds in %s what it would find afresh: behind “%s”",
    (name, place, word) => {
      const draft = typed(name);
      const checkerOfAll = () => {
        const checker = createChecker({ builtin: false });
        for (const source of draft.sources) checker.setSource(source);
        return checker;
      };
      const at = draft.text.indexOf(place) + place.length;
      expect(at).toBeGreaterThan(place.length);
      const checker = checkerOfAll();
      checker.check({ uri: "draft.md", text: draft.text });
      for (let length = 1; length <= word.length; length++) {
        const input = {
          uri: "draft.md",
          text: draft.text.slice(0, at) + word.slice(0, length) + draft.text.slice(at),
        };
        const found = checker.check(input);
        if (length % 4 === 0 || length === word.length) expect(found).toEqual(checkerOfAll().check(input));
      }
    },
    60_000,
  );
});

/** Of one paragraph: what is typed into its second sentence settles what is found in its first. */
describe("a sentence whose finding rests on the one behind it", () => {
  it.each([
    [
      "its surroundings",
      "The night ferry to Ormsby reached the harbour nine hours late on Monday. The reason was a strike of the pilots.",
      "The reason was fog. Nobody was hurt.",
      "The reason was fog. The night ferry had reached Ormsby harbour late.",
    ],
    [
      "a denial",
      "The night ferry of Ormsby carries 60 cars.",
      "The night ferry of Ormsby carries 40 cars. That is false.",
      "The night ferry of Ormsby carries 40 cars. That is known.",
    ],
  ])("%s", (_, source, silent, speaking) => {
    const wrongIn = (checker: Checker, text: string) =>
      checker
        .check({ uri: "draft.md", text, date: "2026-05-01" })
        .claims.filter(({ verdict }) => verdict === "contradicted").length;
    const checker = createChecker({ builtin: false });
    checker.setSource({ uri: "a.md", text: source });
    expect([silent, speaking, silent, speaking].map((text) => wrongIn(checker, text))).toEqual([0, 1, 0, 1]);
  });
});
