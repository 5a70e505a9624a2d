/**
 * A block as the reading of speech takes it, and what it gathers on the way. Types only.
 */
import type { WholeQuotation } from "../quotation/read.ts";
import type { SpeechContext, Voice } from "./context.ts";
import type { FrameSentence } from "./frame.ts";
import type { KnownName } from "./person.ts";
import type { BlockAttribution } from "./result.ts";

export interface SpeechSentence extends FrameSentence {
  /** Names that were read before, offsets in the sentence; may be empty. */
  readonly names: readonly KnownName[];
}

/** A block as the reader needs it. */
export interface SpeechBlock {
  readonly text: string;
  readonly sentences: readonly SpeechSentence[];
  readonly quoteDepth: number;
  /** The text of the block that follows, null at the end: a quoted block may be named behind. */
  readonly next: string | null;
}

/** A block being read. */
export interface BlockReading {
  readonly block: SpeechBlock;
  readonly quotations: readonly WholeQuotation[];
  readonly names: readonly KnownName[];
  readonly context: SpeechContext;
  readonly pending: Voice | null;
  /** Who spoke or acted last in the block before. */
  readonly spoke: Voice | null;
  /** Whose turn of a transcript the block is, null for prose. */
  readonly turn: Voice | null;
  readonly found: BlockAttribution[];
  /** Who stands nearest before the words being read. */
  readonly near: Nearest;
}

/** Persons nearest before a place in a block. */
export interface Nearest {
  /** Who spoke or was the subject of a sentence last. */
  acting: Voice | null;
  /** The person whom a name mentioned last, whatever its part in the sentence. */
  mentioned: Voice | null;
  /** Whom a cue made speak last. */
  voiced: Voice | null;
}
