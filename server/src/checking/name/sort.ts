/**
 * What sort of thing a name names, finer than its type: so that a town is not held for a country, nor "the Board" for a
 * body of its own. Knows names and the words of their sentence.
 */
import { genericBodies, organisationHeads, placeHeads, workHeads } from "../../kinds/name/words.ts";
import { foldName, isRegion, lookUpName } from "../../lexicon/gazetteer.ts";
import type { NameMention, Sentence, SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { sameName } from "./context.ts";
import type { Slot } from "./slot.ts";

/** "other" is a name that tells nothing of itself: a firm, a village, a surname. */
export type NameSort = "person" | "country" | "town" | "region" | "body" | "work" | "other";

/** The sort of a name, or null for what is no name of its own: "the Board", "the North". */
export function sortOf({ text, type }: NameMention): NameSort | null {
  if (isRegion(text)) return null;
  const known = type === "person" ? undefined : lookUpName(text)[0];
  if (known && known.entity.type === "place")
    return known.sense === "name" || known.sense === "people" ? "country" : "town";
  const words = foldName(text).split(" ");
  if (words.length === 1 && isCommon(words[0] as string)) return null;
  if (type === "person") return "person";
  if (known || type === "organisation") return "body";
  if (type === "work") return "work";
  return type === "place" ? "town" : "other";
}

const isCommon = (word: string): boolean =>
  organisationHeads.has(word) ||
  placeHeads.has(word) ||
  workHeads.has(word) ||
  genericBodies.some((group) => group.has(word));

/** Whether a name of the one sort can stand where one of the other stands: surely, or as far as the names show. */
export function matchSorts(a: NameMention, b: NameMention): "sure" | "possible" | "no" {
  const [one, other] = [sortOf(a), sortOf(b)];
  if (one === null || other === null) return "no";
  if (one === "town" && other === "town") return isKnownPlace(a) === isKnownPlace(b) ? "sure" : "possible";
  if (one === other && one !== "other") return "sure";
  if (a.text.includes(" ") !== b.text.includes(" ")) return "no";
  if (one === other) return "sure";
  if (one !== "other" && other !== "other") return "no";
  const sorts = [one, other];
  if (sorts.includes("person") && a.text.includes(" ")) return "sure";
  return sorts.includes("country") || sorts.includes("work") ? "no" : "possible";
}

/** "went to Luganville", "trains in Port Leith": names that stand where only a place does, whatever their words show. */
export function arePlaces(a: NameMention, slot: Slot, b: NameMention, other: Slot): boolean {
  const [one, two] = [sortOf(a), sortOf(b)];
  if (![one, two].every((sort) => sort === "town" || sort === "other")) return false;
  if (![slot, other].every(({ class: part }) => part === "place" || part === "goal")) return false;
  return one === "town" || two === "town" || (slot.class === "place" && other.class === "place");
}

/**
 * "built for Norlys" beside "built in Lisport", "presented to Ms Dow" beside "presented at the theatre": names in other slots, of
 * which one is where the thing is done and the other is no place.
 */
export function isBesidePlace(a: NameMention, slot: Slot, b: NameMention, other: Slot): boolean {
  if (slot.class === other.class || (slot.class !== "place" && other.class !== "place")) return false;
  const [elsewhere, part] = slot.class === "place" ? [b, other.class] : [a, slot.class];
  // "went to Luganville" beside "moved in": where something goes may be a place that no list has.
  if (part === "goal" && elsewhere.type === "unknown" && !elsewhere.text.includes(" ")) return false;
  return elsewhere.type !== "place" && elsewhere.type !== "group";
}

/** What only stands once behind "in" may be a firm. */
const isKnownPlace = ({ text }: NameMention): boolean => lookUpName(text).length > 0;

/** "LONDON, May 3 (Wire) –", "4 million US dollars", "Mr Dow: …": a name that takes no part in the sentence's fact. */
export function takesPart({ text, quantities, dates }: Sentence, { start, end }: NameMention): boolean {
  if (/^\p{Lu}[\p{Lu} .-]{2,}, /u.test(text) && /[–—-]\s/.test(text.slice(end, end + 40)) && start < 45)
    return false;
  if (/\([^()]{0,12}$/.test(text.slice(0, start)) && /^\)?\s*[–—-]\s/.test(text.slice(end, end + 4)))
    return false;
  if (start < 30 && /^(?: \([^)]*\))?:\s/.test(text.slice(end, end + 40))) return false;
  if (PORTFOLIO.test(text.slice(0, start)) || isKindOf({ text }, { start, end })) return false;
  return ![...quantities, ...dates].some((one) => start < one.end && one.start < end);
}

/** "Minister of Arts and Heritage": a field that somebody is charged with. */
const PORTFOLIO =
  /\b(?:Minister|Ministry|Secretary|Department|Commissioner|Member|Spokes\w+|spokes\w+|Director|Head) (?:of|for|on)(?: the)?(?: \p{Lu}\p{L}+,?)+ and $/u;

/** "an LNG terminal": a name that tells of what sort a thing is, and is none of the parties. */
export function isKindOf({ text }: { readonly text: string }, { start, end }: Span): boolean {
  return (
    /\ban? $/i.test(text.slice(0, start)) &&
    /^\p{Lu}{2,}$/u.test(text.slice(start, end)) &&
    /^ \p{Ll}/u.test(text.slice(end))
  );
}

/** Whether by their types, roughly, one can stand where the other stands: town for town, body for body. */
export function typesAgree(a: NameMention, b: NameMention): boolean {
  if (isRegion(a.text) !== isRegion(b.text)) return false;
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one === "place" && other === "place")
    return isKnown(a) === isKnown(b) || (!isCountry(a) && !isCountry(b));
  if (one !== "unknown" && other !== "unknown") return one === other;
  const several = a.text.includes(" ") && b.text.includes(" ");
  if (one === other) return several || a.text.includes(" ") === b.text.includes(" ");
  if (one === "person" || other === "person") return several;
  const unknown = one === "unknown" ? a : b;
  return (one === "organisation" || other === "organisation") && !unknown.text.includes(" ");
}

const isKnown = (name: NameMention): boolean => lookUpName(name.text).length > 0;
const isCountry = (name: NameMention): boolean => lookUpName(name.text)[0]?.sense === "name";

const kindOf = (name: NameMention): string => (name.type === "group" ? "place" : name.type);

/**
 * Whether two names are of two things: surely other, or names that have words in common and both stand in the source as
 * names of their own.
 */
export function areDistinct(name: NameMention, mention: NameMention, { sentences }: SourceReading): boolean {
  const relation = sameName(name, mention);
  if (relation !== "unknown") return relation === "different";
  const [key, other] = [foldName(name.canonical), foldName(mention.canonical)];
  if (!key.includes(" ") || !other.includes(" ") || isShortened(key, other) || isShortened(other, key))
    return false;
  if (lookUpName(name.canonical).length > 0 && lookUpName(mention.canonical).length > 0) return false;
  return sentences.some((one) => one.names.some(({ canonical }) => foldName(canonical) === key));
}

/** "Met Service" for "Meteorological Service": word by word the one begins the other. */
function isShortened(short: string, long: string): boolean {
  const words = long.split(" ");
  const parts = short.split(" ");
  return parts.length === words.length && parts.every((part, i) => (words[i] as string).startsWith(part));
}
