/**
 * How far a proper name runs: capitals, connectors between them, particles. Knows tokens and word lists,
 * not what the name means.
 */
import { longestKnownName, lookUpName } from "../../lexicon/gazetteer.ts";
import type { Token } from "../../text/types.ts";
import {
  calendarWords,
  givenNames,
  honorifics,
  nameParticles,
  openingWords,
  organisationHeads,
  owningNouns,
  placeHeads,
  prepositionHeads,
  titleWords,
  workHeads,
} from "./words.ts";

const LONGEST_RUN = 14;

/** Whether the token is written as part of a name: a capital first, and no day, month or "I". */
export function isCapital(token: Token | undefined): token is Token {
  if (!token) return false;
  const text = token.text;
  const code = text.charCodeAt(0);
  const upper = code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
  if (!upper || text === "I" || calendarWords.has(text.toLowerCase())) return false;
  if (!/-\p{Ll}+$/u.test(text)) return true;
  return lookUpName(text).length > 0 || titleWords.has(text.toLowerCase());
}

/** Two capitals or more and no small letter: an abbreviation, or a word in a headline of capitals. */
export function isAcronym(text: string): boolean {
  return (
    /^(?:[A-Z][A-Z0-9&/-]{1,9}s?|(?:[A-Z]\.){2,6})$/.test(text) || /^[A-Z]{1,3}[a-z]?[A-Z]{1,6}$/.test(text)
  );
}

export const lower = (token: Token): string => token.text.toLowerCase();

/** Whether a name can begin at token `i`. */
export function startsName(tokens: readonly Token[], i: number, known: boolean): boolean {
  const token = tokens[i];
  if (!isCapital(token)) return false;
  if ((token.text.length === 1 && !isCapital(tokens[i + 1])) || labelsSpeech(tokens, i)) return false;
  if (known || isAcronym(token.text)) return true;
  const word = lower(token);
  if (!opensSentence(tokens, i)) return !/^(?:the|a|an)$/.test(word);
  const next = tokens[i + 1];
  const named = isCapital(next) && !isAcronym(next.text) && adjacent(token, next);
  if (named && givenNames.has(word)) return true;
  if (honorifics.has(word) && isCapital(next) && adjacent(token, next)) return true;
  if (openingWords.has(word)) return false;
  if (token.pos === "PROPN") return true;
  return named && (token.pos === "NOUN" || token.pos === "ADJ");
}

/** "Q. You", "A. The": the letter before a question or its answer. */
function labelsSpeech(tokens: readonly Token[], i: number): boolean {
  if (!/^[QA]\.$/.test(tokens[i]?.text ?? "") || !opensSentence(tokens, i)) return false;
  const next = tokens[i + 1];
  if (!next) return true;
  const word = lower(next);
  return (
    next.pos === "DET" ||
    openingWords.has(word) ||
    titleWords.has(word) ||
    honorifics.has(word) ||
    word === "doctor"
  );
}

/** Whether a capital at `i` is owed to the place: the first word, or after a full stop, colon or opening quote. */
export function opensSentence(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before) return true;
  return /^[.?!:;“"‘•–—*\uFFFC]$|^\d+[.)]$/.test(before.text) && !/^[–—]$/.test(before.text);
}

function adjacent(left: Token, right: Token): boolean {
  return right.start - left.end <= 1;
}

/** The longest name of the gazetteer that starts at token `i`: how many tokens, 0 for none. */
export function knownLength(text: string, tokens: readonly Token[], i: number): number {
  const first = tokens[i];
  if (!first) return 0;
  const words = longestKnownName(/^the$/i.test(first.text) ? (tokens[i + 1]?.text ?? "") : first.text);
  if (words === 0) return 0;
  for (let n = Math.min(words + 2, tokens.length - i); n >= 1; n--) {
    const last = tokens[i + n - 1];
    if (!last || !(n === 1 || /^['’]/.test(last.text) || isCapital(last))) continue;
    if (lookUpName(text.slice(first.start, last.end)).length > 0) return n;
  }
  return 0;
}

/** The token after the last one of the name that starts at `i`. */
export function extendRun(tokens: readonly Token[], i: number): number {
  let end = i + 1;
  let joined = false;
  while (end < tokens.length && end - i < LONGEST_RUN) {
    const left = tokens[end - 1];
    const token = tokens[end];
    if (!left || !token) break;
    if (isCapital(token) && token.start - left.end <= 1) {
      end++;
      continue;
    }
    const next = connect(tokens, i, end, joined);
    if (next === end) break;
    if (/^(?:of|for|on|and)$/.test(token.text)) joined = true;
    end = next;
  }
  return end;
}

/** Where the name goes on after the connector at `at`, or `at` itself where it ends there. */
function connect(tokens: readonly Token[], start: number, at: number, joined: boolean): number {
  const token = tokens[at] as Token;
  const left = tokens[at - 1] as Token;
  const next = tokens[at + 1];
  const tight = token.start === left.end;
  if (token.text === "-" || token.text === "‑")
    return tight && isCapital(next) && next.start === token.end ? at + 2 : at;
  if (token.text === ".")
    return tight && left.text.length <= 3 && isCapital(next) && left.text.length === 1 ? at + 2 : at;
  if (token.text === "&") return isCapital(next) ? at + 2 : at;
  if (/^['’]s?$/.test(token.text)) return owns(tokens, at) ? at + 2 : at;
  const head = lower(left);
  if (token.text === "of" && takesOf(head)) return capitalAfter(tokens, at);
  if ((token.text === "for" || token.text === "on") && prepositionHeads.has(head))
    return capitalAfter(tokens, at);
  if (token.text === "and") return joinsByAnd(tokens, start, at, joined) ? at + 2 : at;
  if (nameParticles.has(token.text)) return particlesAfter(tokens, at);
  return at;
}

function takesOf(head: string): boolean {
  if (titleWords.has(head) && !organisationHeads.has(head)) return false;
  return organisationHeads.has(head) || placeHeads.has(head) || workHeads.has(head);
}

function capitalAfter(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  if (tokens[next]?.text === "the") next++;
  return isCapital(tokens[next]) ? next + 1 : at;
}

function particlesAfter(tokens: readonly Token[], at: number): number {
  let next = at + 1;
  while (next - at < 3 && nameParticles.has(tokens[next]?.text ?? "")) next++;
  // "Nasser al-Kharusi"
  if (/^[-‑]$/.test(tokens[next]?.text ?? "") && tokens[next]!.start === tokens[next - 1]!.end) next++;
  return isCapital(tokens[next]) ? next + 1 : at;
}

function owns(tokens: readonly Token[], at: number): boolean {
  if (!isCapital(tokens[at + 1])) return false;
  if (owningNouns.has(lower(tokens[at - 1] as Token))) return headsAhead(tokens, at + 1, 3);
  return isOfMany(tokens, at);
}

/** "Homeowners' Union": people of some sort, and what they are united in. */
function isOfMany(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at - 1] as Token;
  if (!/^['’]$/.test((tokens[at] as Token).text) || !/^\p{Lu}\p{Ll}{3,}s$/u.test(text)) return false;
  const [next, head] = tokens.slice(at + 1, at + 3);
  const isUnion = (token: Token | undefined) => isCapital(token) && UNIONS.test(token.text);
  const before = tokens[at - 2];
  if (isCapital(before) && lookUpName(`${before.text} ${text}`).length > 0) return false;
  return lookUpName(text).length === 0 && (isUnion(next) || (isCapital(next) && isUnion(head)));
}
const UNIONS =
  /^(?:Union|Association|Federation|Confederation|League|Society|Alliance|Guild|Institute|Organi[sz]ation|Cooperative|Co-operative|Council|Forum|Network|Club)$/;

/** Whether one of the capitals from `from` on is the head of an organisation, within `most` words. */
function headsAhead(tokens: readonly Token[], from: number, most: number): boolean {
  for (let i = from; i < from + most && isCapital(tokens[i]); i++)
    if (organisationHeads.has(lower(tokens[i] as Token))) return true;
  return false;
}

/** "Food and Agriculture Organization", "Department for Work and Pensions"; never "Italy and Malta". */
function joinsByAnd(tokens: readonly Token[], start: number, at: number, joined: boolean): boolean {
  const next = tokens[at + 1];
  if (!isCapital(next) || isAcronym(next.text) || lookUpName(next.text).length > 0) return false;
  if (joined)
    return (
      !organisationHeads.has(lower(tokens[at - 1] as Token)) && !isAcronym((tokens[at - 1] as Token).text)
    );
  const left = tokens.slice(start, at);
  if (left.length > 2 || tokens[start - 1]?.text.toLowerCase() !== "the") return false;
  if (left.some((token) => organisationHeads.has(lower(token)) || lookUpName(token.text).length > 0))
    return false;
  return isCapital(tokens[at + 2]) ? headsAhead(tokens, at + 1, 4) : false;
}
