/**
 * Plain amounts, ranges and votes: "1,350", "20 to 25 million", "between 40 and 310", "12 of 14", "8 to 0".
 * Knows numerals and currencies before them; knows no hedges and no counted nouns.
 */
import { type Core, coreOf, exactly } from "./core.ts";
import { pastExcluded } from "./exclude.ts";
import { pastOf } from "./noun.ts";
import { type Numeral, readNumeral } from "./numerals.ts";
import { FACTORS, times } from "./scales.ts";
import { markAt, posAt, type Scan, wordAt } from "./scan.ts";
import { currencyBefore, numeralAfterCurrency, unitAfter } from "./unit.ts";
import { timeUnit } from "./units.ts";

const LARGEST_VOTE = 999;
const VOTING =
  /^(by|vot(e|es|ed|ing)|pass(ed)?|adopted|approved|rejected|carried|defeated|split|majority|ruled|decided)$/;
/** How far before "8 to 0" the word that makes it a vote may stand. */
const VOTE_REACH = 5;
const UPPER_REACH = 3;

/** The amount whose numeral starts at piece `at`; `currency` is what stands before it. */
export function amountAt(scan: Scan, at: number): Core | null {
  const currency = currencyBefore(scan, at);
  const low = readNumeral(scan.pieces, at, currency !== null);
  if (low === null) return null;
  const money =
    currency === null ? {} : { unit: currency.unit, dimension: "money" as const, lead: currency.from };
  const vote = currency === null ? voteAt(scan, low) : null;
  if (vote !== null) return vote;
  const range = rangeAt(scan, low, currency !== null);
  if (range !== null) return { ...range, ...money, lead: Math.min(range.lead, currency?.from ?? range.lead) };
  return wholeOf(scan, coreOf(inherited(scan, low), money));
}

/** "from 20 to 25 million": the first number borrows the scale of the second. */
function inherited(scan: Scan, low: Numeral): Numeral {
  if (wordAt(scan, low.from - 1) !== "from" || wordAt(scan, low.to) !== "to") return low;
  const high = readNumeral(scan.pieces, low.to + 1);
  return high === null ? low : scaledLike(low, high);
}

function scaledLike(low: Numeral, high: Numeral): Numeral {
  if (low.scale !== "" || high.scale === "") return low;
  const factor = FACTORS[high.scale];
  if (low.value >= high.value / factor) return low;
  return { ...low, value: times(low.value, factor), scale: high.scale };
}

/** Past the sign or word of a unit that stands with the first number of a range too: "30% to 40%", "£3m-£5m". */
function pastUnit(scan: Scan, at: number): number {
  const unit = unitAfter(scan, at);
  return unit === null || unit.to > at + 2 ? at : unit.to;
}

function rangeAt(scan: Scan, low: Numeral, money: boolean): Core | null {
  const between = wordAt(scan, low.from - 1) === "between" || betweenCurrency(scan, low.from);
  const link = rangeLink(scan, pastUnit(scan, low.to), between) ?? rangeLink(scan, low.to, between);
  if (link === null) return null;
  if (!between && wordAt(scan, link.at) === "to" && fromBefore(scan, low.from)) return null;
  // "fell by 4.3 percent to 11.1 percent": by how much, and where it ended.
  if (wordAt(scan, link.at) === "to" && link.at > low.to && wordAt(scan, low.from - 1) === "by") return null;
  const start = money ? Math.max(link.to, numeralAfterCurrency(scan, link.to)) : link.to;
  const high = readNumeral(scan.pieces, start, money);
  if (high === null || scan.dated[start] === true) return null;
  const isTo = wordAt(scan, link.at) === "to" && link.at > low.to;
  if (isTo && !isOneUnit(scan, low.to, high.to, start > link.to)) return null;
  const first = scaledLike(low, high);
  if (first.value >= high.value) return null;
  if (wordAt(scan, link.at) === "or" && !neighbours(first, high)) return null;
  const lead = between ? (wordAt(scan, low.from - 1) === "between" ? low.from - 1 : low.from - 2) : low.from;
  return coreOf(high, {
    from: low.from,
    lead,
    min: first.value,
    max: high.value,
    nominal: Number(((first.value + high.value) / 2).toPrecision(14)),
    words: low.words && high.words,
    separator: high.separator === "" ? low.separator : high.separator,
    decimals: Math.max(low.decimals, high.decimals),
    approximate: wordAt(scan, link.at) === "or",
  });
}

/** "rose 4 percent to 2.6 billion kroner" has no range, as "30 percent to 40 percent" and "3 million to 5 million" have. */
function isOneUnit(scan: Scan, low: number, high: number, isMoney: boolean): boolean {
  const [first, second] = [unitAfter(scan, low), unitAfter(scan, high)];
  return (
    first === null ||
    (second === null ? isMoney && first.dimension === "money" : first.dimension === second.dimension)
  );
}

function betweenCurrency(scan: Scan, at: number): boolean {
  const currency = currencyBefore(scan, at);
  return currency !== null && wordAt(scan, currency.from - 1) === "between";
}

function fromBefore(scan: Scan, at: number): boolean {
  const currency = currencyBefore(scan, at);
  return wordAt(scan, (currency?.from ?? at) - 1) === "from";
}

/** "six or seven", "ten or twelve": near each other, so that they name one thing. */
function neighbours(low: Numeral, high: Numeral): boolean {
  return (
    high.value - low.value <= Math.max(1, low.value * 0.2) && low.words === high.words && high.value <= 100
  );
}

function rangeLink(scan: Scan, at: number, between: boolean): { at: number; to: number } | null {
  const word = wordAt(scan, at);
  if (between && (word === "and" || word === "to")) return { at, to: at + 1 };
  if (word === "to" || word === "or") return { at, to: at + 1 };
  const piece = scan.pieces[at];
  if (piece === undefined || !/^[-\u2010-\u2014]$/.test(piece.lower)) return null;
  const tight = piece.glued && scan.pieces[at + 1]?.glued === true;
  const spaced = !piece.glued && scan.pieces[at + 1]?.glued === false && piece.lower !== "-";
  return tight || spaced ? { at, to: at + 1 } : null;
}

/** "4\u20131", "8 to 0", "seven votes to four" */
function voteAt(scan: Scan, low: Numeral): Core | null {
  if (low.scale !== "" || low.decimals > 0 || low.value > LARGEST_VOTE || low.separator !== "") return null;
  const favour = pastFavour(scan, low.to);
  const named = favour > low.to || /^(votes?|members|yes|ayes)$/.test(wordAt(scan, low.to));
  const linkAt = favour > low.to ? favour : named ? low.to + 1 : low.to;
  const link = (favour > low.to ? /^(to|against|and)$/ : /^(to|against)$/).test(wordAt(scan, linkAt))
    ? { at: linkAt, to: linkAt + 1 }
    : named
      ? null
      : rangeLink(scan, linkAt, false);
  if (link === null || wordAt(scan, link.at) === "or") return null;
  const high = readNumeral(scan.pieces, link.to);
  if (high === null || high.scale !== "" || high.decimals > 0 || high.value > LARGEST_VOTE) return null;
  const against = wordAt(scan, high.to) === "against";
  if (favour > low.to ? !against : !isVote(scan, low, high, link.at, named)) return null;
  return coreOf(low, {
    to: high.to,
    next: against ? high.to + 1 : high.to,
    unit: "vote",
    dimension: "vote",
    against: high.value,
    words: low.words,
  });
}

/** "139 in favour to 7 against", "128 votes in favor and 9 against" */
function pastFavour(scan: Scan, at: number): number {
  const next = /^votes?$/.test(wordAt(scan, at)) ? at + 1 : at;
  const favour = wordAt(scan, next) === "in" && /^favou?r$/.test(wordAt(scan, next + 1));
  return favour ? next + 2 : at;
}

function isVote(scan: Scan, low: Numeral, high: Numeral, link: number, named: boolean): boolean {
  if (named) return wordAt(scan, link - 1).startsWith("vote") || high.value < low.value;
  if (unitAfter(scan, high.to) !== null || timeUnit(wordAt(scan, high.to)) !== null) return false;
  const context = voteContext(scan, low.from);
  const dash = markAt(scan, link) !== "";
  const pos = posAt(scan, high.to);
  const thing =
    (pos === "NOUN" || pos === "ADJ") &&
    !/^(votes?|majority|decision|ruling|split|defeat|win|victory|result)$/.test(wordAt(scan, high.to));
  if (thing || /^(from|between)$/.test(wordAt(scan, low.from - 1))) return false;
  if (high.value < low.value) return dash || context;
  return context && /^(voted|voting|vote)$/.test(wordAt(scan, low.from - 1));
}

function voteContext(scan: Scan, from: number): boolean {
  for (let k = from - 1; k >= 0 && k >= from - VOTE_REACH; k -= 1) {
    if (VOTING.test(wordAt(scan, k))) return true;
    if (/^[.;:]$/.test(markAt(scan, k))) return false;
  }
  return false;
}

/** "12 of 14", "four of the five members", "nine out of the Union's 28 states": the whole, read again later on its own. */
function wholeOf(scan: Scan, core: Core): Core {
  const of = wordAt(scan, core.to) === "out" ? core.to + 1 : core.to;
  if (wordAt(scan, of) !== "of" || core.unit !== null) return core;
  const start = pastOf(scan, of);
  for (let k = start; k <= start + UPPER_REACH; k += 1) {
    const piece = scan.pieces[k];
    if (piece === undefined || scan.dated[k] === true) return core;
    const whole = readNumeral(scan.pieces, k);
    if (whole !== null && whole.min === null && !/^an?$/.test(piece.lower)) {
      const usable =
        whole.value >= core.nominal && pastExcluded(scan, k) < 0 && unitAfter(scan, whole.to) === null;
      if (!usable || timed(scan, whole.to)) return core;
      return allBut(scan, { ...core, whole: whole.value, nounFrom: whole.to });
    }
    const possessive =
      posAt(scan, k) === "PROPN" ||
      posAt(scan, k) === "NOUN" ||
      /^['\u2019]$/.test(piece.lower) ||
      piece.lower === "s";
    if (!possessive) return core;
  }
  return core;
}

/** "All but two of the 14 delegates" are twelve. */
function allBut(scan: Scan, core: Core): Core {
  const { from, nominal, whole, approximate } = core;
  if (wordAt(scan, from - 1) !== "but" || wordAt(scan, from - 2) !== "all") return core;
  if (whole === null || approximate || nominal >= whole) return core;
  return { ...core, from: from - 2, lead: from - 2, ...exactly(whole - nominal) };
}

function timed(scan: Scan, at: number): boolean {
  return timeUnit(wordAt(scan, at)) !== null;
}
