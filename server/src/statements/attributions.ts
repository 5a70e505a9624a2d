/**
 * Gives every sentence its attributions: who said what, told over the blocks of a document in reading order. A block
 * is read again only when its words or what was said before it have changed.
 */
import {
  contextKey,
  copyContext,
  createSpeechContext,
  type SpeechContext,
} from "../kinds/speaker/context.ts";
import { createAttributionReader, type ReadAttribution, type SpeechBlock } from "../kinds/speaker/read.ts";
import type { Sentence } from "./types.ts";

/** What a block was read as, and the state that it left behind. */
interface BlockMemory {
  readonly attributions: readonly ReadAttribution[][];
  readonly next: number;
}

/** States of the reading by number, and what each block made of them. Emptied when full. */
export interface SpeechMemory {
  readonly states: SpeechContext[];
  readonly numbers: Map<string, number>;
  readonly blocks: Map<string, BlockMemory>;
}

const LIMIT = 20_000;

export function createSpeechMemory(): SpeechMemory {
  return { states: [], numbers: new Map(), blocks: new Map() };
}

/** The same sentences with their attributions filled in. */
export function withAttributions(sentences: readonly Sentence[], memory: SpeechMemory): Sentence[] {
  const blocks = groupByBlock(sentences);
  if (memory.blocks.size > LIMIT) {
    memory.states.length = 0;
    memory.numbers.clear();
    memory.blocks.clear();
  }
  let state = numberOf(createSpeechContext(), memory);
  return blocks.flatMap((block, at) => {
    const { prose, quoteDepth } = block[0]!.block;
    const next = blocks[at + 1]?.[0]?.block.prose.text ?? null;
    const read = readBlock({ text: prose.text, sentences: block, quoteDepth, next }, state, memory);
    state = read.next;
    return block.map((sentence, index) => ({ ...sentence, attributions: read.attributions[index] ?? [] }));
  });
}

function readBlock(block: SpeechBlock, state: number, memory: SpeechMemory): BlockMemory {
  const names = block.sentences.map((sentence) =>
    sentence.names.map(({ canonical, start }) => `${start}${canonical}`),
  );
  const key = `${state}|${block.quoteDepth}|${block.text}|${block.next}|${names}`;
  const known = memory.blocks.get(key);
  if (known) return known;
  const context = copyContext(memory.states[state]!);
  const attributions = createAttributionReader(context).read(block);
  const read = { attributions, next: numberOf(context, memory) };
  memory.blocks.set(key, read);
  return read;
}

function numberOf(context: SpeechContext, memory: SpeechMemory): number {
  const key = contextKey(context);
  const known = memory.numbers.get(key);
  if (known !== undefined) return known;
  memory.states.push(context);
  memory.numbers.set(key, memory.states.length - 1);
  return memory.states.length - 1;
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
