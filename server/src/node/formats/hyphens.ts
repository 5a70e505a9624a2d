/**
 * Joins the lines of a paragraph and undoes the hyphens that only a line's end brought in. Knows words of the document;
 * nothing of places on a page.
 */

/** First halves of English compounds that keep their hyphen more often than not. */
const KEPT = new Set(
  "cross deep eight ever fifty first five forty four full half hard high large late left life light like long low mid middle nine ninety non one open part second self seven seventy short single six sixty small so state ten third thirty three twenty two water well wide world zero".split(
    " ",
  ),
);

/** The words of a document and those with a hyphen inside, in small letters; without the broken ones at line ends. */
export class Vocabulary {
  readonly #words = new Set<string>();

  add(line: string): void {
    for (const [word] of line.matchAll(/[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*(?![-‐‑])/gu))
      this.#words.add(word.replace(/[‐‑]/g, "-").toLowerCase());
  }

  has(word: string): boolean {
    return this.#words.has(word.toLowerCase());
  }
}

/** The lines as one. */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  const parts: string[] = [];
  let last = "";
  for (const [at, line] of lines.entries()) {
    if (at > 0) parts.push(joinPair(last, line, vocabulary));
    last = line;
  }
  return parts.join("") + last;
}

/** The line `before` with what stands between it and `line`. */
export function joinPair(before: string, line: string, vocabulary: Vocabulary): string {
  const first = /([\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*)([-‐‑\u00ad])$/u.exec(before.slice(-80));
  const second = /^[\p{L}\p{N}]+/u.exec(line.slice(0, 80))?.[0];
  if (!first || second === undefined) {
    const isDash = /[–—/]$/.test(before) && /[^\s][–—/]$/.test(before);
    return isDash ? before : `${before} `;
  }
  const bare = before.slice(0, -1);
  return isHyphenKept(first[1]!, second, first[2]!, vocabulary) ? `${bare}-` : bare;
}

function isHyphenKept(first: string, second: string, mark: string, vocabulary: Vocabulary): boolean {
  if (mark === "\u00ad") return false;
  if (/\d$/.test(first) || /^\d/.test(second) || /^\p{Lu}/u.test(second)) return true;
  if (first.includes("-")) return true;
  if (vocabulary.has(`${first}-${second}`)) return true;
  if (vocabulary.has(first + second)) return false;
  if (KEPT.has(first.toLowerCase())) return true;
  // “policy-makers”, “cost-effective”: both halves are words of the document, and long ones.
  return first.length > 3 && second.length > 4 && vocabulary.has(first) && vocabulary.has(second);
}
