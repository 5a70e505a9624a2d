/**
 * Why it happened: the reason that a draft gives for an event beside the reason that a source gives for the same event.
 * Knows reasons and words; not how a reason is announced.
 */
import type { Sentence, Term } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import {
  neighbourhood,
  type RelationContext,
  relationFinding,
  type Shared,
  sharedSurroundings,
  sharedWords,
  spanOf,
} from "./context.ts";
import { type Cause, readCauses, readDeniedCauses } from "./reasons.ts";

const CANDIDATES = 8;
/** Reasons that share more than this are one. */
const OVERLAP = 0.34;
/** Words that may stand for one thing anywhere in a reason, and as objects of one verb. */
const KINDRED = 0.45;
const SAME = 0.62;
/** Words that are surely one thing. */
const ALIKE = 0.8;

/** Findings on the reasons that the sentence gives. */
export function checkCauses(context: RelationContext): Finding[] {
  const { sentence, stance, pairings } = context;
  if (stance.question || stance.supposed === 1) return [];
  return readCauses(sentence).flatMap((cause) => {
    if (isQuoted(sentence, spanOf(sentence, cause.range.start, cause.range.end))) return [];
    if (holdsValue(sentence, cause.content)) return [];
    const refused = refusedIn(context, cause);
    if (refused) return [refused];
    for (const pairing of pairings.slice(0, CANDIDATES)) {
      for (const other of readCauses(pairing.statement.sentence)) {
        const shared = sharedWords(pairing, [cause.range], [other.range]);
        const frame = objects(sentence, cause, pairing.statement.sentence, other);
        if (!isAligned(context, pairing, cause, other, shared, frame !== null)) continue;
        return isOther(context, pairing, cause, other)
          ? [contradiction(context, pairing, cause, other, shared)]
          : [];
      }
    }
    return [];
  });
}

/** What must be shared around a sentence that gives a reason and little else: "The reason was fog." */
const SURROUNDED = 1.6;
/** Weight of the words beside a reason up to which the sentence does not say what it is the reason of. */
const TERSE = 0.5;

function isAligned(
  context: RelationContext,
  pairing: Pairing,
  cause: Cause,
  other: Cause,
  { own, share, back }: Shared,
  parallel: boolean,
): boolean {
  const { range, clause } = cause;
  if (cause.sequel || other.sequel)
    return cause.sequel && other.sequel && isSameEvent(context.sentence, pairing, own, share, back);
  if (own >= 0.9 && share >= 0.45 && back >= 0.35) return true;
  // Of either sentence nearly all that is not the reason is in the other.
  if (own >= 1 && (share >= 0.7 || back >= 0.55) && Math.min(share, back) >= 0.22) return true;
  if (parallel && (own >= 0.8 || (own >= 0.5 && share >= 0.25))) return true;
  if (own >= 0.5 && share >= 0.35 && isDatedAlike(context.sentence, pairing.statement.sentence)) return true;
  if (cause.chief && other.chief && own >= 0.5 && share >= 0.4) return true;
  const points = /^(it|that|this|they)$/i.test(context.sentence.tokens[0]?.text ?? "") && range.start <= 5;
  if (clause && points && own <= 0.3 && sharedSurroundings(context, pairing, []) >= 2) return true;
  const around = () => sharedSurroundings(context, pairing, []);
  // The best statement, and passages that share much: "It was put off because …".
  if (clause && other.clause && pairing.candidate.rank === 0 && own >= 0.35 && share >= 0.4 && back >= 0.3)
    if (around() >= 1.5 * SURROUNDED) return true;
  if (!isTerse(context.sentence, range)) return false;
  const least = cause.chief && other.chief && pairing.candidate.rank === 0 ? 1 : SURROUNDED;
  return around() >= least;
}

/** Whether what came after something is surely one event: most of both sentences, or the same day and most of the draft's. */
function isSameEvent(
  sentence: Sentence,
  { statement }: Pairing,
  own: number,
  share: number,
  back: number,
): boolean {
  if (back < 0.4) return false;
  if (own >= 0.9 && share >= 0.6) return true;
  return own >= 0.5 && share >= 0.8 && isDatedAlike(sentence, statement.sentence);
}

/** Whether a sentence names the reason and leaves it to those before it of what. */
function isTerse({ terms }: Sentence, range: Span): boolean {
  let rest = 0;
  for (const { token, weight } of terms) if (!within(token, range)) rest += weight;
  return rest <= TERSE;
}

/** Whether both sentences name one day or month. */
function isDatedAlike(one: Sentence, other: Sentence): boolean {
  return one.dates.some(({ text }) => other.dates.some((date) => date.text === text));
}

/** Nouns that only tell how another is a reason. */
const FILLER = /^(?:lack|want|shortage|absence|loss|fear|need|matter|result|effect|several|some|case)$/;

/** The finding where the statement, or a sentence beside it, says that the draft's reason is none; null where none does. */
function refusedIn(context: RelationContext, cause: Cause): Finding | null {
  const { sentence } = context;
  const nouns = sentence.terms.filter(
    ({ token, verb }) => within(token, cause.content) && (!verb || cause.clause),
  );
  const told = nouns.filter(({ lemma }) => !FILLER.test(lemma));
  if (told.length === 0 || isDeniedAround(sentence, cause.range)) return null;
  for (const pairing of context.pairings.slice(0, CANDIDATES)) {
    for (const denied of readDeniedCauses(pairing.statement.sentence)) {
      const met = metWithin(pairing, denied.content, ALIKE);
      const given = readCauses(pairing.statement.sentence).map(({ content }) =>
        metWithin(pairing, content, SAME),
      );
      const isMeant = ({ start }: Term) =>
        given.every((right) => (right.get(start) ?? 0) < (met.get(start) ?? 0));
      if (!told.every(isMeant)) continue;
      const shared = sharedWords(pairing, [cause.range], [denied.range]);
      const least =
        pairing.candidate.rank === 0 && isTerse(sentence, cause.range) ? SURROUNDED / 3 : SURROUNDED;
      if (shared.own + 0.5 * shared.context < 0.4 && sharedSurroundings(context, pairing, []) < least)
        continue;
      return refusal(context, pairing, cause, denied);
    }
  }
  return null;
}

/** Whether a word before the reason denies it, however far: "no incident had been attributed to". */
function isDeniedAround({ tokens }: Sentence, { start }: Span): boolean {
  return tokens
    .slice(Math.max(0, start - 8), start)
    .some(({ text }) => /^(?:not|no|never|none|neither|nor|nothing|nobody|n[’']t)$/i.test(text));
}

function refusal(context: RelationContext, pairing: Pairing, cause: Cause, denied: Cause): Finding {
  const stated = pairing.statement.sentence;
  const right = readCauses(stated).find(({ clause }) => clause === cause.clause);
  const span = spanOf(context.sentence, cause.content.start, cause.content.end);
  const focus = spanOf(stated, denied.range.start, denied.range.end);
  const words = right && spanOf(stated, right.content.start, right.content.end);
  const newText = words ? stated.text.slice(words.start, words.end) : null;
  return relationFinding(context, pairing, {
    span,
    focus,
    confidence: 0.85,
    replacement: newText ? { span, newText } : null,
    expected: newText,
    features: { refused: 1, rank: pairing.candidate.rank },
  });
}

/** Nouns that stand for many things. */
const GENERAL =
  /^(?:paper|document|form|paperwork|thing|matter|formality|procedure|step|work|problem|people|part)$/;

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
  const both = cause.chief && other.chief;
  if (!both && nouns.every(({ key }) => nearby.has(key))) return false;
  const all = mine.reduce((sum, { weight }) => sum + weight, 0);
  const have = mine.reduce((sum, { weight, start }) => sum + weight * (met.get(start) ?? 0), 0);
  // "because papers were not signed" beside "because waivers had not been signed": one act, told of more at large.
  if (cause.clause && have > 0 && nouns.every(({ lemma }) => GENERAL.test(lemma))) return false;
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
  const named = [sentence.tokens[cause.range.start]!, stated.tokens[other.range.start]!].some(
    ({ pos }) => pos === "NOUN",
  );
  const ranges: [Span, Span] = named ? [cause.content, other.content] : [cause.range, other.range];
  const [mine, theirs] = objects(sentence, cause, stated, other) ?? ranges;
  const span = spanOf(sentence, mine.start, mine.end);
  const focus = spanOf(stated, theirs.start, theirs.end);
  const words = stated.text.slice(focus.start, focus.end);
  const newText = cased(words, sentence.text.slice(span.start, span.end), theirs.start === 0);
  const kindred = cause.clause === other.clause || (mine !== cause.range && mine !== cause.content);
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
