/**
 * Rewrites a draft's citations in another style, or takes them out. Every other character stays as it is; a citation that
 * says more than a source stays too. Knows read documents and reports.
 */
import type { FootnoteDefinition, ProseDocument } from "../../text/types.ts";
import { blockAt, sentenceAt } from "../places.ts";
import type { Claim } from "../report.ts";
import { citationsIn, type FoundCitation } from "./found.ts";
import { beforeStops, behindStops, withBlank } from "./place.ts";
import type { CitationChange, CitationContext, CitationStyle, Reference } from "./types.ts";
import { type ToWrite, Writer } from "./writer.ts";

export interface Conversion extends CitationChange {
  readonly converted: number;
  /** Places that stay: an unknown key, a footnote with words of its own, a source that the style cannot name. */
  readonly kept: number;
  /** How many of these stay because the style cannot name their source, or not at this place. */
  readonly barred: number;
}

/**
 * Brings all citations of a draft into one style, or that one which holds `at`. `claims` tell which words of a source a
 * link leads to.
 */
export function convertCitations(
  document: ProseDocument,
  style: CitationStyle,
  context: CitationContext,
  claims: readonly Claim[] = [],
  at?: number,
): Conversion {
  return rewrite(document, style, context, claims, at);
}

/** Takes all citations out that say nothing but a source, with the footnotes that are not needed any more. */
export function removeCitations(document: ProseDocument, context: CitationContext): Conversion {
  return rewrite(document, null, context, []);
}

/** Gives one citation another meaning: it cites `wanted` in the style that it has. */
export function replaceCitation(
  document: ProseDocument,
  citation: FoundCitation,
  wanted: readonly ToWrite[],
  context: CitationContext,
): CitationChange {
  const writer = new Writer(document, citation.style, context, unneeded(document, [citation]));
  writer.replace(citation.span, wanted);
  return writer.finish();
}

function rewrite(
  document: ProseDocument,
  style: CitationStyle | null,
  context: CitationContext,
  claims: readonly Claim[],
  at?: number,
): Conversion {
  const found = citationsIn(document, context);
  const isMeant = ({ span }: FoundCitation) => at === undefined || (span.start <= at && at <= span.end);
  const citations = found.citations.filter(isMeant);
  const probe = style && new Writer(document, style, context);
  const changing = citations.filter(
    (one) =>
      one.style !== style &&
      (!probe ||
        (one.references.every((reference) => probe.canWrite(reference)) && isFree(document.text, one))),
  );
  const writer = new Writer(document, style ?? "footnote", context, unneeded(document, changing));
  for (const citation of changing) {
    const { text } = document;
    const taken = withBlank(text, citation.span, citation.style === "footnote");
    writer.remove(taken);
    if (style === null) continue;
    const references = citation.references.map((one) => ({
      ...one,
      passage: passageFor(document, citation, one, claims),
    }));
    const at = placeOf(text, citation, style, taken.start);
    const before = text.slice(0, Math.min(at, taken.start)) + text.slice(taken.end, at);
    writer.insert(at, references, before);
  }
  const same = style === null ? 0 : citations.filter((one) => one.style === style).length;
  const { edits, bibliography } = writer.finish();
  const barred = citations.length - changing.length - same;
  return { edits, bibliography, converted: changing.length, kept: found.others + barred, barred };
}

/** Where the citation goes that replaces one whose text begins at `start`, its blank included. */
function placeOf(
  text: string,
  { style: before, block, span }: FoundCitation,
  style: CitationStyle,
  start: number,
): number {
  if (before === "footnote") return beforeStops(text, start, block.span.start);
  return style === "footnote" ? behindStops(text, span.end) : start;
}

/** In square brackets before a bracket a key would be read as a link. */
function isFree(text: string, { style, span, block }: FoundCitation): boolean {
  if (style !== "footnote" || !/[([]/.test(text[span.end] ?? "")) return true;
  return beforeStops(text, span.start, block.span.start) < span.start;
}

/** The definitions that no reference uses once the citations are gone. */
function unneeded(document: ProseDocument, citations: readonly FoundCitation[]): FootnoteDefinition[] {
  const going = new Map<string, number>();
  for (const { labels } of citations)
    for (const label of labels) going.set(label.toLowerCase(), (going.get(label.toLowerCase()) ?? 0) + 1);
  if (going.size === 0) return [];
  const used = new Map<string, number>();
  for (const [, label] of document.text.matchAll(/\[\^([^\]\s]{1,100})\](?!:)/g))
    used.set(label!.toLowerCase(), (used.get(label!.toLowerCase()) ?? 0) + 1);
  return document.footnotes.filter(({ label }) => {
    const count = going.get(label.toLowerCase());
    return count !== undefined && (used.get(label.toLowerCase()) ?? 0) <= count;
  });
}

/** The words of the source that a claim of the citation's sentence rests on. */
function passageFor(
  document: ProseDocument,
  { block, span }: FoundCitation,
  { source }: Reference,
  claims: readonly Claim[],
): string | null {
  const sentence = sentenceAt(block, Math.max(block.span.start, span.start - 1));
  for (const { start, evidence } of claims) {
    if (start < sentence.start || start >= sentence.end || blockAt(document, start) !== block) continue;
    const found = evidence.find((one) => one.source === source.source);
    if (found) return found.text;
  }
  return null;
}
