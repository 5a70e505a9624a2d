/**
 * Where sentences end. Knows English abbreviations, initials and quotation marks; knows nothing of documents.
 * One pass over the stops of the text, each decided from a bounded neighbourhood.
 */
import type { Span } from "./types.ts";

/** A sentence longer than this is cut at a blank, so that what reads sentences has bounded work. */
export const MAX_SENTENCE = 2_000;

/** Abbreviations that a name, a number or more of the sentence follows: a capital after them proves nothing. */
const NEVER_LAST = new Set(
  (
    "mr mrs ms dr prof rev hon gen col lt maj capt cmdr adm sgt cpl gov sen rep pres amb fr st ste mt messrs mme mlle " +
    "vs v no nos art arts sec secs ch para paras fig figs vol vols pp p pt cf eg ie viz approx ca c dept ed eds rs " +
    "insp supt brig sr sra srta dipl ing mag bc jr-st nr cl reg op"
  ).split(" "),
);

/** Abbreviations that may also close a sentence: there it ends if what follows looks like a beginning. */
const MAYBE_LAST = new Set(
  (
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd corp co plc " +
    "llc bros jr sr esq etc al est min max hr hrs sq ft km kg lb lbs oz mi m bn mn tn am pm ad bce ce ave blvd rd " +
    "ph.d phd md ba ma bsc msc u.s u.k u.n e.u d.c a.m p.m i.e e.g l.a n.y"
  ).split(" "),
);

/** Words that open a sentence far oftener than they follow an abbreviation in one. */
const OPENERS = new Set(
  (
    "the a an he she it they we i you this that these those there here but and or so yet in on at by for from with " +
    "when while if as after before since although though because however meanwhile then now his her its their our " +
    "my your what who which where why how no not one some many most all both each every other another under over " +
    "according instead still also even only its"
  ).split(" "),
);

const CLOSERS = "\"'”’»)]}*_›";
const OPEN_MARKS = "\"'“‘«([{„‹";

/**
 * Spans of the sentences of `text`, in order, without the blanks between them. "\n" always ends one; semicolons
 * and colons never do. Closing quotation marks and brackets stay with the stop before them.
 */
export function splitProse(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === "\n") {
      addSentence(sentences, text, start, at);
      start = at + 1;
    } else if (isStop(char)) {
      const end = closeStop(text, at);
      if (endsHere(text, start, at, end)) {
        addSentence(sentences, text, start, end);
        start = end;
      }
      at = end - 1;
    }
  }
  addSentence(sentences, text, start, text.length);
  return sentences;
}

function isStop(char: string): boolean {
  return char === "." || char === "!" || char === "?" || char === "…";
}

/** Past the run of stops at `at` and the marks that close with it. */
function closeStop(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isStop(text[end]!)) end++;
  while (end < text.length && CLOSERS.includes(text[end]!) && !opensNext(text, end)) end++;
  return end;
}

/** Whether the straight mark at `at` opens what follows ('ends. "Next'), rather than closing what came before. */
function opensNext(text: string, at: number): boolean {
  return isBlank(text[at - 1]) && !isBlank(text[at + 1]);
}

function endsHere(text: string, start: number, stop: number, end: number): boolean {
  if (end >= text.length) return true;
  if (!isBlank(text[end])) return false;
  const next = nextLetter(text, end);
  if (next === null) return true;
  const begins = !isLower(next.char);
  const last = text[stop]!;
  const single = end === stop + 1;
  if (last === "." && isStop(text[stop + 1] ?? "")) return begins;
  if (last === "…") return begins;
  if (last !== ".") return begins || (single && !next.quoted && false);
  if (!begins) return false;
  return !single || afterFullStop(text, start, stop, next);
}

/** Whether a lone full stop, with a capital, digit or mark after it, ends the sentence. */
function afterFullStop(text: string, start: number, stop: number, next: Next): boolean {
  const word = wordBefore(text, start, stop);
  if (word === "") return true;
  const bare = word.toLowerCase();
  if (NEVER_LAST.has(bare)) return bare === "no" && !/\d/.test(next.char);
  if (isListNumber(text, start, stop, word)) return false;
  if (isInitial(word)) return OPENERS.has(next.word.toLowerCase()) && next.word.length > 1 && bare !== "j";
  if (MAYBE_LAST.has(bare) || isDotted(word)) return beginsAfterAbbreviation(next);
  return true;
}

function beginsAfterAbbreviation(next: Next): boolean {
  if (next.quoted) return true;
  return OPENERS.has(next.word.toLowerCase()) && !/^\d/.test(next.word);
}

/** "J", or the last letter of "J.R": a person's initial. */
function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\.){0,4}\p{Lu}$/u.test(word) && !isCountryLike(word);
}

/** "U.S" and its like, as opposed to a person's initials "J.R". */
function isCountryLike(word: string): boolean {
  return MAYBE_LAST.has(word.toLowerCase());
}

/** "a.m", "Ph.D": letters with full stops inside. */
function isDotted(word: string): boolean {
  return /^\p{L}{1,3}(?:\.\p{L}{1,3}){1,4}$/u.test(word);
}

/** A number or letter that numbers the sentence: "1. The fee". */
function isListNumber(text: string, start: number, stop: number, word: string): boolean {
  return /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/.test(word) && text.slice(start, stop).trim() === word;
}

function wordBefore(text: string, start: number, stop: number): string {
  let from = stop;
  while (from > start && stop - from < 24 && isWordOrDot(text[from - 1]!)) from--;
  return text.slice(from, stop);
}

function isWordOrDot(char: string): boolean {
  return char === "." || char === "-" || /[\p{L}\p{N}]/u.test(char);
}

interface Next {
  readonly char: string;
  readonly word: string;
  readonly quoted: boolean;
}

/** The first letter, digit or sign after blanks and opening marks, with its word. */
function nextLetter(text: string, from: number): Next | null {
  let at = from;
  let quoted = false;
  while (at < text.length && (isBlank(text[at]) || OPEN_MARKS.includes(text[at]!))) {
    if (text[at] === "\n") return null;
    quoted ||= !isBlank(text[at]);
    at++;
  }
  if (at >= text.length) return null;
  const word = /^[\p{L}\p{N}’']{1,30}/u.exec(text.slice(at, at + 31))?.[0] ?? text[at]!;
  return { char: text[at]!, word, quoted };
}

function isLower(char: string): boolean {
  return char !== char.toUpperCase() && char === char.toLowerCase();
}

function isBlank(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}

function addSentence(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  while (end - start > MAX_SENTENCE) {
    const cut = cutPlace(text, start);
    addSentence(sentences, text, start, cut);
    start = cut;
    while (start < end && isBlank(text[start])) start++;
  }
  if (end > start) sentences.push({ start, end });
}

/** A blank shortly before the longest length allowed, or that length, never inside a surrogate pair. */
function cutPlace(text: string, start: number): number {
  const limit = start + MAX_SENTENCE;
  for (let at = limit; at > limit - 200; at--) if (isBlank(text[at])) return at;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}
