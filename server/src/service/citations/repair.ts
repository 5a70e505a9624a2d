/**
 * Puts citations right: gives that of a claim's sentence to the source that supports it, and a misspelt key to the entry that
 * was meant. Knows read documents and reports.
 */
import type { ProseDocument } from "../../text/types.ts";
import { nearest } from "../config/nearest.ts";
import { blockAt, sentenceAt } from "../places.ts";
import type { Edit } from "../report.ts";
import { replaceCitation } from "./convert.ts";
import { citationsIn, type FoundCitation } from "./found.ts";
import { toWrite, type Wanted } from "./insert.ts";
import { referenceByKey } from "./match.ts";
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

/** Keys of the bibliography that an unknown one at `at` may be meant for, each with the edit that writes it. */
export function keyRepairs(
  document: ProseDocument,
  at: number,
  context: CitationContext,
): { readonly key: string; readonly edits: readonly Edit[] }[] {
  const marks = blockAt(document, at)?.marks ?? [];
  const mark = marks.find(({ kind, span }) => kind === "citation" && span.start <= at && at <= span.end);
  if (!mark || referenceByKey(context, mark.target)) return [];
  const keys = context.bibliographies.flatMap(({ entries }) => entries.map(({ key }) => key));
  const key = nearest(mark.target, keys);
  const start = document.text.indexOf(`@${mark.target}`, mark.span.start) + 1;
  if (key === null || start === 0 || start > mark.span.end) return [];
  return [{ key, edits: [{ start, end: start + mark.target.length, newText: key }] }];
}
