/** Reads a paragraph as a block, so that tests can ask who says each quotation. */
import { readWholeQuotations } from "../../../server/src/kinds/quotation/read.ts";
import {
  type AttributionReader,
  createAttributionReader,
  type ReadAttribution,
  type SpeechBlock,
} from "../../../server/src/kinds/speaker/read.ts";
import { splitProse } from "../../../server/src/text/sentences.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

export function block(text: string, quoteDepth = 0, next: string | null = null): SpeechBlock {
  const sentences = splitProse(text).map((span) => {
    const words = text.slice(span.start, span.end);
    return { span, text: words, tokens: tokenize(words), names: [] };
  });
  return { text, sentences, quoteDepth, next };
}

/** Attributions of a single sentence, without a document around it. */
export function readAttributions(text: string): ReadAttribution[] {
  const sentence = { span: { start: 0, end: text.length }, text, tokens: tokenize(text), names: [] };
  return createAttributionReader().read({ text, sentences: [sentence], quoteDepth: 0, next: null })[0]!;
}

/** The canonical speaker of each quotation of the paragraph, null where none is told. */
export function speakersOf(
  text: string,
  reader: AttributionReader = createAttributionReader(),
  quoteDepth = 0,
  next: string | null = null,
): (string | null)[] {
  const paragraph = block(text, quoteDepth, next);
  const found = reader.read(paragraph);
  return readWholeQuotations(text, quoteDepth)
    .filter((quotation) => !quotation.scare)
    .map((quotation) => {
      for (let i = 0; i < paragraph.sentences.length; i++) {
        const { span } = paragraph.sentences[i]!;
        for (const attribution of found[i]!) {
          const start = attribution.content.start + span.start;
          if (attribution.direct && start >= quotation.start && start < quotation.end)
            return attribution.canonical;
        }
      }
      return null;
    });
}
