/**
 * Accepted findings: a plain text file beside the drafts, one finding a line, sorted, so that git merges it. Reads and
 * writes its text, and takes what it accepts out of a report. Knows reports; touches no disk and no clock.
 */
import { writtenDate } from "./footnotes.ts";
import type { AcceptedClaim, Claim, DraftReport, IgnoredClaim } from "./report.ts";

export const BASELINE_FILE = "claimcheck-baseline.txt";

/** A line of the file. */
export interface AcceptedFinding {
  /** The draft's path from the project's folder, with forward slashes. */
  readonly draft: string;
  readonly code: string;
  readonly fingerprint: string;
  /** The claim's words, for people. */
  readonly words: string;
  /** ISO day. */
  readonly date: string;
  readonly who: string;
  readonly reason: string;
}

export interface Baseline {
  /** Lines that begin with "#", as they are. */
  readonly comments: readonly string[];
  readonly findings: readonly AcceptedFinding[];
  /** What is no finding and no comment. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export const EMPTY_BASELINE: Baseline = { comments: [], findings: [], problems: [] };

const HEADER = [
  "# Findings that were accepted. They are not told again, and do not make `claimcheck check` fail.",
  "# draft | code | fingerprint | words | date | who | reason",
];

const FIELDS = 7;

/** Reads the file's text; lines may stand in any order, of two on one finding the newer counts. Never throws. */
export function readBaseline(text: string): Baseline {
  const comments: string[] = [];
  const problems: { line: number; message: string }[] = [];
  const findings = new Map<string, AcceptedFinding>();
  text.split(/\r\n?|\n/).forEach((line, at) => {
    if (line.trim() === "") return;
    if (line.startsWith("#")) {
      comments.push(line.trimEnd());
      return;
    }
    const finding = readLine(line);
    if (!finding) {
      problems.push({ line: at, message: problemOf(line) });
      return;
    }
    const known = findings.get(keyOf(finding));
    if (!known || known.date < finding.date) findings.set(keyOf(finding), finding);
  });
  return { comments, findings: [...findings.values()], problems };
}

/** The file's text: comments, then the findings in the order of their lines. */
export function printBaseline({ comments, findings }: Pick<Baseline, "comments" | "findings">): string {
  const lines = findings.map(printLine).sort();
  return `${[...(comments.length > 0 ? comments : HEADER), ...lines].join("\n")}\n`;
}

/** The report without what the baseline accepts in this draft; that stands in `accepted`. */
export function applyBaseline(
  report: DraftReport,
  draft: string,
  { findings }: Pick<Baseline, "findings">,
): DraftReport {
  const here = new Map(findings.filter((one) => one.draft === draft).map((one) => [keyOf(one), one]));
  if (here.size === 0) return report;
  const claims: Claim[] = [];
  const accepted: AcceptedClaim[] = [];
  for (const claim of report.claims) {
    const entry = claim.code === null ? undefined : here.get(keyOf({ ...claim, draft, code: claim.code }));
    if (!entry) {
      claims.push(claim);
      continue;
    }
    const { reason, who, date } = entry;
    accepted.push({ claim, reason, who, date });
    if (claim.verdict === "supported") claims.push({ ...claim, code: null });
  }
  return accepted.length > 0 ? { ...report, claims, accepted } : report;
}

/** What its writer accepted of a draft, by a comment in it or by the baseline, each with the reason and who gave it. */
export function acceptedOf({ ignored = [], accepted = [] }: DraftReport): IgnoredClaim[] {
  const byFile = accepted.filter(({ claim }) => claim.verdict !== "supported");
  return [
    ...ignored,
    ...byFile.map(({ claim, reason, who, date }) => {
      const by = [who, writtenDate(date)].filter(Boolean).join(", ");
      return { claim, reason: `${reason} (${by})`.trim() };
    }),
  ];
}

/** The age of the oldest finding that the baseline accepts, in whole days; null where it accepts none. */
export function oldestAccepted(reports: readonly DraftReport[], today: string): number | null {
  const ages = reports.flatMap(({ accepted = [] }) => accepted.map(({ date }) => daysBetween(date, today)));
  return ages.length === 0 ? null : Math.max(...ages);
}

/** A draft that was checked: what stands in it, and which of it is to be accepted. */
export interface CheckedForBaseline {
  readonly draft: string;
  readonly claims: readonly Claim[];
  readonly accept: readonly Claim[];
}

export interface Acceptance {
  readonly reason: string;
  readonly who: string;
  /** ISO day. */
  readonly date: string;
}

export interface UpdatedBaseline {
  readonly baseline: Baseline;
  readonly added: number;
  readonly removed: number;
}

/**
 * The baseline with what is to be accepted and without what no longer stands in the drafts that were checked or in drafts
 * that are `gone`. Who accepted a finding and why is kept, also when its draft was renamed.
 */
export function updateBaseline(
  baseline: Baseline,
  drafts: readonly CheckedForBaseline[],
  acceptance: Acceptance,
  gone: (draft: string) => boolean,
): UpdatedBaseline {
  const checked = new Map(drafts.map((one) => [one.draft, one]));
  const stands = (finding: AcceptedFinding) => {
    const draft = checked.get(finding.draft);
    if (!draft) return !gone(finding.draft);
    return draft.claims.some(
      ({ code, fingerprint }) => code === finding.code && fingerprint === finding.fingerprint,
    );
  };
  const kept = baseline.findings.filter(stands);
  const lost = baseline.findings.filter((finding) => !kept.includes(finding));
  const known = new Map(kept.map((finding) => [keyOf(finding), finding]));
  for (const { draft, accept } of drafts) {
    for (const claim of accept) {
      const finding = acceptedFinding(draft, claim, acceptance);
      const moved = lost.find(
        ({ code, fingerprint }) => code === finding.code && fingerprint === finding.fingerprint,
      );
      if (known.has(keyOf(finding))) continue;
      known.set(keyOf(finding), moved ? { ...moved, draft } : finding);
    }
  }
  const findings = [...known.values()];
  return {
    baseline: { ...baseline, findings },
    added: findings.length - kept.length,
    removed: lost.length,
  };
}

/** The line of a claim that somebody accepts. */
export function acceptedFinding(draft: string, claim: Claim, acceptance: Acceptance): AcceptedFinding {
  const { fingerprint, text } = claim;
  const words = text.length > WORDS ? `${text.slice(0, WORDS)}…` : text;
  return { draft, code: claim.code ?? claim.verdict, fingerprint, words, ...acceptance };
}

/** Longest words of a claim in the file, in UTF-16 code units. */
const WORDS = 80;

/** Whole days from one ISO day to another; 0 for what is not in the past. */
export function daysBetween(from: string, to: string): number {
  const days = Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return Number.isNaN(days) ? 0 : Math.max(0, days);
}

function keyOf({
  draft,
  code,
  fingerprint,
}: Pick<AcceptedFinding, "draft" | "code" | "fingerprint">): string {
  return `${draft}\n${code}\n${fingerprint}`;
}

function printLine({ draft, code, fingerprint, words, date, who, reason }: AcceptedFinding): string {
  return [draft, code, fingerprint, words, date, who, reason]
    .map(escaped)
    .join(" | ")
    .replace(/^#/, "\\#")
    .trimEnd();
}

/** One line in which a bar is no separator. */
function escaped(field: string): string {
  return field
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ")
    .trim()
    .replace(/[\\|]/g, "\\$&");
}

function readLine(line: string): AcceptedFinding | null {
  const fields = fieldsOf(line);
  const [draft = "", code = "", fingerprint = "", words = "", date = "", who = "", reason = ""] = fields;
  const isWhole = fields.length >= FIELDS - 1 && fields.length <= FIELDS;
  if (!isWhole || draft === "" || !/^[0-9a-f]{16}$/.test(fingerprint) || !/^\d{4}-\d{2}-\d{2}$/.test(date))
    return null;
  return { draft, code, fingerprint, words, date, who, reason };
}

function fieldsOf(line: string): string[] {
  const fields = [""];
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "|") fields.push("");
    else if (line[at] === "\\" && at + 1 < line.length) fields[fields.length - 1] += line[++at]!;
    else fields[fields.length - 1] += line[at]!;
  }
  return fields.map((field) => field.trim());
}

function problemOf(line: string): string {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line))
    return "left over from a merge. Keep the lines of both sides and take this one out.";
  return "no accepted finding. Write draft | code | fingerprint | words | date | who | reason, or take it out.";
}
