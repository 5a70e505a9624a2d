/**
 * Cites the sources of claims: a reference at each claim's sentence, what it needs at the end of the draft or in the
 * bibliography. Knows read documents and reports; changes nothing by itself.
 */
import type { Block, ProseDocument, Span } from "../../text/types.ts";
import { type CitedSource, definitionOf } from "../footnotes.ts";
import { blockAt, sentenceAt } from "../places.ts";
import type { Claim, Evidence } from "../report.ts";
import { citationsIn, type FoundCitation } from "./found.ts";
import { isWithin, locatorOf, locatorOfEvidence } from "./locator.ts";
import { isOneSource } from "./lookup.ts";
import { knownSource } from "./match.ts";
import { behindSentence, insideSentence } from "./place.ts";
import type { CitationChange, CitationContext, CitationStyle } from "./types.ts";
import { type ToWrite, Writer } from "./writer.ts";

/** A claim and the source that it is cited to. */
export interface Wanted {
  readonly claim: Pick<Claim, "start" | "end">;
  readonly evidence: Evidence;
}

/** What was cited, and how many of the claims were left. */
export interface Insertion extends CitationChange {
  /** References that were written; claims of one sentence share one. */
  readonly inserted: number;
  /** Claims that have one now. */
  readonly cited: number;
  /** Claims of which the sentence cites the source already. */
  readonly already: number;
  /** Claims of which the source cannot be cited in the style. */
  readonly barred: number;
}

/** The edits that cite one source after the sentence of a claim. Empty where it is cited there, or cannot be. */
export function insertCitation(
  document: ProseDocument,
  wanted: Wanted,
  style: CitationStyle,
  context: CitationContext,
): CitationChange {
  return insertCitations(document, [wanted], style, context);
}

/** The same for many claims: one citation a sentence and source. */
export function insertCitations(
  document: ProseDocument,
  wanted: readonly Wanted[],
  style: CitationStyle,
  context: CitationContext,
): Insertion {
  const found = citationsIn(document, context).citations;
  const writer = new Writer(document, style, context);
  const counts = { inserted: 0, cited: 0, already: 0, barred: 0 };
  for (const place of placesOf(document, wanted)) {
    const sources = place.evidence.filter((one) => !isCitedIn(document, place, one, found));
    const written = sources.filter((one) => writer.canWrite(toWrite(style, one)));
    if (written.length > 0) insertAt(document, writer, style, place, written, found);
    counts.inserted += written.length;
    if (written.length > 0) counts.cited += place.claims;
    else if (sources.length > 0) counts.barred += place.claims;
    else counts.already += place.claims;
  }
  return { ...writer.finish(), ...counts };
}

interface Place {
  readonly block: Block;
  readonly sentence: Span;
  readonly end: number;
  readonly evidence: Evidence[];
  readonly claims: number;
}

/** Claims by sentence, each source once. */
function placesOf(document: ProseDocument, wanted: readonly Wanted[]): Place[] {
  const places = new Map<number, Place>();
  for (const { claim, evidence } of wanted) {
    const block = blockAt(document, claim.start);
    if (!block || block.footnote !== null) continue;
    const sentence = sentenceAt(block, claim.start);
    const known = places.get(sentence.start);
    const end = Math.max(sentence.end, claim.end, known?.end ?? 0);
    const all = known?.evidence ?? [];
    if (!all.some((one) => one.source === evidence.source && one.page === evidence.page)) all.push(evidence);
    const claims = (known?.claims ?? 0) + 1;
    places.set(sentence.start, { block, sentence, end, evidence: all, claims });
  }
  return [...places.values()].sort((a, b) => a.end - b.end);
}

/** Whether the sentence has a citation of the source, at this place of it or at none. */
function isCitedIn(
  document: ProseDocument,
  { block, sentence, end }: Place,
  evidence: Evidence,
  found: readonly FoundCitation[],
): boolean {
  const last = behindSentence(document.text, block, end);
  const isHere = ({ start, end: stop }: Span) => start >= sentence.start && stop <= last;
  const cited = found
    .filter((one) => one.block === block && isHere(one.span))
    .flatMap(({ references }) => references)
    .filter(({ source }) => isSame(source, evidence));
  if (cited.some(({ locator }) => isWithin(locatorOf(locatorOfEvidence(evidence)), locatorOf(locator))))
    return true;
  const definition = definitionOf(document, evidence);
  if (!definition) return false;
  return block.marks.some(
    ({ kind, target, span }) => kind === "footnote-reference" && target === definition.label && isHere(span),
  );
}

function isSame(one: CitedSource, other: CitedSource): boolean {
  return one.source !== "" ? one.source === other.source : isOneSource(knownSource(one), knownSource(other));
}

function insertAt(
  document: ProseDocument,
  writer: Writer,
  style: CitationStyle,
  { block, end }: Place,
  sources: readonly Evidence[],
  found: readonly FoundCitation[],
): void {
  const { text } = document;
  const references = sources.map((source) => toWrite(style, source));
  if (style === "footnote") {
    writer.insert(behindSentence(text, block, end), references);
    return;
  }
  const at = insideSentence(text, block, end);
  const beside = found.find((one) => one.style === style && one.span.end === at);
  if (beside) writer.extend(beside.span.end - 1, references);
  else writer.insert(at, references);
}

/** An evidence as a citation of it. A footnote is shared, and a link leads to the words: only keys carry a paragraph. */
export function toWrite(style: CitationStyle, evidence: Evidence): ToWrite {
  const hasPlace = style === "pandoc" || evidence.page !== undefined;
  const locator = hasPlace ? locatorOfEvidence(evidence) : "";
  return { source: withoutPlace(evidence), locator, passage: evidence.text };
}

function withoutPlace({ source, title, publisher, published, url }: Evidence): CitedSource {
  return { source, title, publisher, published, url };
}

/** The title of the quick fix that inserts a citation: the publisher, else a short title. */
export function citationTitle(source: CitedSource): string {
  return `Insert citation: ${shortName(source)}`;
}

/** A source in a few words. */
export function shortName({ publisher, title }: CitedSource): string {
  const name = publisher ?? title;
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}

/** The supported claims of a draft that have no citation nearby, each with its first evidence. */
export function uncitedClaims(claims: readonly Claim[]): Wanted[] {
  return claims
    .filter(({ code, evidence }) => code === "uncited" && evidence.length > 0)
    .map((claim) => ({ claim, evidence: claim.evidence[0]! }));
}
