/**
 * What is the largest, the main, the most frequent of its sort: only one thing can be. Compares who holds the place in the
 * draft with who holds it in a source. Knows superlatives and phrases.
 */
import { similarity } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span, Token } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor } from "../kept.ts";
import { sameName } from "../name/context.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import {
  neighbourhood,
  type RelationContext,
  relationFinding,
  type Shared,
  sharedSurroundings,
  sharedWords,
  spanOf,
} from "./context.ts";
import { type Phrase, phraseEndingAt, phraseStartingAt } from "./phrases.ts";
import { subjectPhrase } from "./subjects.ts";
import { ownSpan, rewordPhrase } from "./wording.ts";

/** A place that one thing alone can hold, and what holds it. */
export interface Extreme {
  /** What the place is the first in: "large", "main", "often". */
  readonly degree: string;
  /** The noun it is the first of; null where none is said. */
  readonly sort: Phrase | null;
  readonly holder: Phrase;
  /** Token range of the superlative with its noun, end exclusive. */
  readonly range: Span;
}

const CANDIDATES = 6;
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ["large", /^(?:largest|biggest|greatest)$/],
  ["main", /^(?:main|chief|principal|leading|foremost)$/],
  ["small", /^(?:smallest|tiniest)$/],
];
const NO_SUPERLATIVE =
  /^(?:interest|request|test|west|rest|latest|earliest|forest|guest|quest|protest|harvest|contest|arrest|invest|suggest|honest|modest|conquest|manifest|nearest|closest)$/;

/** The places of extremes that a sentence gives to something, in order. */
const readExtremes: (sentence: Sentence) => readonly Extreme[] = keptFor((sentence) => {
  return sentence.tokens.flatMap((_, at) => extremeAt(sentence, at) ?? []);
});

function extremeAt(sentence: Sentence, at: number): Extreme | null {
  const { tokens } = sentence;
  const degree = degreeAt(tokens, at);
  if (!degree || !isDefinite(tokens, at)) return null;
  const first = degree.start;
  const phrase = phraseStartingAt(sentence, first);
  const sort = phrase && phrase.head > degree.end - 1 && !phrase.name ? phrase : null;
  const end = sort ? sort.last + 1 : degree.end;
  const holder = holderBefore(sentence, first) ?? holderBehind(sentence, end);
  return holder && !holder.pronoun && isPlain(sentence, holder)
    ? { degree: degree.word, sort, holder, range: { start: first, end } }
    : null;
}

/** "largest", "most common", "main": the word's class, with its tokens. */
function degreeAt(tokens: readonly Token[], at: number): { word: string; start: number; end: number } | null {
  const word = tokens[at]!.text.toLowerCase();
  const known = CLASSES.find(([, words]) => words.test(word));
  if (known) return { word: known[0], start: at, end: at + 1 };
  const next = tokens[at + 1];
  if (word === "most" && next?.pos === "ADJ") return { word: `most ${next.lemma}`, start: at, end: at + 2 };
  if (tokens[at]!.pos === "ADJ" && /\p{L}{2}est$/u.test(word) && !NO_SUPERLATIVE.test(word))
    return { word, start: at, end: at + 1 };
  return null;
}

/** "the largest", "its main"; not "the second largest", "one of the largest", "among the main". */
function isDefinite(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:the|its|their|his|her)$/i.test(tokens[at - 1]?.text ?? "")) return false;
  return !tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ text }) =>
      /^(?:one|some|two|three|among|amongst|not|no|than|if|whether|probably|perhaps)$/i.test(text),
    );
}

/** "Germany is the largest donor", "Germany, the largest donor". */
function holderBefore(sentence: Sentence, first: number): Phrase | null {
  const { tokens } = sentence;
  let at = first - 2;
  if (tokens[at]?.text === ",") {
    const apposed = phraseEndingAt(sentence, at - 1);
    return apposed?.name ? apposed : null;
  }
  if (tokens[at]?.lemma === "as") return null;
  while (tokens[at]?.pos === "ADV") at -= 1;
  if (tokens[at]?.lemma !== "be" && tokens[at]?.lemma !== "remain") return null;
  while (tokens[at - 1]?.pos === "AUX") at -= 1;
  const found = subjectPhrase(sentence, at);
  return found && found.last === at - 1 ? found : null;
}

/** "the largest donor was Germany", "the largest donor, Germany, paid". */
function holderBehind(sentence: Sentence, end: number): Phrase | null {
  const { tokens } = sentence;
  if (tokens[end]?.text === ",") {
    const apposed = phraseStartingAt(sentence, end + 1);
    return apposed?.name && tokens[apposed.last + 1]?.text === "," ? apposed : null;
  }
  for (let i = end; i < Math.min(tokens.length - 1, end + 8); i++) {
    const { lemma, pos } = tokens[i]!;
    if (lemma === "be") return tokens[i + 1]!.pos === "VERB" ? null : phraseStartingAt(sentence, i + 1);
    if (pos === "PUNCT" || pos === "VERB" || pos === "CCONJ") return null;
  }
  return null;
}

/** One thing, named without an amount: of joined ones either may be meant. */
function isPlain({ tokens, dates, quantities }: Sentence, { first, last }: Phrase): boolean {
  const { start } = tokens[first]!;
  const { end } = tokens[last]!;
  if ([...dates, ...quantities].some((value) => value.start < end && start < value.end)) return false;
  return tokens[first - 1]?.pos !== "CCONJ" && tokens[last + 1]?.pos !== "CCONJ";
}

/** Findings on what holds the first place. */
export function checkExtremes(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  return readExtremes(sentence).flatMap((mine) => {
    if (isQuoted(sentence, spanOf(sentence, mine.range.start, mine.range.end))) return [];
    for (const pairing of pairings.slice(0, CANDIDATES))
      for (const theirs of readExtremes(pairing.statement.sentence)) {
        if (!isSamePlace(mine, theirs)) continue;
        const shared = sharedWords(pairing, rangesOf(mine), rangesOf(theirs));
        if (!isSameScope(context, pairing, shared)) continue;
        return isOther(context, pairing, mine, theirs)
          ? [contradiction(context, pairing, mine, theirs, shared)]
          : [];
      }
    return [];
  });
}

function isSamePlace(mine: Extreme, theirs: Extreme): boolean {
  if (mine.degree !== theirs.degree) return false;
  if (!mine.sort || !theirs.sort) return mine.sort === theirs.sort;
  return mine.sort.key === theirs.sort.key || similarity(mine.sort.lemma, theirs.sort.lemma) >= 0.7;
}

const rangesOf = ({ range, holder }: Extreme) => [range, { start: holder.first, end: holder.last + 1 }];

function isSameScope(context: RelationContext, pairing: Pairing, { own, share }: Shared): boolean {
  if (own >= 0.7 && share >= 0.5) return true;
  return sharedSurroundings(context, pairing, []) >= 1.6 && (own >= 0.4 || share === 0);
}

function isOther({ sentence }: RelationContext, pairing: Pairing, mine: Extreme, theirs: Extreme): boolean {
  const a = mine.holder;
  const b = theirs.holder;
  const told = neighbourhood(pairing.statement, 1).flatMap(readExtremes);
  const again = told.some((one) => one !== theirs && one.degree === mine.degree && one.holder.key === a.key);
  if (again) return false;
  if (a.name && b.name) return sameName(a.name, b.name) === "different" && a.name.type === b.name.type;
  if (a.name || b.name) return false;
  const stated = pairing.statement.sentence;
  const inside = (one: Sentence, { first, last }: Phrase, key: string) =>
    one.terms.some((term) => term.token >= first && term.token <= last && term.key === key);
  if (inside(sentence, a, b.key) || inside(stated, b, a.key)) return false;
  return similarity(a.lemma, b.lemma) < 0.42;
}

function contradiction(
  context: RelationContext,
  pairing: Pairing,
  mine: Extreme,
  theirs: Extreme,
  { own, share }: Shared,
): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const span = ownSpan(sentence, mine.holder);
  const newText = rewordPhrase(sentence, mine.holder, stated, theirs.holder);
  return relationFinding(context, pairing, {
    span,
    focus: ownSpan(stated, theirs.holder),
    confidence: Math.min(0.9, 0.72 + 0.08 * own),
    replacement: { span, newText },
    expected: newText,
    features: { extreme: 1, own, share },
  });
}
