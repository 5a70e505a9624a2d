/**
 * What must hold of every check, tried on labelled drafts: a correction corrects, the order of the sources does not matter,
 * a source that has nothing to say changes nothing, and findings stand where their words stand, however the draft is
 * written down. A few drafts, and of each the paragraphs with errors; CLAIMCHECK_ALL=1 tries all of them whole.
 */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../server/src/library.ts";
import type { Claim, DraftReport, Edit } from "../../../server/src/service/report.ts";
import type { Checker } from "../../../server/src/service/types.ts";
import { LineTable } from "../../../server/src/text/lines.ts";
import { type LabelledDraft, readCases } from "../../benchmark/cases.ts";
import { inBlockQuote, inTableCell, type Variant, variantsOf } from "../../support/variants.ts";

const ALL = process.env.CLAIMCHECK_ALL === "1";
const TIMEOUT = ALL ? 7_200_000 : 60_000;
const cases = readCases(fileURLToPath(new URL("../../benchmark/cases", import.meta.url)));

/** The paragraphs in which something is labelled wrong, under the draft's heading. */
function dense(draft: LabelledDraft): LabelledDraft {
  const heading = /^# .*\n\n/m.exec(draft.text)?.[0] ?? "";
  const wrong = paragraphsOf(draft).filter(({ start, end }) =>
    draft.labels.some(
      (label) => label.verdict === "contradicted" && label.start >= start && label.end <= end,
    ),
  );
  return { ...draft, text: heading + wrong.map(({ text }) => `${text}\n\n`).join("") };
}

function paragraphsOf({ text }: LabelledDraft): { text: string; start: number; end: number }[] {
  return [...text.matchAll(/^[^\n#|>-][^\n]*(?:\n[^\n]+)*/gm)].map(({ 0: paragraph, index }) => ({
    text: paragraph,
    start: index,
    end: index + paragraph.length,
  }));
}

const drafts = ALL ? cases : cases.map(dense).filter(({ text }) => text.length > 600);

/** Some of the drafts, spread over the domains. */
function sample(count: number, first: number): LabelledDraft[] {
  if (ALL) return cases;
  const step = Math.floor(drafts.length / count);
  return Array.from({ length: count }, (_, at) => drafts[(at * step + first) % drafts.length]!);
}

/** The sources of a case of another domain. */
function foreignTo({ domain, name }: LabelledDraft): LabelledDraft["sources"] {
  const at = cases.findIndex((other) => other.name === name) + 97;
  const others = [...cases.slice(at), ...cases];
  const { sources } = others.find((other) => other.domain !== domain)!;
  return sources.map(({ uri, text }) => ({ uri: `elsewhere/${uri}`, text }));
}

function checkerFor(sources: LabelledDraft["sources"]): Checker {
  const checker = createChecker({ builtin: false });
  for (const source of sources) checker.setSource(source);
  return checker;
}

function reportOf(checker: Checker, { date }: LabelledDraft, text: string): DraftReport {
  const report = checker.check({ uri: "draft.md", text, date });
  checker.forget("draft.md");
  return report;
}

function contradicted({ claims }: DraftReport): Claim[] {
  return claims.filter(({ verdict }) => verdict === "contradicted");
}

/**
 * Fixes after which something is contradicted, of 660: two day words that come out no better, a speaker whose title was
 * wrong too, a sentence with two errors, and words beside which the corrected sentence comes nearer to another fact.
 */
const KNOWN = new Set([
  "diplomacy-7/submission: date “Thursday”",
  "diplomacy-7/submission: relation “FAO paid for the talks, and Norway”",
  "diplomacy-7/submission: date “since the beginning of this month”",
  "education-1/consultation-response: date “from this month”",
  "education-1/consultation-response: relation “the pupils”",
  "energy-3/embassy-report: date “August”",
  "finance-2/cabinet-note: quantity “per cent”",
  "tech-5/white-paper: speaker “Lars Inderbitzin”",
]);

/** What a finding says, wherever it stands. */
function keyOf({ kind, text, expected }: Claim): string {
  return `${kind} “${text}”, not “${expected}”`;
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

describe("the first fix of a finding", () => {
  it(
    "takes the finding away and brings no other",
    () => {
      let fixes = 0;
      const wrong = sample(4, 2).flatMap((draft) => {
        const checker = checkerFor(draft.sources);
        const before = contradicted(reportOf(checker, draft, draft.text));
        return before.flatMap((claim) => {
          const [fix] = claim.fixes;
          if (!fix || KNOWN.has(`${draft.name}: ${claim.kind} “${claim.text}”`)) return [];
          fixes++;
          const after = contradicted(reportOf(checker, draft, edited(draft.text, fix.edits)));
          const rest = before.filter((other) => other !== claim).map(keyOf);
          const more = after.map(keyOf).filter((key) => !rest.includes(key));
          return more.map((key) => `${draft.name}: ${keyOf(claim)}; after its fix ${key}`);
        });
      });
      expect(wrong).toEqual([]);
      expect(fixes).toBeGreaterThan(2);
    },
    TIMEOUT,
  );
});

describe("the sources", () => {
  /** What a word resembles hangs a little on which form of it is read first, so that a faint estimate may tip over. */
  const TIPPED_BY_ORDER = 0.05;
  /**
   * Words are rarer or more common with another source beside them, and a bare "two" or "in 2026" of it may agree by chance:
   * so many supported claims may be unsupported and the other way round.
   */
  const TIPPED_BY_OTHERS = 0.2;

  it(
    "contradict alike in whatever order they come",
    () => {
      for (const draft of sample(1, 0)) {
        const sources = [...draft.sources, ...foreignTo(draft)];
        const expected = reportOf(checkerFor(sources), draft, draft.text);
        const orders = fc.shuffledSubarray(sources, { minLength: sources.length });
        const holds = fc.property(orders, (shuffled) => {
          expectAlike(reportOf(checkerFor(shuffled), draft, draft.text), expected, TIPPED_BY_ORDER);
        });
        fc.assert(holds, { numRuns: 2 });
      }
    },
    TIMEOUT,
  );

  it(
    "contradict alike where others lie beside them that speak of something else",
    () => {
      for (const draft of sample(2, 9)) {
        const expected = reportOf(checkerFor(draft.sources), draft, draft.text);
        const all = checkerFor([...draft.sources, ...foreignTo(draft)]);
        expectAlike(reportOf(all, draft, draft.text), expected, TIPPED_BY_OTHERS);
      }
    },
    TIMEOUT,
  );
});

/** The same is contradicted by the same words, and no more than a share of all verdicts differs. */
function expectAlike(report: DraftReport, expected: DraftReport, share: number): void {
  const told = (one: DraftReport) =>
    contradicted(one).map((claim) => [claim.start, keyOf(claim), claim.evidence, claim.fixes]);
  expect(told(report)).toEqual(told(expected));
  const verdicts = ({ claims }: DraftReport) =>
    claims.map(({ kind, start, end, verdict }) => `${kind} ${start}-${end} ${verdict}`);
  if (!ALL) expect(told(expected)).not.toEqual([]);
  const [found, wanted] = [new Set(verdicts(report)), verdicts(expected)];
  expect(wanted.filter((one) => !found.has(one)).length / (wanted.length || 1)).toBeLessThanOrEqual(share);
}

describe("the place of a finding", () => {
  it(
    "is that of its words with CRLF, after other characters and in a list",
    () => {
      for (const draft of sample(3, 5)) {
        const checker = checkerFor(draft.sources);
        const plain = reportOf(checker, draft, draft.text);
        for (const variant of variantsOf(draft.text))
          expectMoved(reportOf(checker, draft, variant.text), plain, variant);
      }
    },
    TIMEOUT,
  );

  it(
    "is that of its words in a block quote, which is checked as a quotation",
    () => {
      for (const draft of sample(3, 5)) {
        const { text } = inBlockQuote(draft.text);
        expectInPlace(reportOf(checkerFor(draft.sources), draft, text), text, draft.name);
      }
    },
    TIMEOUT,
  );

  it(
    "is that of its words in a cell of a table",
    () => {
      for (const draft of sample(3, 5)) {
        const checker = checkerFor(draft.sources);
        for (const { text } of paragraphsOf(draft)) {
          const variant = inTableCell(text.replaceAll("\n", " "));
          expectInPlace(reportOf(checker, draft, variant.text), variant.text, draft.name);
        }
      }
    },
    TIMEOUT,
  );
});

/** The same is contradicted as in the plain draft, moved. */
function expectMoved(report: DraftReport, plain: DraftReport, { name, text, move }: Variant): void {
  const found = contradicted(report).map(({ kind, start, end }) => `${kind} ${start}-${end}`);
  if (!ALL) expect(contradicted(plain)).not.toEqual([]);
  const wanted = contradicted(plain).map(
    ({ kind, start, end }) => `${kind} ${move(start)}-${move(end - 1) + 1}`,
  );
  expect(found, name).toEqual(wanted);
  expectInPlace(report, text, name);
}

/** Offsets and ranges of claims name their words, and edits stand in the draft. */
function expectInPlace({ claims }: DraftReport, text: string, name: string): void {
  const lines = new LineTable(text);
  if (!ALL) expect(claims.length, name).toBeGreaterThan(0);
  for (const { start, end, range, text: words, fixes } of claims) {
    expect(words, name).toBe(text.slice(start, end));
    expect(range, name).toEqual({ start: lines.placeAt(start), end: lines.placeAt(end) });
    for (const edit of fixes.flatMap(({ edits }) => edits))
      expect(edit.start >= 0 && edit.end <= text.length, name).toBe(true);
  }
}
