/**
 * Words for where somebody stands on a matter: for it, against it, or undecided. Knows single words and fixed phrases as
 * lemmas; nothing of sentences.
 */

/** Where somebody stands. */
export type Attitude = "for" | "against" | "open";

const VERBS: ReadonlyMap<string, Attitude> = new Map([
  ...entries("for", "support back favor favour endorse welcome champion applaud advocate hail like"),
  ...entries(
    "against",
    "oppose reject resist criticize criticise condemn denounce decry deplore regret lament dislike",
  ),
]);

/** Words behind "be" or "remain". */
const STATES: ReadonlyMap<string, Attitude> = new Map([
  ...entries("for", "supportive relieved glad pleased delighted favorable favourable"),
  ...entries("against", "opposed against hostile"),
  ...entries("open", "undecided neutral"),
]);

/** Phrases behind "be", "take", "have" and "remain", as lower-case words joined by blanks. */
const PHRASES: ReadonlyMap<string, Attitude> = new Map([
  ["in favor of", "for"],
  ["in favour of", "for"],
  ["in favor", "for"],
  ["in favour", "for"],
  ["no position", "open"],
  ["no view", "open"],
  ["no opinion", "open"],
  ["not made up", "open"],
  ["not taken a position", "open"],
  ["not decided", "open"],
]);

function entries(attitude: Attitude, words: string): [string, Attitude][] {
  return words.split(" ").map((word) => [word, attitude]);
}

/** The attitude that a verb tells of its subject, by its lemma. */
export function attitudeOfVerb(lemma: string): Attitude | null {
  return VERBS.get(lemma) ?? null;
}

/** The attitude that a word tells behind "be". */
export function attitudeOfState(word: string): Attitude | null {
  return STATES.get(word) ?? null;
}

/** The attitude that the words from `at` on tell as a phrase, with the number of its words; the longest phrase counts. */
export function attitudeOfPhrase(
  words: readonly string[],
  at: number,
): { readonly attitude: Attitude; readonly length: number } | null {
  for (let length = Math.min(4, words.length - at); length >= 2; length--) {
    const attitude = PHRASES.get(words.slice(at, at + length).join(" "));
    if (attitude) return { attitude, length };
  }
  return null;
}
