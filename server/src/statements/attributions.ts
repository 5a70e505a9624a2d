/**
 * Gives every sentence its attributions: who said what, told over the blocks of a document in reading order. A block
 * is read again only when its words or what it asks of the blocks before have changed.
 */
import { createSpeechContext, replay, traced } from "../kinds/speaker/context.ts";
import { createAttributionReader, type ReadAttribution, type SpeechBlock } from "../kinds/speaker/read.ts";
import type { SpeechTrace } from "../kinds/speaker/trace.ts";
import type { NameMention } from "./types.ts";

/** What a block was read as. */
export interface SpeechReading {
  readonly quoteDepth: number;
  readonly next: string | null;
  readonly names: readonly (readonly NameMention[])[];
  readonly trace: SpeechTrace;
  readonly attributions: readonly (readonly ReadAttribution[])[];
}

/** A block as it is handed in; its sentences are asked for only where it has to be read. */
export interface SpokenBlock extends Omit<SpeechBlock, "sentences"> {
  readonly names: SpeechReading["names"];
  sentences(): SpeechBlock["sentences"];
}

/** Reads the blocks of one document in order. */
export interface SpeechReader {
  /** `known` is what a block of the same words was read as before; it comes back where it would be read so again. */
  read(block: SpokenBlock, known: SpeechReading | null): SpeechReading;
}

/** Reads who says what, block by block in reading order; `known` is what the block gave before, where there was one. */
export function createSpeechReader(): SpeechReader {
  const context = createSpeechContext();
  const reader = createAttributionReader(context);
  return {
    read({ text, quoteDepth, next, names, sentences }, known) {
      if (
        known &&
        known.names === names &&
        known.quoteDepth === quoteDepth &&
        known.next === next &&
        replay(known.trace, context)
      )
        return known;
      const block = { text, quoteDepth, next, sentences: sentences() };
      const { result, trace } = traced(context, () => reader.read(block));
      return { quoteDepth, next, names, trace, attributions: result };
    },
  };
}
