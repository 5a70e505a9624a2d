/**
 * Everything of a draft that the findings on one sentence depend on, as a string: where two are equal, so are the
 * findings. Knows what the rules look at, not what they find.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import { quotationsOf } from "./quotation-match.ts";
import { firstSentence } from "./quotations.ts";

/** Sentences of a row that stand beside a cell's are looked at up to this far. */
const BESIDE = 8;

/** Gives keys; blocks are numbered as they come, so that long ones do not make long keys. */
export function createSentenceKey(): (draft: Reading, sentence: Sentence) => string {
  const numbers = new WeakMap<readonly Span[], number>();
  let count = 0;
  const numberOf = ({ block }: Sentence): number => {
    const known = numbers.get(block.sentences);
    if (known !== undefined) return known;
    numbers.set(block.sentences, count);
    return count++;
  };
  return (draft, sentence) =>
    [
      draft.day,
      sentence.text,
      ...inherited(draft, sentence),
      ...sentence.names.map(({ canonical, type }) => `${type} ${canonical}`),
      ...sentence.roles.map(({ holder, holderSpan }) => `${holderSpan?.start} ${holder}`),
      ...speech(draft, sentence, numberOf),
    ].join("\u0001");
}

function inherited(draft: Reading, { block, blockIndex, index }: Sentence): string[] {
  const { cell, kind, quoteDepth, leadIn, headings, footnote } = block;
  const place = `${kind} ${quoteDepth} ${footnote !== null} ${headings.length}`;
  const beside = cell ? textsBeside(draft, index, block.cell) : [];
  const previous = draft.sentences[index - 1];
  const before = previous && previous.blockIndex === blockIndex ? previous.text : "";
  const headers = cell ? [`${cell.row === 0}`, cell.rowHeader ?? "", cell.columnHeader ?? ""] : [];
  return [place, ...headings, leadIn ?? "", before, ...headers, ...beside];
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

/** What tells who says the quotations of the sentence: its block, where each begins, and the block before. */
function speech(draft: Reading, sentence: Sentence, numberOf: (sentence: Sentence) => number): string[] {
  const { attributions, quotations, span, block } = sentence;
  if (attributions.length === 0 && quotations.length === 0) return [];
  const told = [`${numberOf(sentence)} ${span.start}`, JSON.stringify(attributions)];
  const begun = quotations.length === 0 ? undefined : quotationsOf(block).find(({ end }) => end > span.start);
  if (begun && begun.start < span.start)
    told.push(JSON.stringify(firstSentence(begun, sentence, draft).attributions));
  if (attributions.some(({ content }) => content.start === content.end)) {
    const previous = sentenceOfBlockBefore(draft, sentence);
    if (previous) told.push(`${numberOf(previous)}`, JSON.stringify(previous.attributions));
  }
  return told;
}

function sentenceOfBlockBefore(
  { sentences }: Reading,
  { index, blockIndex }: Sentence,
): Sentence | undefined {
  let at = index - 1;
  while (sentences[at]?.blockIndex === blockIndex) at--;
  return sentences[at];
}
