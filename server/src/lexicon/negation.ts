/**
 * Words that turn a statement round, openly ("not") or by their sense ("fail to"). Knows lemmas, fixed phrases and
 * prefixes; how far a negation reaches in a sentence is the caller's business.
 */

import { antonyms } from "../../data/antonyms.ts";
import { once } from "./once.ts";
import { rankOf } from "./vectors.ts";

/** Open negations; one of them turns its clause round. */
export const NEGATORS: ReadonlySet<string> = new Set(
  "not n't no none never neither nor nobody nothing nowhere cannot without no-one nought".split(" "),
);

/** They leave a remainder: "hardly any", "few came". */
export const WEAK_NEGATORS: ReadonlySet<string> = new Set(
  "hardly barely scarcely rarely seldom little few only almost nearly".split(" "),
);

/**
 * Verbs, adjectives and nouns that deny what they govern ("fail to agree", "the absence of a deal"), with how surely:
 * "refuse" settles it, "hesitate" leaves it open.
 */
export const IMPLICIT_NEGATORS: ReadonlyMap<string, number> = new Map([
  ["fail", 0.9],
  ["refuse", 0.9],
  ["decline", 0.8],
  ["deny", 0.9],
  ["reject", 0.9],
  ["lack", 0.9],
  ["absent", 0.9],
  ["absence", 0.9],
  ["unaware", 0.8],
  ["unable", 0.9],
  ["unwilling", 0.8],
  ["reluctant", 0.5],
  ["hesitate", 0.5],
  ["avoid", 0.8],
  ["prevent", 0.9],
  ["stop", 0.7],
  ["block", 0.8],
  ["prohibit", 0.8],
  ["forbid", 0.8],
  ["ban", 0.7],
  ["abandon", 0.8],
  ["cancel", 0.8],
  ["scrap", 0.8],
  ["drop", 0.5],
  ["withdraw", 0.6],
  ["withhold", 0.8],
  ["refrain", 0.9],
  ["abstain", 0.7],
  ["omit", 0.9],
  ["neglect", 0.8],
  ["forget", 0.8],
  ["miss", 0.6],
  ["oppose", 0.7],
  ["veto", 0.9],
  ["dismiss", 0.7],
  ["refute", 0.9],
  ["rebut", 0.8],
  ["dispute", 0.6],
  ["doubt", 0.6],
  ["exclude", 0.7],
  ["exempt", 0.8],
  ["unchanged", 0.9],
  ["failure", 0.9],
  ["refusal", 0.9],
  ["denial", 0.9],
  ["rejection", 0.9],
  ["false", 0.9],
  ["untrue", 0.9],
  ["wrong", 0.7],
  ["impossible", 0.9],
  ["unlikely", 0.6],
  ["instead", 0.3],
]);

/** Phrases of lemmas that deny what follows (or, "nothing of the sort", what precedes), longest first when matched. */
export const NEGATIVE_PHRASES: ReadonlyMap<string, number> = new Map([
  ["yet to", 0.9],
  ["stop short of", 0.9],
  ["short of", 0.6],
  ["far from", 0.8],
  ["nothing of the sort", 1],
  ["nothing of the kind", 1],
  ["rule out", 0.9],
  ["no longer", 1],
  ["not yet", 1],
  ["by no means", 1],
  ["in no way", 1],
  ["anything but", 0.9],
  ["on no account", 1],
  ["under no circumstances", 1],
  ["at no point", 1],
  ["at no time", 1],
  ["no such", 1],
  ["rather than", 0.7],
  ["instead of", 0.8],
  ["fall short of", 0.8],
  ["in the absence of", 0.9],
  ["free of", 0.8],
  ["devoid of", 0.9],
  ["hold off", 0.7],
  ["back away from", 0.7],
  ["back out of", 0.8],
  ["pull out of", 0.8],
  ["turn down", 0.9],
  ["call off", 0.8],
  ["throw out", 0.8],
  ["strike down", 0.8],
  ["vote against", 0.9],
  ["vote down", 0.9],
]);

/** Phrases that look negative and are not: "not only … but", "no doubt", "nothing but". */
export const FALSE_NEGATIONS: ReadonlySet<string> = new Set([
  "not only",
  "not just",
  "not merely",
  "not least",
  "not simply",
  "not solely",
  "no doubt",
  "no less than",
  "no fewer than",
  "no more than",
  "no later than",
  "no earlier than",
  "no sooner than",
  "nothing but",
  "nothing less than",
  "nothing short of",
  "none other than",
  "no matter",
  "whether or not",
  "if not",
  "never before",
  "not to mention",
]);

/** How strongly a lemma or phrase turns its clause round, 0 (not at all) to 1 (outright). */
export function negationStrength(lemma: string): number {
  if (NEGATORS.has(lemma)) return 1;
  const fixed = NEGATIVE_PHRASES.get(lemma) ?? IMPLICIT_NEGATORS.get(lemma);
  if (fixed !== undefined) return fixed;
  if (lemma === "hardly" || lemma === "barely" || lemma === "scarcely") return 0.7;
  if (lemma === "rarely" || lemma === "seldom" || lemma === "few" || lemma === "little") return 0.5;
  return negativePrefix(lemma) === null ? 0 : 0.8;
}

/**
 * The word that a negative prefix turns round ("unfunded" → "funded", "non-binding" → "binding"), or null: only where the
 * rest is a word and, for prefixes that also mean other things (in-, dis-), WordNet opposes the two.
 */
export function negativePrefix(lemma: string): string | null {
  const match = /^(un|non-?|in|im|il|ir|dis)([a-z]{4,40})$/.exec(lemma);
  if (match === null) return null;
  const [, prefix, rest] = match as unknown as [string, string, string];
  if (NOT_NEGATIVE.has(lemma)) return null;
  if (prefixedPairs().has(`${lemma}/${rest}`)) return rest;
  if (prefix.startsWith("non")) return rankOf(rest) >= 0 ? rest : null;
  return prefix === "un" && /(?:ed|able|ing|ful|ly)$/.test(rest) && isWord(rest) ? rest : null;
}

const NOT_NEGATIVE = new Set([
  "united",
  "uniting",
  "unity",
  "unionized",
  "under",
  "until",
  "unique",
  "nonsense",
  "nonplus",
  "nonchalant",
]);

function isWord(rest: string): boolean {
  if (rankOf(rest) >= 0) return true;
  const base = rest.replace(/(?:ed|ing|able)$/, "");
  return (
    base !== rest &&
    (rankOf(base) >= 0 || rankOf(`${base}e`) >= 0 || rankOf(base.replace(/(.)\1$/, "$1")) >= 0)
  );
}

const prefixedPairs = once(() => {
  const prefixed = new Set<string>();
  for (const pair of antonyms.split(" ")) {
    const [a, b] = pair.split("/") as [string, string];
    if (a.endsWith(b)) prefixed.add(`${a}/${b}`);
    else if (b.endsWith(a)) prefixed.add(`${b}/${a}`);
  }
  return prefixed;
});
