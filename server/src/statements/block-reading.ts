/**
 * What is kept of a block from one reading of a document to the next: its sentences, and what the document made of
 * their names and speakers. Knows a block by its words, not where it stands.
 */
import type { Predicate } from "../kinds/proposition/types.ts";
import type { DateValue, Day, QuantityValue } from "../kinds/types.ts";
import type { Block, Span, Token } from "../text/types.ts";
import type { SpeechReading } from "./attributions.ts";
import type { NameMention, Quotation, RoleMention, Term } from "./types.ts";

/** What a sentence says by itself, before the document around it is asked. */
export interface LocalReading {
  readonly tokens: readonly Token[];
  readonly dates: readonly DateValue[];
  readonly quantities: readonly QuantityValue[];
  readonly names: readonly NameMention[];
  readonly predicates: readonly Predicate[];
  readonly terms: readonly Term[];
}

export interface LocalSentence {
  readonly span: Span;
  readonly text: string;
  readonly quotations: readonly Quotation[];
  readonly local: LocalReading;
}

/** The names of a block as the document resolves them; the same object while they stay the same. */
export interface ResolvedBlock {
  readonly names: readonly (readonly NameMention[])[];
  readonly roles: readonly (readonly RoleMention[])[];
}

/** What a block inherits, with what its document made of it. */
interface Placed {
  readonly block: Pick<Block, "kind" | "quoteDepth" | "footnote" | "headings" | "leadIn" | "cell">;
  readonly resolved: ResolvedBlock;
  readonly speech: SpeechReading;
  readonly identity: object;
}

export interface BlockReading {
  readonly day: Day;
  readonly heading: boolean;
  readonly quoteDepth: number;
  readonly sentences: readonly LocalSentence[];
  /** What its names tell the document; empty for none. */
  readonly signature: string;
  /** Stands for the names of the document by which `resolved` was made. */
  registry: object | null;
  resolved: ResolvedBlock | null;
  speech: SpeechReading | null;
  placed: Placed | null;
  /** Of the first cell of a row: the identities of the cells, and the row's own. */
  row: { readonly cells: readonly object[]; readonly identity: object } | null;
}

/** The object that stands for the block as it was read and for what it inherits. */
export function identityOf(reading: BlockReading, block: Block): object {
  const { resolved, speech, placed } = reading;
  if (
    placed &&
    placed.resolved === resolved &&
    placed.speech.attributions === speech!.attributions &&
    inheritsAlike(placed.block, block)
  )
    return placed.identity;
  const identity = {};
  reading.placed = { block, resolved: resolved!, speech: speech!, identity };
  return identity;
}

/** The object that stands for a row of cells. */
export function identityOfRow(first: BlockReading, cells: readonly object[]): object {
  const { row } = first;
  if (row && row.cells.length === cells.length && row.cells.every((cell, at) => cell === cells[at]))
    return row.identity;
  const identity = {};
  first.row = { cells, identity };
  return identity;
}

function inheritsAlike(a: Placed["block"], b: Placed["block"]): boolean {
  if (a === b) return true;
  return (
    a.kind === b.kind &&
    a.quoteDepth === b.quoteDepth &&
    a.footnote === b.footnote &&
    a.leadIn === b.leadIn &&
    a.cell?.rowHeader === b.cell?.rowHeader &&
    a.cell?.columnHeader === b.cell?.columnHeader &&
    (a.cell?.row === 0) === (b.cell?.row === 0) &&
    sameStrings(a.headings, b.headings)
  );
}

function sameStrings(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, at) => text === b[at]));
}
