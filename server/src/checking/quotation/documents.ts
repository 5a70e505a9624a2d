/**
 * A source as a run of numbered words that knows which of them somebody says. Knows one source; judges nothing.
 */
import type { WordRangeChange } from "../../kinds/quotation/changes.ts";
import { endsClause, type Match } from "../../kinds/quotation/compare.ts";
import { quotedWords } from "../../kinds/quotation/words.ts";
import type { Sentence, SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";

/** A source as numbered words; arrays run over its words in reading order. */
export interface WordDocument {
  readonly source: SourceReading;
  readonly ids: Int32Array;
  /** Index into `source.sentences`. */
  readonly sentence: Int32Array;
  /** Offsets in that sentence's text. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where a clause ends behind the word. */
  readonly closes: Uint8Array;
  /** 1 where the word is somebody's: between marks, in a quoted block or a transcript. */
  readonly spoken: Uint8Array;
}

/** Words of a source beyond this are not indexed. */
export const MOST_WORDS = 2 ** 20;

/** How much of the passage somebody says in the source, 0 to 1. */
export function spokenShare(document: WordDocument, match: Match): number {
  let spoken = 0;
  for (let at = match.first; at <= match.last; at++) spoken += document.spoken[at]!;
  return spoken / (match.last - match.first + 1);
}

/** Numbers the words of a source, sentence by sentence. */
export function readWords(source: SourceReading, number: (key: string) => number): WordDocument {
  const size = source.sentences.reduce((sum, sentence) => sum + sentence.text.length, 0);
  const columns = Array.from({ length: 4 }, () => new Int32Array(Math.min(size, MOST_WORDS))) as Columns;
  const closes = new Uint8Array(columns[0].length);
  const spoken = new Uint8Array(columns[0].length);
  let at = 0;
  source.sentences.forEach((sentence, index) => {
    const words = quotedWords(sentence.text);
    const spans = spokenSpans(sentence);
    words.forEach((word, k) => {
      if (at >= closes.length || word.sign === "ellipsis") return;
      columns[0][at] = number(word.sign === "bracket" ? "[]" : word.key);
      columns[1][at] = index;
      columns[2][at] = word.start;
      columns[3][at] = word.end;
      closes[at] = endsClause(sentence.text, word.end, words[k + 1]?.start) ? 1 : 0;
      spoken[at] = spans.some((span) => span.start <= word.start && span.end >= word.end) ? 1 : 0;
      at++;
    });
  });
  const [ids, sentence, start, end] = columns.map((column) => column.slice(0, at)) as Columns;
  return { source, ids, sentence, start, end, closes: closes.slice(0, at), spoken: spoken.slice(0, at) };
}

/** Numbers of the words, of their sentences, their starts and ends. */
type Columns = [Int32Array, Int32Array, Int32Array, Int32Array];

function spokenSpans({ quotations, attributions }: Sentence): Span[] {
  const spans: Span[] = quotations.filter((quotation) => !quotation.scare);
  for (const { direct, content } of attributions) if (direct) spans.push(content);
  return spans;
}

/** The words of a source from word `first` to word `last`, both inside, as they stand there. */
export function wordsOf(document: WordDocument, first: number, last: number): string {
  if (last < first) return "";
  const { sentences } = document.source;
  const parts: string[] = [];
  for (let at = first; at <= last; ) {
    const sentence = document.sentence[at]!;
    let until = at;
    while (until < last && document.sentence[until + 1] === sentence) until++;
    const text = sentences[sentence]!.text;
    const end = until < last ? text.length : document.end[until]!;
    parts.push(text.slice(document.start[at]!, end).trim());
    at = until + 1;
  }
  return parts.join(" ");
}

const LONGEST_INTERRUPTION = 30;

/** “A,” she said. “B.” may be quoted as “A. B.”: words of the reporter between spoken ones are no change. */
export function withoutInterruptions(document: WordDocument, match: Match): Match {
  const changes = match.changes
    .map((change) => trimInterruption(document, change))
    .filter(({ claim, source }) => {
      const [from, to] = source;
      if (claim[0] !== claim[1] || to - from > LONGEST_INTERRUPTION) return true;
      if (!document.spoken[from - 1] || !document.spoken[to]) return true;
      return document.spoken.subarray(from, to).includes(1);
    });
  const verbatim = changes.length === 0 && match.matched === match.words;
  return { ...match, changes, verbatim, similarity: verbatim ? 1 : match.similarity };
}

/** Where spoken words were changed beside an interruption, only the spoken ones are what should stand there. */
function trimInterruption(document: WordDocument, change: WordRangeChange): WordRangeChange {
  let [from, to] = change.source;
  const { spoken } = document;
  if (to <= from || !spoken.subarray(from, to).includes(1)) return change;
  if (spoken[to]) while (to > from && !spoken[to - 1]) to--;
  if (from > 0 && spoken[from - 1]) while (from < to && !spoken[from]) from++;
  return { claim: change.claim, source: [from, to] };
}
