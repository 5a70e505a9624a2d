/**
 * Reads who said what, block by block: direct quotations, quoted blocks, transcripts, indirect speech.
 * Knows one document; nothing of sources or verdicts.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import { tokenize } from "../../text/tokens.ts";
import type { Span } from "../../text/types.ts";
import { readWholeQuotations, type WholeQuotation } from "../quotation/read.ts";
import type { BlockReading, SpeechBlock } from "./block.ts";
import { createSpeechContext, remember, resolve, type SpeechContext } from "./context.ts";
import { DENIAL_VERBS, HONORIFICS, isDateWord } from "./cues.ts";
import { speakerOf } from "./direct.ts";
import type { Found } from "./found.ts";
import { buildFrames, type Frame, placeholder } from "./frame.ts";
import { indirectSpeech } from "./indirect.ts";
import { transcriptLabel } from "./label.ts";
import { namedQuote, nameIn, nameWhatStandsAlone } from "./named.ts";
import { identify, type KnownName, type Speaker } from "./person.ts";
import { type FrameToken, phraseStartingAt } from "./phrase.ts";
import { type BlockAttribution, cut, type ReadAttribution } from "./result.ts";
import { openingSubject, type Subject } from "./subject.ts";

export type { SpeechBlock, SpeechSentence } from "./block.ts";
export type { ReadAttribution } from "./result.ts";

export interface AttributionReader {
  /** Attributions of each sentence of the block. Blocks are given in reading order. */
  read(block: SpeechBlock): ReadAttribution[][];
}

/** A reader for one document; it keeps who spoke before. */
export function createAttributionReader(context: SpeechContext = createSpeechContext()): AttributionReader {
  return { read: (block) => readBlock(block, context) };
}

/** Attributions of a single text, without a document around it. Offsets in `text`. */
export function readAttributions(text: string, names: readonly KnownName[] = []): ReadAttribution[] {
  const sentence = { span: { start: 0, end: text.length }, text, tokens: tokenize(text), names };
  return createAttributionReader().read({ text, sentences: [sentence], quoteDepth: 0, next: null })[0]!;
}

function readBlock(block: SpeechBlock, context: SpeechContext): ReadAttribution[][] {
  const { behind } = context;
  context.behind = null;
  const found = collect(block, context);
  if (behind) {
    const { voice, span } = behind;
    const content = { start: span.start, end: span.start };
    found.push({ voice, speaker: span, role: null, cue: null, content, direct: true, denied: false });
  }
  return cut(block, found);
}

function collect(block: SpeechBlock, context: SpeechContext): BlockAttribution[] {
  const { pending } = context;
  context.pending = null;
  const label = transcriptLabel(block.text);
  if (label && block.quoteDepth === 0) return [spokenBlock(block, label, context)];
  const quotations = readWholeQuotations(block.text, block.quoteDepth);
  if (quotations.length === 1 && quotations[0]!.block) {
    const named = namedQuote(block, quotations[0]!, context, pending);
    return named ? [named] : [];
  }
  const reading: BlockReading = {
    block,
    quotations,
    names: namesInBlock(block),
    context,
    pending,
    found: [],
  };
  const frames = buildFrames(
    block.sentences,
    quotations.map((quotation) => quotation.outer),
  );
  for (const frame of frames) readFrame(frame, reading);
  nameWhatStandsAlone(reading);
  announce(frames.at(-1), reading);
  return reading.found;
}

function namesInBlock(block: SpeechBlock): KnownName[] {
  return block.sentences.flatMap(({ span, names }) =>
    names.map((name) => ({ ...name, start: name.start + span.start, end: name.end + span.start })),
  );
}

function readFrame(frame: Frame, reading: BlockReading): void {
  const { tokens } = frame;
  meet(tokens, reading);
  const opening = openingSubject(tokens, 0, Math.min(tokens.length, 40));
  if (opening) {
    const subject = speakerFrom(opening, tokens, reading);
    const voice = subject.pronoun ? null : resolve(subject, reading.context);
    if (voice && (voice.person || isBareName(voice.canonical, opening, tokens, reading)))
      remember({ ...voice, person: true }, reading.context);
  }
  for (const speech of indirectSpeech(tokens)) {
    const content = { start: tokens[speech.first]!.start, end: tokens[speech.last]!.end };
    addFound(speech.subject, speech.cue, content, false, tokens, reading);
  }
  let previous: BlockAttribution | null = null;
  tokens.forEach((token, at) => {
    if (token.quotation < 0) return;
    const quotation = reading.quotations[token.quotation]!;
    if (quotation.scare) return;
    previous = readQuoted(tokens, at, quotation, reading, previous) ?? previous;
  });
}

/** Remembers the persons that a frame names, for pronouns that follow. */
function meet(tokens: readonly FrameToken[], { block, names, context }: BlockReading): void {
  tokens.forEach((token, index) => {
    if (token.quotation >= 0 || !HONORIFICS.has(token.text.toLowerCase())) return;
    const phrase = phraseStartingAt(tokens, index);
    const speaker = phrase && identify(block.text, tokens, phrase, names, context.people);
    const voice = speaker?.person && resolve(speaker, context);
    if (voice) remember(voice, context);
  });
}

/** A lone capitalised word that is no acronym and no place: most likely somebody's surname. */
function isBareName(
  name: string,
  { phrase }: Subject,
  tokens: readonly FrameToken[],
  reading: BlockReading,
): boolean {
  const token = tokens[phrase.first]!;
  if (phrase.first !== phrase.last || token.pos !== "PROPN" || isDateWord(name)) return false;
  const mention = reading.names.find((one) => one.start === token.start);
  if (mention ? mention.type !== "unknown" && mention.type !== "person" : reading.names.length > 0)
    return false;
  return (
    /^\p{Lu}\p{Ll}[\p{L}'’-]+$/u.test(name) &&
    !/(?:es|ions|ers|nts)$/.test(name) &&
    lookUpName(name).length === 0
  );
}

function readQuoted(
  tokens: readonly FrameToken[],
  at: number,
  quotation: WholeQuotation,
  reading: BlockReading,
  previous: BlockAttribution | null,
): BlockAttribution | null {
  const found = speakerOf(tokens, at, quotation.text.trimEnd());
  if (found?.subject) return addFound(found.subject, found.cue, quotation, true, tokens, reading);
  const alone = !tokens.some((token) => token.quotation < 0 && /[\p{L}\p{N}]/u.test(token.text));
  const last = reading.found.findLast((attribution) => attribution.direct) ?? null;
  const voice = found?.inherit
    ? (previous ?? last)?.voice
    : alone || (at === 0 && !found)
      ? (last?.voice ?? (at === 0 ? reading.pending : null))
      : null;
  if (!voice) return null;
  const cue = found?.cue ? { start: tokens[found.cue.first]!.start, end: tokens[found.cue.last]!.end } : null;
  const attribution = {
    voice,
    speaker: null,
    role: null,
    cue,
    content: quotation,
    direct: true,
    denied: false,
  };
  reading.found.push(attribution);
  return attribution;
}

function speakerFrom(subject: Subject, tokens: readonly FrameToken[], reading: BlockReading): Speaker {
  const { text } = reading.block;
  const { people } = reading.context;
  const main = identify(text, tokens, subject.phrase, reading.names, people);
  if (!subject.beside) return main;
  const whole = { first: Math.min(subject.phrase.first, subject.beside.first), last: subject.beside.last };
  if (main.person && main.role === null) {
    return identify(
      text,
      tokens,
      { first: subject.phrase.first, last: Math.max(whole.last, subject.phrase.last) },
      reading.names,
      people,
    );
  }
  const held = main.role !== null && main.role.start === main.span.start;
  if (main.person && !held) return main;
  const beside = identify(text, tokens, whole, reading.names, people);
  return beside.person && beside.canonical !== "" ? beside : main;
}

function addFound(
  subject: Subject,
  cue: Found["cue"],
  content: Span,
  direct: boolean,
  tokens: readonly FrameToken[],
  reading: BlockReading,
): BlockAttribution | null {
  const speaker = speakerFrom(subject, tokens, reading);
  const voice = resolve(speaker, reading.context);
  if (!voice || /^(?:who|which|that|there)$/i.test(voice.canonical)) return null;
  remember(voice, reading.context);
  const attribution = {
    voice,
    speaker: speaker.span,
    role: speaker.role,
    cue: cue ? { start: tokens[cue.first]!.start, end: tokens[cue.last]!.end } : null,
    content: { start: content.start, end: content.end },
    direct,
    denied: cue !== null && DENIAL_VERBS.has(tokens[cue.first]!.lemma),
  };
  reading.found.push(attribution);
  return attribution;
}

function spokenBlock(
  block: SpeechBlock,
  label: { readonly name: string; readonly span: Span; readonly content: number },
  context: SpeechContext,
): BlockAttribution {
  const named = nameIn(label.name, label.span.start, context);
  const voice = named
    ? { canonical: named.canonical, person: true, gender: named.gender }
    : { canonical: label.name, person: true, gender: null };
  remember(voice, context);
  const content = { start: label.content, end: block.text.length };
  return { voice, speaker: label.span, role: null, cue: null, content, direct: true, denied: false };
}

/** Remembers whose words follow when the block ends in a colon or in the middle of a sentence. */
function announce(frame: Frame | undefined, reading: BlockReading): void {
  const last = frame?.tokens.at(-1);
  if (!frame || !last || /^[.!?]$/.test(last.text) || last.quotation >= 0) return;
  const end = { start: last.end, end: last.end };
  const tokens = [...frame.tokens, placeholder(end, reading.quotations.length)];
  const found = speakerOf(tokens, tokens.length - 1, "");
  if (!found?.subject) return;
  reading.context.pending = resolve(speakerFrom(found.subject, tokens, reading), reading.context);
}
