/**
 * A speaker named behind a quotation that stands alone: "— Ida Wren, baker", "(Ida Wren)", "So says Ida Wren".
 * Knows one line and who was met before.
 */
import { tokenize } from "../../text/tokens.ts";
import type { SpeechContext } from "./context.ts";
import { identify, type Speaker } from "./person.ts";
import { phraseStartingAt } from "./phrase.ts";
import { withRight } from "./subject.ts";

const NAMED_BEHIND =
  /^[\s.,*]*(?:(?:That|This|Thus|So|The line|The words)\s(?:is|was|are|were|says|said|wrote|spoke|has said|comes from|came from|belongs to)(?:\sfrom|\sby)?\s|[—–-]{1,2}\s?|\()/;

/** "That is Ingrid Wren, who …", "— Ida Wren, baker", "(Ida Wren)" at the start of `rest`. */
export function namedBehind(rest: string, context: SpeechContext): Speaker | null {
  const head = NAMED_BEHIND.exec(rest.slice(0, 240));
  if (!head) return null;
  const line = rest.slice(head[0].length, head[0].length + 160);
  return nameIn(line, head[0].length, context);
}

export function nameIn(line: string, shift: number, context: SpeechContext): Speaker | null {
  const tokens = tokenize(line).map((token) => ({ ...token, quotation: -1 }));
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
