/**
 * A quoted word or two that stand in no source, where the same speaker uses another quoted word of the same thing:
 * 'calls the plan "bolder"' against 'is "milder", said the minister'; and a quoted phrase of which a word or two are the
 * speaker's not. Knows readings and speakers.
 */

import type { WholeQuotation } from "../../kinds/quotation/read.ts";
import { quotedWords } from "../../kinds/quotation/words.ts";
import type { Quotation, Sentence, SourceReading } from "../../statements/types.ts";
import type { PartOfSpeech, Span } from "../../text/types.ts";
import type { Finding } from "../types.ts";
import type { QuotationIndex } from "./index.ts";
import { draftVoice } from "./match.ts";
import { differenceOf, LONGEST_PHRASE } from "./phrase.ts";
import { compareVoices, voiceOf } from "./voices.ts";

interface ShortQuotation {
  readonly sentence: Sentence;
  readonly quotation: Quotation;
  readonly words: number;
}

/** More words than these are a phrase, of which most must be the same. */
const TERM = 2;
const shorts = new WeakMap<SourceReading, readonly ShortQuotation[]>();

/** The finding that the speaker's own word was another, or null. */
export function replacedTerm(
  quotation: WholeQuotation,
  sentence: Sentence,
  index: QuotationIndex,
): Finding | null {
  const length = quotedWords(quotation.text).length;
  if (length === 0 || length > LONGEST_PHRASE) return null;
  const start = quotation.start - sentence.span.start;
  const span = { start, end: quotation.end - sentence.span.start };
  if (start < 0 || span.end > sentence.text.length) return null;
  const voice = draftVoice(quotation, sentence);
  if (!voice) return null;
  for (const { source } of index.documents) {
    for (const short of shortsOf(source)) {
      const changed =
        length > TERM ? changedWords(sentence, span, short) : changedTerm(sentence, span, short);
      if (!changed) continue;
      const attribution = short.sentence.attributions.find(
        ({ direct, content }) => direct && content.start === short.quotation.start,
      );
      if (!attribution) continue;
      if (compareVoices(voice, voiceOf(attribution, short.sentence, source), source) !== "same") continue;
      if (length <= TERM && sharedTopic(sentence, short, voice.canonical) < 1) continue;
      return finding(sentence, source, short, changed);
    }
  }
  return null;
}

function shortsOf(source: SourceReading): readonly ShortQuotation[] {
  const known = shorts.get(source);
  if (known) return known;
  const found = source.sentences.flatMap((sentence) =>
    sentence.quotations
      .map((quotation) => ({ sentence, quotation, words: quotedWords(quotation.text).length }))
      .filter(({ words }) => words > 0 && words <= LONGEST_PHRASE),
  );
  shorts.set(source, found);
  return found;
}

/** The words of the draft that are not the source's, and those in their place; spans in the two sentences. */
interface Changed {
  readonly mine: Span;
  readonly theirs: Span;
}

function changedTerm(sentence: Sentence, span: Span, short: ShortQuotation): Changed | null {
  const { start, end, text } = short.quotation;
  if (short.words !== quotedWords(sentence.text.slice(span.start, span.end)).length) return null;
  if (!samePart(sentence, span, short)) return null;
  return { mine: span, theirs: { start, end: end - (/[.,;:!?]+$/.exec(text)?.[0].length ?? 0) } };
}

function changedWords(sentence: Sentence, span: Span, short: ShortQuotation): Changed | null {
  const { start, end } = short.quotation;
  const found = differenceOf(
    sentence.text.slice(span.start, span.end),
    short.sentence.text.slice(start, end),
  );
  return found && { mine: moved(found.mine, span.start), theirs: moved(found.theirs, start) };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Both end in a word of the same part of speech. */
function samePart(sentence: Sentence, span: { start: number; end: number }, short: ShortQuotation): boolean {
  const own = lastPart(sentence, span);
  return own !== null && own === lastPart(short.sentence, short.quotation);
}

function lastPart(sentence: Sentence, span: { start: number; end: number }): PartOfSpeech | null {
  return (
    sentence.tokens.findLast(
      (token) => token.start >= span.start && token.end <= span.end && token.pos !== "PUNCT",
    )?.pos ?? null
  );
}

/** Content words in common besides those that name the speaker. */
function sharedTopic(sentence: Sentence, short: ShortQuotation, speaker: string): number {
  const name = new Set(speaker.toLowerCase().split(/\s+/));
  const own = new Set(
    sentence.terms.filter((term) => !name.has(term.lemma) && term.weight > 0.2).map((term) => term.key),
  );
  return short.sentence.terms.filter((term) => own.delete(term.key)).length;
}

function finding(
  sentence: Sentence,
  source: SourceReading,
  short: ShortQuotation,
  { mine, theirs }: Changed,
): Finding {
  const actual = sentence.text.slice(mine.start, mine.end);
  const expected = short.sentence.text.slice(theirs.start, theirs.end);
  return {
    kind: "quotation",
    verdict: "contradicted",
    sentence,
    span: mine,
    confidence: 0.85,
    actual,
    expected,
    message:
      short.words > TERM
        ? `“${source.title}” has “${expected}” in this quotation, not “${actual}”.`
        : `The word quoted in “${source.title}” is “${expected}”, not “${actual}”.`,
    arithmetic: null,
    passages: [{ source, sentence: short.sentence, focus: [theirs] }],
    replacements: [{ span: mine, newText: expected }],
    features: { words: short.words, sameSpeaker: 1 },
  };
}
