/**
 * Families of words derived from one another: adopt, adoption, adopted. Knows WordNet's derivations (as data) and the
 * endings of participles; nothing of meaning beyond that.
 */
import { families } from "../../data/families.ts";
import { american } from "./spelling.ts";
import { rankOf } from "./vectors.ts";

/** Pairs that the data lacks: irregular, zero-derived, or too rare. Root first. */
const EXTRA = [
  "adopt adoption adopted",
  "attend attendee attendance",
  "unemployed unemployment",
  "jobless joblessness",
  "fine finer",
  "ban banned",
  "invest investment investor",
  "analyze analysis analyst analytical",
  "comply compliance compliant",
  "sell sale",
  "lose loss",
  "die death dead",
  "choose choice",
  "buy buyer",
  "give gift",
  "fly flight",
  "prove proof",
  "receive receipt recipient",
  "succeed success successful successfully",
  "apply application applicant",
  "respond response",
  "resign resignation",
  "accede accession",
  "oppose opposition opponent",
  "privatize privatization",
  "nationalize nationalization",
  "organize organization organizer",
  "authorize authorization",
  "legal legally legality legalize",
  "solve solution",
  "expand expansion",
  "extend extension",
  "suspend suspension",
  "exclude exclusion",
  "include inclusion",
  "conclude conclusion",
  "vote voter",
  "win winner",
  "veto",
];

let roots: Map<string, string> | null = null;

/**
 * The key that a word shares with its derivations ("decide" for decision, "adopt" for adopted); the word itself
 * (in American spelling) where no family is known. Takes a lower-case lemma.
 */
export function family(lemma: string): string {
  const table = ensure();
  const known = table.get(lemma);
  if (known !== undefined) return known;
  const key = derive(lemma, table);
  if (table.size < 60000 && lemma.length <= 40) table.set(lemma, key);
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

function derive(lemma: string, table: Map<string, string>): string {
  const us = american(lemma, (word) => table.has(word) || rankOf(word) >= 0);
  if (us !== null && rankOf(lemma) < 0) return table.get(us) ?? derive(us, table);
  const verb = participleBase(lemma, table);
  return verb ?? lemma;
}

/** "postponed" → "postpone": only where the data knows the verb and does not list the participle as a word of its own. */
function participleBase(lemma: string, table: Map<string, string>): string | null {
  if (rankOf(lemma) >= 0 || lemma.length > 40) return null;
  const match = /^(.{3,})(?:ed|ing)$/.exec(lemma);
  if (match === null) return null;
  const base = match[1]!;
  const candidates = [base, `${base}e`, base.replace(/(.)\1$/, "$1"), base.replace(/i$/, "y")];
  for (const candidate of candidates) {
    const root = table.get(candidate);
    if (root !== undefined) return root;
    if (rankOf(candidate) >= 0) return candidate;
  }
  return null;
}

function ensure(): Map<string, string> {
  roots ??= unpack();
  return roots;
}

function unpack(): Map<string, string> {
  const table = new Map<string, string>();
  for (const line of families.split("\n")) {
    const [root, ...members] = line.split(" ");
    table.set(root!, root!);
    for (const member of members)
      table.set(root!.slice(0, Number.parseInt(member[0]!, 36)) + member.slice(1), root!);
  }
  for (const line of EXTRA) {
    const members = line.split(" ");
    const root = table.get(members[0]!) ?? members[0]!;
    for (const member of members) table.set(member, root);
  }
  return table;
}
