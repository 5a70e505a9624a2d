/**
 * A quotation that the sources give somebody else than the one person whom the draft names beside it, in whatever words:
 * "the saying of Petra Voss", "It was spoken by Marcus Teller". Choosy: a name alone may be whom the words are about. Knows
 * matched quotations and names; no reporting verbs.
 */
import type { WholeQuotation } from "../../kinds/quotation/read.ts";
import { SPEECH_NOUNS } from "../../kinds/speaker/cues.ts";
import { surnameOf } from "../../kinds/speaker/surnames.ts";
import type { NameMention, Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { sentencesAround } from "../alignment/vicinity.ts";
import type { QuotationIndex } from "../quotation/index.ts";
import { locateAll, type QuotationMatch, quotationsOf } from "../quotation/match.ts";
import { passages } from "../quotation/quotations.ts";
import { compareVoices, type VoiceReference, voiceOf } from "../quotation/voices.ts";
import type { Corpus, Finding, Rule } from "../types.ts";
import type { SourceVoice } from "./speakers.ts";
import { speakerCorrection } from "./wording.ts";

/** Fewer words are a manner of speaking. */
const LEAST_WORDS = 4;
/** So many letters of a sentence that is a quotation stand outside of it. */
const BARE = 3;
/** Told from here on by rules on speakers; the words are the source's own. */
const CONFIDENCE = 0.85;

/** A rule on quotations that no attribution of the draft speaks of; give it the quotation rule's index. */
export function createNamedBesideRule(index: QuotationIndex): Rule {
  return (sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] => {
    const told = quotationsBeside(sentence, draft);
    if (told.length === 0) return [];
    index.sync(corpus);
    return told.flatMap(({ quoted, quotation }) => {
      const own = spanIn(quoted, quotation);
      if (quotation.scare || isAttributed(quoted, own)) return [];
      const name = onlyPerson(sentence, quoted === sentence ? own : null);
      if (!name) return [];
      if (quoted !== sentence && !isWhoSpoke(sentence, name)) return [];
      const voices = locateAll(quotation, quoted, index).map(voiceIn);
      const heard = voices.filter((voice) => voice !== null);
      // Where some passage leaves open who says it, it may be whom the draft names.
      const isClear = heard.length > 0 && heard.length === voices.length;
      return isClear && isKnown(name, corpus) ? findings(sentence, draft, name, heard) : [];
    });
  };
}

/** A quotation, and the sentence that it stands in. */
interface Told {
  readonly quoted: Sentence;
  readonly quotation: WholeQuotation;
}

/** The quotations of a sentence that says more than they; or the one that is all of the sentence before, where it is taken up. */
function quotationsBeside(sentence: Sentence, { sentences }: Reading): readonly Told[] {
  const own = within(sentence).map((quotation) => ({ quoted: sentence, quotation }));
  if (own.length > 0) return own.filter((told) => !isBare(told));
  const quoted = sentences[sentence.index - 1];
  if (quoted?.blockIndex !== sentence.blockIndex) return [];
  return within(quoted)
    .map((quotation) => ({ quoted, quotation }))
    .filter(isBare);
}

function within({ quotations, block, span }: Sentence): readonly WholeQuotation[] {
  if (quotations.length === 0) return [];
  return quotationsOf(block).filter(({ start, end }) => start >= span.start && end <= span.end);
}

function isBare({ quoted, quotation }: Told): boolean {
  const { start, end } = spanIn(quoted, quotation);
  const rest = quoted.text.slice(0, start) + quoted.text.slice(end);
  return rest.replace(/\P{L}/gu, "").length <= BARE;
}

function spanIn({ span }: Sentence, { start, end }: Span): Span {
  return { start: start - span.start, end: end - span.start };
}

/** Whether the draft says of the quotation who says it, or speaks of whoever does. */
function isAttributed({ attributions }: Sentence, quotation: Span): boolean {
  return attributions.some(
    ({ speaker, canonical, content, inferred }) =>
      speaker !== null &&
      !inferred &&
      !SPEECH_NOUNS.has(canonical.toLowerCase()) &&
      (content.start === content.end || touches(content, quotation)),
  );
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

type Heard = Omit<SourceVoice, "relation">;

/** Who says the words in a source, where these are the draft's and a person is said to. */
function voiceIn({ located, relation, source, confidence }: QuotationMatch): Heard | null {
  if (relation !== "verbatim" || !source || source.attribution.inferred) return null;
  if (located.match.words < LEAST_WORDS) return null;
  const { document, match } = located;
  const voice = voiceOf(source.attribution, source.sentence, document.source);
  if (!voice.person) return null;
  const shown = passages(document, match.first, match.last);
  return { ...source, voice, source: document.source, passages: shown, confidence, verbatim: true };
}

/** "It was spoken last month by Marcus Teller", "I wish that I had said it; it was Vera Linhart." */
function isWhoSpoke({ text }: Sentence, { start, end }: NameMention): boolean {
  return TAKEN_UP.test(text.slice(0, start)) && /^(?:[.,;:!?]|$)/.test(text.slice(end));
}
const TAKEN_UP =
  /(?:\b(?:it|that|this|so) (?:was|is|said|spoke)|\b(?:said|spoken|put|written|coined)(?: \w+){0,3} by|\b(?:words?|line|phrase|remark|sentence|saying) (?:was|were|is|are|came)?(?: \w+)? ?(?:of|by|from)) (?:(?:mr|mrs|ms|dr)\.? )?$/i;

/** The one person whom a sentence names outside of its quotation, and as the one whose words they are. */
function onlyPerson(sentence: Sentence, quotation: Span | null): NameMention | null {
  const isQuoted = (span: Span) => quotation !== null && touches(span, quotation);
  const persons = sentence.names.filter((name) => name.type === "person" && !isQuoted(name));
  const [name] = persons;
  if (!name || persons.some(({ canonical }) => canonical !== name.canonical)) return null;
  return quotation === null || isOwner(sentence, name) ? name : null;
}

/** "The saying of Petra Voss", "the line … was by Petra Voss", "Mr Halmi's way of putting": whose words they are. */
function isOwner({ text }: Sentence, { start, end, text: name }: NameMention): boolean {
  const isPossessive = /['\u2019]s?$/.test(name) || /^['\u2019]s?\b/.test(text.slice(end));
  return isPossessive ? OWNED.test(text.slice(end)) : OWNER.test(text.slice(0, start));
}
const WORDS = "words?|lines?|phrase|remark|sentence|saying|verdict|formula|quip|motto|dictum";
const OWNER = new RegExp(`\\b(?:${WORDS})(?: [\\w-]+){0,5}? (?:of|by|from) (?:(?:mr|mrs|ms|dr)\\.? )?$`, "i");
const OWNED = new RegExp(`^(?:['\u2019]s?)? ?(?:[\\w-]+ )?(?:${WORDS}|way of putting)\\b`, "i");

function findings(sentence: Sentence, draft: Reading, name: NameMention, heard: readonly Heard[]): Finding[] {
  const role = sentence.roles.find(({ holder }) => holder === name.canonical)?.text ?? "";
  const voice: VoiceReference = { canonical: name.canonical, words: name.text, role, person: true };
  const isOther = heard.every(
    (one) =>
      compareVoices(voice, one.voice, one.source) === "different" &&
      !isNamedAround(sentence, draft, one.voice),
  );
  const [first] = heard;
  if (!isOther || !first) return [];
  const said = { ...first, relation: "different" as const };
  const actual = name.text.replace(/['\u2019]s?$/, "");
  const span = { start: name.start, end: name.start + actual.length };
  const { expected, replacement } = speakerCorrection(actual, voice, said, span, sentence);
  return [
    {
      kind: "speaker",
      verdict: "contradicted",
      sentence,
      span,
      confidence: CONFIDENCE,
      actual,
      expected,
      message: `In “${first.source.title}” ${expected} says this, not ${actual}.`,
      arithmetic: null,
      passages: first.passages,
      replacements: [replacement],
      features: { direct: 1, match: first.confidence, verbatim: 1 },
    },
  ];
}

/** A source names the draft's person, too. */
function isKnown({ canonical }: NameMention, { sources }: Corpus): boolean {
  const surname = surnameOf(canonical);
  return sources.some(({ sentences }) =>
    sentences.some(({ names }) =>
      names.some((name) => name.type === "person" && surnameOf(name.canonical) === surname),
    ),
  );
}

/** The draft names who says it in the source, there or close by. */
function isNamedAround(sentence: Sentence, draft: Reading, { canonical }: VoiceReference): boolean {
  const surname = surnameOf(canonical).toLowerCase();
  return sentencesAround(draft, sentence).some(({ text }) => text.toLowerCase().includes(surname));
}
