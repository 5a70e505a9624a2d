/**
 * Numbers that count nothing: "section 41", "notice 2025/117", "5G", years, clock times, phone and list numbers.
 * Knows what stands next to such numbers; knows no units beyond what is needed to tell them from quantities.
 */
import { hedgeBefore } from "./hedges.ts";
import { markAt, pastHyphen, posAt, type Scan, spelling, wordAt } from "./scan.ts";
import { currencyBefore, unitAfter } from "./unit.ts";
import { CURRENCY_CODES, currencyWord, measureWord } from "./units.ts";

/** Before a number in words or digits these make it a label: "page six", "phase 2". */
const LABELS = new Set(
  "section article page paragraph para table figure annex appendix chapter version question step phase item notice update footnote clause schedule exhibit principle recommendation option scenario volume tier type class grade".split(
    " ",
  ),
);
/** These do so before digits only, for "in group five workers" could count. */
const DIGIT_LABELS = new Set(
  "sections articles pages paragraphs paras tables figures annexes chapters items clauses recommendations principles questions steps options notices number numbers batch batches lot lots room route highway road line flight regulation directive resolution decision act bill case docket protocol rule rules note part parts category zone zones block unit building platform gate channel form model column row box slide edition issue level point round project programme group target goal objective lane terminal pier track bus tram train ward district precinct apartment suite floor release draft memo report window covid psalm verse art sec fig ch vol pp p nos no nr v iso gpt extension bulletin".split(
    " ",
  ),
);
const DOTTED = new Set("no nos nr art arts sec fig figs ch vol p pp para paras cl reg".split(" "));
const ORDINAL_ENDINGS = new Set(["st", "nd", "rd", "th"]);
const GLUED_UNITS = new Set(
  "m b k x bn mn mln bln tn trn pp ppt bps bp pct million billion trillion".split(" "),
);
/** What a letter that means a scale is read as. */
const LONG_SCALE = /^(thousand|million|billion)$/;
const EARLIEST_YEAR = 1500;
const LATEST_YEAR = 2099;

/**
 * Where to read on when the number at piece `at` is none that counts; -1 when it may count.
 * `at` is a numeral in digits, or the first word of one in words.
 */
export function pastExcluded(scan: Scan, at: number): number {
  const piece = scan.pieces[at]!;
  if (piece.kind === "word") {
    const label = LABELS.has(wordAt(scan, at - 1)) && !counted(scan, at - 2);
    return label || isClock(scan, at) ? at + 1 : -1;
  }
  if (isLabelled(scan, at)) return pastChain(scan, at);
  if (isListNumber(scan, at) || isGluedIdentifier(scan, at)) return at + 1;
  const joined = pastJoined(scan, at);
  if (joined > 0) return joined;
  if (piece.digits!.odd || isPhone(scan, at)) return pastNumbers(scan, at);
  if (isYear(scan, at) || isClock(scan, at)) return at + 1;
  return -1;
}

/** "two chapters 17 …": a number before the label word makes it a counted noun. */
function counted(scan: Scan, at: number): boolean {
  return posAt(scan, at) === "NUM";
}

function isLabelled(scan: Scan, at: number): boolean {
  const mark = markAt(scan, at - 1);
  if (mark === "#" || mark === "\u00a7" || mark === "\u00ba" || mark === "\u00b0") return true;
  if (mark === "[" && (markAt(scan, at + 1) === "]" || markAt(scan, at + 1) === ",")) return true;
  if (mark === "." && DOTTED.has(wordAt(scan, at - 2))) return true;
  const word = wordAt(scan, at - 1);
  if (!LABELS.has(word) && !DIGIT_LABELS.has(word)) return false;
  return !counted(scan, at - 2) && !isSum(scan, at) && !isVerb(scan, at - 1);
}

/** "did not report 64 cases", "to target 40 firms": what is done to so many. */
const isVerb = (scan: Scan, at: number): boolean =>
  posAt(scan, at) === "VERB" && ALSO_VERB.test(wordAt(scan, at)) && BEFORE_VERB.test(wordAt(scan, at - 1));
const ALSO_VERB = /^(?:report|target|train|release|draft|project|issue|group)$/;
const BEFORE_VERB =
  /^(?:to|not|t|will|would|shall|should|can|could|may|might|must|do|does|did|they|we|i|you|and|police)$/;

/** "state 65%, district 15%": a share or an amount is no label. */
function isSum(scan: Scan, at: number): boolean {
  const dimension = unitAfter(scan, at + 1)?.dimension;
  return dimension === "share" || dimension === "points" || dimension === "money";
}

/** "sections 4, 5 and 7 to 9" */
function pastChain(scan: Scan, at: number): number {
  let end = at + 1;
  for (;;) {
    if (scan.pieces[end]?.kind === "word" && scan.pieces[end]?.glued) end += 1;
    const link = scan.pieces[end]?.lower ?? "";
    if (!/^(,|and|or|to|[-/:.()\u2013])$/.test(link) || scan.pieces[end + 1]?.kind !== "number") return end;
    if (link === "," && !scan.pieces[end + 1]?.glued && measured(scan, end + 2)) return end;
    end += 2;
  }
}

function measured(scan: Scan, at: number): boolean {
  return markAt(scan, at) === "%" || posAt(scan, at) === "NOUN" || posAt(scan, at) === "ADJ";
}

/** "1. First", "(2) Second", "1.3 Third" at the start of the text. */
function isListNumber(scan: Scan, at: number): boolean {
  const next = markAt(scan, at + 1);
  if (at === 1) return markAt(scan, 0) === "(" && next === ")";
  if (at !== 0) return false;
  const third = scan.pieces[2];
  if (next === "." || next === ")") return third === undefined || !third.glued;
  const section = scan.pieces[0]!.digits!.decimals > 0 && scan.pieces[0]!.lower.length <= 5;
  return section && /^\p{Lu}\p{Ll}{2,}$/u.test(spelling(scan, 1)) && !scan.pieces[1]!.glued;
}

/** "G7", "COVID-19", "5G", "1990s", "a/7", "x_2", "[^1]" */
function isGluedIdentifier(scan: Scan, at: number): boolean {
  const piece = scan.pieces[at]!;
  const before = scan.pieces[at - 1];
  if (piece.glued && before !== undefined) {
    if (before.kind === "word") return currencyBefore(scan, at) === null;
    if (/[/_@=^\\&]/.test(before.lower)) return true;
    if ((before.lower === "." || before.lower === ":") && before.glued) return true;
    const hyphen = before.lower === "-" || before.lower === "\u2011";
    if (hyphen && before.glued && scan.pieces[at - 2]?.kind === "word") return true;
  }
  const after = scan.pieces[at + 1];
  if (after?.kind !== "word" || !after.glued) return false;
  const letter = spelling(scan, at + 1);
  if (LONG_SCALE.test(after.lower)) return false;
  if (/^[A-Z]$/.test(letter)) return !(/^[MBK]$/.test(letter) && moneyBefore(scan, at)) && letter !== "C";
  return !unitLike(after.lower);
}

function unitLike(word: string): boolean {
  if (ORDINAL_ENDINGS.has(word) || GLUED_UNITS.has(word) || /^[pc]$/.test(word)) return true;
  return measureWord(word) !== null || currencyWord(word) !== null || CURRENCY_CODES.has(word.toUpperCase());
}

/** "2025/117", "9:15", "2024-25": where it ends, else -1. */
function pastJoined(scan: Scan, at: number): number {
  const mark = scan.pieces[at + 1];
  const next = scan.pieces[at + 2];
  if (mark?.kind !== "mark" || !mark.glued || next?.kind !== "number" || !next.glued) return -1;
  if (mark.lower === "/" || mark.lower === ":") return pastNumbers(scan, at + 2);
  const dash = mark.lower === "-" || mark.lower === "\u2013";
  const bare = spelling(scan, at);
  if (dash && /^\d{4}$/.test(bare) && yearLike(Number(bare)) && !moneyBefore(scan, at)) {
    const second = spelling(scan, at + 2);
    if (/^\d{2}$/.test(second) || (/^\d{4}$/.test(second) && yearLike(Number(second)))) return at + 3;
  }
  const chained = markAt(scan, at + 3) === mark.lower && scan.pieces[at + 4]?.kind === "number";
  return dash && chained ? pastNumbers(scan, at + 4) : -1;
}

/** Past all numerals, and the marks that glue them, from piece `at` on. */
function pastNumbers(scan: Scan, at: number): number {
  let end = at + 1;
  for (;;) {
    const piece = scan.pieces[end];
    if (piece?.kind === "number") end += 1;
    else if (piece?.glued && /^[-/:.\u2013]$/.test(piece.lower) && scan.pieces[end + 1]?.kind === "number")
      end += 2;
    else return end;
  }
}

function isPhone(scan: Scan, at: number): boolean {
  if (markAt(scan, at - 1) === "+" && scan.pieces[at]!.digits!.separator === " ") return true;
  if (scan.pieces[at + 1]?.kind !== "number") return false;
  return scan.pieces[at + 2]?.kind === "number" || markAt(scan, at - 1) === "+";
}

function yearLike(value: number): boolean {
  return value >= EARLIEST_YEAR && value <= LATEST_YEAR;
}

function moneyBefore(scan: Scan, at: number): boolean {
  return /\p{Sc}/u.test(markAt(scan, at - 1)) || currencyBefore(scan, at) !== null;
}

/** "2019" is a year unless money, a unit, or a hedge and a counted noun stand by it. */
function isYear(scan: Scan, at: number): boolean {
  const bare = spelling(scan, at);
  if (!/^\d{4}$/.test(bare) || !yearLike(Number(bare)) || moneyBefore(scan, at)) return false;
  const next = scan.pieces[pastHyphen(scan, at + 1)];
  if (next === undefined) return true;
  if (next.lower === "%" || next.lower === "percent" || next.lower === "per") return false;
  if (next.kind === "word" && (currencyWord(next.lower) || measureWord(next.lower) || unitLike(next.lower)))
    return false;
  return hedgeBefore(scan, at) === null || posAt(scan, at + 1) !== "NOUN";
}

/** "6 p.m.", "10.30 am", "six o'clock" */
function isClock(scan: Scan, at: number): boolean {
  const next = wordAt(scan, at + 1);
  if (next === "am" || next === "pm") return true;
  if (next === "o" && /['\u2019]/.test(markAt(scan, at + 2))) return true;
  return (next === "a" || next === "p") && markAt(scan, at + 2) === "." && wordAt(scan, at + 3) === "m";
}
