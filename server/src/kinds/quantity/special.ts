/**
 * Number words that need their surroundings to count: "none", "no members", "both", "all nineteen", "one",
 * "the sixth reduction". Knows parts of speech; knows no units.
 */
import { type Core, coreOf, wordCore } from "./core.ts";
import { nounAt, pastOf } from "./noun.ts";
import { type Numeral, readNumeral, TENS_WORDS } from "./numerals.ts";
import { markAt, pastHyphen, posAt, type Scan, spelling, wordAt } from "./scan.ts";
import { unitAfter } from "./unit.ts";
import { timeUnit } from "./units.ts";

const PLACES =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const ORDINALS = new Map<string, number>(PLACES.map((word, n) => [word, n + 1]));
for (const [word, n] of TENS_WORDS) ORDINALS.set(`${word.slice(0, -1)}ieth`, n);
ORDINALS.set("hundredth", 100);
/** Nouns with which an ordinal is a name, a time or an idiom. */
const NO_PLACE = new Set(
  "time half quarter century place minister lady name instance glance aid hand hands step class person language world country countries party parties home thought thoughts generation nature sight chance degree wave baseman cousin millennium".split(
    " ",
  ),
);
const NAMED = /^(Committee|World|Reich|Republic|Amendment|Avenue|Street|Army|Fleet|Division|Estate)$/;
const NO_ONE = new Set(
  "day side hand way thing another step reason example point time kind sort person's could might can may must should would will cannot has is was who that's of".split(
    " ",
  ),
);
const NOT_A_COUNT = new Set(
  "plans comments details grounds reasons doubts plan signs illusions means circumstances terms odds matters words thanks ifs qualms secrets strings holds bounds concessions regrets rights obligations efforts resources funds objections answers".split(
    " ",
  ),
);
const SINGULAR_COUNTS = new Set(
  "member state country person patient hospital plant company delegation vote case party region city school ship vessel witness institution province district centre center applicant bank shop farm death injury".split(
    " ",
  ),
);

/** What follows "none" where it counts things. */
const PAST_NONE = /^(of|was|were|has|have|had|came|did|voted|applied)$/;

/** Words other than numerals that this file can start a quantity with. */
export const SPECIAL_STARTERS: ReadonlySet<string> = new Set([
  ...ORDINALS.keys(),
  ...TENS_WORDS.keys(),
  ..."none nobody neither not no both all a".split(" "),
]);

/** The place in a row that starts at piece `at`: "third dissent", "the 14th package". */
export function ordinalAt(scan: Scan, at: number): Core | null {
  const read = ordinalNumeral(scan, at);
  if (read === null || isProperName(scan, at, read.to)) return null;
  const before = wordAt(scan, at - 1);
  if (before === "every") return null;
  const placed = placeAmong(scan, read, before);
  if (placed !== null) return placed;
  const determined = /^(the|its|their|his|her|our|my|your|a|this|that|s)$/.test(before);
  if (read.value === 1 && !determined) return null;
  const joined = pastHyphen(scan, read.to);
  if (joined > read.to && /^(hand|rate|class)$/.test(wordAt(scan, joined))) return null;
  const noun = nounAt(scan, read.to);
  if (noun === null || NO_PLACE.has(wordAt(scan, noun.to - 1)) || NO_PLACE.has(wordAt(scan, read.to)))
    return null;
  return coreOf(read, { unit: "ordinal", dimension: "ordinal" });
}

/** "second of three", "14th out of 180", "ranked third", "was the third this year": a place that no noun follows. */
function placeAmong(scan: Scan, read: Numeral, before: string): Core | null {
  const out = wordAt(scan, read.to) === "out" ? read.to + 1 : read.to;
  const start = wordAt(scan, out) === "of" ? pastOf(scan, out) : -1;
  const whole = start < 0 || scan.dated[start] === true ? null : readNumeral(scan.pieces, start);
  const among = whole !== null && whole.value >= read.value && whole.value > 1;
  const ranked = /^(ranked|ranks|ranking|finished)$/.test(before) && !isOneOf(scan, read.to);
  const counted =
    before === "the" && read.value > 1 && isBeing(scan, read.from - 2) && LAPSE.test(wordAt(scan, read.to));
  return among || ranked || counted ? coreOf(read, { unit: "ordinal", dimension: "ordinal" }) : null;
}

const isBeing = (scan: Scan, at: number): boolean =>
  /^(is|was|are|were|be|been|being|become|becomes|became)$/.test(wordAt(scan, at));
/** What tells in which row of events a place is counted: "the third this year", "the fifth since 2019". */
const LAPSE = /^(this|since|in|within)$/;

/** "ranked second to none", "finished first class". */
function isOneOf(scan: Scan, at: number): boolean {
  const pos = posAt(scan, at);
  return /^(to|from|with|and)$/.test(wordAt(scan, at)) || pos === "NOUN" || pos === "ADJ" || pos === "PROPN";
}

/** "the Sixth Committee" is a name, "the Third Summit" a place in a row. */
function isProperName(scan: Scan, at: number, after: number): boolean {
  return NAMED.test(spelling(scan, after)) && /^\p{Lu}/u.test(spelling(scan, at));
}

function ordinalNumeral(scan: Scan, at: number): Numeral | null {
  const piece = scan.pieces[at];
  const base = { from: at, min: null, max: null, separator: "" as const, decimals: 0, scale: "" as const };
  if (piece?.kind === "number") {
    const ending = scan.pieces[at + 1];
    const placed = ending?.glued && /^(st|nd|rd|th)$/.test(ending.lower) && !piece.digits!.odd;
    return placed ? { ...base, to: at + 2, value: piece.digits!.value, words: false } : null;
  }
  const tens = TENS_WORDS.get(wordAt(scan, at));
  const next = pastHyphen(scan, at + 1);
  if (tens !== undefined && next > at + 1) {
    const unit = ORDINALS.get(wordAt(scan, next));
    return unit !== undefined && unit < 10
      ? { ...base, to: next + 1, value: tens + unit, words: true }
      : null;
  }
  const value = ORDINALS.get(wordAt(scan, at));
  return value === undefined ? null : { ...base, to: at + 1, value, words: true };
}

/** "none of them", "nobody", "no one", "not one", "no hospitals". */
export function zeroAt(scan: Scan, at: number): Core | null {
  const word = wordAt(scan, at);
  const next = wordAt(scan, at + 1);
  if (word === "none") return PAST_NONE.test(next) ? noneOf(scan, at, at + 1) : null;
  if (word === "neither") return neitherOf(scan, at);
  if (word === "nobody") return nobody(scan, at, at + 1);
  if (word === "not") {
    if (next === "one" && !/^(for|to|who|that|day)$/.test(wordAt(scan, at + 2)))
      return noneOf(scan, at, at + 2);
    return next === "a" && wordAt(scan, at + 2) === "single" ? noneOf(scan, at, at + 3) : null;
  }
  if (word !== "no") return null;
  const joined = pastHyphen(scan, at + 1);
  const single = wordAt(scan, joined) === "one" && pastHyphen(scan, joined + 1) === joined + 1;
  if (single && wordAt(scan, joined + 1) !== "of") return nobody(scan, at, joined + 1);
  return noMembers(scan, at);
}

/** "neither of the two bids" is none of two. */
function neitherOf(scan: Scan, at: number): Core | null {
  const start = pastOf(scan, at + 1);
  if (start === at + 1) return null;
  const whole = readNumeral(scan.pieces, start);
  return wordCore(at, at + 1, 0, { whole: 2, nounFrom: whole?.value === 2 ? whole.to : start });
}

/** "nobody came" counts; "nobody would mind" is a manner of speaking. */
function nobody(scan: Scan, from: number, to: number): Core | null {
  if (
    /^(would|could|can|should|will|may|might|must|else|knows?|is|wants?|likes?|needs?)$/.test(
      wordAt(scan, to),
    )
  )
    return null;
  return wordCore(from, to, 0, { unit: "person", dimension: "count" });
}

function noneOf(scan: Scan, from: number, to: number): Core {
  const start = pastOf(scan, to);
  const whole = start > to ? readNumeral(scan.pieces, start) : null;
  const counted = whole !== null && whole.min === null && !/^an?$/.test(wordAt(scan, start));
  return wordCore(from, to, 0, counted ? { whole: whole.value, nounFrom: whole.to } : {});
}

function noMembers(scan: Scan, at: number): Core | null {
  const noun = nounAt(scan, at + 1);
  if (noun === null || noun.direction !== 0 || markAt(scan, at + 1) !== "") return null;
  const head = wordAt(scan, noun.to - 1);
  if (NOT_A_COUNT.has(head) || timeUnit(head) !== null) return null;
  if (/^(will|would|should|shall|may|can|could|must|might)$/.test(wordAt(scan, noun.to))) return null;
  const plural = noun.lemma !== head && head.endsWith("s");
  if (!plural && head !== "people" && !SINGULAR_COUNTS.has(head)) return null;
  return wordCore(at, at + 1, 0);
}

/** "both", "all nineteen", "every one of the 28", "a single". */
export function allAt(scan: Scan, at: number): Core | null {
  const word = wordAt(scan, at);
  if (word === "both") return bothAt(scan, at);
  if (word === "a" && wordAt(scan, at + 1) === "single") return wordCore(at, at + 2, 1);
  if (word === "a" && /^(full|whole|percentage)$/.test(wordAt(scan, at + 1)))
    return unitAfter(scan, at + 1)?.dimension === "points" ? wordCore(at, at + 1, 1) : null;
  if (word !== "all") return null;
  const next = /^(the|of|its|their|our|these|those)$/.test(wordAt(scan, at + 1)) ? at + 2 : at + 1;
  const past = next > at + 1 && /^(the|its|their|our)$/.test(wordAt(scan, next)) ? next + 1 : next;
  const read = readNumeral(scan.pieces, past);
  if (read === null || read.min !== null || read.value < 2 || scan.dated[past] === true) return null;
  if (unitAfter(scan, read.to) !== null || timeUnit(wordAt(scan, read.to)) !== null) return null;
  return coreOf(read, { lead: at, whole: read.value });
}

/** "both breaks", not "both Estonia and Latvia". */
function bothAt(scan: Scan, at: number): Core | null {
  const start = pastOf(scan, at + 1);
  const noun = nounAt(scan, /^(the|its|their)$/.test(wordAt(scan, start)) ? start + 1 : start);
  if (
    noun === null ||
    noun.lemma === wordAt(scan, noun.to - 1) ||
    timeUnit(noun.lemma) !== null ||
    wordAt(scan, noun.to) === "and"
  )
    return null;
  return wordCore(at, at + 1, 2, { whole: 2, nounFrom: start });
}

/** Whether the lone word "one" at piece `at` counts: "one infringement", "one of the four", "only one was". */
export function oneCounts(scan: Scan, at: number): boolean {
  const before = wordAt(scan, at - 1);
  if (/^(no|any|every|each|some|this|that|which|the|another|last|next|not|as|day|new|first)$/.test(before))
    return false;
  if (posAt(scan, at - 1) === "ADJ" && before !== "" && !/^(only|just)$/.test(before)) return false;
  const next = pastHyphen(scan, at + 1);
  if (next > at + 1) return false;
  if (wordAt(scan, next) === "of") {
    const whole = pastOf(scan, next);
    const read = readNumeral(scan.pieces, whole);
    return read !== null && !/^an?$/.test(wordAt(scan, whole)) && read.value >= 1;
  }
  if (unitAfter(scan, next) !== null) return true;
  if (NO_ONE.has(wordAt(scan, next))) return false;
  const noun = nounAt(scan, next, false);
  if (noun !== null && posAt(scan, noun.to - 1) !== "ADJ") return true;
  return before === "only" || before === "just";
}

/** Whether the numeral is the word "one" by itself, which may be no number. */
export function isLoneOne(numeral: Numeral, scan: Scan): boolean {
  return numeral.to === numeral.from + 1 && wordAt(scan, numeral.from) === "one";
}

/** "zero tolerance", "net zero" and "zero-emission" count nothing. */
export function zeroCounts(scan: Scan, at: number): boolean {
  if (wordAt(scan, at - 1) === "net" || pastHyphen(scan, at + 1) > at + 1) return false;
  return posAt(scan, at + 1) === "NOUN" && wordAt(scan, at + 1).endsWith("s");
}
