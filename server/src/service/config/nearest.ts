/**
 * The known word that a misspelt one was meant to be. Knows words only.
 */
import { editDistance } from "../../text/edit-distance.ts";

/** Longer words are nobody's slip. */
const LONGEST = 40;

/** What other tools call a key of ours. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  files: "drafts",
  ignore: "exclude",
  ignores: "exclude",
  include: "sources",
  references: "sources",
  rules: "severity",
  today: "date",
  warn: "warning",
  info: "information",
};

/** The nearest of the known words, or null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase();
  if (lower.length > LONGEST) return null;
  const other = ELSEWHERE[lower];
  if (other !== undefined && known.includes(other)) return other;
  let best: string | null = null;
  let least = 1 + Math.ceil(lower.length / 4);
  for (const candidate of known) {
    const changes = editDistance(lower, candidate, { swaps: true });
    if (changes < least) [best, least] = [candidate, changes];
  }
  return best;
}
