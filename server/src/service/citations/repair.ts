/**
 * Gives the citation of a claim's sentence to the source that supports it. Knows read documents and reports.
 */
import type { ProseDocument } from "../../text/types.ts";
import { blockAt, sentenceAt } from "../places.ts";
import { replaceCitation } from "./convert.ts";
import { citationsIn, type FoundCitation } from "./found.ts";
import { toWrite, type Wanted } from "./insert.ts";
import { behindSentence } from "./place.ts";
import type { CitationChange, CitationContext } from "./types.ts";

/** Cites the evidence in place of what the sentence cites, in the same style. Null where that cannot be rewritten. */
export function repairCitation(
  document: ProseDocument,
  { claim, evidence }: Wanted,
  context: CitationContext,
): CitationChange | null {
  const [citation, another] = citationsOfSentence(document, claim, citationsIn(document, context).citations);
  if (!citation || another || citation.references.length > 1) return null;
  const change = replaceCitation(document, citation, [toWrite(citation.style, evidence)], context);
  return change.edits.length > 0 ? change : null;
}

/** The citations in a claim's sentence and right behind it. */
function citationsOfSentence(
  document: ProseDocument,
  claim: Wanted["claim"],
  citations: readonly FoundCitation[],
): FoundCitation[] {
  const block = blockAt(document, claim.start);
  if (!block) return [];
  const sentence = sentenceAt(block, claim.start);
  const end = behindSentence(document.text, block, Math.max(sentence.end, claim.end));
  return citations.filter(
    (one) => one.block === block && one.span.start >= sentence.start && one.span.end <= end,
  );
}
