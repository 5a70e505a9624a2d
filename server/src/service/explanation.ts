/**
 * Why a draft shows the findings that it shows, or none, in plain words. Knows counts and states; nothing of editors.
 */
import { KINDS } from "../kinds/types.ts";
import { counted } from "./messages.ts";
import type { Kind, Verdict } from "./report.ts";

export interface ExplanationFacts {
  readonly checked: boolean;
  readonly problem: string | null;
  readonly sources: readonly {
    readonly name: string;
    readonly builtin: boolean;
    readonly stateInWords: string;
    readonly message: string | null;
    readonly statements: number;
    readonly values: number | null;
  }[];
  readonly sentences: number;
  readonly claims: Readonly<Partial<Record<Kind, Readonly<Partial<Record<Verdict, number>>>>>>;
  readonly ignored: number;
}

const READINGS: Readonly<Record<string, string>> = {
  read: "read",
  doubtful: "read, but look at its text",
  "broken-front-matter": "read without its front matter",
  "other-encoding": "read, but not as UTF-8",
  empty: "empty, so nothing was read",
  "not-found": "not found",
  "no-text": "not read: holds no text",
  damaged: "not read: damaged",
  encrypted: "not read: locked with a password",
  "too-large": "not read: too large",
  "not-text": "not read: not a document",
  unreadable: "not read",
};

/** The reading state of a source, as the protocol names it, for people. */
export function readingInWords(state: string): string {
  return READINGS[state] ?? state;
}

/** A few lines of plain text: what was read, what was found, and what to do where that is nothing. */
export function explanationText(
  facts: ExplanationFacts,
  settings: { readonly showUnsupported: boolean; readonly showUncited: boolean },
): string {
  const lines = [
    facts.checked ? "This draft was checked." : `This draft was not checked. ${facts.problem ?? ""}`.trim(),
  ];
  lines.push(...sourceLines(facts));
  if (!facts.checked) return lines.join("\n");
  lines.push(`Draft: ${counted(facts.sentences, "sentence")}, ${counted(claimTotal(facts), "claim")}.`);
  for (const kind of KINDS) {
    const counts = facts.claims[kind];
    if (counts) lines.push(`- ${kind}: ${verdicts(counts)}`);
  }
  const missing = KINDS.filter((kind) => !facts.claims[kind]);
  if (missing.length > 0) lines.push(`- looked for, none found: ${missing.join(", ")}`);
  if (facts.ignored > 0)
    lines.push(`${counted(facts.ignored, "finding")} hidden by ignore comments in the draft.`);
  if (!settings.showUnsupported)
    lines.push("Claims that no source speaks of are not shown (claimcheck.showUnsupported).");
  if (!settings.showUncited) lines.push("Claims without a citation are not shown (claimcheck.showUncited).");
  return lines.join("\n");
}

function sourceLines({ sources }: ExplanationFacts): string[] {
  if (sources.length === 0) {
    return [
      "No sources: put articles, press releases or reports (Markdown, text, web pages, PDFs, Word documents) into a folder “sources” beside the draft.",
    ];
  }
  return [
    "Sources:",
    ...sources.map(({ name, builtin, stateInWords, message, statements, values }) => {
      const read = values === null ? "" : `, ${counted(values, "value")}`;
      const taken = statements > 0 ? `, ${counted(statements, "sentence")}${read}` : "";
      return `- ${name}${builtin ? " (built in)" : ""}: ${stateInWords}${taken}${message === null ? "" : `. ${message}`}`;
    }),
  ];
}

function claimTotal({ claims }: ExplanationFacts): number {
  const counts = Object.values(claims).flatMap((ofKind) => Object.values(ofKind ?? {}));
  return counts.reduce((sum, count) => sum + count, 0);
}

function verdicts(counts: Readonly<Partial<Record<Verdict, number>>>): string {
  const order: readonly Verdict[] = ["contradicted", "disputed", "supported", "unsupported"];
  return order
    .filter((verdict) => (counts[verdict] ?? 0) > 0)
    .map((verdict) => `${counts[verdict]} ${verdict}`)
    .join(", ");
}
