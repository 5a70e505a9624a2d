/**
 * Gives every sentence its attributions: who said what, told over the blocks of a document in reading order.
 */
import { createAttributionReader } from "../kinds/speaker/read.ts";
import type { Sentence } from "./types.ts";

/** The same sentences with their attributions filled in. */
export function withAttributions(sentences: readonly Sentence[]): Sentence[] {
  const reader = createAttributionReader();
  const blocks = groupByBlock(sentences);
  return blocks.flatMap((block, at) => {
    const { prose, quoteDepth } = block[0]!.block;
    const next = blocks[at + 1]?.[0]?.block.prose.text ?? null;
    const attributions = reader.read({ text: prose.text, sentences: block, quoteDepth, next });
    return block.map((sentence, index) => ({ ...sentence, attributions: attributions[index] ?? [] }));
  });
}

function groupByBlock(sentences: readonly Sentence[]): Sentence[][] {
  const blocks: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = blocks.at(-1);
    if (last?.[0]?.blockIndex === sentence.blockIndex) last.push(sentence);
    else blocks.push([sentence]);
  }
  return blocks;
}
