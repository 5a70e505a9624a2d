/**
 * What a card says above a finding that is not told as one: that it was accepted, ignored, or that its source has changed.
 * As Markdown; texts are escaped. Knows reports; nothing of editors beyond that they show Markdown.
 */
import { escapeMarkdown, innerQuotes, writtenDate } from "./footnotes.ts";
import { clip } from "./messages.ts";
import type { AcceptedClaim, IgnoredClaim, Range } from "./report.ts";

/** Longest reason that is shown, in characters. */
const REASON = 300;

/**
 * "☑ **Accepted** by Ada Brandt on 12 February 2024: “moved by decree”"; "☑ **Ignored** by the directive in line 3 …", where
 * `link` gives the address that opens a place of the draft.
 */
export function asideNote(aside: IgnoredClaim | AcceptedClaim, link: (range: Range) => string): string {
  const reason = aside.reason.trim();
  const why =
    reason === "" ? ". No reason is given." : `: “${escapeMarkdown(innerQuotes(clip(reason, REASON)))}”`;
  if ("who" in aside) {
    const by = aside.who.trim() === "" ? "" : ` by ${escapeMarkdown(aside.who)}`;
    return `☑ **Accepted**${by} on ${writtenDate(aside.date)}${why}`;
  }
  const { directive } = aside;
  const by = directive
    ? ` by the directive in [line ${directive.range.start.line + 1}](<${link(directive.range)}>)`
    : "";
  return `☑ **Ignored**${by}${why}`;
}

/** The message on a claim whose source has changed. */
export function staleNote(message: string): string {
  return `↻ **The source has changed**\n\n${escapeMarkdown(message)}`;
}
