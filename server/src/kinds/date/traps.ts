/**
 * Drops proposals that only look like dates: "may" the verb, "2016 households", "section 2019", "Theresa May",
 * "every Monday", "Act 2018". Each check looks at a few neighbours.
 */
import { countsThings, pluralAt, tokenFrom } from "./formats/counted.ts";
import { numbers } from "./formats/numbering.ts";
import { at, type Core, endsClause, type Scan, word } from "./grammar.ts";
import { isPair } from "./ranges.ts";

const PREPOSITIONS =
  /^(in|by|until|till|since|of|to|from|last|next|this|early|mid|late|before|after|during|through|between|and|or|for|than|throughout|late|around|about|the|on|every|each|over|into|till|towards|that|following|previous|coming|past|until|-)$/;
const DATING =
  /^(in|since|by|until|till|before|after|during|from|through|throughout|between|early|mid|late|around|about|circa|to|of|for|end|and|or|year|than|on|as|the|its|their|this|over|into|towards|was|is|when|with|at)$/;
const VAGUE = /^(about|some|nearly|almost|roughly|approximately|over|under)$/;

/** True where the neighbours say that this is no date. `i` is the first lexeme of the proposal. */
export function isTrap(scan: Scan, core: Core, i: number): boolean {
  const before = word(scan, i - 1);
  if (before === "every" || before === "each" || before === "alternate" || before === "per") return true;
  const recurs = /^(?:each|every)$/.test(word(scan, i - 3)) && /^(?:and|or)$/.test(before);
  if (recurs && (at(scan, i - 2).term?.month ?? at(scan, i - 2).term?.weekday) !== undefined) return true;
  if (at(scan, core.next).kind === "opaque" && !at(scan, core.next).gap) return true;
  switch (core.doubt) {
    case "year":
      return yearTrap(scan, core, start(scan, core, i), core.bound !== undefined || start(scan, core, i) > i);
    case "month":
      return monthTrap(scan, core, i);
    case "weekday":
      return weekdayTrap(scan, core, i);
    case "quarter":
      return word(scan, core.next) === "of" || word(scan, core.next) === "-";
    default:
      return core.grain === "weekday" && ordinalBefore(scan, i);
  }
}

/** First number of a doubted year, after bound words. */
function start(scan: Scan, core: Core, i: number): number {
  let k = i;
  while (k < core.next - 1 && at(scan, k).kind !== "number") k += 1;
  return k;
}

function ordinalBefore(scan: Scan, i: number): boolean {
  const term = at(scan, i - 1).term;
  return term?.ordinal !== undefined || word(scan, i - 1) === "other" || word(scan, i - 1) === "most";
}

function yearTrap(scan: Scan, core: Core, i: number, led: boolean): boolean {
  const year = at(scan, i);
  const previous = at(scan, i - 1);
  const before = previous.lower;
  if ("$€£#§@&+=<>".includes(before) && before !== "") return true;
  if (year.value < 1500 && !/^(in|since|by|before|after|until|from|year)$/.test(before)) return true;
  if (previous.kind === "number" && !isPair(core)) return true;
  if (before === "." && /^(no|nos|art|sec|p|pp|par|ch|v|vol|tel|reg|res|fig)$/.test(word(scan, i - 2)))
    return true;
  if (before === ")" && /^(eu|ec|eec|euratom|no|uk)$/.test(word(scan, i - 2))) return true;
  const adjectival = /^(the|its|their|his|her|our|your|my|these|those|both)$/.test(before);
  if (adjectival) return moneyAfter(scan, core.next) || (pluralAt(scan, core.next) && !recent(year.value));
  if ((numbers(scan, i - 1) || VAGUE.test(before)) && !(led && /^(about|over|under|some)$/.test(before)))
    return vague(before, scan, core);
  if (previous.capital && !DATING.test(before) && previous.term === undefined) return true;
  if (startsSentence(scan, i - 1) && /^(in|since|during|by)$/.test(before))
    return moneyAfter(scan, core.next);
  return follows(scan, core, DATING.test(before) || led);
}

/** Years of which one says "the 2019 figures"; other numbers count. */
function recent(year: number): boolean {
  return year >= 1900 && year <= 2060;
}

/** "about 2019" may be a year only when nothing is counted; the other words never introduce one. */
function vague(before: string, scan: Scan, core: Core): boolean {
  return !/^(about|around)$/.test(before) || follows(scan, core, false);
}

function moneyAfter(scan: Scan, next: number): boolean {
  return /^(million|billion|trillion|thousand|percent|euros?|dollars?|pounds?|kroner|kronor)$/.test(
    word(scan, next),
  );
}

function startsSentence(scan: Scan, i: number): boolean {
  return i === 0 || (i > 0 && at(scan, i).capital);
}

function follows(scan: Scan, core: Core, introduced: boolean): boolean {
  if (moneyAfter(scan, core.next) || pluralAt(scan, core.next)) return true;
  if (countsThings(scan, core.next, introduced)) return true;
  if (introduced) return false;
  const next = at(scan, core.next);
  if (next.kind === "word" && next.term === undefined && !next.capital) {
    const pos = tokenFrom(scan, next.start);
    if (pos === "NOUN" || pos === "ADJ") return pluralAt(scan, core.next + 1) || !at(scan, core.next - 1).gap;
  }
  return false;
}

/** "May" the verb and the surname, "March" the walk, "August" the name, "Jan" the person, "march" in small letters. */
function monthTrap(scan: Scan, core: Core, i: number): boolean {
  let m = i;
  while (m < core.next - 1 && at(scan, m).term?.month === undefined) m += 1;
  const month = at(scan, m);
  const next = at(scan, m + 1);
  const before = at(scan, m - 1);
  if (!month.capital)
    return !/^(in|last|next|this|of|since|until|by)$/.test(before.lower) || /^(may|march)$/.test(month.lower);
  if (partOfName(scan, m)) return true;
  if (/^(april|june)$/.test(month.lower)) return false;
  const pos = tokenFrom(scan, month.start);
  if (
    month.lower === "may" &&
    pos === "AUX" &&
    !/^(in|by|of|since|until|last|next|this|early|mid|late|and|-)$/.test(before.lower)
  )
    return true;
  if (m < 1)
    return (
      next.kind === "word" &&
      !/^(and|to|or|is|was|saw|brought|figures|data|results|meeting|elections?)$/.test(next.lower)
    );
  if (before.kind === "mark")
    return before.lower !== "-" && next.kind === "word" && !/^(and|or|to)$/.test(next.lower);
  // "The peak month was August."
  if (/^(is|was|were|be|been)$/.test(before.lower)) return !endsClause(scan, m + 1);
  return (
    !PREPOSITIONS.test(before.lower) ||
    (before.lower === "the" && next.kind === "word" && /^(on|for|of|against|through)$/.test(next.lower))
  );
}

/** "April Jones", "Theresa May": a capitalised word that dates nothing stands beside it. */
function partOfName(scan: Scan, m: number): boolean {
  const next = at(scan, m + 1);
  const before = at(scan, m - 1);
  const surname = next.kind === "word" && next.capital && next.term === undefined;
  if (surname && !/^(in|by|until|since|last|next|of)$/.test(before.lower)) return true;
  const forename = before.kind === "word" && before.capital && before.term === undefined;
  return forename && m > 1 && !PREPOSITIONS.test(before.lower);
}

/** "Sat", "Sun" and weekdays in small letters need a word that dates them. */
function weekdayTrap(scan: Scan, core: Core, i: number): boolean {
  let k = i;
  while (k < core.next - 1 && at(scan, k).term?.weekday === undefined) k += 1;
  const name = at(scan, k);
  if (ordinalBefore(scan, i)) return true;
  if (name.term?.short !== true)
    return !/^(on|last|next|this|by|until|till|since|from|before|after|of|and|to|every|a)$/.test(
      word(scan, k - 1),
    );
  return !(
    name.capital &&
    /^(on|until|till|since|by|next|last|from)$/.test(word(scan, k - 1)) &&
    name.lower !== "sun" &&
    name.lower !== "sat"
  );
}
