/**
 * The words of a report that both of its forms share. Knows verdicts and kinds; nothing of HTML or Markdown.
 */

import { cellInWords } from "../evidence-words.ts";
import { writtenDate, writtenPage } from "../footnotes.ts";
import { counted } from "../messages.ts";
import type { Claim, Evidence, Kind, Verdict } from "../report.ts";
import type { ClaimsReport, DraftSection, Entry, SourceSection } from "./types.ts";

export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly mark: string; readonly name: string }>> = {
  contradicted: { mark: "✗", name: "Contradicted" },
  disputed: { mark: "≠", name: "Sources disagree" },
  supported: { mark: "✓", name: "Supported" },
  unsupported: { mark: "?", name: "No source" },
};

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  date: "date",
  quantity: "figure",
  quotation: "quotation",
  speaker: "speaker",
  role: "role",
  name: "name",
  polarity: "whether it is so",
  relation: "who did what, and why",
};

/** What each list of a draft's section is called and what is in it. */
export const LISTS = [
  {
    key: "settle",
    title: "To settle",
    lead: "A source says otherwise, or the sources disagree. Compare both passages before the text goes out.",
  },
  {
    key: "unsourced",
    title: "Without a source",
    lead: "None of the sources speaks of these. Add the document that they come from, or confirm them otherwise.",
  },
  {
    key: "accepted",
    title: "Accepted by the writer",
    lead: "Findings that the writer decided to keep, with the reason given.",
  },
  {
    key: "supported",
    title: "Supported",
    lead: "A source agrees with the marked words.",
  },
] as const satisfies readonly { key: keyof DraftSection; title: string; lead: string }[];

/** "Contradicted (not certain)". */
export function verdictName({ verdict, confidence }: Claim): string {
  const { name } = VERDICT_WORDS[verdict];
  return verdict === "contradicted" && confidence < 0.9 ? `${name} (not certain)` : name;
}

/** "date", or "date, figure" for several claims. */
export function kindsOf({ claims }: Entry): string {
  return [...new Set(claims.map(({ kind }) => KIND_WORDS[kind]))].join(", ");
}

/** "No. 3", "Nos. 3, 4". */
export function numbersOf({ numbers }: Entry): string {
  return `${numbers.length > 1 ? "Nos." : "No."} ${numbers.join(", ")}`;
}

/** How the draft cites the passage. */
export function citedInWords({ cited, citations, passages }: Entry): string {
  if (citations.length > 0)
    return cited || passages.length === 0 ? "cited in the sentence:" : "cited, but as something else:";
  return cited ? "cited nearby in the draft" : "not cited in the draft";
}

/** What stands in the way of a sentence of which part is supported. */
export const CONTESTED = "The same sentence has to be settled:";

/** Where a passage stands in its source: the page of a paged original, else the line of the text; of a cell its row and column. */
export function passagePlace(evidence: Pick<Evidence, "page" | "range" | "cell">): string {
  const place = writtenPage(evidence) || `line ${evidence.range.start.line + 1}`;
  return [place, cellInWords(evidence)].filter(Boolean).join(", ");
}

/** "2 contradicted" and so on, as label and number. */
export function summaryCounts({
  summary,
}: ClaimsReport): { verdict: Verdict; count: number; label: string }[] {
  return [
    { verdict: "contradicted", count: summary.contradicted, label: "contradicted" },
    { verdict: "disputed", count: summary.disputed, label: "disputed" },
    { verdict: "unsupported", count: summary.unsupported, label: "without a source" },
    { verdict: "supported", count: summary.supported, label: "supported" },
  ];
}

/** One sentence that says what there is to do. */
export function verdictOnDrafts({ summary }: ClaimsReport): string {
  const { contradicted, disputed, supported, unsupported, uncited } = summary;
  const open = contradicted + disputed;
  const first =
    open === 0
      ? supported === 0
        ? "No claim was found that a source speaks of"
        : "No source contradicts a claim"
      : `${counted(open, "claim")} to settle`;
  const rest = [
    ...(unsupported > 0 ? [`${counted(unsupported, "claim")} without a source`] : []),
    ...(uncited > 0 ? [`${counted(uncited, "supported claim")} without a citation`] : []),
  ];
  return `${[first, ...rest].join(", ")}.`;
}

/** "12 of 14 facts are used, by 9 claims". */
export function coverageInWords({ facts, used, claims }: SourceSection): string {
  if (facts === null) return "decides no claim";
  if (facts === 0) return "no fact was read in it";
  return `${used} of ${counted(facts, "fact")} used, ${counted(claims, "claim")} decided`;
}

/** "brief.md, dated 4 March 2024". */
export function draftLine({ name, date }: DraftSection): string {
  return date === null ? name : `${name}, dated ${writtenDate(date)}`;
}

export const CAUTIONS =
  "The report compares the drafts with these sources and with nothing else; it does not know whether a source is right. A sentence that is not listed was not understood well enough to judge: that is no proof of it. “Not certain” means that the passage may speak of another matter.";
