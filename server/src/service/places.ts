/**
 * Where things stand in a draft: the block at an offset, the block after one, the sentence around one.
 * Knows read documents; nothing of claims' verdicts.
 */
import type { Block, ProseDocument, Span } from "../text/types.ts";

/** The block whose span holds `offset` (its end included), or null between blocks. */
export function blockAt(document: ProseDocument, offset: number): Block | null {
  const after = firstBlockFrom(document, offset + 1);
  // Blocks are disjoint and in order, but a block that holds another one starts before it: look back a little.
  for (let index = after - 1; index >= 0 && index >= after - 8; index--) {
    const block = document.blocks[index]!;
    if (block.span.start <= offset && offset <= block.span.end) return block;
  }
  return null;
}

/** The index of the first block that starts at `offset` or later; the number of blocks when there is none. */
export function firstBlockFrom(document: ProseDocument, offset: number): number {
  let low = 0;
  let high = document.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (document.blocks[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span, in the document, of the sentence of `block` that holds `offset`; the whole block's where none does. */
export function sentenceAt(block: Block, offset: number): Span {
  for (const sentence of block.sentences) {
    const span = block.prose.toSource(sentence);
    if (offset < span.end) return span;
  }
  return block.prose.toSource({ start: 0, end: block.prose.text.length });
}

/** The block that leads in a list item or table cell, or null: a citation there serves the whole list. */
export function leadInBlock(document: ProseDocument, block: Block): Block | null {
  if (block.leadIn === null) return null;
  let leads = leadIns.get(document);
  if (!leads) {
    leads = findLeadIns(document);
    leadIns.set(document, leads);
  }
  return leads.get(block) ?? null;
}

const leadIns = new WeakMap<ProseDocument, ReadonlyMap<Block, Block>>();

function findLeadIns(document: ProseDocument): Map<Block, Block> {
  const latest = new Map<string, Block>();
  const leads = new Map<Block, Block>();
  const wanted = new Set(document.blocks.map(({ leadIn }) => leadIn));
  for (const block of document.blocks) {
    const lead = block.leadIn === null ? undefined : latest.get(block.leadIn);
    if (lead) leads.set(block, lead);
    if (wanted.has(block.prose.text)) latest.set(block.prose.text, block);
  }
  return leads;
}
