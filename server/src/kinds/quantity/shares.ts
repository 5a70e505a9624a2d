/**
 * Parts of a whole in words: "two-thirds", "a quarter of", "half", "two in five", "one flagged claim in eight",
 * and what looks like them: "half an hour", "a third meeting". Knows no hedges and no counted nouns.
 */
import { type Core, coreOf, exactly, wordCore } from "./core.ts";
import { hedgeAfter, hedgeBefore } from "./hedges.ts";
import { nounAt } from "./noun.ts";
import { type Numeral, readNumeral } from "./numerals.ts";
import { markAt, pastHyphen, posAt, type Scan, wordAt } from "./scan.ts";
import { currencyAfter, unitAfter } from "./unit.ts";
import { timeUnit } from "./units.ts";

const DENOMINATORS = new Map<string, number>([
  ["half", 2],
  ["halves", 2],
  ["quarter", 4],
  ["quarters", 4],
]);
for (const [word, n] of Object.entries({
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  fifteenth: 15,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  hundredth: 100,
})) {
  DENOMINATORS.set(word, n);
  DENOMINATORS.set(`${word}s`, n);
}
const COMPARING = new Set(
  "more fewer less higher lower larger smaller bigger off again longer shorter cheaper up down above below better worse dearer greater faster slower as".split(
    " ",
  ),
);
/** Before a bare "a third" at the end of a clause: "fell by a third", "rose to a third". */
const SHARE_BEFORE = /^(by|than|to|from|only|is|was|were|be|just|nearly|at|holds?|held|lost)$/;
/** Words that may stand between the count and "in": "one flagged claim in eight". */
const REACH = 3;
const LARGEST_WHOLE = 1000;

/** What `skip` says: the words are none that count ("half an hour"); read on there. */
export type ShareReading = { readonly core: Core } | { readonly skip: number } | null;

/** The part of a whole that starts at piece `at`. */
export function shareAt(scan: Scan, at: number): ShareReading {
  const word = wordAt(scan, at);
  if (word === "half") return halfAt(scan, at);
  if (word === "quarter" && pastHyphen(scan, at + 1) >= at + 1) {
    const point = /^points?$/.test(wordAt(scan, pastHyphen(scan, at + 1)));
    return point ? { core: pointCore(scan, at, at + 1, 0.25, pastHyphen(scan, at + 1) + 1) } : null;
  }
  return fractionAt(scan, at) ?? inEvery(scan, at) ?? centsOfWhole(scan, at);
}

/** "27 cents of each dollar", "49 pence in the pound": hundredths of a whole. */
function centsOfWhole(scan: Scan, at: number): ShareReading {
  const count = readNumeral(scan.pieces, at);
  if (count === null || count.value >= 100 || !/^(cents?|pence|pennies)$/.test(wordAt(scan, count.to)))
    return null;
  const link = count.to + 1;
  if (!/^(of|in|on|from)$/.test(wordAt(scan, link)) || !/^(every|each|the)$/.test(wordAt(scan, link + 1)))
    return null;
  if (currencyAfter(scan, link + 2) === null) return null;
  return {
    core: coreOf(count, {
      to: link + 3,
      next: link + 3,
      ...exactly(count.value),
      unit: "percent",
      dimension: "share",
      fraction: true,
      whole: 100,
    }),
  };
}

function numerator(scan: Scan, at: number): { value: number; to: number } | null {
  const word = wordAt(scan, at);
  if (word === "a" || word === "an" || word === "another") return { value: 1, to: at + 1 };
  const read = readNumeral(scan.pieces, at);
  if (read === null || !read.words || read.to > at + 1 || read.value >= 100) return null;
  return { value: read.value, to: read.to };
}

function fractionAt(scan: Scan, at: number): ShareReading {
  const top = numerator(scan, at);
  if (top === null) return null;
  let below = pastHyphen(scan, top.to);
  if (/^(further|full|good|bare|mere)$/.test(wordAt(scan, below)) && top.value === 1) below += 1;
  const word = wordAt(scan, below);
  const bottom = DENOMINATORS.get(word);
  if (bottom === undefined || top.value >= bottom) return null;
  const plural = word.endsWith("s") || word === "halves";
  if (top.value > 1 !== plural) return null;
  if (bottom === 2 && wordAt(scan, at - 1) === "and") return { skip: below + 1 };
  if (bottom === 4 && !quarterOfWhole(scan, at, below, top.value)) return null;
  if (top.value === 1 && bottom !== 4 && bottom !== 2 && isOrdinal(scan, at, below + 1)) return null;
  if ((readNumeral(scan.pieces, at)?.to ?? 0) > below + 1) return null;
  return finishFraction(scan, at, below + 1, top.value / bottom);
}

/** "a quarter" and "three quarters" can be three months each. */
function quarterOfWhole(scan: Scan, at: number, below: number, count: number): boolean {
  if (count === 2) return false;
  const next = wordAt(scan, below + 1);
  if (next === "of" || next === "point" || COMPARING.has(next) || /^-$/.test(markAt(scan, below + 1)))
    return true;
  const before = wordAt(scan, at - 1);
  if (before === "in" || before === "per" || before === "for" || before === "last") return false;
  return markAt(scan, at - 1) !== "%" && posAt(scan, at - 1) !== "NOUN" && posAt(scan, at - 1) !== "NUM";
}

/** "a third meeting" names a place in a row, "a third of them" and "a third more" a part. */
function isOrdinal(scan: Scan, at: number, after: number): boolean {
  const word = wordAt(scan, after);
  if (word === "")
    return (
      !SHARE_BEFORE.test(wordAt(scan, at - 1)) &&
      hedgeBefore(scan, at) === null &&
      hedgeAfter(scan, after) === null
    );
  if (COMPARING.has(word) || word === "of") return false;
  const pos = posAt(scan, after);
  return pos === "NOUN" || pos === "ADJ" || pos === "PROPN";
}

function finishFraction(scan: Scan, from: number, to: number, part: number): ShareReading {
  const unit = partOfUnit(scan, from, to, part);
  if (unit !== null) return unit;
  return { core: shareCore(from, to, part) };
}

function shareCore(from: number, to: number, part: number, changes: Partial<Core> = {}): Core {
  const value = round(100 * part);
  return wordCore(from, to, value, { unit: "percent", dimension: "share", fraction: true, ...changes });
}

function round(value: number): number {
  return Number(value.toPrecision(14));
}

function pointCore(_scan: Scan, from: number, to: number, value: number, next: number): Core {
  return wordCore(from, to, value, { unit: "percentage-point", dimension: "points", next });
}

/** "three tenths of a point", "half a euro", "a quarter of an hour". */
function partOfUnit(scan: Scan, from: number, to: number, part: number): ShareReading {
  const joined = pastHyphen(scan, to);
  let next = joined;
  if (wordAt(scan, next) === "of") next += 1;
  const article = /^(an?|one)$/.test(wordAt(scan, next));
  if (article) next += 1;
  if (/^(points?|percentage)$/.test(wordAt(scan, next)) && unitAfter(scan, next)?.dimension === "points")
    return { core: pointCore(scan, from, to, part, unitAfter(scan, next)!.to) };
  if (!article && joined === to) return null;
  if (timeUnit(wordAt(scan, next)) !== null) return { skip: next + 1 };
  const unit = unitAfter(scan, next);
  if (unit === null) return null;
  const value = round(part * unit.factor);
  if (unit.dimension === "points") return { core: pointCore(scan, from, to, part, unit.to) };
  return {
    core: wordCore(from, to, value, { unit: unit.unit, dimension: unit.dimension, next: unit.to }),
  };
}

function halfAt(scan: Scan, at: number): ShareReading {
  const before = wordAt(scan, at - 1);
  if (/^(first|second|other|latter|final|third|time|one)$/.test(before)) return null;
  const next = wordAt(scan, at + 1);
  const unit = partOfUnit(scan, at, at + 1, 0.5);
  if (unit !== null) return unit;
  if (next === "past" || next === "way" || next === "a" || next === "an") return null;
  if (markAt(scan, at + 1) === "-" && scan.pieces[at + 1]!.glued) return null;
  const pos = posAt(scan, at + 1);
  if (pos === "NOUN" && !COMPARING.has(next) && next.length > 0 && !next.endsWith("s")) return null;
  return { core: shareCore(at, at + 1, 0.5) };
}

/** "two in five", "seven out of ten", "six euros in every ten", "seven to eight faults in ten". */
function inEvery(scan: Scan, at: number): ShareReading {
  const count = readNumeral(scan.pieces, at);
  if (count === null || count.scale !== "" || count.min !== null || count.value < 1) return null;
  const upper = upperEnd(scan, count);
  const link = linkTo(scan, upper?.to ?? count.to);
  if (link === null) return null;
  const whole = readNumeral(scan.pieces, link.to);
  if (whole === null || !isWhole(scan, count, whole, link)) return null;
  const part = count.value / whole.value;
  const rest = upperEnd(scan, whole);
  const low = rest === null ? part : count.value / rest.value;
  const high = upper === null ? part : upper.value / whole.value;
  const end = rest?.to ?? whole.to;
  const core = coreOf(count, {
    to: end,
    next: end,
    ...exactly(round(50 * (low + high))),
    min: round(100 * low),
    max: round(100 * high),
    unit: "percent",
    dimension: "share",
    fraction: true,
    whole: whole.value,
    nounFrom: link.nounFrom,
  });
  return { core };
}

function upperEnd(scan: Scan, count: Numeral): Numeral | null {
  const word = wordAt(scan, count.to);
  if (word !== "to" && word !== "or") return null;
  const upper = readNumeral(scan.pieces, count.to + 1);
  return upper !== null && upper.value > count.value && upper.scale === "" ? upper : null;
}

interface Link {
  readonly to: number;
  readonly nounFrom: number;
  readonly every: boolean;
}

function linkTo(scan: Scan, from: number): Link | null {
  for (let k = from; k <= from + REACH; k += 1) {
    const word = wordAt(scan, k);
    const nounFrom = k > from ? from : -1;
    if (word === "in" || word === "of") {
      const every = /^(every|each)$/.test(wordAt(scan, k + 1));
      if (word === "of" && !every) return null;
      return { to: every ? k + 2 : k + 1, nounFrom, every };
    }
    if (word === "out" && wordAt(scan, k + 1) === "of") {
      const every = wordAt(scan, k + 2) === "every";
      return { to: every ? k + 3 : k + 2, nounFrom, every };
    }
    const pos = posAt(scan, k);
    if (pos !== "NOUN" && pos !== "ADJ" && pos !== "VERB" && pos !== "PROPN") return null;
  }
  return null;
}

function isWhole(scan: Scan, count: Numeral, whole: Numeral, link: Link): boolean {
  if (whole.value <= count.value || whole.value > LARGEST_WHOLE || whole.scale !== "") return false;
  if (!Number.isInteger(whole.value) || scan.dated[whole.from] === true) return false;
  if (link.every) return true;
  if (timeUnit(wordAt(scan, pastHyphen(scan, whole.to))) !== null || unitAfter(scan, whole.to) !== null)
    return false;
  return link.nounFrom < 0 || nounAt(scan, whole.to) === null;
}
