/**
 * The citations of a draft, each with what it means: footnotes that say nothing but a source, Pandoc's keys, links in
 * brackets. What says more than a source is left out: it cannot be rewritten without losing words. Knows read documents.
 */
import type { Block, FootnoteDefinition, Mark, ProseDocument, Span } from "../../text/types.ts";
import { locatorOf, locatorsIn, writtenLocator } from "./locator.ts";
import { isBareCitation, referenceByKey, referenceByTarget, referencesByText } from "./match.ts";
import type { CitationContext, CitationStyle, Reference } from "./types.ts";

/** Citations at one place, in one pair of brackets or side by side. */
export interface FoundCitation {
  readonly style: CitationStyle;
  readonly block: Block;
  readonly span: Span;
  readonly references: readonly Reference[];
  /** For footnotes, the label of each reference. */
  readonly labels: readonly string[];
}

export interface FoundCitations {
  /** In document order. */
  readonly citations: readonly FoundCitation[];
  /** How many places cite in a way that cannot be rewritten: an unknown key, a footnote with words of its own. */
  readonly others: number;
}

/** All citations of a draft outside its footnotes. */
export function citationsIn(document: ProseDocument, context: CitationContext): FoundCitations {
  const definitions = new Map<string, FoundDefinition>();
  for (const definition of document.footnotes) {
    const key = definition.label.toLowerCase();
    if (!definitions.has(key)) definitions.set(key, readDefinition(document, definition, context));
  }
  const citations: FoundCitation[] = [];
  let others = 0;
  for (const block of document.blocks) {
    if (block.footnote !== null || block.marks.length === 0) continue;
    const found = [
      ...footnotesIn(block, definitions),
      ...keysIn(document.text, block, context),
      ...linksIn(document.text, block, context),
    ];
    for (const citation of found) if (citation === null) others++;
    citations.push(...found.filter((one) => one !== null));
  }
  return { citations: citations.sort((a, b) => a.span.start - b.span.start), others };
}

interface FoundDefinition {
  readonly definition: FootnoteDefinition;
  /** All that it names. */
  readonly references: readonly Reference[];
  /** Whether it says nothing else. */
  readonly isBare: boolean;
}

/** What a footnote's definition means. */
function readDefinition(
  { text }: ProseDocument,
  definition: FootnoteDefinition,
  context: CitationContext,
): FoundDefinition {
  const body = text.slice(definition.span.start, definition.span.end).replace(/^\[\^[^\]]*\]:/, "");
  const found = referencesByText(context, body);
  const [place] = locatorsIn(body.replace(/https?:\/\/\S+/g, ""));
  const references = found.map((one) => ({ ...one, locator: place ? writtenLocator(place) : "" }));
  const isBare = references.length === 1 && isBareCitation(body, references[0]!);
  return { definition, references, isBare };
}

type Found = FoundCitation | null;

function footnotesIn(block: Block, definitions: ReadonlyMap<string, FoundDefinition>): Found[] {
  const found: Found[] = [];
  let before = -1;
  for (const mark of block.marks) {
    if (mark.kind !== "footnote-reference") continue;
    const { start, end } = mark.span;
    const meaning = definitions.get(mark.target.toLowerCase());
    const reference = meaning?.isBare ? meaning.references[0]! : null;
    const last = found.at(-1);
    if (reference && last && before === start) {
      const { references, labels } = last;
      found[found.length - 1] = {
        ...last,
        span: { start: last.span.start, end },
        references: [...references, reference],
        labels: [...labels, mark.target],
      };
    } else if (reference)
      found.push({
        style: "footnote",
        block,
        span: mark.span,
        references: [reference],
        labels: [mark.target],
      });
    else found.push(null);
    before = end;
  }
  return found;
}

function keysIn(text: string, block: Block, context: CitationContext): Found[] {
  const found: Found[] = [];
  let until = -1;
  for (const mark of block.marks) {
    if (mark.kind !== "citation" || mark.span.start < until) continue;
    const span = bracketAround(text, block, mark);
    until = span.end;
    const references = referencesInBrackets(text.slice(span.start + 1, span.end - 1), context);
    found.push(references && { style: "pandoc", block, span, references, labels: [] });
  }
  return found;
}

function bracketAround(text: string, block: Block, { span }: Mark): Span {
  if (text[span.start] === "[") return span;
  const start = Math.max(text.lastIndexOf("[", span.start), block.span.start);
  return { start, end: text.indexOf("]", span.end) + 1 || span.end };
}

/** `@key, p. 4; @other`: null where a key is unknown, or something else stands there too. */
function referencesInBrackets(inside: string, context: CitationContext): Reference[] | null {
  const references: Reference[] = [];
  for (const part of inside.split(";")) {
    const match = /^\s*@(?:\{([^{}]{1,200})\}|([\p{L}\p{N}_][^\s,;{}]{0,200}?))(?:,\s*(.{1,60}?))?\s*$/u.exec(
      part,
    );
    const place = match?.[3] === undefined ? null : locatorOf(match[3]);
    if (!match || (match[3] !== undefined && place === null)) return null;
    const reference = referenceByKey(context, (match[1] ?? match[2])!, place ? writtenLocator(place) : "");
    if (!reference) return null;
    references.push(reference);
  }
  return references;
}

/** Links in round brackets of their own, `([a](b); [c](d))`: a link on words of a sentence is part of that sentence. */
function linksIn(text: string, block: Block, context: CitationContext): Found[] {
  const found: Found[] = [];
  const links = block.marks.filter(({ kind }) => kind === "link");
  for (let at = 0; at < links.length; at++) {
    const first = links[at]!;
    if (text[first.span.start - 1] !== "(" || text[first.span.start - 2] === "]") continue;
    const group = [first];
    while (links[at + 1] && text.slice(links[at]!.span.end, links[at + 1]!.span.start) === "; ")
      group.push(links[++at]!);
    const end = group.at(-1)!.span.end;
    if (text[end] !== ")") continue;
    const references = group.map((link) => referenceByLink(text, link, context));
    const span = { start: first.span.start - 1, end: end + 1 };
    const all = references.filter((one) => one !== null);
    found.push(
      all.length < group.length ? null : { style: "link", block, span, references: all, labels: [] },
    );
  }
  return found;
}

function referenceByLink(text: string, link: Mark, context: CitationContext): Reference | null {
  const label = text.slice(link.span.start, link.span.end).replace(/\]\(.*$/s, "");
  const page = /#page=(\d{1,5})/.exec(link.target)?.[1];
  const [place] = locatorsIn(page === undefined ? label.replace(/https?:\/\/\S+/g, "") : `p. ${page}`);
  return referenceByTarget(context, link.target, place ? writtenLocator(place) : "");
}
