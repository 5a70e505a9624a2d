/**
 * Checks who a draft says has said it, against who says the same words in the sources. Knows matched quotations and
 * attributions; not whether the words themselves are right.
 */

import type { WholeQuotation } from "../../kinds/quotation/read.ts";
import { fold, surnameOf } from "../../kinds/speaker/surnames.ts";
import type { Attribution, Reading, Sentence, SourceReading } from "../../statements/types.ts";
import { overlaps } from "../../text/spans.ts";
import { sentencesAround } from "../alignment/vicinity.ts";
import { createQuotationIndex, type QuotationIndex } from "../quotation/index.ts";
import { locateAll, quotationsOf } from "../quotation/match.ts";
import { passages } from "../quotation/quotations.ts";
import { compareVoices, type VoiceReference, type VoiceRelation, voiceOf } from "../quotation/voices.ts";
import type { Corpus, Finding, Passage, Rule } from "../types.ts";
import { genderIn, genderOfPronoun } from "./gender.ts";
import { reportedElsewhere } from "./reports.ts";
import { claimedWords, speakerCorrection } from "./wording.ts";

/** Who says the words in a source. */
export interface SourceVoice {
  readonly voice: VoiceReference;
  readonly attribution: Attribution;
  readonly sentence: Sentence;
  readonly source: SourceReading;
  readonly passages: readonly Passage[];
  readonly confidence: number;
  readonly relation: VoiceRelation;
  /** The words are those of the draft; absent where they are reported. */
  readonly verbatim?: boolean;
  /** Behind "he said that" or "my grandmother told me" within what is quoted: another one's words. */
  readonly isPassedOn?: boolean;
}

/** A rule that checks speakers; give it the quotation rule's index to read the sources once. */
export function createSpeakerRule(index: QuotationIndex = createQuotationIndex()): Rule {
  return (sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] => {
    if (sentence.attributions.length === 0) return [];
    index.sync(corpus);
    const findings: Finding[] = [];
    for (const attribution of sentence.attributions) {
      const finding = check(attribution, sentence, draft, index, corpus);
      if (finding && !findings.some((other) => overlaps(other.span, finding.span))) findings.push(finding);
    }
    return findings;
  };
}

function check(
  attribution: Attribution,
  sentence: Sentence,
  draft: Reading,
  index: QuotationIndex,
  corpus: Corpus,
): Finding | null {
  const { speaker } = attribution;
  if (!speaker || attribution.inferred) return null;
  const voice = voiceOf(attribution, sentence, null);
  if (isPronoun(voice.words)) return checkPronoun(attribution, voice, sentence, draft, index);
  const heard = attribution.direct
    ? quotedVoices(attribution, voice, sentence, draft, index)
    : reportedElsewhere(attribution, voice, sentence, corpus);
  const same = heard.find((one) => one.relation === "same");
  if (same) return finding("supported", attribution, voice, sentence, same);
  const other = heard.find((one) => one.relation === "different");
  if (!other || heard.some((one) => one.relation === "unknown" && one.confidence >= other.confidence))
    return null;
  return finding("contradicted", attribution, voice, sentence, other);
}

/** "She said" of words that a source gives to a man: whoever she is, they are not hers. */
function checkPronoun(
  attribution: Attribution,
  voice: VoiceReference,
  sentence: Sentence,
  draft: Reading,
  index: QuotationIndex,
): Finding | null {
  const gender = genderOfPronoun(voice.words);
  if (!gender || !attribution.direct) return null;
  const heard = quotedVoices(attribution, voice, sentence, draft, index);
  const [first] = heard;
  const around = sentencesAround(draft, sentence).map(({ text }) => fold(text));
  const isOther = heard.every(({ voice: said, source, verbatim, isPassedOn }) => {
    if (!said.person || !verbatim || isPassedOn) return false;
    const surname = surnameOf(said.canonical);
    const other = genderIn(source, said.canonical);
    return other !== null && other !== gender && !around.some((text) => text.includes(surname));
  });
  return first && isOther ? finding("contradicted", attribution, voice, sentence, first) : null;
}

/** Whether the words of a sentence are given to somebody who is only pointed at: who that is, its surroundings tell. */
export function isPronounHeard({ text, attributions }: Sentence): boolean {
  return attributions.some(({ speaker }) => speaker && isPronoun(text.slice(speaker.start, speaker.end)));
}

function isPronoun(words: string): boolean {
  return /^(?:he|she|it|they|we|i|his|her|their|its)$/i.test(words);
}

/** Every source passage of the quotation, with how its speaker stands to the draft's. */
function quotedVoices(
  attribution: Attribution,
  voice: VoiceReference,
  sentence: Sentence,
  draft: Reading,
  index: QuotationIndex,
): SourceVoice[] {
  const told = quotationTold(attribution, sentence, draft);
  if (!told || told.quotation.scare) return [];
  return locateAll(told.quotation, told.sentence, index).flatMap(
    ({ located, source, confidence, relation: words }) => {
      if (!source) return [];
      const reading = located.document.source;
      const said = voiceOf(source.attribution, source.sentence, reading);
      const compared = compareVoices(voice, said, reading);
      const relation = source.attribution.inferred && compared === "different" ? "unknown" : compared;
      const { first, last } = located.match;
      const shown = passages(located.document, first, last);
      const verbatim = words === "verbatim";
      const isPassedOn = PASSED_ON.test(
        source.sentence.text.slice(source.attribution.content.start, located.document.start[first]),
      );
      const told = { confidence, relation, verbatim, isPassedOn };
      return [{ voice: said, ...source, source: reading, passages: shown, ...told }];
    },
  );
}

const PASSED_ON = /\b(?:said|says|told|tells|asked|wrote|called)\b/i;

/** The quotation that the attribution speaks of, and the sentence that holds it; it may stand before the speaker. */
function quotationTold(
  { content }: Attribution,
  sentence: Sentence,
  draft: Reading,
): { quotation: WholeQuotation; sentence: Sentence } | null {
  const start = content.start + sentence.span.start;
  const own = quotationsOf(sentence.block);
  if (content.end > content.start) {
    const quotation = own.find((one) => one.start <= start && one.end > start);
    return quotation ? { quotation, sentence } : null;
  }
  const before = own.findLast((one) => one.end <= start);
  if (before) return { quotation: before, sentence };
  let at = sentence.index - 1;
  while (at >= 0 && draft.sentences[at]!.blockIndex === sentence.blockIndex) at--;
  const previous = draft.sentences[at];
  const quotation = previous && quotationsOf(previous.block).at(-1);
  return previous && quotation ? { quotation, sentence: previous } : null;
}

function finding(
  verdict: "supported" | "contradicted",
  attribution: Attribution,
  voice: VoiceReference,
  sentence: Sentence,
  heard: SourceVoice,
): Finding {
  const span = claimedWords(attribution, sentence);
  const actual = sentence.text.slice(span.start, span.end);
  const correction =
    verdict === "contradicted" ? speakerCorrection(actual, voice, heard, span, sentence) : null;
  return {
    kind: "speaker",
    verdict,
    sentence,
    span,
    confidence: verdict === "contradicted" ? Math.min(heard.confidence, 0.93) : heard.confidence,
    actual,
    expected: correction?.expected ?? null,
    message: correction
      ? `In “${heard.source.title}” ${correction.expected} says this, not ${actual}.`
      : null,
    arithmetic: null,
    passages: withSpeaker(heard),
    replacements: correction ? [correction.replacement] : [],
    features: {
      direct: attribution.direct ? 1 : 0,
      match: heard.confidence,
      verbatim: heard.verbatim ? 1 : 0,
    },
  };
}

/** The words and, where it is told in the same sentence, who says them. */
function withSpeaker({ passages: found, attribution, sentence }: SourceVoice): Passage[] {
  return found.map((passage) =>
    passage.sentence === sentence && attribution.speaker
      ? { ...passage, focus: [...passage.focus, attribution.speaker].sort((a, b) => a.start - b.start) }
      : passage,
  );
}
