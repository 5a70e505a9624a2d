/**
 * The fields that offices have: "foreign", "finance", "compliance". Knows parsed roles; not whose they are.
 */
import { foldName } from "../../lexicon/gazetteer.ts";
import type { RoleValue } from "./types.ts";

const fieldSynonyms: readonly (readonly string[])[] = [
  ["finance", "treasury", "exchequer", "budget", "financial"],
  ["foreign", "external"],
  ["interior", "home"],
  ["defence", "defense", "war"],
  ["labour", "labor", "employment", "work"],
  ["health", "healthcare"],
  ["transport", "transportation", "infrastructure"],
  ["environment", "environmental", "climate", "ecology"],
  ["press", "media", "communications"],
];

/** Fields differ where neither names one of the other's, in its field or in its body's name; bodies of one name tell of none. */
export function domainsConflict(a: RoleValue, b: RoleValue): boolean {
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  if (left.own.length === 0 || right.own.length === 0) return false;
  const meet = (one: readonly string[], other: readonly string[]) =>
    one.some((field) => other.some((word) => sameField(field, word)));
  return !meet(left.own, right.own) && !meet(left.own, right.body) && !meet(right.own, left.body);
}

/** The field words, and those of the body's name, where the other side may state them. */
function fieldsOf(role: RoleValue): { own: string[]; body: string[] } {
  const telling = (words: readonly string[]) => words.filter((word) => word.length > 3 && word !== "affairs");
  return { own: telling(role.domain), body: telling(foldName(role.body).split(/[\s'-]+/)) };
}

/** Whether two words name one field: alike at the beginning, or known as the same. */
export function sameField(a: string, b: string): boolean {
  if (a === b || (a.length >= 5 && b.length >= 5 && a.slice(0, 5) === b.slice(0, 5))) return true;
  return fieldSynonyms.some((group) => group.includes(a) && group.includes(b));
}
