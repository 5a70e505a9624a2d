/**
 * Whether two names mean the same entity. Knows the gazetteer; nothing of the documents around them.
 */
import { type EntityRelation, foldName, liesIn, lookUpName, sameEntity } from "../../lexicon/gazetteer.ts";
import { initialsOf } from "./registry.ts";
import { isAcronym } from "./run.ts";
import { furtherHeads, genericBodies, organisationHeads, placeHeads } from "./words.ts";

/**
 * How a name stands to another as both are written: the same entity, one a metonym of the other (a capital, or a town for
 * its country), surely different, or not to be told.
 */
export function compareNames(a: string, b: string): EntityRelation {
  const left = foldName(a);
  const right = foldName(b);
  if (left === right || isPluralOf(left, right) || isPluralOf(right, left)) return "same";
  if (/^[A-Z]{2,8}s?$/.test(a) && /^[A-Z]{2,8}s?$/.test(b) && a.replace(/s$/, "") === b.replace(/s$/, ""))
    return "same";
  const known = sameEntity(a, b);
  if (known === "same" || known === "metonym") return known;
  if (known === "different") return liesIn(a, b) || liesIn(b, a) ? "metonym" : "different";
  if (lookUpName(a).length > 0 && lookUpName(b).length > 0) return "unknown";
  if (isInitialsOf(a, b) || isInitialsOf(b, a)) return "same";
  const one = wordsOf(left);
  const other = wordsOf(right);
  if (isPartOf(one, other) || isPartOf(other, one)) return "same";
  if (isShortened(one, other) || isShortened(other, one)) return "unknown";
  if (beginsInitialsOf(a, b) || beginsInitialsOf(b, a)) return "unknown";
  if (differInOneWord(one, other)) return "different";
  if (shareRareWord(one, other) || areGeneric(one, other)) return "unknown";
  return "different";
}

/** "the Independents" of the "Independent group". */
function isPluralOf(plural: string, name: string): boolean {
  return name.length > 4 && plural === `${name}s`;
}

function isInitialsOf(short: string, long: string): boolean {
  return isAcronym(short) && long.includes(" ") && initialsOf(long) === foldName(short);
}

/** "FCWC" and a name of more words whose first four have these initials. */
function beginsInitialsOf(short: string, long: string): boolean {
  return isAcronym(short) && short.length >= 3 && initialsOf(long).startsWith(foldName(short));
}

function wordsOf(name: string): string[] {
  return name.split(/[\s-]+/).filter((word) => !/^(?:of|the|and|for|on|&|'s|s)$/.test(word));
}

function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false;
  return short.every((word) => long.includes(word));
}

/** "Met Service" and "Meteorological Service": word by word the one begins the other. */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  if (short.length !== long.length || short.length < 2) return false;
  return short.every((word, i) => word.length >= 3 && (long[i] as string).startsWith(word));
}

/** "Cedar Falls" and "Alder Falls", the Canadian and the Australian "Space Fund"; not the given names of one person. */
function differInOneWord(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const differing = a.flatMap((word, i) => (word === b[i] ? [] : [[word, b[i] as string] as const]));
  const [pair] = differing;
  if (!pair || differing.length > 1) return false;
  return isNamingHead(a.at(-1) as string) && a.at(-1) === b.at(-1) && pair.every((word) => word.length > 2);
}
/** What a place or a body is called last, so that the words before it tell which one. */
const isNamingHead = (word: string): boolean =>
  organisationHeads.has(word) || placeHeads.has(word) || furtherHeads.has(word);

function shareRareWord(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => word.length > 3 && !organisationHeads.has(word) && b.includes(word));
}

/** "the House" and "the Legislative Assembly": a word of office that may stand for a body of the same sort. */
function areGeneric(a: readonly string[], b: readonly string[]): boolean {
  if (a.length > 1 && b.length > 1) return false;
  const [one, other] = [a.at(-1) ?? "", b.at(-1) ?? ""];
  return genericBodies.some((group) => group.has(one) && group.has(other));
}
