/**
 * The known word that a misspelt one was meant to be. Knows words only.
 */

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
    const changes = distance(lower, candidate);
    if (changes < least) [best, least] = [candidate, changes];
  }
  return best;
}

/** Letters to add, leave out, change or swap. */
function distance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
