/**
 * Finds the name that a source ties to a figure where the draft ties another name of the same sources to it: "all 12,000 are
 * in Sebba". Knows figures, the names next to them and the words they share; where the figure may be the draft's name's too
 * it finds nothing.
 */
import { family } from "../../lexicon/index.ts";
import type { NameMention, Sentence, SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Corpus } from "../types.ts";
import type { AlignedSentence } from "./align.ts";
import { sameName } from "./context.ts";
import { type Figure, figuresOf, isSameNoun } from "./figures.ts";
import { alike, type Slot, slotsOf } from "./slot.ts";
import { arePlaces, matchSorts, sortOf, takesPart } from "./sort.ts";

/** A name of a source that owns a figure of the draft. */
export interface FigureOwner {
  readonly mention: NameMention;
  readonly aligned: AlignedSentence;
  /** Weight of the words that both sentences have beside the figure: 1 is one rare word. */
  readonly shared: number;
}

interface Place {
  readonly sentence: Sentence;
  readonly source: SourceReading;
  readonly value: Figure;
}

/** Tokens between a figure and the name that owns it. */
const REACH = 12;
/** So many words must be common beside the figure: one fairly rare word, less for a figure that is no chance. */
const SHARED = 0.75;
const SHARED_PARTICULAR = 0.3;
/** A sentence with no more words than this beside its name is told by the one before it. */
const TERSE = 1;
const NEIGHBOURS = 1;

const indexes = new WeakMap<Corpus, { version: number; byFigure: ReadonlyMap<string, readonly Place[]> }>();

/** The name that the sources tie to a figure beside `name`, or null where none of them surely does. */
export function figureOwner(
  sentence: Sentence,
  name: NameMention,
  slot: Slot,
  corpus: Corpus,
  before: Sentence | undefined,
): FigureOwner | null {
  if (sentence.block.cell || slot.listed || sortOf(name) === null || !takesPart(sentence, name)) return null;
  for (const value of figuresOf(sentence)) {
    if (!isBound(sentence, name, value)) continue;
    const owner = ownerOf({ sentence, before, name, slot, value }, corpus);
    if (owner) return owner;
  }
  return null;
}

/** A figure of the draft and the name next to it. */
interface Claimed {
  readonly sentence: Sentence;
  readonly before: Sentence | undefined;
  readonly name: NameMention;
  readonly slot: Slot;
  readonly value: Figure;
}

function ownerOf(claimed: Claimed, corpus: Corpus): FigureOwner | null {
  const { name, slot, value } = claimed;
  const places = (indexOf(corpus).get(value.key) ?? []).filter((one) => isSameNoun(value, one.value));
  if (places.length === 0 || places.some((place) => mayBeOwn(place, name, isWhere(slot)))) return null;
  const owners = places.flatMap((place) => ownersIn(claimed, place));
  const [first] = owners;
  if (!first || owners.some((one) => sameName(one.mention, first.mention) === "different")) return null;
  return first;
}

const isWhere = (slot: Slot): boolean => slot.class === "place" || slot.class === "goal";

/** Whether the figure's sentence, or the one before it from which it may take its subject, has the draft's name. */
function mayBeOwn({ sentence, source }: Place, name: NameMention, where: boolean): boolean {
  if (holds(sentence, name)) return true;
  if (where) return sentence.block.headings.some((heading) => heading.includes(name.text));
  for (let i = sentence.index - NEIGHBOURS; i < sentence.index; i++) {
    const near = source.sentences[i];
    if (near && near.blockIndex === sentence.blockIndex && holds(near, name)) return true;
  }
  return sentence.block.headings.some((heading) => heading.includes(name.text));
}

function holds(sentence: Sentence, name: NameMention): boolean {
  return (
    sentence.text.includes(name.text) || sentence.names.some((one) => sameName(one, name) !== "different")
  );
}

function ownersIn({ sentence, before, name, slot, value }: Claimed, place: Place): FigureOwner[] {
  const stated = place.sentence;
  const slots = slotsOf(stated);
  const shared = sharedBeside(sentence, before, [name, value], stated);
  if (shared < (value.particular ? SHARED_PARTICULAR : SHARED)) return [];
  const rivals = stated.names.filter((mention, i) => {
    const other = slots[i] as Slot;
    if (matchSorts(name, mention) === "no" && !arePlaces(name, slot, mention, other)) return false;
    if (!isBound(stated, mention, place.value) || !takesPart(stated, mention)) return false;
    if (other.listed && !isTownOfCountry(stated, i)) return false;
    if (slot.class !== other.class && !isCrossing(slot, other)) return false;
    return sentence.names.every((one) => one === name || sameName(one, mention) === "different");
  });
  if (new Set(rivals.map(({ canonical }) => canonical)).size !== 1) return [];
  const mention = rivals[0] as NameMention;
  return [{ mention, aligned: { sentence: stated, source: place.source, score: shared }, shared }];
}

const isCrossing = (a: Slot, b: Slot): boolean => {
  const places = /^(?:place|goal|whole|free)$/;
  return places.test(a.class) && places.test(b.class);
};

/** "Cartagena, Colombia": no list. */
function isTownOfCountry({ names, text }: Sentence, i: number): boolean {
  const [town, land] = [names[i], names[i + 1]];
  if (!town || !land || text.slice(town.end, land.start) !== ", ") return false;
  return sortOf(town) === "town" && sortOf(land) === "country";
}

/** Whether of all names and figures these two stand next to each other, in one clause. */
function isBound({ text, names, quantities, dates }: Sentence, name: NameMention, value: Figure): boolean {
  const from = Math.min(name.end, value.end);
  const to = Math.max(name.start, value.start);
  const between = text.slice(from, to);
  if (
    /[;:.]\s|[()–—]|, (?:and|but|while|whereas|although|where)\b|\b(?:before|after|when|because|if|until|since)\b/.test(
      between,
    )
  )
    return false;
  if (between.split(/\s+/).length > REACH) return false;
  const inside = (one: Span): boolean => one.start >= from && one.end <= to;
  if (names.some((one) => one !== name && inside(one)) || [...quantities, ...dates].some(inside))
    return false;
  const distance = (one: Span): number => Math.max(one.start - value.end, value.start - one.end);
  return names.every((one) => one === name || distance(one) >= distance(name));
}

/** Weight of the words of both sentences; where the draft's says little, those of the sentence before it count too. */
function sharedBeside(
  sentence: Sentence,
  before: Sentence | undefined,
  left: readonly Span[],
  stated: Sentence,
): number {
  const own = sharedWeight(sentence, left, stated);
  return before && isTerse(sentence) ? Math.max(own, sharedWeight(before, [], stated)) : own;
}

/** Whether the words of a sentence tell so little that the sentence before it is looked at. */
export function isTerse({ terms }: Sentence): boolean {
  return terms.reduce((sum, term) => sum + (term.name ? 0 : term.weight), 0) <= TERSE;
}

/** Weight of the words of both sentences, `left` aside, that are of one family or near in meaning. */
function sharedWeight(sentence: Sentence, left: readonly Span[], stated: Sentence): number {
  let sum = 0;
  for (const term of sentence.terms) {
    if (term.name || left.some(({ start, end }) => term.start < end && start < term.end)) continue;
    const met = stated.terms.some(
      (other) =>
        !other.name &&
        (other.key === term.key ||
          family(other.lemma) === family(term.lemma) ||
          alike(other.lemma, term.lemma) >= 0.6),
    );
    if (met) sum += term.weight;
  }
  return sum;
}

function indexOf(corpus: Corpus): ReadonlyMap<string, readonly Place[]> {
  const known = indexes.get(corpus);
  if (known?.version === corpus.version) return known.byFigure;
  const byFigure = new Map<string, Place[]>();
  for (const source of corpus.sources)
    for (const sentence of source.sentences)
      for (const value of sentence.block.cell ? [] : figuresOf(sentence)) {
        const list = byFigure.get(value.key);
        if (list) list.push({ sentence, source, value });
        else byFigure.set(value.key, [{ sentence, source, value }]);
      }
  indexes.set(corpus, { version: corpus.version, byFigure });
  return byFigure;
}
