/**
 * What can be cited at a place of a draft, the best source for the words before it first. Knows read documents and
 * reports; an editor's list is made of it elsewhere.
 */
import type { ProseDocument } from "../../text/types.ts";
import { type CitedSource, citationText, definitionOf, footnoteKey, takenLabels } from "../footnotes.ts";
import { blockAt } from "../places.ts";
import type { Claim, Edit, Evidence } from "../report.ts";
import { addDefinitions, definitionText } from "./definitions.ts";
import { newKey } from "./entries.ts";
import { toWrite } from "./insert.ts";
import { citedSource, entryOf, knownSource, sourceOfEntry } from "./match.ts";
import type { CitationContext } from "./types.ts";
import { pandocItem } from "./write.ts";

/** More than anybody looks through; typing on narrows the list down. */
const MOST = 300;

export interface Citable {
  /** Goes behind `[@` or `[^`, without the closing bracket. */
  readonly text: string;
  /** The citation in words. */
  readonly detail: string;
  readonly source: CitedSource;
  /** The passage that supports the words before, where there is one. */
  readonly passage: string | null;
  /** The definition that a new label needs. */
  readonly definition: Edit | null;
  /** True for a key that no bibliography has yet. */
  readonly isNew: boolean;
}

/** What is being cited: the style, and where what was typed of the name begins. */
export interface Begun {
  readonly style: "footnote" | "pandoc";
  readonly from: number;
}

/** Whether a citation is begun at the end of `line`, which starts at `offset` of the draft. */
export function begunCitation(line: string, offset: number): Begun | null {
  const tail = line.slice(-200);
  const footnote = /\[\^([^\][\s]{0,80})$/.exec(tail);
  const key = /\[(?:[^\][]{0,120}[\s;-])?@([^\][\s;,@]{0,80})$/.exec(tail);
  const typed = footnote ?? key;
  if (!typed) return null;
  return { style: footnote ? "footnote" : "pandoc", from: offset + line.length - typed[1]!.length };
}

/** What can be named there, best first. */
export function citables(
  document: ProseDocument,
  claims: readonly Claim[],
  begun: Begun,
  context: CitationContext,
): Citable[] {
  const ranked = nearestEvidence(document, claims, begun.from);
  const near = new Set(ranked.map(({ source }) => source));
  const rest = context.sources.filter(({ uri }) => !near.has(uri)).map(citedSource);
  return begun.style === "footnote" ? footnotes(document, ranked, rest) : keys(ranked, rest, context);
}

/** The evidence of the claims around a place, the nearest claim's first, each source once. */
function nearestEvidence(document: ProseDocument, claims: readonly Claim[], at: number): Evidence[] {
  const block = blockAt(document, at);
  const near = claims
    .filter(
      ({ verdict, start }) =>
        verdict === "supported" && block && start >= block.span.start && start < block.span.end,
    )
    .sort((a, b) => distance(a, at) - distance(b, at));
  const found = new Map<string, Evidence>();
  for (const { evidence } of near)
    for (const one of evidence) if (!found.has(one.source)) found.set(one.source, one);
  return [...found.values()];
}

/** A claim behind the place is another sentence's more often than not. */
function distance({ start, end }: Claim, at: number): number {
  return end <= at ? at - end : 2 * (start - at) + 1;
}

function keys(
  ranked: readonly Evidence[],
  rest: readonly CitedSource[],
  context: CitationContext,
): Citable[] {
  const all = context.bibliographies.flatMap(({ entries }) => entries);
  const taken = new Set(all.map(({ key }) => key.toLowerCase()));
  const canAdd = context.bibliographies.length > 0 || context.newBibliography !== null;
  const used = new Set<string>();
  const found: Citable[] = [];
  const add = (source: CitedSource, locator: string, passage: string | null) => {
    const entry = entryOf(context, knownSource(source));
    if (!entry && !canAdd) return;
    const key = entry?.key ?? newKey(source, taken);
    if (used.has(key)) return;
    used.add(key);
    taken.add(key.toLowerCase());
    const text = pandocItem({ key, locator }).slice(1);
    found.push({
      text,
      detail: citationText({ ...source, locator }),
      source,
      passage,
      definition: null,
      isNew: !entry,
    });
  };
  for (const evidence of ranked) {
    const { source, locator, passage } = toWrite("pandoc", evidence);
    add(source, locator, passage);
  }
  for (const entry of all.slice(0, MOST))
    if (!used.has(entry.key)) add(sourceOfEntry(context, entry), "", null);
  for (const source of rest.slice(0, MOST)) add(source, "", null);
  return found.slice(0, MOST);
}

function footnotes(
  document: ProseDocument,
  ranked: readonly Evidence[],
  rest: readonly CitedSource[],
): Citable[] {
  const taken = takenLabels(document);
  const placed = [
    ...ranked.map((evidence) => ({ ...toWrite("footnote", evidence) })),
    ...rest.slice(0, MOST).map((source) => ({ source, locator: "", passage: null })),
  ];
  const used = new Set<string>();
  const found: Citable[] = [];
  for (const { source, locator, passage } of placed) {
    const cited = { ...source, locator };
    const existing = definitionOf(document, cited);
    const label = existing?.label ?? footnoteKey(cited, taken);
    if (used.has(label)) continue;
    used.add(label);
    const definition = existing ? null : addDefinitions(document, [definitionText(label, cited)]);
    found.push({ text: label, detail: citationText(cited), source, passage, definition, isNew: false });
  }
  for (const { label, span } of document.footnotes) {
    if (used.has(label)) continue;
    const detail = document.text
      .slice(span.start, span.end)
      .replace(/^\[\^[^\]]*\]:\s*/, "")
      .slice(0, 200);
    const source = { source: "", title: detail, publisher: null, published: null, url: null };
    found.push({ text: label, detail, source, passage: null, definition: null, isNew: false });
  }
  return found;
}
