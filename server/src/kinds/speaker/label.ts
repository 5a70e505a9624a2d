/**
 * The name before a colon that opens a transcript's paragraph: "Joan Pike: Yes.", "Q4 Chair: Why?". Knows one text.
 */
import type { Span } from "../../text/types.ts";
import { HONORIFICS, isPersonNoun, ORGANISATION_WORDS } from "./cues.ts";

export interface TranscriptLabel {
  readonly name: string;
  /** The name in the text. */
  readonly span: Span;
  /** Where the spoken words begin. */
  readonly content: number;
}

const LABEL =
  /^(?:[QA]\d{0,3}[.:]?\s+)?((?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:[ \t]+(?:\p{Lu}[\p{L}\p{M}.'’-]*|van|de|von|da|der)){0,5})(?:\s\([^()]{1,60}\))?:\s+(?=\S)/u;

/** The label, or null where the block is no turn of a transcript. `isMet` knows the surnames of those met before. */
export function transcriptLabel(text: string, isMet: (surname: string) => boolean): TranscriptLabel | null {
  const match = LABEL.exec(text.slice(0, 160));
  if (!match) return null;
  const name = match[1]!;
  const words = name.split(/\s+/);
  const numbered = /^[QA]\d/.test(text);
  const titled = HONORIFICS.has(words[0]!.toLowerCase());
  const role = isPersonNoun(words.at(-1)!.toLowerCase());
  if (words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase())) && !role) return null;
  if (
    !numbered &&
    !role &&
    !titled &&
    !(words.length === 1 && isMet(name)) &&
    (words.length < 2 || words.length > 4)
  )
    return null;
  const content = text.slice(match[0].length).trim();
  if (content.length < 2 || /^["“«„‘']/.test(content)) return null;
  const start = text.indexOf(name);
  return { name, span: { start, end: start + name.length }, content: match[0].length };
}
