/**
 * Finds the subject of a verb group in a tagged sentence: the noun phrase before it, past what is set in between, or
 * the subject of the verb that it is coordinated with. Shallow and linear; knows tokens only.
 */
import type { Span, Token } from "../../text/types.ts";
import { CLAUSE_MARKS } from "./scope.ts";
import type { VerbGroup } from "./verb-groups.ts";

const RELATIVE = new Set(["who", "which", "that", "whom"]);
const CONJOINING = new Set(["CCONJ", "ADV", "PART", "PUNCT"]);

/** A verb group with the subject that was found for it. */
export interface Subjected {
  readonly group: VerbGroup;
  readonly subject: Span | null;
}

/** Token range of the subject, end exclusive; null where the sentence does not say. `previous` are the groups before. */
export function subjectOf(
  tokens: readonly Token[],
  group: VerbGroup,
  previous: readonly Subjected[],
): Span | null {
  if (group.infinitive) return null;
  const last = previous[previous.length - 1];
  const region = regionBefore(tokens, last?.group.tokens.end ?? 0, group.tokens.start);
  if (!region && last) {
    const whole = { start: last.group.tokens.end, end: group.tokens.start };
    const outer =
      group.gerund || whole.start === whole.end ? null : throughInsertion(tokens, whole, last, previous);
    return outer ?? (joins(tokens, last, group) ? last.subject : null);
  }
  if (!region) return null;
  if (last && !last.group.infinitive && isCoordinate(tokens, group)) return last.subject;
  const relative = relativeAt(tokens, region);
  if (relative >= 0) return nounPhraseBefore(tokens, relative, region.start, previous);
  if (last && !group.gerund) {
    const before = beforeParenthesis(tokens, last, group, previous);
    if (before) return before;
    const outer =
      throughInsertion(tokens, region, last, previous) ?? beforeRelative(tokens, region, group, previous);
    if (outer) return outer;
  }
  return lastPhrase(tokens, region, last !== undefined);
}

/** The tokens between two verb groups that can hold a subject: after the last strong mark, without what only joins. */
function regionBefore(tokens: readonly Token[], from: number, to: number): Span | null {
  let start = from;
  for (let at = to - 1; at >= from; at--) {
    const { lemma } = tokens[at]!;
    if (lemma === ";" || lemma === ":") {
      start = at + 1;
      break;
    }
  }
  while (start < to && (CLAUSE_MARKS.has(tokens[start]!.lemma) || tokens[start]!.pos === "CCONJ")) start += 1;
  return start < to && tokens.slice(start, to).some(isNominal) ? { start, end: to } : null;
}

function isNominal({ pos, lemma }: Token): boolean {
  return (
    pos === "NOUN" ||
    pos === "PROPN" ||
    pos === "PRON" ||
    pos === "NUM" ||
    RELATIVE.has(lemma) ||
    pos === "DET"
  );
}

/** "had no vote and used her time": a conjunction right before the verb joins two verbs. */
function isCoordinate(tokens: readonly Token[], { tokens: { start } }: VerbGroup): boolean {
  let at = start - 1;
  while (at > 0 && (tokens[at]!.pos === "ADV" || tokens[at]!.pos === "PART")) at -= 1;
  return tokens[at]?.pos === "CCONJ";
}

/** "rose and then fell": nothing but a conjunction between two verbs, so one subject for both. */
function joins(tokens: readonly Token[], { group: before }: Subjected, group: VerbGroup): boolean {
  const between = tokens.slice(before.tokens.end, group.tokens.start);
  return between.some(({ pos }) => pos === "CCONJ") || between.every(({ pos }) => CONJOINING.has(pos));
}

/** Index of a relative pronoun that stands right before the verb, or -1. */
function relativeAt(tokens: readonly Token[], { start, end }: Span): number {
  for (let at = end - 1; at >= start && at >= end - 3; at--) {
    const { lemma, pos } = tokens[at]!;
    if (RELATIVE.has(lemma)) return lemma === "that" && pos === "DET" ? -1 : at;
    if (pos !== "ADV") return -1;
  }
  return -1;
}

/** The noun phrase that a relative pronoun goes back to. */
function nounPhraseBefore(
  tokens: readonly Token[],
  at: number,
  from: number,
  previous: readonly Subjected[],
): Span | null {
  let end = at;
  while (end > from && CLAUSE_MARKS.has(tokens[end - 1]!.lemma)) end -= 1;
  if (end === from) return previous[previous.length - 1]?.subject ?? null;
  let start = end;
  while (start > from && !breaksPhrase(tokens[start - 1]!)) start -= 1;
  return start < end ? { start, end } : null;
}

function breaksPhrase({ lemma, pos }: Token): boolean {
  return CLAUSE_MARKS.has(lemma) || pos === "SCONJ" || pos === "CCONJ" || RELATIVE.has(lemma);
}

/**
 * "the ban on trawling within six miles has been adopted", "the group, which had called for more, did not join": the
 * verb behind an insertion has the subject before it.
 */
function throughInsertion(
  tokens: readonly Token[],
  region: Span,
  last: Subjected,
  previous: readonly Subjected[],
): Span | null {
  const closed = CLAUSE_MARKS.has(tokens[region.end - 1]!.lemma);
  if (!last.subject || last.group.tokens.start < last.subject.end) return null;
  const opener = tokens[last.group.tokens.start - 1];
  const relative = opener !== undefined && RELATIVE.has(opener.lemma);
  if (relative && (closed || !hasBreak(tokens, region))) return last.subject;
  const nominal = last.group.gerund && previous.length === 1 && !hasBreak(tokens, region);
  return nominal ? { start: last.subject.start, end: last.subject.end } : null;
}

/** "The guarantee, which applies when claims exceed a million, was not used": several verbs stand in the insertion. */
function beforeRelative(
  tokens: readonly Token[],
  region: Span,
  { tokens: { start } }: VerbGroup,
  previous: readonly Subjected[],
): Span | null {
  if (tokens[start - 1]?.lemma !== "," || tokens.slice(region.start, start - 1).some(isMark)) return null;
  for (let at = previous.length - 2; at >= 0; at--) {
    const { group, subject } = previous[at]!;
    const opener = group.tokens.start - 1;
    const which = /^(?:which|who)$/.test(tokens[opener]?.lemma ?? "") && tokens[opener - 1]?.lemma === ",";
    if (which && subject && subject.end < group.tokens.start) return subject;
  }
  return null;
}

function isMark({ lemma }: Token): boolean {
  return CLAUSE_MARKS.has(lemma);
}

function hasBreak(tokens: readonly Token[], { start, end }: Span): boolean {
  return tokens.slice(start, end).some(breaksPhrase);
}

/**
 * What follows the last mark or conjunction of clauses; the whole where a list or an apposition ends right here. Behind
 * a verb ", and" opens a clause: "called at Lund, and the mail boat".
 */
function lastPhrase(tokens: readonly Token[], region: Span, behindVerb: boolean): Span | null {
  const { end } = region;
  if (CLAUSE_MARKS.has(tokens[end - 1]!.lemma)) return region;
  let start = end;
  while (start > region.start) {
    const { lemma, pos } = tokens[start - 1]!;
    if (behindVerb && pos === "CCONJ" && start - 2 >= region.start && tokens[start - 2]!.lemma === ",") break;
    if (lemma === "," && !tokens.slice(start, end).some((token) => token.pos === "CCONJ")) break;
    if (pos === "SCONJ" || lemma === "that" || lemma === "whether" || lemma === "–" || lemma === "—") break;
    start -= 1;
  }
  return start < end && tokens.slice(start, end).some(isNominal) ? { start, end } : null;
}

/** "The port, without naming anyone, asked": the verb behind a gerund between two commas goes with what is before it. */
function beforeParenthesis(
  tokens: readonly Token[],
  { group: last }: Subjected,
  group: VerbGroup,
  previous: readonly Subjected[],
): Span | null {
  if (!last.gerund || tokens[group.tokens.start - 1]!.lemma !== ",") return null;
  const comma = [last.tokens.start - 1, last.tokens.start - 2].find((at) => tokens[at]?.lemma === ",");
  const region =
    comma === undefined ? null : regionBefore(tokens, previous.at(-2)?.group.tokens.end ?? 0, comma);
  return region && lastPhrase(tokens, region, false);
}
