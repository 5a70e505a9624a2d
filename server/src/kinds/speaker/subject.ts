/**
 * The subject of a reporting verb: before it, behind it, past appositions and relative clauses.
 * Knows the tokens of one frame.
 */
import { isTitleNoun, ORGANISATION_WORDS, TITLE_PARTS } from "./cues.ts";
import { headNoun, namesBody } from "./offices.ts";
import {
  type FrameToken,
  isCapital,
  isNounLike,
  isOpener,
  isPronoun,
  type Phrase,
  phraseEndingAt,
  phraseStartingAt,
} from "./phrase.ts";

/** A subject with the phrase that stands beside it between commas, if any. */
export interface Subject {
  readonly phrase: Phrase;
  readonly beside: Phrase | null;
  /** Where the whole begins and ends, appositions included. */
  readonly first: number;
  readonly last: number;
}

const ADVERBIAL =
  /^(?:also|later|then|nonetheless|nevertheless|however|still|once|now|already|even|only|just|has|have|had|is|was|were|did|does|do|will|would|not|n't|never|himself|herself|itself|themselves|both|all|simply|bluntly|dryly|promptly|recently|again|once|since)$/i;

/** The subject that stands before the verb at `verb`, or null. */
export function subjectBefore(tokens: readonly FrameToken[], verb: number): Subject | null {
  const i = pastVerbs(tokens, verb - 1);
  if (i < 0) return null;
  if (tokens[i]!.text === ")") return beforeBracket(tokens, i) ?? pastCommas(tokens, i);
  if (tokens[i]!.text === ",") return pastCommas(tokens, i);
  const cleft = cleftBefore(tokens, i);
  if (cleft) return plain(cleft);
  const near = phraseEndingAt(tokens, i);
  if (!near) return atClauseStart(tokens, verb);
  if (/^(?:who|which|that)$/i.test(tokens[near.first]!.text) && near.first === near.last)
    return antecedent(tokens, near.first);
  const before = tokens[near.first - 1];
  if (before?.quotation === -1 && /^(?:which|who|whom|what)$/i.test(before.text)) return plain(near);
  if (governed(tokens, near.first))
    return ungoverned(tokens, near) ?? atClauseStart(tokens, verb) ?? plain(near);
  return plain(near);
}

/** "It was [the government of Oslo] that called it …". */
function cleftBefore(tokens: readonly FrameToken[], i: number): Phrase | null {
  if (!/^(?:that|who|which)$/.test(tokens[i]!.text)) return null;
  const phrase = phraseEndingAt(tokens, i - 1);
  if (!phrase || phrase.first < 2) return null;
  const [it, be] = [tokens[phrase.first - 2]!, tokens[phrase.first - 1]!];
  return /^it$/i.test(it.text) && /^(?:is|was)$/.test(be.text) ? phrase : null;
}

/** "Saara Nyqvist (chief digital officer, Harbour County) said". */
function beforeBracket(tokens: readonly FrameToken[], close: number): Subject | null {
  let open = close - 1;
  while (open > 0 && close - open < 30 && tokens[open]!.text !== "(") open--;
  if (tokens[open]?.text !== "(") return null;
  const phrase = phraseEndingAt(tokens, open - 1);
  if (!phrase) return null;
  const beside = phraseStartingAt(tokens, open + 1);
  const role = beside && headNoun(tokens, beside) ? beside : null;
  return { phrase, beside: role, first: phrase.first, last: close };
}

/** Leftwards over adverbs, auxiliaries and verbs with an infinitive: "used to tell", "has since gone on to say". */
function pastVerbs(tokens: readonly FrameToken[], from: number): number {
  let i = from;
  while (i >= 0 && tokens[i]!.quotation < 0) {
    const { pos, text } = tokens[i]!;
    if (pos === "ADV" || pos === "AUX" || ADVERBIAL.test(text)) i--;
    else if (text === "to" && tokens[i - 1]?.pos === "VERB") i -= 2;
    else break;
  }
  return i;
}

/** A noun phrase behind a preposition or a verb is no subject: "the minister for the sea … said". */
function governed(tokens: readonly FrameToken[], first: number): boolean {
  const before = tokens[first - 1];
  if (!before || before.quotation >= 0) return false;
  if (before.pos === "ADP" || /^(?:to|by|with)$/i.test(before.text)) return true;
  return before.pos === "VERB" && !/^(?:say|think|believe)/.test(before.lemma);
}

/** "a study by the Institute": the phrase with the noun that governs it. */
function ungoverned(tokens: readonly FrameToken[], near: Phrase): Subject | null {
  let first = near.first;
  for (let step = 0; step < 4 && governed(tokens, first); step++) {
    if (tokens[first - 1]!.pos === "VERB") return null;
    const left = phraseEndingAt(tokens, first - 2);
    if (!left) return null;
    first = left.first;
  }
  return plain({ first, last: near.last });
}

function plain(phrase: Phrase): Subject {
  return { phrase, beside: null, first: phrase.first, last: phrase.last };
}

/** The phrase that a relative pronoun stands for: "Wren, who chairs …". */
function antecedent(tokens: readonly FrameToken[], pronoun: number): Subject | null {
  const end = tokens[pronoun - 1]?.text === "," ? pronoun - 2 : pronoun - 1;
  if (end < 0) return null;
  const head = phraseEndingAt(tokens, end);
  if (!head) return null;
  return withLeft(tokens, head, pronoun - 1);
}

/** "Its president, Lena Wren": a phrase left of a comma before the head stands beside it. */
function withLeft(tokens: readonly FrameToken[], head: Phrase, last: number): Subject {
  if (tokens[head.first - 1]?.text === ",") {
    const left = phraseEndingAt(tokens, head.first - 2);
    if (left && (headNoun(tokens, left) || headNoun(tokens, head)) && startsClause(tokens, left.first)) {
      return { phrase: left, beside: head, first: left.first, last };
    }
  }
  return { phrase: head, beside: null, first: head.first, last };
}

/** From the comma before the verb leftwards over appositions and relative clauses to the head. */
function pastCommas(tokens: readonly FrameToken[], comma: number): Subject | null {
  let end = comma - 1;
  let beside: Phrase | null = null;
  for (let step = 0; step < 5 && end >= 0; step++) {
    const open = openingComma(tokens, end);
    const segment = phraseEndingAt(tokens, end);
    const whole = segment !== null && (segment.first <= open + 1 || isOpener(tokens[open + 1]!));
    if (open < 0 || tokens[open]!.text !== "," || tokens[open]!.quotation >= 0) {
      const start = phraseStartingAt(tokens, open + 1);
      if (whole && segment) return { phrase: segment, beside, first: segment.first, last: comma };
      return start ? { phrase: start, beside, first: start.first, last: comma } : null;
    }
    if (whole && segment) beside = segment;
    const head = phraseEndingAt(tokens, open - 1);
    if (head && !beside && tokens[head.first - 1]?.text === ",") {
      const both = withLeft(tokens, head, comma);
      if (both.beside) return both;
    }
    if (head && (startsClause(tokens, head.first) || !beside)) {
      return { phrase: head, beside, first: head.first, last: comma };
    }
    end = open - 1;
  }
  return null;
}

function openingComma(tokens: readonly FrameToken[], end: number): number {
  let i = end;
  while (i >= 0 && !/^[,;:—–(]$/.test(tokens[i]!.text) && tokens[i]!.quotation < 0) i--;
  return i;
}

/** True at the start of the frame, behind a mark, a quotation or a conjunction. */
export function startsClause(tokens: readonly FrameToken[], first: number): boolean {
  const before = tokens[first - 1];
  if (!before || before.quotation >= 0) return true;
  if (/^[,;:—–(."“”*]$/.test(before.text)) return true;
  return (
    before.pos === "CCONJ" || before.pos === "SCONJ" || /^(?:as|while|but|and|when|that)$/i.test(before.text)
  );
}

/** Where the clause that holds `index` begins. */
function clauseStart(tokens: readonly FrameToken[], index: number): number {
  let i = index - 1;
  while (i >= 0) {
    const token = tokens[i]!;
    if (token.quotation >= 0 || /^[;:—–]$/.test(token.text)) return i + 1;
    if (/^(?:but|while|because|whereas|although|though)$/i.test(token.text)) return i + 1;
    if (/^and$/i.test(token.text) && tokens[i - 1]?.text === ",") return i + 1;
    i--;
  }
  return 0;
}

/** The phrase that opens the clause of `verb`, past an introduction such as "On Monday,". */
export function atClauseStart(tokens: readonly FrameToken[], verb: number): Subject | null {
  return openingSubject(tokens, clauseStart(tokens, verb), verb);
}

/** The phrase that opens the words from `from` up to `verb`, past an introduction. */
export function openingSubject(tokens: readonly FrameToken[], from: number, verb: number): Subject | null {
  let start = from;
  while (
    start < verb &&
    (tokens[start]!.pos === "ADV" || tokens[start]!.pos === "CCONJ" || /^["“”,*]$/.test(tokens[start]!.text))
  )
    start++;
  if (
    tokens[start]?.pos === "ADP" ||
    tokens[start]?.pos === "SCONJ" ||
    /ing$/.test(tokens[start]?.text ?? "") ||
    /^(?:Asked|Pressed|Questioned|Challenged)$/.test(tokens[start]?.text ?? "")
  ) {
    const comma = nextComma(tokens, start, verb);
    if (comma < 0) return null;
    start = comma + 1;
  }
  const phrase = phraseStartingAt(tokens, start);
  if (!phrase || phrase.last >= verb) return null;
  return withRight(tokens, phrase);
}

function nextComma(tokens: readonly FrameToken[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (tokens[i]!.text === ",") return i;
  return -1;
}

/** The subject behind the verb: "said Lena Wren, head of the unit". */
export function subjectAfter(tokens: readonly FrameToken[], verb: number): Subject | null {
  let first = verb + 1;
  if (tokens[first] && /^(?:by|,)$/.test(tokens[first]!.text)) first++;
  const start = tokens[first];
  if (!start || start.quotation >= 0) return null;
  const opens = isNounLike(start) || isOpener(start) || isPronoun(start) || TITLE_PARTS.has(start.text);
  if (!opens && start.pos !== "ADJ") return null;
  const phrase = aboutCut(tokens, phraseStartingAt(tokens, first));
  return phrase ? withRight(tokens, phrase) : null;
}

/** "said Oslo of the plan": what is spoken of is no part of a lone name. */
function aboutCut(tokens: readonly FrameToken[], phrase: Phrase | null): Phrase | null {
  if (!phrase) return null;
  const { first, last } = phrase;
  const lone = isCapital(tokens[first]) && tokens[first + 1]?.text === "of" && last > first + 1;
  if (!lone || !/^(?:the|this|that|its|his|her|their)$/.test(tokens[first + 2]!.text)) return phrase;
  if (isTitleNoun(tokens[first]!.lemma) || ORGANISATION_WORDS.has(tokens[first]!.text.toLowerCase()))
    return phrase;
  return tokens.slice(first + 2, last + 1).some(isCapital) ? phrase : { first, last: first };
}

/** Takes in an apposition behind a comma: a role or the name itself. */
export function withRight(tokens: readonly FrameToken[], phrase: Phrase): Subject {
  const comma = phrase.last + 1;
  if (tokens[comma]?.text !== ",") return { phrase, beside: null, first: phrase.first, last: phrase.last };
  const beside = phraseStartingAt(tokens, comma + 1);
  if (!beside) return { phrase, beside: null, first: phrase.first, last: phrase.last };
  const next = tokens[beside.last + 1];
  const closed =
    !next ||
    next.quotation >= 0 ||
    /^[,.;:)?!]$/.test(next.text) ||
    /^(?:who|whose|which|and|in|on|at)$/.test(next.text);
  const one = /^(?:one|another)$/i.test(tokens[phrase.first]!.text) && isCapital(tokens[beside.first]);
  const body = namesBody(tokens, phrase) && isCapital(tokens[beside.first]);
  const telling = one || body || headNoun(tokens, beside) !== null || headNoun(tokens, phrase) !== null;
  if (!closed || !telling) return { phrase, beside: null, first: phrase.first, last: phrase.last };
  return { phrase, beside, first: phrase.first, last: beside.last };
}
