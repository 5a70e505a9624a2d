/**
 * Whether two values stand in clauses about the same thing: who or what the clause of each is about, and on which side
 * of its verb the value stands. Knows predicates and the words that meet, not what the values say.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Features } from "../model.ts";
import type { Pairing } from "./align.ts";
import { tokenAt } from "./proximity.ts";

/** The clause that a value stands in. */
interface Clause {
  /** The other argument of its verb, in the sentence's text; null where the sentence does not say. */
  readonly other: Span | null;
  readonly side: "subject" | "object";
}

const kept = new WeakMap<Span, Clause | null>();

/** The clause of a value; kept, for a source's values are asked again and again. */
function clauseOf(sentence: Sentence, value: Span): Clause | null {
  let clause = kept.get(value);
  if (clause === undefined) {
    clause = readClause(sentence, value);
    kept.set(value, clause);
  }
  return clause;
}

function readClause(sentence: Sentence, value: Span): Clause | null {
  const token = tokenAt(sentence, value.start);
  let best: Predicate | null = null;
  let narrowest = Number.POSITIVE_INFINITY;
  for (const predicate of sentence.predicates) {
    if (predicate.form !== "verb") continue;
    const from = Math.min(predicate.tokens.start, predicate.subject?.start ?? Number.POSITIVE_INFINITY);
    const to = Math.max(predicate.tokens.end, predicate.object?.end ?? 0);
    if (token < from || token >= to || to - from >= narrowest) continue;
    best = predicate;
    narrowest = to - from;
  }
  if (!best) return null;
  const { subject, object } = best;
  const inSubject = subject !== null && token >= subject.start && token < subject.end;
  return { side: inSubject ? "subject" : "object", other: inText(sentence, inSubject ? object : subject) };
}

function inText({ tokens }: Sentence, range: Span | null): Span | null {
  const [first, last] = [tokens[range?.start ?? -1], tokens[(range?.end ?? 0) - 1]];
  return first && last ? { start: first.start, end: last.end } : null;
}

/**
 * `about`: the weighted share of the words of either clause's other argument that the other one has, 0 to 1;
 * `side`: 1 where both values stand on one side of their verbs, 0 where not. 0.5 where that cannot be told.
 */
export function clauseFeatures(pairing: Pairing, claim: Span, source: Span): Features {
  const mine = clauseOf(pairing.query.sentence, claim);
  const theirs = clauseOf(pairing.statement.sentence, source);
  if (!mine || !theirs) return { about: 0.5, side: 0.5 };
  const side = mine.side === theirs.side ? 1 : 0;
  const about = mine.other && theirs.other ? sharedWords(pairing, mine.other, theirs.other) : 0.5;
  return { about, side };
}

function sharedWords({ query, statement, meetings, termWeights }: Pairing, mine: Span, theirs: Span): number {
  const inside = (start: number, span: Span) => start >= span.start && start < span.end;
  const terms = statement.sentence.terms;
  const wanted = query.terms.map((term) => term.own && !term.key.startsWith("#") && inside(term.start, mine));
  const stated = terms.map((term) => inside(term.start, theirs));
  const forward = new Float64Array(wanted.length);
  const backward = new Float64Array(stated.length);
  for (const { asked, term, similarity } of meetings) {
    if (term < 0 || !wanted[asked] || !stated[term]) continue;
    forward[asked] = Math.max(forward[asked]!, similarity);
    backward[term] = Math.max(backward[term]!, similarity);
  }
  const [have, all] = weighed(wanted, forward, (at) => query.terms[at]!.weight);
  const [met, total] = weighed(stated, backward, (at) => termWeights[at]!);
  return all === 0 || total === 0 ? 0.5 : (have / all + met / total) / 2;
}

/** The weights of the marked words that are met, and of all marked words. */
function weighed(
  marked: readonly boolean[],
  met: Float64Array,
  weight: (at: number) => number,
): readonly [number, number] {
  let [have, all] = [0, 0];
  marked.forEach((is, at) => {
    if (!is) return;
    have += weight(at) * met[at]!;
    all += weight(at);
  });
  return [have, all];
}
