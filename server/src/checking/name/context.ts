/**
 * How alike the words around two names are: what makes a name of a source the counterpart of a name of the draft.
 * Knows sentences and words; decides nothing.
 */
import { compareNames } from "../../kinds/name/compare.ts";
import { calendarWords, honorifics, titleWords } from "../../kinds/name/words.ts";
import { similarity } from "../../lexicon/index.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";

/** A word, number or name of a sentence, as context. */
export interface Feature {
  readonly key: string;
  readonly lemma: string;
  readonly weight: number;
  /** Token index. */
  readonly at: number;
  readonly name: NameMention | null;
}

const ordinals = new Set(
  "first second third fourth fifth sixth seventh eighth ninth tenth two three four five six seven eight nine ten".split(
    " ",
  ),
);
const cache = new WeakMap<Sentence, readonly Feature[]>();

/** The features of a sentence in reading order: content words outside names, numbers, names. */
export function featuresOf(sentence: Sentence): readonly Feature[] {
  const known = cache.get(sentence);
  if (known) return known;
  const features: Feature[] = [];
  const { tokens, names } = sentence;
  let n = 0;
  for (const term of sentence.terms) {
    while (n < names.length && names[n]!.end <= term.start) n++;
    const inside = names[n] !== undefined && names[n]!.start < term.end;
    if (!inside && !isLabel(term.lemma))
      features.push({ key: term.key, lemma: term.lemma, weight: term.weight, at: term.token, name: null });
  }
  n = 0;
  tokens.forEach((token, at) => {
    while (n < names.length && names[n]!.end <= token.start) n++;
    const name = names[n];
    if (name && name.start === token.start) features.push({ key: "", lemma: "", weight: 0.9, at, name });
    else if (/^\p{N}/u.test(token.text) || ordinals.has(token.text.toLowerCase()))
      features.push({
        key: `#${token.text.toLowerCase().replace(/,/g, "")}`,
        lemma: "",
        weight: 0.7,
        at,
        name: null,
      });
  });
  const sorted = features.sort((a, b) => a.at - b.at);
  cache.set(sentence, sorted);
  return sorted;
}

/** Days, numbers and titles, which stand by any name and tell nothing of the fact. */
const isLabel = (lemma: string): boolean =>
  calendarWords.has(lemma) || ordinals.has(lemma) || titleWords.has(lemma) || honorifics.has(lemma);

/** How well the features of two sentences match, pair by pair, 0 to 1. */
export interface FeatureMatch {
  readonly a: readonly Feature[];
  readonly b: readonly Feature[];
  /** `similar[i][j]` for feature `i` of `a` and `j` of `b`. */
  readonly similar: readonly Float32Array[];
  /** The same from the other side. */
  readonly reverse: readonly Float32Array[];
}

/** The matches of the sentence that was asked about last: several rules, and they for each source, ask for the same. */
let asked: { readonly one: Sentence; readonly matches: Map<Sentence, FeatureMatch> } | null = null;

/** How the features of a sentence match those of another; `one` is the sentence that many are compared with. */
export function matchFeatures(one: Sentence, other: Sentence): FeatureMatch {
  if (asked?.one !== one) asked = { one, matches: new Map() };
  let match = asked.matches.get(other);
  if (!match) {
    match = matched(featuresOf(one), featuresOf(other));
    asked.matches.set(other, match);
  }
  return match;
}

function matched(a: readonly Feature[], b: readonly Feature[]): FeatureMatch {
  const similar = a.map(() => new Float32Array(b.length));
  const reverse = b.map(() => new Float32Array(a.length));
  a.forEach((left, i) => {
    b.forEach((right, j) => {
      const alike = likeness(left, right);
      similar[i]![j] = alike;
      reverse[j]![i] = alike;
    });
  });
  return { a, b, similar, reverse };
}

/** The match seen from the other sentence. */
export function transposed({ a, b, similar, reverse }: FeatureMatch): FeatureMatch {
  return { a: b, b: a, similar: reverse, reverse: similar };
}

function likeness(a: Feature, b: Feature): number {
  if (a.name || b.name) {
    if (!a.name) return holdsWord(b.name!, a.lemma) ? IN_NAME : 0;
    if (!b.name) return holdsWord(a.name, b.lemma) ? IN_NAME : 0;
    const relation = sameName(a.name, b.name);
    return relation === "same" ? 1 : relation === "metonym" ? 0.8 : 0;
  }
  if (a.key === b.key) return 1;
  if (a.lemma === "" || b.lemma === "") return 0;
  const value = similarity(a.lemma, b.lemma);
  return value >= 0.5 ? value * value : 0;
}

/** A word of the one sentence that is part of a name in the other: "the summit", "Fourth Summit". */
const IN_NAME = 0.7;
const wordsOf = new WeakMap<NameMention, ReadonlySet<string>>();

function holdsWord(name: NameMention, lemma: string): boolean {
  if (name.type === "person" || name.type === "place") return false;
  let words = wordsOf.get(name);
  if (!words) {
    words = new Set(name.text.toLowerCase().split(/[^\p{L}]+/u));
    wordsOf.set(name, words);
  }
  return lemma.length > 3 && words.has(lemma);
}

/** How two mentions stand to each other, by their full and their written forms. */
export function sameName(a: NameMention, b: NameMention): ReturnType<typeof compareNames> {
  const full = compareNames(a.canonical, b.canonical);
  if (full === "same" || (a.text === a.canonical && b.text === b.canonical)) return full;
  const written = compareNames(a.text, b.text);
  if (written === "same" || written === "metonym") return written;
  return full === "metonym" ? full : written === "unknown" || full === "unknown" ? "unknown" : "different";
}

/** What speaks for two names being counterparts. */
export interface ContextLikeness {
  /** The share, 0 to 1, of what surrounds the one name that surrounds the other too, near words counting most. */
  readonly share: number;
  /** How much that is, in words that tell: 1 is one rare word next to both. */
  readonly support: number;
}

interface Extent {
  readonly first: number;
  readonly last: number;
}

/** Compares what surrounds the name at tokens `at` with what surrounds the name at tokens `other`. */
export function contextLikeness(
  match: FeatureMatch,
  at: Extent,
  other: Extent,
  rarity: (key: string) => number,
): ContextLikeness {
  let sum = 0;
  let total = 0;
  let support = 0;
  match.a.forEach((feature, i) => {
    if (feature.at >= at.first && feature.at <= at.last) return;
    const weight = feature.weight * (feature.name ? 1 : rarity(feature.key));
    const near = nearness(feature.at, at);
    const best = bestMatch(match, i, other);
    sum += weight * near * best;
    total += weight * near;
    if (best > 0.2) support += best * (feature.name ? 0.4 : feature.key.startsWith("#") ? 0.3 : weight);
  });
  return { share: total === 0 ? 0 : sum / (total + 0.15), support };
}

function bestMatch(match: FeatureMatch, i: number, other: Extent): number {
  const row = match.similar[i] as Float32Array;
  let best = 0;
  for (let j = 0; j < row.length; j++) {
    const like = row[j] as number;
    if (like === 0) continue;
    const place = (match.b[j] as Feature).at;
    if (place >= other.first && place <= other.last) continue;
    best = Math.max(best, like * (0.4 + 0.6 * nearness(place, other)));
  }
  return best;
}

function nearness(place: number, span: Extent): number {
  const distance = place < span.first ? span.first - place : place - span.last;
  return 1 / (1 + Math.max(0, distance - 1) / 5);
}

/** Whether both sentences give a number of three figures or more that is no year: too particular for chance. */
export function shareNumber(one: Sentence, other: Sentence): boolean {
  const particular = ({ key }: Feature): boolean =>
    /^#\d{3}|^#\d+\.\d{2}|^#\d{2,}\.\d/.test(key) && !/^#(?:1[89]|20)\d\d$/.test(key);
  const keys = new Set(featuresOf(other).map(({ key }) => key));
  return featuresOf(one).some((feature) => particular(feature) && keys.has(feature.key));
}
