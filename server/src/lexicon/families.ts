/**
 * Families of words derived from one another: adopt, adoption, adopted. Knows WordNet's derivations (as data) and the
 * endings of participles; nothing of meaning beyond that.
 */

import { families } from "../../data/families.ts";
import { once } from "./once.ts";
import { american } from "./spelling.ts";
import { rankOf } from "./vectors.ts";

/** Kin that share fewer than two letters, or that are participles of short verbs: the data cannot hold them. Root first. */
const IRREGULAR = ["sell sale", "die death dead", "fly flight", "ban banned"];

/** First two letters whose families are unpacked already. */
const unpacked = new Set<string>();
const MOST_WORDS = 60000;

/**
 * The key that a word shares with its derivations ("decide" for decision, "adopt" for adopted); the word itself
 * (in American spelling) where no family is known. Takes a lower-case lemma.
 */
export function family(lemma: string): string {
  const known = listed(lemma);
  if (known !== undefined) return known;
  const key = derive(lemma);
  const table = rootsOf();
  if (table.size < MOST_WORDS && lemma.length <= 40) table.set(lemma, key);
  return key;
}

/** Whether two lemmas are one word or derived from one another. */
export function sameFamily(a: string, b: string): boolean {
  return a === b || family(a) === family(b);
}

/** Whether the word names who does or undergoes what its family says ("adopter", "lender", "employee"). */
export function isAgent(lemma: string): boolean {
  return /[^aeiou](?:er|or|ee|ist|ian|eer)$/.test(lemma) && family(lemma) !== lemma;
}

function derive(lemma: string): string {
  const again = repeated(lemma);
  if (again !== null) return again;
  if (rankOf(lemma) >= 0) return lemma;
  const us = american(lemma, (word) => rankOf(word) >= 0 || listed(word) !== undefined);
  if (us !== null) return listed(us) ?? derive(us);
  return participleBase(lemma) ?? qualityBase(lemma) ?? lemma;
}

/** "recalculation" → "recalculate": what is done again is derived as what is done. */
function repeated(lemma: string): string | null {
  const rest = /^re-?([a-z]{5,40})$/.exec(lemma)?.[1];
  const root = rest === undefined ? undefined : listed(rest);
  return root === undefined ? null : `re${root}`;
}

/** "lateness" → "late", "tardiness" → "tardy": what it is to be so. */
function qualityBase(lemma: string): string | null {
  if (lemma.length > 40 || !/^.{3,}ness$/.test(lemma)) return null;
  const base = lemma.slice(0, -4);
  for (const candidate of [base, base.replace(/i$/, "y")]) {
    const root = listed(candidate);
    if (root !== undefined) return root;
    if (rankOf(candidate) >= 0) return candidate;
  }
  return null;
}

/** "postponed" → "postpone": only where the data knows the verb and does not list the participle as a word of its own. */
function participleBase(lemma: string): string | null {
  if (lemma.length > 40) return null;
  const match = /^(.{3,})(?:ed|ing)$/.exec(lemma);
  if (match === null) return null;
  const base = match[1]!;
  for (const candidate of [base, `${base}e`, base.replace(/(.)\1$/, "$1"), base.replace(/i$/, "y")]) {
    const root = listed(candidate);
    if (root !== undefined) return root;
    if (rankOf(candidate) >= 0) return candidate;
  }
  return null;
}

/** The root as the data or an earlier answer gives it. Members share their root's first two letters. */
function listed(word: string): string | undefined {
  const table = rootsOf();
  const known = table.get(word);
  if (known !== undefined) return known;
  const start = word.slice(0, 2);
  if (unpacked.has(start)) return undefined;
  unpack(start, table);
  return table.get(word);
}

const rootsOf = once(() => {
  const roots = new Map<string, string>();
  for (const line of IRREGULAR) {
    const members = line.split(" ");
    for (const member of members) roots.set(member, members[0]!);
  }
  return roots;
});

function unpack(start: string, table: Map<string, string>): void {
  unpacked.add(start);
  if (!/^[a-z]{2}$/.test(start)) return;
  let at = families.indexOf(`\n${start}`);
  while (at >= 0 && families.startsWith(start, at + 1)) {
    const end = families.indexOf("\n", at + 1);
    const [root, ...members] = families.slice(at + 1, end).split(" ");
    if (!table.has(root!)) table.set(root!, root!);
    for (const member of members) {
      const word = root!.slice(0, Number.parseInt(member[0]!, 36)) + member.slice(1);
      if (!table.has(word)) table.set(word, root!);
    }
    at = end;
  }
}
