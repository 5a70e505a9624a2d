/**
 * Why it happened: the reason that a draft gives for an event beside the reason that a source gives for the same event.
 * Knows reasons and words; not how a reason is announced.
 */
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import type { Pairing } from "./align.ts";
import {
  neighbourhood,
  type RelationContext,
  relationFinding,
  type Shared,
  sharedSurroundings,
  sharedWords,
  spanOf,
} from "./relation-context.ts";
import { type Cause, readCauses } from "./relation-reasons.ts";
import { isQuoted } from "./stance.ts";
import type { Finding } from "./types.ts";

const CANDIDATES = 5;
/** Reasons that share more than this are one. */
const OVERLAP = 0.34;
/** Words that may stand for one thing anywhere in a reason, and as objects of one verb. */
const KINDRED = 0.45;
const SAME = 0.62;

/** Findings on the reasons that the sentence gives. */
export function checkCauses(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  return readCauses(sentence).flatMap((cause) => {
    if (isQuoted(sentence, spanOf(sentence, cause.range.start, cause.range.end))) return [];
    if (holdsValue(sentence, cause.range)) return [];
    for (const pairing of pairings.slice(0, CANDIDATES)) {
      for (const other of readCauses(pairing.statement.sentence)) {
        const shared = sharedWords(pairing, [cause.range], [other.range]);
        const frame = objects(sentence, cause, pairing.statement.sentence, other);
        if (!isAligned(context, pairing, cause, shared, frame !== null)) continue;
        return isOther(context, pairing, cause, other)
          ? [contradiction(context, pairing, cause, other, shared)]
          : [];
      }
    }
    return [];
  });
}

function isAligned(
  context: RelationContext,
  pairing: Pairing,
  { range, clause }: Cause,
  { own, share, back }: Shared,
  parallel: boolean,
): boolean {
  if (own >= 0.9 && share >= 0.45 && back >= 0.35) return true;
  if (parallel && (own >= 0.8 || (own >= 0.5 && share >= 0.25))) return true;
  const points = /^(it|that|this|they)$/i.test(context.sentence.tokens[0]?.text ?? "") && range.start <= 5;
  return clause && points && own <= 0.3 && sharedSurroundings(context, pairing, []) >= 2;
}

/** Whether the two reasons have little in common and the draft's stands nowhere near the source's. */
function isOther(context: RelationContext, pairing: Pairing, cause: Cause, other: Cause): boolean {
  const { statement } = pairing;
  const frame = objects(context.sentence, cause, statement.sentence, other);
  const met = metWithin(pairing, other.range, frame ? SAME : KINDRED);
  const { start, end } = frame?.[0] ?? cause.content;
  const mine = context.sentence.terms.filter(({ token }) => token >= start && token < end);
  const nouns = cause.clause ? mine.filter(({ verb }) => !verb) : mine;
  if (nouns.length === 0) return false;
  if (frame) {
    const thing = nouns.at(-1)!;
    return !met.has(thing.start) && !isToldNearby(context.sentence, cause, pairing, thing.key);
  }
  if (nouns.some(({ start }) => met.has(start))) return false;
  const nearby = new Set(neighbourhood(statement, 2).flatMap(({ terms }) => terms.map(({ key }) => key)));
  if (nouns.every(({ key }) => nearby.has(key))) return false;
  const all = mine.reduce((sum, { weight }) => sum + weight, 0);
  const have = mine.reduce((sum, { weight, start }) => sum + weight * (met.get(start) ?? 0), 0);
  return have / all <= (cause.clause ? 0.5 : OVERLAP);
}

/** Whether a sentence beside the statement tells the reason's act of the draft's thing: "It expects lower costs too." */
function isToldNearby(
  { terms }: Sentence,
  { content }: Cause,
  { statement }: Pairing,
  thing: string,
): boolean {
  const acts = terms.filter(({ verb, token }) => verb && within(token, content)).map(({ key }) => key);
  return neighbourhood(statement, 2).some(
    (near) =>
      near.terms.some(({ key }) => key === thing) &&
      near.terms.some(({ verb, key }) => verb && acts.includes(key)),
  );
}

/** How well the sentence's words are met within a token range of the statement, by the words' offsets. */
function metWithin(
  { query, statement, meetings }: Pairing,
  { start, end }: Span,
  least: number,
): Map<number, number> {
  const met = new Map<number, number>();
  for (const { asked, term, similarity } of meetings) {
    if (term < 0 || similarity < least) continue;
    const { token } = statement.sentence.terms[term]!;
    const place = query.terms[asked]!.start;
    if (token >= start && token < end) met.set(place, Math.max(met.get(place) ?? 0, similarity));
  }
  return met;
}

function holdsValue(sentence: Sentence, range: Span): boolean {
  const { start, end } = spanOf(sentence, range.start, range.end);
  return [...sentence.dates, ...sentence.quantities].some((value) => value.start < end && start < value.end);
}

function contradiction(
  context: RelationContext,
  pairing: Pairing,
  cause: Cause,
  other: Cause,
  { own, share, back, context: around }: Shared,
): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const [mine, theirs] = objects(sentence, cause, stated, other) ?? [cause.range, other.range];
  const span = spanOf(sentence, mine.start, mine.end);
  const focus = spanOf(stated, theirs.start, theirs.end);
  const words = stated.text.slice(focus.start, focus.end);
  const newText = cased(words, sentence.text.slice(span.start, span.end), theirs.start === 0);
  const kindred = cause.clause === other.clause || mine !== cause.range;
  return relationFinding(context, pairing, {
    span,
    focus,
    confidence: Math.min(0.9, 0.65 + 0.12 * own),
    replacement: kindred ? { span, newText } : null,
    expected: words,
    features: { cause: 1, own, share, back, context: around },
  });
}

/** The objects of one verb that both clauses have: "expects lower costs", "expects more revenue". */
function objects(sentence: Sentence, cause: Cause, stated: Sentence, other: Cause): [Span, Span] | null {
  if (!cause.clause || !other.clause) return null;
  for (const mine of sentence.predicates) {
    if (mine.form !== "verb" || !mine.object || !within(mine.head, cause.range)) continue;
    const theirs = stated.predicates.find(
      ({ form, key, object, head }) =>
        form === "verb" && key === mine.key && object && within(head, other.range),
    );
    if (theirs)
      return [
        objectWithin(sentence, mine.object, cause.range),
        objectWithin(stated, theirs.object!, other.range),
      ];
  }
  return null;
}

/** An object without the particle of its verb ("left out human remains"), inside a reason. */
function objectWithin({ tokens }: Sentence, { start, end }: Span, range: Span): Span {
  const first = tokens[start]!.pos === "ADP" && end - start > 1 ? start + 1 : start;
  const last = /^(?:VERB|ADP)$/.test(tokens[end]?.pos ?? "") ? range.end : Math.min(end, range.end);
  return { start: first, end: Math.max(first + 1, last) };
}

const within = (at: number, { start, end }: Span): boolean => at >= start && at < end;

function cased(words: string, like: string, opens: boolean): string {
  if (/^\p{Lu}/u.test(like) && opens) return words;
  if (/^\p{Lu}\p{Ll}/u.test(like)) return words.charAt(0).toUpperCase() + words.slice(1);
  return opens ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
