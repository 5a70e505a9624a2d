/**
 * A quotation that the sources give somebody else than the one person whom the draft names beside it, in whatever words:
 * "The line that stuck is Diego Marchena's: …", "It was spoken by Marcus Teller". Choosy: nobody else may be meant. Knows
 * matched quotations and names; no reporting verbs.
 */
import type { WholeQuotation } from "../../kinds/quotation/read.ts";
import { HONORIFICS, isPersonNoun, SPEECH_NOUNS } from "../../kinds/speaker/cues.ts";
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
      const heard = locateAll(quotation, quoted, index).flatMap(voiceIn);
      return heard.length > 0 && isKnown(name, corpus) ? findings(sentence, draft, name, heard) : [];
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
  if (quoted?.blockIndex !== sentence.blockIndex || !TAKEN_UP.test(sentence.text)) return [];
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

/** Who says the words in a source, where these are the draft's and a person is said to. */
function voiceIn({ located, relation, source, confidence }: QuotationMatch): Omit<SourceVoice, "relation">[] {
  if (relation !== "verbatim" || !source || source.attribution.inferred) return [];
  if (located.match.words < LEAST_WORDS) return [];
  const { document, match } = located;
  const voice = voiceOf(source.attribution, source.sentence, document.source);
  if (!voice.person) return [];
  const shown = passages(document, match.first, match.last);
  return [{ ...source, voice, source: document.source, passages: shown, confidence, verbatim: true }];
}

const TAKEN_UP =
  /^(?:it|that|this|thus|so|those|these|the (?:words?|line|phrase|remark|sentence))\b|\bit (?:was|is)\b/i;

/** The one person whom a sentence names outside of its quotation, where nobody else may be meant. */
function onlyPerson(sentence: Sentence, quotation: Span | null): NameMention | null {
  const isQuoted = (span: Span) => quotation !== null && touches(span, quotation);
  const persons = sentence.names.filter((name) => name.type === "person" && !isQuoted(name));
  const [name] = persons;
  if (!name || persons.some(({ canonical }) => canonical !== name.canonical)) return null;
  if (ADDRESSED.test(sentence.text.slice(0, name.start))) return null;
  return isAnybodyElse(sentence, name, quotation) ? null : name;
}

/** "An answer to …", "unlike …": not who speaks. */
const ADDRESSED =
  /\b(?:to|at|against|about|on|with|without|unlike|not|for|before|after|contradicts?|contradicted|answers?|answered) (?:(?:mr|mrs|ms|dr|professor|president|minister)\.? )?$/i;
/** "The saying of …", "by …": whose words they are, whoever else is named. */
const OWNED = /\b(?:of|by|from) (?:(?:mr|mrs|ms|dr)\.? )?$/i;

/** Another word for a person before the name, or between it and the quotation, may be who speaks. */
function isAnybodyElse(
  { tokens, roles, text }: Sentence,
  name: NameMention,
  quotation: Span | null,
): boolean {
  const until = Math.max(name.start, quotation && quotation.start > name.end ? quotation.start : 0);
  const isOwned = OWNED.test(text.slice(0, name.start)) || /['\u2019]s?$/.test(name.text);
  return tokens.some((token) => {
    if (token.start >= until || (quotation && touches(token, quotation)) || touches(token, name))
      return false;
    if (/^(?:he|she|they|who|someone|somebody)$/i.test(token.text))
      return token.start < name.start && !isOwned;
    if (roles.some((role) => touches(role, token) && role.holder === name.canonical)) return false;
    // "Commissioner Rennik"
    if (token.end === name.start - 1) return false;
    return isPersonNoun(token.lemma) && !HONORIFICS.has(token.text.toLowerCase());
  });
}

function findings(
  sentence: Sentence,
  draft: Reading,
  name: NameMention,
  heard: readonly Omit<SourceVoice, "relation">[],
): Finding[] {
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
