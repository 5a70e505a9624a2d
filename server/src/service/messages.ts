/**
 * The words a writer reads: one plain sentence a finding. Knows findings, not editors.
 */
import type { Finding, Outweighed } from "../checking/types.ts";
import type { Kind } from "../kinds/types.ts";
import type { SourceReading } from "../statements/types.ts";
import { writtenDate } from "./footnotes.ts";
import type { Claim, Code, Evidence } from "./report.ts";

const CONTRADICTION: Readonly<Record<Kind, Code>> = {
  date: "date-mismatch",
  quantity: "quantity-mismatch",
  quotation: "misquotation",
  speaker: "misattribution",
  role: "role-mismatch",
  name: "name-mismatch",
  polarity: "polarity-mismatch",
  relation: "relation-mismatch",
};

/** "1 claim", "3 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The diagnostic code of a finding; null for a supported one. */
export function codeOf(finding: Pick<Finding, "kind" | "verdict">): Code | null {
  if (finding.verdict === "contradicted") return CONTRADICTION[finding.kind];
  return finding.verdict === "supported" ? null : finding.verdict;
}

/** What is said of a finding: what the draft says, what the source says, and which source. */
export function messageOf(finding: Finding): string {
  const { outweighed } = finding;
  if (!outweighed) return plainMessage(finding);
  const { source, why } = outweighed;
  return `${plainMessage(finding).replace(/\.$/, "")}; ${nameOf(source)}, which agrees with the draft, ${WEIGHED[why]}.`;
}

const WEIGHED: Readonly<Record<Outweighed["why"], string>> = {
  superseded: "is superseded",
  ranked: "is ranked behind",
  "not-cited": "is not cited here",
};

function plainMessage(finding: Finding): string {
  const source = finding.passages[0] ? citeShort(finding) : "the sources";
  if (finding.message) return withSource(finding.message, source, finding);
  const { actual, expected } = finding;
  switch (finding.verdict) {
    case "supported":
      return `“${clip(actual)}” agrees with ${source}.`;
    case "unsupported":
      return `No source speaks of “${clip(actual)}”.`;
    case "disputed":
      return disputeOf(finding);
    case "contradicted":
      return expected
        ? // What is wrong comes first: lists of problems cut the end off.
          `The draft says “${clip(actual)}”, but the source says “${clip(expected)}”: ${source}.`
        : `“${clip(actual)}” does not agree with ${source}.`;
  }
}

/** Names the source once: a message that has its title gets the date, any other the whole at its end. */
function withSource(message: string, source: string, finding: Finding): string {
  const passage = finding.passages[0];
  if (!passage || message.includes(source)) return message;
  const title = `“${passage.source.title}”`;
  if (message.includes(title)) return message.replace(title, source);
  return `${message.replace(/\.$/, "")} (${source}).`;
}

function disputeOf({ actual, sides }: Finding): string {
  const [other] = sides?.contradicted[0].passages ?? [];
  if (!sides || !other) return `The sources disagree about “${clip(actual)}”.`;
  const { expected } = sides.contradicted[0];
  const otherwise = expected ? `says “${clip(expected)}”` : "says otherwise";
  return `The sources disagree about “${clip(actual)}”: ${nameOf(other.source)} ${otherwise}.`;
}

function citeShort(finding: Finding): string {
  return nameOf(finding.passages[0]!.source);
}

/** How a passage stands to a claim on which sources disagree; "" for any other claim. */
export function sideInWords({ side }: Pick<Evidence, "side">): string {
  if (side === undefined) return "";
  return side === "agrees" ? "agrees with the draft" : "says otherwise";
}

/** The passages that a short form shows: the first, and where sources disagree the first of the other side. */
export function firstPassages({ evidence }: Pick<Claim, "evidence">): readonly Evidence[] {
  const [first] = evidence;
  const other = first?.side && evidence.find(({ side }) => side !== first.side);
  return [first, other].filter((one) => one !== undefined);
}

/** “Title” (18 April 2019), as messages have it. */
export function nameOf({ title, published }: Pick<SourceReading, "title" | "published">): string {
  return published ? `“${clip(title, 45)}” (${writtenDate(published)})` : `“${clip(title, 45)}”`;
}

/** Shortens at a word, with an ellipsis. */
export function clip(text: string, limit = 90): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= limit) return flat;
  const cut = flat.lastIndexOf(" ", limit);
  return `${flat.slice(0, cut > limit / 2 ? cut : limit).trimEnd()}…`;
}
