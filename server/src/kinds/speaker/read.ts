/**
 * Reads who said what, block by block: direct quotations, quoted blocks, transcripts, indirect speech.
 * Knows one document; nothing of sources or verdicts.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { Span } from "../../text/types.ts";
import { readWholeQuotations, type WholeQuotation } from "../quotation/read.ts";
import type { BlockReading, SpeechBlock } from "./block.ts";
import { createSpeechContext, remember, resolve, type SpeechContext, type Voice } from "./context.ts";
import { DENIAL_VERBS, isDateWord } from "./cues.ts";
import { speakerOf } from "./direct.ts";
import type { Found } from "./found.ts";
import { buildFrames, type Frame, placeholder } from "./frame.ts";
import { indirectSpeech } from "./indirect.ts";
import { namedQuote, nameWhatStandsAlone } from "./named.ts";
import { bodyMeant, describedBy, meet, speakerOfBare } from "./neighbours.ts";
import { headNoun, namesBody } from "./offices.ts";
import { identify, type KnownName, type Speaker } from "./person.ts";
import type { FrameToken, Phrase } from "./phrase.ts";
import { type BlockAttribution, cut, type ReadAttribution } from "./result.ts";
import { openingSubject, type Subject } from "./subject.ts";
import { readTurn } from "./turn.ts";

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
  const { pending, spoke } = context;
  context.pending = null;
  context.spoke = null;
  const quotations = readWholeQuotations(block.text, block.quoteDepth);
  if (quotations.length === 1 && quotations[0]!.block) {
    const named = namedQuote(block, quotations[0]!, context, pending);
    return named ? [named] : [];
  }
  const spoken = readTurn(block, quotations, context);
  const turn = spoken[0]?.voice ?? null;
  const reading: BlockReading = {
    block,
    quotations,
    turn,
    names: namesInBlock(block),
    context,
    pending,
    spoke,
    found: spoken,
    near: { acting: turn, mentioned: null, voiced: turn },
  };
  const frames = buildFrames(
    block.sentences,
    quotations.map((quotation) => quotation.outer),
  );
  for (const [at, frame] of frames.entries()) readFrame(frame, frames[at + 1], reading);
  nameWhatStandsAlone(reading);
  if (turn) return reading.found;
  announce(frames.at(-1), reading);
  goOn(reading);
  return reading.found;
}

function namesInBlock(block: SpeechBlock): KnownName[] {
  return block.sentences.flatMap(({ span, names }) =>
    names.map((name) => ({ ...name, start: name.start + span.start, end: name.end + span.start })),
  );
}

function readFrame(frame: Frame, behind: Frame | undefined, reading: BlockReading): void {
  const { tokens } = frame;
  const { context, near } = reading;
  meet(tokens, reading);
  const acting = subjectVoice(frame, reading);
  if (acting && !acting.person) remember(acting, context);
  if (acting?.person) {
    remember(acting, context);
    near.acting = acting;
    if (/^\p{Lu}/u.test(acting.canonical)) near.mentioned = acting;
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
    previous = readQuoted(frame, at, quotation, behind, reading, previous) ?? previous;
  });
}

/** The person or the body that a frame opens with, if any. */
function subjectVoice({ tokens }: Frame, reading: BlockReading): Voice | null {
  const opening = openingSubject(tokens, 0, Math.min(tokens.length, 40));
  if (!opening) return null;
  const subject = speakerFrom(opening, tokens, reading);
  const voice = subject.pronoun && subject.gender === null ? null : resolve(subject, reading.context);
  if (!voice) return null;
  if (voice.person || isBareName(voice.canonical, opening, tokens, reading))
    return { ...voice, person: true };
  const body = /^\p{Lu}/u.test(voice.canonical) || namesBody(tokens, opening.phrase);
  return body && !subject.pronoun && tokens[opening.phrase.first]!.pos !== "NUM" ? voice : null;
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
  { tokens }: Frame,
  at: number,
  quotation: WholeQuotation,
  behind: Frame | undefined,
  reading: BlockReading,
  previous: BlockAttribution | null,
): BlockAttribution | null {
  const found = speakerOf(tokens, at, quotation.text.trimEnd());
  if (found?.subject)
    return addFound(found.subject, found.cue, quotation, true, tokens, reading, found.inferred);
  const alone = !tokens.some((token) => token.quotation < 0 && /[\p{L}\p{N}]/u.test(token.text));
  const last = reading.found.findLast((attribution) => attribution.direct) ?? null;
  const bare = alone || (at === 0 && !found);
  const voice = found?.inherit
    ? (previous ?? last)?.voice
    : bare
      ? speakerOfBare(reading, alone, behind, (frame) => personOf(subjectVoice(frame, reading)))
      : null;
  if (!voice) return null;
  const cue = found?.cue ? { start: tokens[found.cue.first]!.start, end: tokens[found.cue.last]!.end } : null;
  const plain = { speaker: null, role: null, content: quotation, direct: true, denied: false };
  const { pending, near } = reading;
  const told = [last?.voice, pending, near.voiced].some((one) => one?.canonical === voice.canonical);
  const inferred = !found?.inherit && !told;
  const attribution = { ...plain, voice, cue, inferred };
  reading.found.push(attribution);
  reading.near.acting = voice;
  return attribution;
}

function personOf(voice: Voice | null): Voice | null {
  return voice?.person ? voice : null;
}

function speakerFrom(subject: Subject, tokens: readonly FrameToken[], reading: BlockReading): Speaker {
  const { block, names, context } = reading;
  const read = (phrase: Phrase) => identify(block.text, tokens, phrase, names, context.people);
  const main = read(subject.phrase);
  const { beside } = subject;
  if (!beside || (main.named && main.role !== null)) return main;
  const first = Math.min(subject.phrase.first, beside.first);
  const whole = read({ first, last: Math.max(beside.last, subject.phrase.last) });
  if (main.named)
    return { ...main, role: headNoun(tokens, beside) ? (whole.role ?? spanOf(tokens, beside)) : null };
  if (whole.named) {
    const body = [subject.phrase, beside].some((phrase) => namesBody(tokens, phrase));
    return body ? { ...whole, person: false } : whole;
  }
  // "Kos, an engineer" is a person; "the operator, Straitline" is called by its name.
  if (/^\p{Lu}/u.test(main.canonical)) return { ...main, person: main.person || whole.person };
  const other = read(beside);
  return /^\p{Lu}/u.test(other.canonical) && !main.person ? other : main;
}

function spanOf(tokens: readonly FrameToken[], { first, last }: Phrase): Span {
  return { start: tokens[first]!.start, end: tokens[last]!.end };
}

function addFound(
  subject: Subject,
  cue: Found["cue"],
  content: Span,
  direct: boolean,
  tokens: readonly FrameToken[],
  reading: BlockReading,
  inferred = false,
): BlockAttribution | null {
  const speaker = speakerFrom(subject, tokens, reading);
  const voice =
    (/^(?:i|we)$/i.test(speaker.canonical) ? reading.turn : null) ??
    describedBy(speaker, reading) ??
    bodyMeant(speaker, reading) ??
    resolve(speaker, reading.context);
  if (!voice || /^(?:who|which|that|there)$/i.test(voice.canonical)) return null;
  remember(voice, reading.context);
  if (direct || voice.person) reading.near.acting = voice;
  if (!inferred) reading.near.voiced = voice;
  const attribution = {
    voice,
    speaker: speaker.span,
    role: speaker.role,
    cue: cue ? { start: tokens[cue.first]!.start, end: tokens[cue.last]!.end } : null,
    content: { start: content.start, end: content.end },
    direct,
    denied: cue !== null && DENIAL_VERBS.has(tokens[cue.first]!.lemma),
    inferred,
  };
  reading.found.push(attribution);
  return attribution;
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

/** Leaves for the block to come whose words a quotation at its start may be. A question waits for somebody else. */
function goOn({ quotations, found, near, context }: BlockReading): void {
  const last = quotations.at(-1);
  const voice = last && found.find(({ direct, content }) => direct && content.start === last.start)?.voice;
  if (last?.runsOn && voice) context.pending = voice;
  if (near.mentioned && !near.acting) remember(near.mentioned, context);
  context.spoke = last && /\?\s*$/.test(last.text) ? null : near.acting;
}
