/**
 * The card of a fact: where its source says it, how long it holds, and which drafts use it, as Markdown.
 */
import type { FactNotes } from "../../statements/types.ts";
import { cellInWords, shownText } from "../evidence-words.ts";
import { escapeMarkdown, writtenDate, writtenPage } from "../footnotes.ts";
import { clip } from "../messages.ts";
import type { Evidence, FactInReport } from "../report.ts";

/** A claim that rests on the fact. */
export interface FactUse {
  /** What the draft is called, with the line of the claim. */
  readonly place: string;
  /** Opens the draft there. */
  readonly link: string;
}

const STANDINGS: Readonly<Record<FactInReport["standing"], string>> = {
  verbatim: "✓ **The source says so, word for word**",
  said: "✓ **The source says so in other words**",
  "not-said": "✗ **The source does not say so**",
};
/** Longest passage that is shown, and most uses. */
const MOST = { passage: 280, uses: 8 };

/** `notes` are what the sheet notes of the fact; `link` gives the address that opens a passage. Texts are escaped. */
export function factStandingCard(
  { standing, passage }: FactInReport,
  uses: readonly FactUse[],
  notes: FactNotes | undefined,
  link: (evidence: Evidence) => string,
): string {
  const parts = [STANDINGS[standing]];
  if (passage) {
    const quoted =
      standing === "verbatim" ? "" : `“${escapeMarkdown(clip(shownText(passage), MOST.passage))}”\n\n`;
    const cell = escapeMarkdown(cellInWords(passage));
    const place = writtenPage(passage) || `line ${passage.range.start.line + 1}`;
    parts.push(
      `${quoted}*${escapeMarkdown(passage.title)}*${cell === "" ? "" : ` · ${cell}`} · [${place}](<${address(link(passage))}>)`,
    );
  }
  const period = notes ? periodInWords(notes) : "";
  if (period !== "") parts.push(period);
  parts.push(usesInWords(uses));
  return parts.join("\n\n");
}

function periodInWords({ notBefore, notAfter }: FactNotes): string {
  const from = notBefore === null ? "" : ` from ${writtenDate(notBefore)}`;
  const to = notAfter === null ? "" : ` until ${writtenDate(notAfter)}`;
  return from + to === "" ? "" : `Holds${from}${to}.`;
}

function usesInWords(uses: readonly FactUse[]): string {
  if (uses.length === 0) return "No open draft uses it.";
  const shown = uses
    .slice(0, MOST.uses)
    .map(({ place, link }) => `[${escapeMarkdown(place)}](<${address(link)}>)`);
  const more = uses.length - shown.length;
  return `Used in ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

function address(link: string): string {
  return link.replace(/[<>\s]/g, encodeURIComponent);
}
