/**
 * Runs annotated drafts: the one place where tests call the checker. Says what was missed, what was found for nothing,
 * and what else is wrong, each with the draft's line and carets.
 */

import { createChecker } from "../../server/src/library.ts";
import { factCard } from "../../server/src/service/card.ts";
import type { Claim, DraftReport, Edit, Note, Verdict } from "../../server/src/service/report.ts";
import type { Checker } from "../../server/src/service/types.ts";
import { overlaps } from "../../server/src/text/spans.ts";
import { type Expectation, renderDraft, type Story } from "./annotated.ts";
import { variantsOf } from "./variants.ts";

export interface Outcome {
  /** Expected and not found. */
  readonly missed: readonly string[];
  /** Found and not expected. */
  readonly alarms: readonly string[];
  /** Fixes, cards and variants that are not as they should be. */
  readonly other: readonly string[];
  /** The story as it would have to be written for what was found. */
  readonly actual: Story;
}

/** What a draft shows: contradictions, disputes and notes. */
type Finding = (Claim | Note) & { readonly level: "warn" | "info" };

/** The engine's builtin sheets are read once for all stories that use them. */
let builtin: Checker | undefined;

/** Checks a story's draft, its fixes, its card and its variants. */
export function runStory(story: Story): Outcome {
  const checker = checkerFor(story);
  const check = (text: string) => checkText(checker, story, text);
  const report = check(story.draft.text);
  const findings = findingsOf(report);
  const missed = story.expectations.filter((expected) => !isMet(expected, findings, report));
  const alarms = findings.filter(
    (finding) => !story.expectations.some((expected) => expected.level !== "ok" && fits(expected, finding)),
  );
  const fixes = actualFixes(story, findings);
  const hover = story.cursor === null ? null : cardAt(report, story.cursor);
  return {
    missed: missed.map((expected) => drawn(story, expected)),
    alarms: alarms.map((finding) => drawn(story, expectationOf(finding, true))),
    other: [
      ...fixProblems(story, findings, check, fixes),
      ...(hover === story.hover ? [] : [`The card is\n${hover}\nand not\n${story.hover}`]),
      ...variantProblems(story, findings, check),
    ],
    actual: { ...story, expectations: updated(story, missed, alarms), fixes, hover },
  };
}

/** Where the sources say it, as "file:line": all that stands behind a draft's claims of one verdict. */
export function evidenceOf(story: Story, verdict: Verdict): string[] {
  return checkText(checkerFor(story), story, story.draft.text)
    .claims.filter((claim) => claim.verdict === verdict)
    .flatMap(({ evidence }) => evidence.map(({ source, range }) => `${source}:${range.start.line + 1}`));
}

/** The failure as a person reads it; empty where nothing failed. */
export function failureText({ missed, alarms, other }: Outcome): string {
  return [
    ...(missed.length > 0 ? ["missed:", ...missed] : []),
    ...(alarms.length > 0 ? ["false alarms:", ...alarms] : []),
    ...(other.length > 0 ? ["other:", ...other] : []),
  ].join("\n");
}

function checkerFor({ sources, draft }: Story): Checker {
  if (draft.keys.builtin === "true") {
    builtin ??= createChecker({ builtin: true });
    return builtin;
  }
  const checker = createChecker({ builtin: false });
  for (const { path, keys, text } of sources) {
    const { published, title, publisher, url } = keys;
    checker.setSource({
      uri: path,
      text,
      ...(published === undefined ? {} : { published }),
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    });
  }
  return checker;
}

function checkText(checker: Checker, { draft }: Story, text: string): DraftReport {
  const { date } = draft.keys;
  const report = checker.check({ uri: draft.path, text, ...(date === undefined ? {} : { date }) });
  checker.forget(draft.path);
  return report;
}

function findingsOf({ claims, notes }: DraftReport): Finding[] {
  const found = claims.filter(
    ({ verdict, code }) =>
      verdict === "contradicted" || verdict === "disputed" || code === "cited-source-disagrees",
  );
  return [
    ...found.map((claim) => ({
      ...claim,
      level: claim.verdict === "contradicted" ? ("warn" as const) : ("info" as const),
    })),
    ...notes.map((note) => ({ ...note, level: "info" as const })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

function isMet(expected: Expectation, findings: readonly Finding[], { claims }: DraftReport): boolean {
  if (expected.level !== "ok") return findings.some((finding) => fits(expected, finding));
  return claims.some(
    (claim) =>
      claim.verdict === "supported" &&
      overlaps(expected, claim) &&
      (expected.names.length === 0 || expected.names.includes(claim.kind)) &&
      evidenceFits(expected, claim),
  );
}

function fits(expected: Expectation, finding: Finding): boolean {
  const place = expected.exact
    ? expected.start === finding.start && expected.end === finding.end
    : overlaps(expected, finding);
  return (
    place &&
    expected.level === finding.level &&
    (finding.code === null || expected.names.includes(finding.code)) &&
    (expected.message === null || expected.message === finding.message) &&
    evidenceFits(expected, finding)
  );
}

function evidenceFits({ evidence }: Expectation, finding: Claim | Note): boolean {
  if (evidence === null) return true;
  return (
    "evidence" in finding &&
    finding.evidence.some(({ source, range }) => `${source}:${range.start.line + 1}` === evidence)
  );
}

function expectationOf(finding: Finding, withMessage: boolean): Expectation {
  const { level, start, end, code, message } = finding;
  const first = "evidence" in finding ? finding.evidence[0] : undefined;
  return {
    level,
    names: code === null ? [] : [code],
    exact: true,
    start,
    end,
    message: withMessage ? message : null,
    evidence: first && withMessage ? `${first.source}:${first.range.start.line + 1}` : null,
  };
}

/** Expectations moved and worded as found; those of nothing found are dropped, alarms added. */
function updated(
  { expectations }: Story,
  missed: readonly Expectation[],
  alarms: readonly Finding[],
): Expectation[] {
  const taken = new Set<Finding>();
  const kept = expectations.flatMap((expected): Expectation[] => {
    if (expected.level === "ok" || !missed.includes(expected)) return [expected];
    const near = alarms.find(
      (finding) => overlaps(expected, finding) && expected.level === finding.level && !taken.has(finding),
    );
    if (!near) return [];
    taken.add(near);
    const actual = expectationOf(near, expected.message !== null);
    return [{ ...actual, evidence: expected.evidence === null ? null : expectationOf(near, true).evidence }];
  });
  const added = alarms
    .filter((finding) => !taken.has(finding))
    .map((finding) => expectationOf(finding, false));
  return [...kept, ...added].sort((a, b) => a.start - b.start || a.end - b.end);
}

function contradictions(findings: readonly Finding[]): Claim[] {
  return findings.filter((finding): finding is Claim & Finding => finding.level === "warn");
}

/** For each fix section the draft after the fix of that code; the sections of one code go through its findings in order. */
function actualFixes({ draft, fixes }: Story, findings: readonly Finding[]): Story["fixes"] {
  const waiting = contradictions(findings);
  return fixes.map(({ code }) => {
    const at = waiting.findIndex((claim) => claim.code === code && claim.fixes.length > 0);
    const claim = at < 0 ? undefined : waiting.splice(at, 1)[0];
    return { code, text: claim ? edited(draft.text, claim.fixes[0]!.edits) : "(no such fix)\n" };
  });
}

/** Every fix must give what its section says, take its finding away, and bring no new one. */
function fixProblems(
  { draft, fixes }: Story,
  findings: readonly Finding[],
  check: (text: string) => DraftReport,
  actual: Story["fixes"],
): string[] {
  const wrong = fixes.flatMap(({ code, text }, at) =>
    text === actual[at]!.text ? [] : [`The fix of ${code} gives\n${actual[at]!.text}and not\n${text}`],
  );
  const before = new Set(findings.map(keyOf));
  const unclean = contradictions(findings).flatMap((claim) => {
    const [fix] = claim.fixes;
    if (!fix) return [];
    const after = findingsOf(check(edited(draft.text, fix.edits)));
    const left = after.filter((finding) => !before.has(keyOf(finding)) || keyOf(finding) === keyOf(claim));
    return left.length === 0
      ? []
      : [`After “${fix.title}” there is still “${left[0]!.message}” (${left[0]!.code})`];
  });
  return [...wrong, ...unclean];
}

function keyOf(finding: Claim | Note): string {
  return `${finding.code} ${"text" in finding ? finding.text : ""}`;
}

/** Applies edits in whatever order they come. */
function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

/** The variants must show the same findings at the moved places. `variants=no` leaves them out. */
function variantProblems(
  { draft }: Story,
  findings: readonly Finding[],
  check: (text: string) => DraftReport,
): string[] {
  if (draft.keys.variants === "no") return [];
  return variantsOf(draft.text).flatMap(({ name, text, move }) => {
    const wanted = findings.map(({ code, start, end }) => `${code} ${move(start)}-${move(end - 1) + 1}`);
    const found = findingsOf(check(text)).map(({ code, start, end }) => `${code} ${start}-${end}`);
    const [lost, more] = [difference(wanted, found), difference(found, wanted)];
    if (lost.length + more.length === 0) return [];
    return [`${name}: lost [${lost.join(", ")}], new [${more.join(", ")}]`];
  });
}

function difference(from: readonly string[], without: readonly string[]): string[] {
  return from.filter((item) => !without.includes(item));
}

function cardAt({ claims }: DraftReport, cursor: number): string | null {
  const under = claims
    .filter(({ start, end }) => start <= cursor && cursor <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return under[0] ? factCard(under[0]) : null;
}

/** An expectation under its lines. */
function drawn({ draft, preamble, sources }: Story, expected: Expectation): string {
  const from = draft.text.lastIndexOf("\n", expected.start - 1) + 1;
  const until = draft.text.indexOf("\n", expected.end);
  const text = draft.text.slice(from, until < 0 ? undefined : until);
  const moved = { ...expected, start: expected.start - from, end: expected.end - from };
  return renderDraft({
    preamble,
    sources,
    draft: { ...draft, text },
    expectations: [moved],
    cursor: null,
  });
}
