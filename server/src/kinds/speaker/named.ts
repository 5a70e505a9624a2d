/**
 * A speaker named behind a quotation that stands alone: "— Ida Wren, baker", "(Ida Wren)", "So says Ida Wren".
 * Knows one line and who was met before.
 */
import { attributionLineStart, type WholeQuotation } from "../quotation/read.ts";
import type { BlockReading, SpeechBlock } from "./block.ts";
import { remember, type SpeechContext, type Voice } from "./context.ts";
import { tokensOf } from "./frame.ts";
import { identify, type Speaker } from "./person.ts";
import { phraseStartingAt } from "./phrase.ts";
import type { BlockAttribution } from "./result.ts";
import { withRight } from "./subject.ts";

const NAMED_BEHIND =
  /^[\s.,*]*(?:(?:That|This|Thus|So|The line|The words)\s(?:is|was|are|were|says|said|wrote|spoke|has said|comes from|came from|belongs to)(?:\sfrom|\sby)?\s|[—–-]{1,2}\s?|\()/;

/** "That is Ingrid Wren, who …", "— Ida Wren, baker", "(Ida Wren)" at the start of `rest`. */
function namedBehind(rest: string, context: SpeechContext): Speaker | null {
  const head = NAMED_BEHIND.exec(rest.slice(0, 240));
  if (!head) return null;
  const line = rest.slice(head[0].length, head[0].length + 160);
  return nameIn(line, head[0].length, context);
}

/** Who is named at the start of a line of its own, or null; its span is moved by `shift` to count in the block. */
export function nameIn(line: string, shift: number, context: SpeechContext): Speaker | null {
  const tokens = tokensOf(line);
  const phrase = phraseStartingAt(tokens, 0);
  if (!phrase) return null;
  const subject = withRight(tokens, phrase);
  const whole = subject.beside ? { first: phrase.first, last: subject.last } : phrase;
  const main = identify(line, tokens, phrase, [], context.people);
  const speaker = main.person && !subject.beside ? main : identify(line, tokens, whole, [], context.people);
  if (!speaker.person && !/^\p{Lu}/u.test(speaker.canonical)) return null;
  return {
    ...speaker,
    span: { start: speaker.span.start + shift, end: speaker.span.end + shift },
    role: null,
  };
}

/** A quotation that opens a block and is named in the sentence behind: "So says Ida Wren." */
export function nameWhatStandsAlone(reading: BlockReading): void {
  const { quotations, block, found } = reading;
  quotations.forEach((quotation, index) => {
    if (
      quotation.scare ||
      found.some((attribution) => attribution.direct && attribution.content.start === quotation.start)
    )
      return;
    const shift = quotation.outer.end;
    const rest = block.text.slice(shift, quotations[index + 1]?.outer.start ?? block.text.length);
    const speaker = rest === "" ? null : namedBehind(rest, reading.context);
    const voice = speaker
      ? voiceFor(speaker)
      : shift === block.text.length
        ? nextVoice(block, reading.context)
        : null;
    if (!voice) return;
    const at = speaker ? { start: speaker.span.start + shift, end: speaker.span.end + shift } : null;
    found.push({
      voice,
      speaker: at,
      role: null,
      cue: null,
      content: quotation,
      direct: true,
      denied: false,
    });
  });
}

function voiceFor({ canonical, person, gender }: Speaker): Voice {
  return { canonical, person, gender };
}

/** The speaker that the next block names; it is kept for that block, where its words stand. */
function nextVoice(block: SpeechBlock, context: SpeechContext): Voice | null {
  const speaker = block.next === null ? null : namedBehind(block.next, context);
  if (!speaker) return null;
  const voice = voiceFor(speaker);
  context.behind = { voice, span: speaker.span };
  return voice;
}

/** A quoted block: named by its own last line, by the line behind, or by what led into it. */
export function namedQuote(
  block: SpeechBlock,
  quotation: WholeQuotation,
  context: SpeechContext,
  pending: Voice | null,
): BlockAttribution | null {
  const at = attributionLineStart(block.text);
  const own = at === null ? null : namedBehind(block.text.slice(at), context);
  const voice = own ? voiceFor(own) : (nextVoice(block, context) ?? pending);
  if (!voice) return null;
  remember(voice, context);
  const span = own && at !== null ? { start: own.span.start + at, end: own.span.end + at } : null;
  return { voice, speaker: span, role: null, cue: null, content: quotation, direct: true, denied: false };
}
