/**
 * How far what stands around two predicates is one and the same, whatever their verbs: the subjects, and the rest of the
 * two clauses, each looked for in the other sentence and what it inherits. Knows sentences and their meetings, not
 * what the predicates say.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor, keptWithin } from "../kept.ts";
import { clauseOf } from "./arguments.ts";
import { speakerWords } from "./speaker.ts";

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

/** How the clauses of two predicates correspond. Cost in proportion to the words of both sentences, once a predicate. */
export function correspondence(mine: Predicate, theirs: Predicate, pairing: Pairing): Correspondence {
  const forth = askedClause(pairing, mine);
  const back = statedClause(pairing, theirs);
  const spoken = spokenShare(mine, theirs, pairing);
  return {
    subject: spoken >= 0 ? spoken : forth.subject,
    subjectBack: spoken >= 0 ? spoken : back.subject,
    rest: forth.rest,
    restBack: back.rest,
  };
}

/** Of the draft's subject the words that name who "I" or "we" is in the source; -1 where the source's is another. */
function spokenShare(mine: Predicate, theirs: Predicate, { query, statement }: Pairing): number {
  const speaker = speakerWords(statement, theirs.subject);
  if (!speaker) return -1;
  const { terms } = query;
  const named = terms.map(({ key, lemma }) => (speaker.has(key) || speaker.has(lemma) ? 1 : 0));
  return shareMet(terms, weightsOf(terms), named, (token) => within(token, mine.subject));
}

/** What is met of a predicate's clause, whichever predicate of the other sentence it is compared with. */
type ClauseMet = Pick<Correspondence, "subject" | "rest">;

const askedClause = keptWithin(
  (pairing: Pairing, predicate: Predicate): ClauseMet =>
    clauseMet(pairing.query.sentence, predicate, pairing.query.terms, {
      weights: weightsOf(pairing.query.terms),
      met: bestMeetings(pairing).forward,
    }),
);

const statedClause = keptWithin(
  (pairing: Pairing, predicate: Predicate): ClauseMet =>
    clauseMet(pairing.statement.sentence, predicate, pairing.statement.sentence.terms, {
      weights: pairing.termWeights,
      met: bestMeetings(pairing).backward,
    }),
);

function clauseMet(
  sentence: Sentence,
  predicate: Predicate,
  terms: readonly Placed[],
  { weights, met }: { readonly weights: ArrayLike<number>; readonly met: ArrayLike<number> },
): ClauseMet {
  const { subject, head } = predicate;
  const clause = clauseOf(sentence, predicate);
  return {
    subject: shareMet(terms, weights, met, (token) => within(token, subject)),
    rest: shareMet(
      terms,
      weights,
      met,
      (token) => within(token, clause) && !within(token, subject) && token !== head,
    ),
  };
}

/** A word with its token, -1 for one that stands elsewhere. */
interface Placed {
  readonly token: number;
}

function weightsOf(terms: readonly { readonly weight: number }[]): number[] {
  return terms.map(({ weight }) => weight);
}

function within(token: number, span: Span | null): boolean {
  return span !== null && token >= span.start && token < span.end;
}

/** Weighted share of the chosen words that are met; -1 where none is chosen. */
function shareMet(
  terms: readonly Placed[],
  weights: ArrayLike<number>,
  met: ArrayLike<number>,
  chosen: (token: number) => boolean,
): number {
  let want = 0;
  let have = 0;
  for (let at = 0; at < terms.length; at++) {
    const { token } = terms[at]!;
    if (token < 0 || !chosen(token)) continue;
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
}

const bestMeetings = keptFor(({ query, meetings, termWeights }: Pairing): BestMeetings => {
  const forward = new Float64Array(query.terms.length);
  const backward = new Float64Array(termWeights.length);
  for (const { asked, term, similarity } of meetings) {
    forward[asked] = Math.max(forward[asked]!, similarity);
    if (term >= 0)
      backward[term] = Math.max(backward[term]!, similarity * (query.terms[asked]!.own ? 1 : 0.8));
  }
  return { forward, backward };
});
