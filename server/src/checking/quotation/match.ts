/**
 * Decides which passage of the sources a quotation of the draft is: verbatim, altered, or none that is sure.
 * Knows words, speakers and neighbours; words no message.
 */
import { claimWordsOf, isConvincing, type Match } from "../../kinds/quotation/compare.ts";
import { readWholeQuotations, type WholeQuotation } from "../../kinds/quotation/read.ts";
import { bearsContent, type QuotedWord } from "../../kinds/quotation/words.ts";
import type { Attribution, Sentence } from "../../statements/types.ts";
import type { Block } from "../../text/types.ts";
import type { WordDocument } from "./documents.ts";
import type { Located, QuotationIndex } from "./index.ts";
import { compareVoices, type VoiceReference, type VoiceRelation, voiceOf } from "./voices.ts";

/** A quotation of the draft with its passage. */
export interface QuotationMatch {
  readonly quotation: WholeQuotation;
  /** Words of the quotation, spans in its text. */
  readonly words: readonly QuotedWord[];
  readonly located: Located;
  readonly relation: "verbatim" | "altered";
  readonly confidence: number;
  /** How draft's and source's speaker stand to each other; unknown where one is missing. */
  readonly voices: VoiceRelation;
  /** Who says it in the source. */
  readonly source: { readonly attribution: Attribution; readonly sentence: Sentence } | null;
}

/** Longest stretch that is compared at once, in words. */
const LONGEST = 160;

const wholes = new WeakMap<Block, readonly WholeQuotation[]>();

/** The quotations of a block with their marks, read once. */
export function quotationsOf(block: Block): readonly WholeQuotation[] {
  const known = wholes.get(block);
  if (known) return known;
  const read = readWholeQuotations(block.prose.text, block.quoteDepth);
  wholes.set(block, read);
  return read;
}

/** The passage that a quotation comes from, or null where no source surely holds it. */
export function matchQuotation(
  quotation: WholeQuotation,
  sentence: Sentence,
  index: QuotationIndex,
): QuotationMatch | null {
  const words = claimWordsOf(quotation.text).slice(0, LONGEST);
  if (words.every((word) => word.sign !== "word")) return null;
  const voice = draftVoice(quotation, sentence);
  const candidates = index
    .locate(words)
    .map((located) => weigh(located, words, quotation, sentence, voice, index));
  const verbatim = candidates.filter(
    (candidate) => candidate.located.match.verbatim && candidate.strength > 0,
  );
  if (verbatim.length > 0) return pick(verbatim, "verbatim", quotation, words);
  if (candidates.some((candidate) => candidate.located.match.verbatim)) return null;
  const altered = candidates.filter((candidate) => candidate.strength > 0);
  return altered.length > 0 ? pick(altered, "altered", quotation, words) : null;
}

/** Every passage that the quotation may come from, verbatim ones alone where there are any; best first. */
export function locateAll(
  quotation: WholeQuotation,
  sentence: Sentence,
  index: QuotationIndex,
): readonly QuotationMatch[] {
  const words = claimWordsOf(quotation.text).slice(0, LONGEST);
  if (words.every((word) => word.sign !== "word")) return [];
  const voice = draftVoice(quotation, sentence);
  const all = index
    .locate(words)
    .map((located) => weigh(located, words, quotation, sentence, voice, index))
    .filter((candidate) => candidate.strength > 0);
  const verbatim = all.filter((candidate) => candidate.located.match.verbatim);
  return (verbatim.length > 0 ? verbatim : all.slice(0, 2)).map(({ located, strength, voices, source }) => {
    const relation = located.match.verbatim ? "verbatim" : "altered";
    return { quotation, words, located, relation, confidence: strength, voices, source };
  });
}

interface Weighed {
  readonly located: Located;
  /** How sure it is that this is the passage meant, 0 to 1; 0 is not sure. */
  readonly strength: number;
  readonly voices: VoiceRelation;
  readonly source: QuotationMatch["source"];
}

function pick(
  candidates: readonly Weighed[],
  relation: QuotationMatch["relation"],
  quotation: WholeQuotation,
  words: readonly QuotedWord[],
): QuotationMatch {
  const rank = ({ voices, located, strength }: Weighed) =>
    (voices === "same" ? 1 : 0) + located.spoken * 0.5 + located.match.similarity * 2 + strength * 0.2;
  const best = candidates.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const { located, voices, source, strength } = best;
  return { quotation, words, located, relation, confidence: strength, voices, source };
}

/** The draft's own attribution of the quotation, wherever in the block it is told. */
export function draftVoice(quotation: WholeQuotation, sentence: Sentence): VoiceReference | null {
  const at = quotation.start - sentence.span.start;
  const attribution = sentence.attributions.find(
    ({ direct, content }) => direct && content.start <= Math.max(at, 0) + 1 && content.end > Math.max(at, 0),
  );
  return attribution ? voiceOf(attribution, sentence, null) : null;
}

/** So few words that nobody is said to have spoken may be a saying, an objection or a title of the draft's own. */
const SAYING = 7;

function weigh(
  located: Located,
  words: readonly QuotedWord[],
  quotation: WholeQuotation,
  sentence: Sentence,
  voice: VoiceReference | null,
  index: QuotationIndex,
): Weighed {
  const source = speakerAt(located);
  const said = source ? voiceOf(source.attribution, source.sentence, located.document.source) : null;
  const voices = voice && said ? compareVoices(voice, said, located.document.source) : "unknown";
  const shared = sharedTerms(sentence, quotation, located);
  const neighbour = hasNeighbour(located, quotation, sentence, index);
  const strength = located.match.verbatim
    ? verbatimStrength(located, words, voices, shared)
    : voice === null && !neighbour && words.length <= SAYING
      ? 0
      : alteredStrength(located, voices, shared, neighbour);
  return { located, strength, voices, source };
}

/** One or two words found somewhere prove little; the speaker or the sentence must agree. */
function verbatimStrength(
  { match, spoken }: Located,
  words: readonly QuotedWord[],
  voices: VoiceRelation,
  shared: number,
): number {
  const content = words.filter((word) => word.sign === "word" && bearsContent(word.key)).length;
  if (match.words >= 5 || (match.words >= 3 && content >= 1 && spoken > 0.9)) return 0.98;
  if (voices === "same" || (spoken > 0.9 && shared >= 1) || shared >= 2) return 0.95;
  return spoken > 0.9 && content >= 1 ? 0.8 : match.words >= 3 ? 0.75 : 0;
}

function alteredStrength(
  located: Located,
  voices: VoiceRelation,
  shared: number,
  neighbour: boolean,
): number {
  const { match, spoken } = located;
  const context =
    (voices === "same" ? 2 : voices === "different" ? -1 : 0) + Math.min(shared, 2) + (neighbour ? 2 : 0);
  const share = match.matched / match.words;
  if (isConvincing(match)) {
    if (spoken < 0.5 && context < 1 && (match.words < 8 || match.similarity < 0.8)) return 0;
    const least = match.changes.length === 1 || voices === "same" ? 0.65 : 0.72;
    if (match.similarity < least) return 0;
    return Math.min(0.99, 0.8 + 0.05 * Math.max(context, 0) + (match.similarity - 0.7) * 0.3);
  }
  if (match.words < 3 || match.matchedContent < 1 || match.changes.length > 2 || match.longestRun < 2)
    return 0;
  if (spoken < 0.5 || share < 0.6) return 0;
  const whole = standsAlone(located);
  if (match.similarity >= 0.7) {
    if (context >= 2 && (share >= 0.75 || whole)) return 0.88;
    if (whole && context >= 1 && share >= 0.75) return 0.8;
  }
  // One change in what the same speaker says of the same matter.
  return context >= 3 && match.changes.length === 1 && match.similarity >= 0.6 ? 0.85 : 0;
}

/** The passage is a clause of its own in the source, as the quotation is in the draft. */
function standsAlone({ document, match }: Located): boolean {
  const opens =
    match.first === 0 ||
    document.closes[match.first - 1] === 1 ||
    document.sentence[match.first - 1] !== document.sentence[match.first];
  return opens && document.closes[match.last] === 1;
}

/** Who says the passage in its source: the innermost attribution whose content holds its first word. */
function speakerAt(located: Located): QuotationMatch["source"] {
  const { document, match } = located;
  const sentence = document.source.sentences[document.sentence[match.first]!]!;
  const at = document.start[match.first]!;
  const holding = sentence.attributions.filter(({ content }) => content.start <= at && content.end > at);
  const length = ({ content }: Attribution) => content.end - content.start;
  const direct = holding.filter((one) => one.direct).sort((a, b) => length(a) - length(b));
  const attribution = direct[0] ?? holding.at(-1);
  return attribution ? { attribution, sentence } : null;
}

/** Content words that draft and source sentence share outside the quotation. */
function sharedTerms(sentence: Sentence, quotation: WholeQuotation, located: Located): number {
  const shift = sentence.span.start;
  const own = new Set<string>();
  for (const term of sentence.terms) {
    if (term.start + shift >= quotation.start && term.end + shift <= quotation.end) continue;
    if (term.weight > 0.2) own.add(term.key);
  }
  const { document, match } = located;
  const from = document.sentence[match.first]!;
  let shared = 0;
  for (let at = Math.max(0, from - 1); at <= from; at++) {
    const other = document.source.sentences[at]!;
    for (const term of other.terms) {
      if (at === from && term.start >= document.start[match.first]! && term.end <= document.end[match.last]!)
        continue;
      if (own.delete(term.key)) shared++;
    }
  }
  return shared;
}

/** Another quotation of the draft's block stands word for word within a few sentences of the passage. */
function hasNeighbour(
  located: Located,
  quotation: WholeQuotation,
  sentence: Sentence,
  index: QuotationIndex,
): boolean {
  const { document, match } = located;
  return nearest(quotationsOf(sentence.block), quotation).some((other) => {
    const words = claimWordsOf(other.text).slice(0, LONGEST);
    if (words.length < 3) return false;
    return index
      .locate(words)
      .some(
        (one) =>
          one.document === document &&
          one.match.verbatim &&
          Math.abs(one.match.first - match.first) < 60 + distance(document, match),
      );
  });
}

function distance(document: WordDocument, match: Match): number {
  return Math.min(40, document.ids.length - match.last);
}

/** The quotations just before and just behind. */
function nearest(all: readonly WholeQuotation[], quotation: WholeQuotation): WholeQuotation[] {
  const at = all.findIndex((one) => one.start === quotation.start);
  return [all[at - 1], all[at + 1]].filter((one) => one !== undefined);
}
