/**
 * Tells numbers that name a document, a room or a batch from numbers that date: "Resolution 2019", "file 3/2015".
 * Knows word shapes only.
 */
import { at, type Scan } from "../grammar.ts";

/** Words whose number is a name. */
const NUMBERED = new Set(
  "section sections article articles resolution resolutions no nos number numbers notice room page pages paragraph paragraphs clause chapter figure table regulation directive decision order batch lot flight route highway version release model iso rfc item line bus box phone tel ext extension fax code zip part annex appendix sector unit level".split(
    " ",
  ),
);
/** The same for the short forms that a date in digits shares with file numbers. */
const FILED = new Set(
  "act acts bill case cases circular communication contract decree document dossier file files form grant issue law laws opinion procedure project proposal recommendation ref reference report rule ruling tender ticket ratio score vote".split(
    " ",
  ),
);

/** The word at `i` names what a number after it numbers. */
export function numbers(scan: Scan, i: number): boolean {
  return NUMBERED.has(at(scan, i).lower);
}

/**
 * A month in digits may begin at `i`: after nothing, or a word in small letters that numbers nothing. A capitalised
 * word dates only where it opens the sentence or belongs to dates.
 */
export function maybeDated(scan: Scan, i: number): boolean {
  const before = at(scan, i - 1);
  if (i === 0) return true;
  if (before.kind !== "word" || NUMBERED.has(before.lower) || FILED.has(before.lower)) return false;
  return !before.capital || i === 1 || before.term !== undefined;
}
