/**
 * Chooses among the intervals that an unfinished date may mean, by the tense of the words around it. "signed in
 * August" is the last August, "will report by May" the next one; without a cue the nearest is meant.
 */
import { type Interval, weekdayOfSerial } from "./calendar.ts";
import { tokenFrom } from "./formats/counted.ts";
import { at, type Core, type Scan, type Tense, word } from "./grammar.ts";
import { isPair } from "./ranges.ts";

const FUTURE = new Set(
  "will shall due expected scheduled planned plans plan intends intended aims upcoming forthcoming must should would ll set starts begins opens ends closes expires resumes reopens meets returns falls".split(
    " ",
  ),
);
const PAST = new Set(
  "was were had did met held came began fell rose said took ran led won sent gave made saw went left lost grew became told built bought sold spoke wrote brought found kept paid stood chose been drew struck broke sank shrank knew thought flew spent".split(
    " ",
  ),
);
/** Words after which "to" and a verb look ahead; after others ("agreed to", "had to") nothing follows for the date. */
const AIMING =
  /^(is|are|be|due|expected|set|scheduled|planned|plans|intends|hopes|aims|needs|proposes|wants)$/;
/** "Could begin in May", "hoped for a vote on 17 December": what the verb of saying tells decides nothing. */
const OPEN = /^(?:could|might|hoped|promised|pledged|intended)$/;
/** Irregular participles that make a perfect with "has" or "have". */
const PARTICIPLE =
  /^(grown|risen|fallen|gone|come|shrunk|sunk|taken|given|seen|written|shown|chosen|broken|begun|become|driven)$/;
const BREAKS = new Set([";", ":", ".", "(", ")", "-", "but", "which", "while", "whereas", "although"]);
const REACH = 14;

/** A clause ends here; the point of "0.7" ends none. */
function breaksAt(scan: Scan, k: number): boolean {
  return BREAKS.has(word(scan, k)) && !(word(scan, k) === "." && isDecimal(scan, k));
}

function isDecimal(scan: Scan, k: number): boolean {
  return at(scan, k - 1).kind === "number" && at(scan, k + 1).kind === "number" && !at(scan, k + 1).gap;
}

/** What one word tells; "open" for a verb that ends the search without deciding. */
function cueAt(scan: Scan, k: number): Tense | "open" | null {
  const lexeme = at(scan, k);
  if (lexeme.kind !== "word") return null;
  if (OPEN.test(lexeme.lower) && !lexeme.capital) return "open";
  if (lexeme.lower === "to") return infinitive(scan, k) ? aimed(scan, k) : null;
  if (FUTURE.has(lexeme.lower)) return "future";
  if (PAST.has(lexeme.lower) && !/^(be|being)$/.test(word(scan, k - 1)))
    return lexeme.lower === "been" && word(scan, k + 1).endsWith("ing") ? "open" : "past";
  if (PARTICIPLE.test(lexeme.lower) && isPerfect(scan, k)) return "past";
  if (lexeme.lower.length < 5 || !lexeme.lower.endsWith("ed")) return null;
  if (/^(hundred|indeed|speed|united|limited)$/.test(lexeme.lower)) return null;
  if (/^(be|being|get|gets)$/.test(word(scan, k - 1))) return null;
  const token = scan.tokens.length > 0 ? tokenFrom(scan, lexeme.start) : "VERB";
  return token === "VERB" ? "past" : null;
}

/** "has grown", "have not yet fallen". */
function isPerfect(scan: Scan, k: number): boolean {
  return [1, 2, 3].some((back) => /^(has|have|ve)$/.test(word(scan, k - back)));
}

/** "is to report", ", to be signed in"; not "agreed to", "was to be". */
function aimed(scan: Scan, k: number): Tense | "open" {
  const before = word(scan, k - 1);
  const passive = word(scan, k + 1) === "be" && !/ed$|^(was|were|had|has|have|ought)$/.test(before);
  return AIMING.test(before) || passive ? "future" : "open";
}

function infinitive(scan: Scan, k: number): boolean {
  const next = at(scan, k + 1);
  if (next.lower === "be" || next.lower === "have") return true;
  if (scan.tokens.length > 0) return tokenFrom(scan, next.start) === "VERB" && !next.lower.endsWith("ing");
  return AIMING.test(word(scan, k - 1)) || /^(was|were|agreed|asked|had|has|have)$/.test(word(scan, k - 1));
}

/** The tense of the nearest verb in the clause, before the date first, then after it. */
export function tenseAround(scan: Scan, start: number, next: number): Tense {
  for (let k = start - 1; k >= Math.max(0, start - REACH); k -= 1) {
    if (breaksAt(scan, k)) break;
    const cue = cueAt(scan, k);
    if (cue !== null) return cue === "open" ? "none" : cue;
  }
  for (let k = next; k < Math.min(scan.lexemes.length, next + REACH); k += 1) {
    if (breaksAt(scan, k) && k > next) break;
    const cue = cueAt(scan, k);
    if (cue !== null) return cue === "open" ? "none" : cue;
  }
  return "none";
}

/** "are down by 18 percent in two years", "is cheaper in a year": compared with the past, not told of a day ahead. */
export function comparesBack(scan: Scan, start: number): boolean {
  for (let k = start - 1; k >= Math.max(0, start - REACH); k -= 1) {
    const text = word(scan, k);
    if (breaksAt(scan, k)) return false;
    if (/^(up|down)$/.test(text) && /^(by|from|some|about|nearly|almost)$/.test(word(scan, k + 1)))
      return true;
    if (/^(higher|lower|cheaper|dearer|larger|smaller|fewer)$/.test(text)) return true;
  }
  return false;
}

/** "the years before 2010": the bound belongs to the noun, and a negation of the verb leaves it alone. */
function boundsNoun(scan: Scan, start: number): boolean {
  return at(scan, start - 1).term?.unit !== undefined && word(scan, start - 2) === "the";
}

/** "not … before mid-March", "no payment … until April": a negation earlier in the clause. */
export function negatedBefore(scan: Scan, start: number): boolean {
  if (boundsNoun(scan, start)) return false;
  for (let k = start - 1; k >= Math.max(0, start - REACH); k -= 1) {
    const text = word(scan, k);
    if (breaksAt(scan, k) || text === ",") return false;
    if (/^(not|no|never|cannot|nobody|nothing|none|neither|nor|hardly|scarcely|unlikely)$/.test(text))
      return true;
    if (text === "t" && word(scan, k - 1) === "'") return true;
  }
  return false;
}

/** Words that place a past event in time; "offered 12 March" may speak of a day ahead. */
const PLACING = /^(in|on|of|at|since|during|early|late|mid|-|the|last|this|,|by|throughout)$/;

/** Deadlines and starts that past verbs set ("asked for replies by 2 May") may lie ahead. */
function tenseFor(scan: Scan, core: Core, start: number): Tense {
  if (core.tense !== undefined) return core.tense;
  if (core.bound === "since") return "past";
  const tense = tenseAround(scan, start, core.next);
  const aims = core.bound !== undefined && core.bound !== "on" && core.bound !== "around";
  const placed =
    start === 0 || core.grain === "weekday" || PLACING.test(word(scan, start - 1)) || isPair(core);
  return tense === "past" && (aims || !placed) ? "none" : tense;
}

/** The interval that is meant and whether a cue decided, or null for what has no days. */
export function pick(scan: Scan, core: Core, start: number): { interval: Interval; sure: boolean } | null {
  const choices = core.choices(scan.today);
  const first = choices[0];
  if (first === undefined) return null;
  if (!core.open || choices.length === 1) return { interval: first, sure: true };
  const tense = tenseFor(scan, core, start);
  const today = scan.today;
  const past = choices.findLast((x) => x.from <= today);
  const future = choices.find((x) => x.to >= today);
  const close = nearest(choices, today);
  if (core.stated.weekday && core.stated.month && isOnItsWeekday(scan, core, start, close))
    return { interval: close, sure: true };
  if (tense === "past" && past !== undefined) return { interval: past, sure: true };
  if (tense === "future" && future !== undefined) return { interval: future, sure: true };
  return { interval: close, sure: false };
}

/** "are accepted until Friday 27 March": the nearest such day is a Friday, whatever the tense says. */
function isOnItsWeekday(scan: Scan, core: Core, start: number, { from }: Interval): boolean {
  for (let k = start; k < core.next; k += 1) {
    const weekday = at(scan, k).term?.weekday;
    if (weekday !== undefined) return weekdayOfSerial(from) === weekday;
  }
  return false;
}

function nearest(choices: readonly Interval[], today: number): Interval {
  const distance = (x: Interval): number =>
    x.to < today ? today - x.to : x.from > today ? x.from - today : 0;
  return choices.reduce((best, x) => (distance(x) < distance(best) ? x : best));
}
