/**
 * Whether a source speaks of a person as of a man or a woman, by its honorifics and pronouns. Knows readings; guesses nothing from
 * given names, and nothing of relatives who share a surname.
 */
import type { SourceReading } from "../../statements/types.ts";
import { keptWithin } from "../kept.ts";

export type Gender = "m" | "f";

/** What a pronoun tells of whoever it stands for. */
export function genderOfPronoun(word: string): Gender | null {
  if (/^he$/i.test(word)) return "m";
  return /^she$/i.test(word) ? "f" : null;
}

const HONORIFIC = /(?:^|[^\p{L}])(?<!\band )(?:(?<m>Mr|Sir|Lord)|(?<f>Mrs|Ms|Miss|Dame|Lady))\.? $/u;

/** How a source speaks of a person by the full name; null where it does not tell, or tells both. */
export const genderIn: (source: SourceReading, canonical: string) => Gender | null = keptWithin(
  (source: SourceReading, canonical: string) => {
    const found = new Set<Gender>();
    for (const { text, names, attributions } of source.sentences) {
      for (const name of names) {
        if (name.canonical !== canonical) continue;
        const groups = HONORIFIC.exec(text.slice(0, name.start))?.groups;
        if (groups) found.add(groups.m ? "m" : "f");
      }
      for (const { speaker, canonical: said } of attributions) {
        const gender =
          speaker && said === canonical ? genderOfPronoun(text.slice(speaker.start, speaker.end)) : null;
        if (gender) found.add(gender);
      }
    }
    const [only = null] = found;
    return found.size === 1 ? only : null;
  },
);
