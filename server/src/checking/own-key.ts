/**
 * What of a draft the findings on one sentence depend on, as a string, but for what stands around it in its paragraph. Knows what
 * the rules look at, not what they find.
 */
import type { WholeQuotation } from "../kinds/quotation/read.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import { keptWithin } from "./kept.ts";
import { quotationsOf } from "./quotation/match.ts";
import { firstSentence } from "./quotation/quotations.ts";

/** Sentences of a row that stand beside a cell's are looked at up to this far. */
const BESIDE = 8;

/** The key of a sentence by itself, under its headings and headers. */
export const ownKey: (draft: Reading, sentence: Sentence) => string = keptWithin(
  (draft: Reading, sentence: Sentence) =>
    [
      draft.day,
      sentence.text,
      ...inherited(draft, sentence),
      ...sentence.names.map(({ canonical, type }) => `${type} ${canonical}`),
      ...sentence.roles.map(({ holder, holderSpan }) => `${holderSpan?.start} ${holder}`),
      ...speech(draft, sentence),
    ].join("\u0001"),
);

function inherited(draft: Reading, sentence: Sentence): string[] {
  const { block, index } = sentence;
  const { cell, kind, quoteDepth, leadIn, headings, footnote } = block;
  const place = `${kind} ${quoteDepth} ${footnote !== null} ${headings.length}`;
  const beside = cell ? [...textsBeside(draft, index, block.cell), tableText(draft, cell.table)] : [];
  const headers = cell ? [`${cell.row === 0}`, cell.rowHeader ?? "", cell.columnHeader ?? ""] : [];
  return [place, ...headings, leadIn ?? "", ...headers, ...beside];
}

function textsBeside(draft: Reading, index: number, cell: Sentence["block"]["cell"]): string[] {
  const texts: string[] = [];
  for (let at = Math.max(0, index - BESIDE); at <= index + BESIDE; at++) {
    const other = draft.sentences[at];
    const there = other?.block.cell;
    if (there && there.table === cell?.table && there.row === cell.row)
      texts.push(`${at - index} ${other.text}`);
  }
  return texts;
}

const tables = new WeakMap<readonly Sentence[], Map<number, string>>();

/** All words of a table, for a figure is checked by its row and its column. */
export function tableText({ sentences }: Reading, table: number): string {
  let texts = tables.get(sentences);
  if (!texts) {
    texts = new Map();
    for (const { block, text } of sentences) {
      const { cell } = block;
      if (cell)
        texts.set(cell.table, `${texts.get(cell.table) ?? ""}\u0002${cell.row}:${cell.column}:${text}`);
    }
    tables.set(sentences, texts);
  }
  return texts.get(table) ?? "";
}

/** The quotations that stand in the sentence or are spoken of there, with who says them. */
function speech(draft: Reading, sentence: Sentence): string[] {
  const { attributions, quotations, span, block } = sentence;
  if (attributions.length === 0 && quotations.length === 0) return [];
  const told = [JSON.stringify(attributions)];
  const whole = quotationsOf(block);
  for (const quotation of whole) {
    if (quotation.start >= span.end) break;
    if (quotation.end <= span.start) continue;
    told.push(quotationKey(quotation, span.start));
    if (quotation.start >= span.start) continue;
    const first = firstSentence(quotation, sentence, draft);
    told.push(JSON.stringify(first.attributions), `${quotation.start - first.span.start}`);
  }
  for (const { content } of attributions) {
    if (content.start !== content.end) continue;
    const before = whole.findLast(({ end }) => end <= content.start + span.start);
    if (before) told.push(quotationKey(before, span.start));
    else told.push(...speechBefore(draft, sentence));
  }
  return told;
}

function speechBefore(draft: Reading, sentence: Sentence): string[] {
  const previous = sentenceOfBlockBefore(draft, sentence);
  const quotation = previous && quotationsOf(previous.block).at(-1);
  if (!previous || !quotation) return [];
  return [JSON.stringify(previous.attributions), quotationKey(quotation, previous.span.start)];
}

function quotationKey({ start, text, block, scare, outer }: WholeQuotation, from: number): string {
  return JSON.stringify([start - from, outer.start - start, outer.end - start, block, scare, text]);
}

function sentenceOfBlockBefore(
  { sentences }: Reading,
  { index, blockIndex }: Sentence,
): Sentence | undefined {
  let at = index - 1;
  while (sentences[at]?.blockIndex === blockIndex) at--;
  return sentences[at];
}
