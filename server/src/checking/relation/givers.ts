/**
 * Who puts, counts or expects a figure: a draft that gives it to one party where the sources have it of another. Knows
 * figures and the parties that give them; where the draft's party stands beside the figure in a source it finds nothing.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import { keptFor } from "../kept.ts";
import { alike } from "../name/slot.ts";
import type { Corpus, Finding } from "../types.ts";
import { canAct, compareParties } from "./parties.ts";
import { type Phrase, phraseEndingAt, phraseStartingAt, textOf } from "./phrases.ts";
import { subjectPhrase } from "./subjects.ts";
import { ownSpan, rewordPhrase } from "./wording.ts";

interface Given {
  readonly phrase: Phrase;
  readonly value: QuantityValue;
}

/** A sentence of a source that has the figure. */
interface Place {
  readonly sentence: Sentence;
  readonly before: Sentence | undefined;
  readonly source: SourceReading;
}

interface Rival extends Place {
  readonly phrase: Phrase;
}

const CONFIDENCE = 0.82;
/** The verbs with which somebody gives a figure of his own. */
const GIVING = new Set(
  "put estimate expect reckon count calculate forecast predict project see speak assess".split(" "),
);
const GIVES = /^(?:estimat|expect|reckon|put|count|calculat|forecast|predict|project|assess)/;
/** Smaller counts and shares many give. */
const LEAST_COUNT = 30;
const LEAST = 5;

/** Findings on who gives the figures of a sentence. */
export function checkGivers(sentence: Sentence, _draft: Reading, corpus: Corpus): Finding[] {
  if (sentence.block.kind === "heading") return [];
  const [first] = giversOf(sentence).flatMap((given) => {
    const rival =
      isTelling(given.value) && isParty(given.phrase, sentence) ? rivalOf(sentence, given, corpus) : null;
    return rival ? [finding(sentence, given, rival)] : [];
  });
  return first ? [first] : [];
}

const isParty = (phrase: Phrase, sentence: Sentence): boolean =>
  !phrase.pronoun && (phrase.name?.type === "person" || canAct(phrase, sentence));

function isTelling({ dimension, nominal, fraction }: QuantityValue): boolean {
  if (fraction || dimension === "ordinal") return false;
  if (dimension === "count") return nominal >= LEAST_COUNT && !(nominal >= 1900 && nominal <= 2100);
  return nominal >= LEAST;
}

/** Who gives which figure in a sentence: "X puts it at 40", "put at 40 by X", "40, by the count of X". */
const giversOf: (sentence: Sentence) => readonly Given[] = keptFor((sentence) => {
  const { tokens, text, quantities } = sentence;
  const found: Given[] = [];
  const giving = sentence.predicates.filter(
    ({ form, lemma, polarity }) => form === "verb" && GIVING.has(lemma) && polarity !== -1,
  );
  for (const { head, passive, tokens: words } of giving) {
    const phrase = passive ? behindBy(sentence, head) : subjectPhrase(sentence, words.start);
    if (!phrase) continue;
    const end = giving.find((one) => one.head > head)?.head ?? tokens.length;
    for (const value of quantities) {
      if (value.start < tokens[head]!.end || value.start > tokens[end - 1]!.end) continue;
      if (!/[;:]/.test(text.slice(tokens[head]!.end, value.start))) found.push({ phrase, value });
    }
  }
  for (const { speaker, cue, content, direct } of sentence.attributions) {
    if (direct || !speaker || !cue || !GIVES.test(text.slice(cue.start, cue.end))) continue;
    const last = tokens.findLastIndex(({ end }) => end <= speaker.end);
    const phrase = last < 0 ? null : phraseEndingAt(sentence, last);
    for (const value of phrase ? quantities : [])
      if (value.start >= content.start && value.end <= content.end) found.push({ phrase: phrase!, value });
  }
  tokens.forEach((_, i) => {
    const phrase = reckonedBy(sentence, i);
    if (!phrase) return;
    for (const value of quantities) {
      const [from, to] = [Math.min(value.end, tokens[i]!.start), Math.max(value.start, tokens[i]!.end)];
      if (!/[;:]/.test(text.slice(from, to))) found.push({ phrase, value });
    }
  });
  return found;
});

/** "put at 40 by X": the party behind the verb at token `head`. */
function behindBy(sentence: Sentence, head: number): Phrase | null {
  const by = sentence.tokens.findIndex(
    ({ text }, i) => i > head && i < head + 12 && /^(?:by|[;:])$/.test(text),
  );
  return sentence.tokens[by]?.text === "by" ? phraseStartingAt(sentence, by + 1) : null;
}

/** "according to X", "by the count of X": the party behind the words that start at token `i`. */
function reckonedBy(sentence: Sentence, i: number): Phrase | null {
  const words = sentence.tokens.slice(i, i + 4).map(({ text }) => text.toLowerCase());
  if (words[0] === "according" && words[1] === "to") return phraseStartingAt(sentence, i + 2);
  const counted = /^by the (?:count|reckoning|estimate|calculation|calculations|estimates) of$/;
  return counted.test(words.join(" ")) ? phraseStartingAt(sentence, i + 4) : null;
}

function rivalOf(sentence: Sentence, { phrase, value }: Given, { sources }: Corpus): Rival | null {
  const places = sources.flatMap((source) =>
    source.sentences.flatMap((one, i): Place[] => {
      if (!one.quantities.some((other) => isSameFigure(value, other))) return [];
      const before = source.sentences[i - 1];
      return [{ sentence: one, before: before?.blockIndex === one.blockIndex ? before : undefined, source }];
    }),
  );
  if (places.some((place) => mayBeGiver(sentence, phrase, value, place))) return null;
  const rivals = places.flatMap((place) =>
    giversOf(place.sentence)
      .filter((given) => isSameFigure(value, given.value) && isParty(given.phrase, place.sentence))
      .map((given) => ({ ...place, phrase: given.phrase })),
  );
  const [first] = rivals;
  if (!first || rivals.some((one) => !isOther(sentence, phrase, one) || nameOf(one) !== nameOf(first)))
    return null;
  return sentence.text.includes(nameOf(first)) ? null : first;
}

const nameOf = ({ sentence, phrase }: Rival): string => textOf(sentence, phrase).replace(/^the /i, "");

const isOther = (sentence: Sentence, phrase: Phrase, rival: Rival): boolean =>
  compareParties({ sentence, phrase }, { sentence: rival.sentence, phrase: rival.phrase }, rival.source) ===
  "different";

/** One figure of one thing; a sum, share or measure tells its own unit. */
function isSameFigure(a: QuantityValue, b: QuantityValue): boolean {
  if (a.dimension !== b.dimension || a.nominal !== b.nominal || b.fraction) return false;
  if (a.dimension !== "count") return a.unit === b.unit;
  return a.unit === null || b.unit === null || a.unit === b.unit || alike(a.unit, b.unit) >= 0.5;
}

/** Whether the draft's party is named beside the figure and not with a figure of its own. */
function mayBeGiver(draft: Sentence, phrase: Phrase, value: QuantityValue, place: Place): boolean {
  const word = draft.tokens[phrase.head]!.text.toLowerCase().replace(/['’]s?$/, "");
  const has = (one: Sentence | undefined) => one?.text.toLowerCase().includes(word) ?? false;
  if (has(place.before)) return true;
  if (!has(place.sentence)) return false;
  const own = giversOf(place.sentence).filter((given) =>
    textOf(place.sentence, given.phrase).toLowerCase().includes(word),
  );
  const others = giversOf(place.sentence).filter((given) => isSameFigure(value, given.value));
  return own.length === 0 || others.length === 0 || own.some((given) => isSameFigure(value, given.value));
}

function finding(sentence: Sentence, { phrase }: Given, rival: Rival): Finding {
  const span = ownSpan(sentence, phrase);
  const newText = rewordPhrase(sentence, phrase, rival.sentence, rival.phrase);
  const actual = sentence.text.slice(span.start, span.end);
  const expected = newText.replace(/['’]s?$/, "");
  return {
    kind: "speaker",
    verdict: "contradicted",
    sentence,
    span,
    confidence: CONFIDENCE,
    actual,
    expected,
    message: `In “${rival.source.title}” ${expected} gives this figure, not ${actual}.`,
    arithmetic: null,
    passages: [
      { source: rival.source, sentence: rival.sentence, focus: [ownSpan(rival.sentence, rival.phrase)] },
    ],
    replacements: [{ span, newText }],
    features: {},
  };
}
