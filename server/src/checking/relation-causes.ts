/**
 * Why it happened: the reason that a draft gives for an event beside the reason that a source gives for the same event.
 * Knows the words that announce a reason.
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
import { isQuoted } from "./stance.ts";
import type { Finding } from "./types.ts";

/** A reason as token ranges: all of it, and what stands behind the words that announce it. */
export interface Cause {
  readonly range: Span;
  readonly content: Span;
  /** Announced by "because" with a whole clause. */
  readonly clause: boolean;
}

/** Word sequences that announce a reason; the last word of those in `KEPT` is part of the reason. */
const MARKERS: readonly (readonly string[])[] = [
  "because of",
  "due to",
  "owing to",
  "thanks to",
  "on account of",
  "on grounds of",
  "on the grounds of",
  "as a result of",
  "in response to",
  "in protest at",
  "in protest against",
  "for lack of",
  "for want of",
  "for fear of",
  "for reasons of",
  "caused by",
  "prompted by",
  "triggered by",
  "blamed on",
  "attributed to",
  "put down to",
  "citing",
  "because",
].map((marker) => marker.split(" "));
const LONGEST = 18;
const CANDIDATES = 5;
/** Reasons that share more than this are one. */
const OVERLAP = 0.34;

const cache = new WeakMap<Sentence, readonly Cause[]>();

/** The reasons that a sentence gives, in order. */
export function readCauses(sentence: Sentence): readonly Cause[] {
  let causes = cache.get(sentence);
  if (!causes) {
    causes = sentence.tokens.flatMap((_, at) => causeAt(sentence, at) ?? []);
    cache.set(sentence, causes);
  }
  return causes;
}

function causeAt(sentence: Sentence, at: number): Cause | null {
  const { tokens } = sentence;
  const word = tokens[at]!.text.toLowerCase();
  const marker = MARKERS.find(
    (words) => words[0] === word && words.every((one, i) => tokens[at + i]?.text.toLowerCase() === one),
  );
  if (!marker || isDenied(sentence, at)) return null;
  const clause = marker.length === 1 && word === "because";
  const start = at + marker.length;
  let end = start;
  while (end < tokens.length && end - start < LONGEST && !endsCause(sentence, end, clause, end === start))
    end += 1;
  const from = marker[1] === "lack" || marker[1] === "want" ? at + 1 : start;
  return end > start ? { range: { start: at, end }, content: { start: from, end }, clause } : null;
}

/** "not because of", "partly because": no reason, or not the whole of it. */
function isDenied({ tokens }: Sentence, at: number): boolean {
  const before = [tokens[at - 1], tokens[at - 2]];
  return before.some(
    (token) =>
      token !== undefined && /^(not|partly|partially|also|simply|just|only|n[’']t)$/i.test(token.text),
  );
}

function endsCause({ tokens }: Sentence, at: number, clause: boolean, first: boolean): boolean {
  const { text, pos } = tokens[at]!;
  if (/^[,;:.()–—?!]$/.test(text)) return true;
  if (clause || first) return false;
  if (pos === "AUX" || (pos === "VERB" && !/ing$/.test(text))) return true;
  const next = tokens[at + 1];
  return pos === "CCONJ" && (next?.pos === "VERB" || next?.pos === "AUX" || next?.pos === "PRON");
}

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
        if (!isAligned(context, pairing, cause, shared)) continue;
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
): boolean {
  if (own >= 0.9 && share >= 0.45 && back >= 0.35) return true;
  const points = /^(it|that|this|they)$/i.test(context.sentence.tokens[0]?.text ?? "") && range.start <= 5;
  return clause && points && own <= 0.3 && sharedSurroundings(context, pairing, []) >= 2;
}

/** Whether the two reasons have little in common and the draft's stands nowhere near the source's. */
function isOther(context: RelationContext, pairing: Pairing, cause: Cause, other: Cause): boolean {
  const { query, statement, meetings } = pairing;
  const met = new Map<number, number>();
  for (const { asked, term, similarity } of meetings) {
    if (term < 0 || similarity < 0.45) continue;
    const { token } = statement.sentence.terms[term]!;
    if (token >= other.range.start && token < other.range.end)
      met.set(query.terms[asked]!.start, Math.max(met.get(query.terms[asked]!.start) ?? 0, similarity));
  }
  const mine = context.sentence.terms.filter(
    ({ token }) => token >= cause.content.start && token < cause.content.end,
  );
  const nouns = cause.clause ? mine.filter(({ verb }) => !verb) : mine;
  if (nouns.length === 0 || nouns.some(({ start }) => met.has(start))) return false;
  const nearby = new Set(neighbourhood(statement, 2).flatMap(({ terms }) => terms.map(({ key }) => key)));
  if (nouns.every(({ key }) => nearby.has(key))) return false;
  const all = mine.reduce((sum, { weight }) => sum + weight, 0);
  const have = mine.reduce((sum, { weight, start }) => sum + weight * (met.get(start) ?? 0), 0);
  return have / all <= (cause.clause ? 0.5 : OVERLAP);
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
        { start: mine.object.start, end: Math.min(mine.object.end, cause.range.end) },
        { start: theirs.object!.start, end: Math.min(theirs.object!.end, other.range.end) },
      ];
  }
  return null;
}

const within = (at: number, { start, end }: Span): boolean => at >= start && at < end;

function cased(words: string, like: string, opens: boolean): string {
  if (/^\p{Lu}/u.test(like) && opens) return words;
  if (/^\p{Lu}\p{Ll}/u.test(like)) return words.charAt(0).toUpperCase() + words.slice(1);
  return opens ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
