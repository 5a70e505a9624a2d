/**
 * How far what stands around two predicates is one and the same, whatever their verbs: the subjects, and the rest of the
 * two clauses, each looked for in the other sentence and what it inherits. Knows sentences and their meetings, not
 * what the predicates say.
 */
import type { Predicate } from "../kinds/proposition/types.ts";
import type { Sentence } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import type { Pairing } from "./align.ts";
import { clauseOf } from "./polarity-arguments.ts";
import { speakerWords } from "./polarity-speaker.ts";

/** Weighted shares, 0 to 1, of words that are met in the other sentence; -1 where there are no words. */
export interface Correspondence {
  /** Of the draft's subject; where the source's is "I" or "we", of the words that name the speaker. */
  readonly subject: number;
  /** Of the source's subject. */
  readonly subjectBack: number;
  /** Of the rest of the draft's clause, its head left out. */
  readonly rest: number;
  /** Of the rest of the source's clause, its head left out. */
  readonly restBack: number;
}

/** How the clauses of two predicates correspond. Cost in proportion to the words of both sentences. */
export function correspondence(mine: Predicate, theirs: Predicate, pairing: Pairing): Correspondence {
  const asked = pairing.query.sentence;
  const stated = pairing.statement.sentence;
  const { forward, backward, tokens } = bestMeetings(pairing);
  const { terms } = pairing.query;
  const weights = terms.map(({ weight }) => weight);
  const statedTokens = stated.terms.map(({ token }) => token);
  const speaker = speakerWords(pairing.statement, theirs.subject);
  const spoken = speaker
    ? shareMet(
        tokens,
        weights,
        Float64Array.from(terms, ({ key, lemma }) => (speaker.has(key) || speaker.has(lemma) ? 1 : 0)),
        (token) => within(token, mine.subject),
      )
    : -1;
  const clause = clauseOf(asked, mine);
  const other = clauseOf(stated, theirs);
  return {
    subject:
      spoken >= 0 ? spoken : shareMet(tokens, weights, forward, (token) => within(token, mine.subject)),
    subjectBack:
      spoken >= 0
        ? spoken
        : shareMet(statedTokens, pairing.termWeights, backward, (token) => within(token, theirs.subject)),
    rest: shareMet(
      tokens,
      weights,
      forward,
      (token) => within(token, clause) && !within(token, mine.subject) && token !== mine.head,
    ),
    restBack: shareMet(
      statedTokens,
      pairing.termWeights,
      backward,
      (token) => within(token, other) && !within(token, theirs.subject) && token !== theirs.head,
    ),
  };
}

function within(token: number, span: Span | null): boolean {
  return span !== null && token >= span.start && token < span.end;
}

/** Weighted share of the chosen words that are met; -1 where none is chosen. */
function shareMet(
  tokens: readonly number[],
  weights: ArrayLike<number>,
  met: Float64Array,
  chosen: (token: number) => boolean,
): number {
  let want = 0;
  let have = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]! < 0 || !chosen(tokens[at]!)) continue;
    want += weights[at]!;
    have += weights[at]! * met[at]!;
  }
  return want > 0 ? have / want : -1;
}

interface BestMeetings {
  /** How well each term of the query is met by the statement. */
  readonly forward: Float64Array;
  /** How well each term of the statement is met by the query. */
  readonly backward: Float64Array;
  /** Token of each term of the query in the draft's sentence, -1 for inherited ones. */
  readonly tokens: readonly number[];
}

const kept = new WeakMap<Pairing, BestMeetings>();

function bestMeetings(pairing: Pairing): BestMeetings {
  const known = kept.get(pairing);
  if (known) return known;
  const { query, meetings, termWeights } = pairing;
  const forward = new Float64Array(query.terms.length);
  const backward = new Float64Array(termWeights.length);
  for (const { asked, term, similarity } of meetings) {
    forward[asked] = Math.max(forward[asked]!, similarity);
    if (term >= 0)
      backward[term] = Math.max(backward[term]!, similarity * (query.terms[asked]!.own ? 1 : 0.8));
  }
  const made = { forward, backward, tokens: tokensOf(query.sentence, query.terms) };
  kept.set(pairing, made);
  return made;
}

function tokensOf(
  sentence: Sentence,
  terms: readonly { readonly own: boolean; readonly start: number }[],
): number[] {
  const byStart = new Map(sentence.terms.map(({ start, token }) => [start, token]));
  return terms.map(({ own, start }) => (own ? (byStart.get(start) ?? -1) : -1));
}
