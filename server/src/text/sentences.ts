/**
 * Where sentences end. Knows English abbreviations, initials and quotation marks; knows nothing of documents.
 * One pass over the stops of the text, each decided from a bounded neighbourhood.
 */
import type { Span } from "./types.ts";

/** A sentence longer than this is cut at a blank, so that what reads sentences has bounded work. */
export const MAX_SENTENCE = 2_000;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Abbreviations that a name or more of the sentence follows: a capital after them proves nothing. */
const NEVER_LAST = words(
  "mr mrs ms dr prof rev hon gen col lt maj capt cmdr adm sgt cpl gov sen sens rep reps pres amb fr st ste mt messrs " +
    "mme mlle vs v cf eg ie viz approx ca c incl dept eds insp supt brig sra srta dipl ing e.g i.e cllr dir",
);

/** Abbreviations that a number follows; before anything else they are words ("she said no.") or close a sentence. */
const NUMBERED = words("no nos art arts sec secs ch para paras fig figs vol vols pp p pt nr reg op rs ed");

/** Abbreviations that may also close a sentence: there it ends if what follows looks like a beginning. */
const MAYBE_LAST = words(
  "inc ltd corp co plc llc bros jr sr esq al est min max ave blvd rd ph.d phd u.s u.k u.n e.u d.c l.a n.y",
);

/** The same, but only with a capital: "Sun." is a day, "sun." a star. */
const CAPITAL_ONLY = words(
  "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
);

const CLOCK = words("a.m p.m am pm");

/** After "3 p.m." the sentence goes on with a day, a month or a time zone. */
const AFTER_CLOCK =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|[A-Z]{2,5}|Eastern|Central|Pacific|\d+)$/;

/** Words that open a sentence far oftener than they follow an abbreviation in one. */
const OPENERS = words(
  "the a an he she it they we i you this that these those there here but and or so yet in on at by for from with " +
    "when while if as after before since although though because however meanwhile then now his her its their our " +
    "my your what who which where why how no not one some many most all both each every other another under over " +
    "according instead still also even only yesterday today tomorrow",
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
  while (end < text.length && CLOSERS.includes(text[end]!)) end++;
  const note = text[end] === "[" ? /^\[\d{1,3}\]/.exec(text.slice(end, end + 5)) : null;
  return end + (note?.[0].length ?? 0);
}

function endsHere(text: string, start: number, stop: number, end: number): boolean {
  if (end >= text.length) return true;
  if (!isBlank(text[end])) return false;
  const next = nextLetter(text, end);
  if (next === null) return true;
  if (isLower(next.char) && !/^\p{Ll}\p{Lu}/u.test(next.word)) return false;
  const single = end === stop + 1;
  if (text[stop] === ".") return !single || afterFullStop(text, start, stop, next);
  if (text[stop] === "…") return true;
  return single ? !COMPANY_FORM.test(next.word) : !REPORTED.test(text.slice(end, end + 160));
}

/** "Yahoo! Inc." */
const COMPANY_FORM = /^(?:Inc|Ltd|Corp|plc|LLC)$/;

/** “Why now?” Anna Lee asked: a question stays with who asked it. */
const REPORTED =
  /^\s{1,3}(?:\p{Lu}[\p{L}.’'-]{0,30}\s{1,3}){1,5}(?:asked|asks|said|says|wrote|writes|added|replied|demanded|wondered|shouted|cried|told)[\s.,;:]/u;

/** Whether a lone full stop, with a capital, digit or mark after it, ends the sentence. */
function afterFullStop(text: string, start: number, stop: number, next: Next): boolean {
  const word = wordBefore(text, start, stop);
  if (word === "") return true;
  const bare = word.toLowerCase();
  if (NEVER_LAST.has(bare)) return bare === "mt" && isCounted(text, stop - word.length);
  if (NUMBERED.has(bare)) return !/^(?:\d.*|[IVXLC]+|[A-Za-z])$/.test(next.word);
  if (isListNumber(text, start, stop, word)) return false;
  if (CLOCK.has(bare)) return next.quoted || !AFTER_CLOCK.test(next.word);
  if (CAPITAL_ONLY.has(bare) && !isLower(word[0]!)) return beginsAfterAbbreviation(next);
  if (isInitial(word)) return next.word.length > 1 && OPENERS.has(next.word.toLowerCase());
  if (MAYBE_LAST.has(bare) || isDotted(word)) return beginsAfterAbbreviation(next);
  return true;
}

/** "1.1 Mt. The rest": of a number it is a unit, megatonnes, and no mountain. */
function isCounted(text: string, start: number): boolean {
  return /\d[ \u00a0\u202f]?$/.test(text.slice(Math.max(0, start - 2), start));
}

function beginsAfterAbbreviation(next: Next): boolean {
  if (next.quoted) return true;
  return OPENERS.has(next.word.toLowerCase());
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
