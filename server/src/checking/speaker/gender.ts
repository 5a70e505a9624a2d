/**
 * Whether a source speaks of a person as of a man or a woman, by its honorifics and pronouns. Knows readings; guesses nothing from
 * given names.
 */
import { FEMALE, MALE } from "../../kinds/speaker/cues.ts";
import { surnameOf } from "../../kinds/speaker/surnames.ts";
import type { SourceReading } from "../../statements/types.ts";
import { keptWithin } from "../kept.ts";

export type Gender = "m" | "f";

/** What a pronoun or an honorific tells. */
export function genderOfWord(word: string): Gender | null {
  const lower = word.toLowerCase();
  if (lower === "he" || lower === "his" || MALE.has(lower)) return "m";
  return lower === "she" || lower === "her" || FEMALE.has(lower) ? "f" : null;
}

/** How a source speaks of a person; null where it does not tell, or tells both. */
export const genderIn: (source: SourceReading, canonical: string) => Gender | null = keptWithin(
  (source: SourceReading, canonical: string) => {
    const surname = surnameOf(canonical);
    const found = new Set<Gender>();
    for (const { text, names, attributions } of source.sentences) {
      for (const name of names) {
        if (surnameOf(name.canonical) !== surname) continue;
        const before = /(\S+)\s$/.exec(text.slice(0, name.start))?.[1] ?? "";
        add(found, genderOfWord(before) ?? genderOfWord(text.slice(name.start).split(/\s/, 1)[0]!));
      }
      for (const { speaker, canonical: said } of attributions)
        if (speaker && surnameOf(said) === surname)
          add(found, genderOfWord(text.slice(speaker.start, speaker.end).split(/\s/, 1)[0]!));
    }
    const [only = null] = found;
    return found.size === 1 ? only : null;
  },
);

function add(found: Set<Gender>, gender: Gender | null): void {
  if (gender) found.add(gender);
}
