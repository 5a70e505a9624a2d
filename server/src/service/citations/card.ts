/**
 * What the card on a citation says: the source in words, and how it stands with it. Knows what citations mean.
 */
import type { ProseDocument } from "../../text/types.ts";
import { citationText } from "../footnotes.ts";
import { citationsIn, type FoundCitation } from "./found.ts";
import type { CitationContext } from "./types.ts";

/** The citation at an offset of a draft, or null. */
export function citationAt(
  document: ProseDocument,
  offset: number,
  context: CitationContext,
): FoundCitation | null {
  const { citations } = citationsIn(document, context);
  return citations.find(({ span }) => span.start <= offset && offset < span.end) ?? null;
}

/** Each source of a citation in words, as Markdown; what comes from elsewhere is escaped. */
export function citationCard({ references }: FoundCitation): string {
  return references.map(({ source, locator }) => citationText({ ...source, locator })).join("\n\n");
}
