/**
 * What the reading of speech gives: attributions of a block, cut to its sentences. Knows spans only.
 */
import type { Span } from "../../text/types.ts";
import type { Voice } from "./context.ts";

/** Who said it; offsets in the sentence. Has the shape of a sentence's `Attribution`. */
export interface ReadAttribution {
  readonly speaker: Span | null;
  readonly canonical: string;
  readonly role: Span | null;
  readonly cue: Span | null;
  readonly content: Span;
  readonly direct: boolean;
  readonly denied: boolean;
  /** Only the neighbourhood tells who speaks, no cue does. */
  readonly inferred?: boolean;
}

/** An attribution with offsets in the block. */
export interface BlockAttribution {
  readonly voice: Voice;
  readonly speaker: Span | null;
  readonly role: Span | null;
  readonly cue: Span | null;
  readonly content: Span;
  readonly direct: boolean;
  readonly denied: boolean;
  /** Only the neighbourhood tells who speaks, no cue does. */
  readonly inferred?: boolean;
}

/** Cuts attributions to the sentences that hold their content. */
export function cut(
  block: { readonly sentences: readonly { readonly span: Span }[] },
  found: readonly BlockAttribution[],
): ReadAttribution[][] {
  const ordered = [...found].sort((a, b) => a.content.start - b.content.start);
  return block.sentences.map(({ span }) =>
    ordered
      .filter((attribution) => touches(attribution, span))
      .map((attribution) => ({
        speaker: within(attribution.speaker, span),
        canonical: attribution.voice.canonical,
        role: within(attribution.role, span),
        cue: within(attribution.cue, span),
        content: contentIn(attribution, span),
        direct: attribution.direct,
        denied: attribution.denied,
        ...(attribution.inferred ? { inferred: true } : {}),
      })),
  );
}

function within(part: Span | null, sentence: Span): Span | null {
  if (!part || part.start < sentence.start || part.end > sentence.end) return null;
  return { start: part.start - sentence.start, end: part.end - sentence.start };
}

/** The content or the speaker stands in the sentence. */
function touches({ content, speaker }: BlockAttribution, sentence: Span): boolean {
  if (content.start < sentence.end && content.end > sentence.start) return true;
  return within(speaker, sentence) !== null;
}

/** The content's part in the sentence; empty at the speaker where the sentence only names who said what stands before. */
function contentIn({ content, speaker }: BlockAttribution, sentence: Span): Span {
  const start = Math.max(content.start, sentence.start) - sentence.start;
  const end = Math.min(content.end, sentence.end) - sentence.start;
  if (end > start) return { start, end };
  const at = speaker ? speaker.start - sentence.start : 0;
  return { start: at, end: at };
}
