/**
 * Whether a sentence says a name in so many letters, read as a name there or not. Knows words only.
 */
import { organisationHeads, placeHeads } from "../../kinds/name/words.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";

/** So many letters tell a name from others. */
const STEM = 5;

/** The last word of a name that may be a person's, "" of any other. */
function lastWordOf({ text, type }: NameMention): string {
  const last = text.slice(text.lastIndexOf(" ") + 1);
  if (last === text || (type !== "person" && type !== "unknown")) return "";
  const word = last.toLowerCase();
  return /^\p{Lu}\p{L}{3,}$/u.test(last) && !organisationHeads.has(word) && !placeHeads.has(word) ? last : "";
}

/** Whether the last word of a full name that may be a person's stands in a sentence as a word. */
export function saysSurname({ tokens }: Sentence, name: NameMention): boolean {
  const surname = lastWordOf(name);
  return surname !== "" && tokens.some(({ text }) => text === surname);
}

/** Whether the words of the name, or a word formed from it ("Bavarian"), stand in a sentence, read as a name or not. */
export function saysName(sentence: Sentence, name: NameMention): boolean {
  const { text } = sentence;
  if (text.includes(name.text) || saysSurname(sentence, name)) return true;
  return (
    !name.text.includes(" ") &&
    name.text.length >= STEM + 1 &&
    text.includes(name.text.slice(0, Math.max(STEM, name.text.length - 2)))
  );
}
