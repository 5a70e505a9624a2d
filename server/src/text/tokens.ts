/**
 * Tokens with lemma and part of speech, by wink-nlp and its English model. Knows nothing of documents.
 */
import model from "wink-eng-lite-web-model";
import winkNlp, { type ItemSentence, type ItemToken } from "wink-nlp";
import type { PartOfSpeech, Token } from "./types.ts";

const nlp = winkNlp(model, ["sbd", "pos"]);
const its = nlp.its;

/**
 * Splits a sentence into tokens. Offsets are UTF-16 code units of `text`; blanks belong to no token.
 * wink-nlp reports the blanks before each token, from which the offsets are rebuilt and then verified
 * against the text, so that they hold for any input.
 */
export function tokenize(text: string): Token[] {
  const doc = nlp.readDoc(text);
  const tokens: Token[] = [];
  let cursor = 0;
  doc.tokens().each((item: ItemToken) => {
    const value = item.out();
    const start = text.indexOf(value, cursor);
    if (start < 0 || value.trim() === "") return;
    cursor = start + value.length;
    tokens.push({
      start,
      end: cursor,
      text: value,
      lemma: (item.out(its.lemma as never) as unknown as string).toLowerCase(),
      pos: item.out(its.pos) as PartOfSpeech,
    });
  });
  return tokens;
}

/** Spans of the sentences that wink-nlp sees in `text`, without the blanks between them. */
export function splitSentences(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let cursor = 0;
  nlp
    .readDoc(text)
    .sentences()
    .each((sentence: ItemSentence) => {
      const value = sentence.out().trim();
      const start = text.indexOf(value, cursor);
      if (start < 0 || value === "") return;
      cursor = start + value.length;
      spans.push({ start, end: cursor });
    });
  return spans;
}
