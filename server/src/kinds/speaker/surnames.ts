/**
 * Names of persons: folding, surnames, and the fullest form of a name met before. Knows names, not sentences.
 */
import { HONORIFICS, isTitleNoun, ORGANISATION_WORDS, TITLE_PARTS } from "./cues.ts";
import type { KnownName } from "./person.ts";
import type { People } from "./trace.ts";

/** Lower case without accents. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The last word of a person's name, folded; "Tavares Lobo" gives "lobo". */
export function surnameOf(name: string): string {
  return fold(name.split(/\s+/).at(-1) ?? name).replace(/['’]s$/, "");
}

/** A name without the titles that another reader left before it: "Owner Dmitri Falk". */
export function untitled(canonical: string): string {
  const words = canonical.split(/\s+/);
  const title = (word: string) => isTitleNoun(word) || TITLE_PARTS.has(word) || HONORIFICS.has(word);
  while (words.length > 1 && title(words[0]!.toLowerCase())) words.shift();
  return words.join(" ");
}

/** "Lin" of Lin Guowei, "Isla" of Isla Ferrier: the word that a full name begins with, null where two begin alike. */
function registerFirst(full: string, people: People): void {
  const key = firstKey(full.split(/\s+/)[0]!);
  const known = people.surnames.get(key);
  if (known === undefined) people.surnames.set(key, full);
  else if (known !== null && fold(known) !== fold(full)) people.surnames.set(key, null);
}

/** The key under which people are found by their first name. */
export function firstKey(word: string): string {
  return `first ${fold(word).replace(/['’]s$/, "")}`;
}

/** The name is the surname of a longer one: "Vaughan" of Idris Vaughan. */
export function endsIn({ canonical, type }: KnownName, written: string): boolean {
  const words = canonical.split(/\s+/);
  if (type !== "unknown" || words.length < 2 || words.length > 4 || /\s/.test(written)) return false;
  return (
    fold(words.at(-1)!) === fold(written) && !words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase()))
  );
}

/** "CARMICHAEL" of a transcript is Carmichael. */
function inSmallLetters(name: string): string {
  if (!/^[\p{Lu}\s'’.-]{4,}$/u.test(name)) return name;
  return name.toLowerCase().replace(/(?:^|[\s'’.-])\p{Ll}/gu, (initial) => initial.toUpperCase());
}

/** Remembers a full name by its surname and gives the fullest form. */
export function register(spelled: string, canonical: string | null, people: People): string {
  const written = inSmallLetters(spelled);
  const surname = surnameOf(written);
  const isFull = /\s/.test(written);
  const known = people.surnames.get(surname);
  const fits = canonical !== null && /\s/.test(canonical) && fold(canonical).endsWith(fold(written));
  if (!isFull) return fits ? canonical : (known ?? people.surnames.get(firstKey(written)) ?? written);
  const full = canonical && canonical.length > written.length ? canonical : written;
  registerFirst(full, people);
  if (known === undefined) people.surnames.set(surname, full);
  else if (known !== null && fold(known) !== fold(full)) {
    people.surnames.set(surname, fold(known).split(" ")[0] === fold(full).split(" ")[0] ? known : null);
  }
  return full;
}
