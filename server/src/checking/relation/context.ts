/**
 * What every check of relations looks at: a sentence of the draft beside the statements that may speak of the same thing,
 * and how much the two have in common outside the words that are compared. Knows no single check.
 */
import type { Statement, StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor } from "../kept.ts";
import type { Stance } from "../stance.ts";
import type { Finding, Passage, Replacement } from "../types.ts";

/** A sentence that is asked about with all sources together and with one after the other: the same object for all of these. */
export interface AskedSentence {
  readonly sentence: Sentence;
  readonly draft: Reading;
  readonly index: StatementIndex;
  readonly stance: Stance;
}

export interface RelationContext extends AskedSentence {
  readonly asked: AskedSentence;
  readonly pairings: readonly Pairing[];
}

/** `read`, asked once for each statement beside a sentence, with whichever sources; it must not look at the statement's rank. */
export function keptBeside<V>(
  read: (asked: AskedSentence, pairing: Pairing) => V,
): (context: RelationContext, pairing: Pairing) => V {
  const keptOf = keptFor((_: AskedSentence) => new Map<Statement, V>());
  return ({ asked }, pairing) => {
    const kept = keptOf(asked);
    let found = kept.get(pairing.statement);
    if (found === undefined) {
      found = read(asked, pairing);
      kept.set(pairing.statement, found);
    }
    return found;
  };
}

export interface Shared {
  /** Sum of the weights of the sentence's own words that the statement holds, words left out aside. */
  readonly own: number;
  /** The same for words of the context on both sides. */
  readonly context: number;
  /** Share of the weight of the sentence's own words that is met, 0 to 1. */
  readonly share: number;
  /** Share of the statement's own words that is met, 0 to 1. */
  readonly back: number;
}

/** What the sentence and the statement share outside the token ranges `asked` and `stated`. */
export function sharedWords(pairing: Pairing, asked: readonly Span[], stated: readonly Span[]): Shared {
  const { query, statement, meetings, termWeights } = pairing;
  const free = query.terms.map((term) => !term.own || outside(term.token, asked));
  const met = new Float64Array(query.terms.length);
  const back = new Float64Array(termWeights.length);
  for (const { asked: q, term, similarity } of meetings) {
    if (!free[q] || similarity < 0.55) continue;
    if (term >= 0 && !outside(statement.sentence.terms[term]!.token, stated)) continue;
    met[q] = Math.max(met[q]!, term < 0 ? similarity * 0.6 : similarity);
    if (term >= 0) back[term] = Math.max(back[term]!, similarity * (query.terms[q]!.own ? 1 : 0.5));
  }
  let own = 0;
  let all = 0;
  let context = 0;
  query.terms.forEach((term, q) => {
    if (!free[q]) return;
    if (term.own) {
      own += term.weight * met[q]!;
      all += term.weight;
    } else context += term.weight * met[q]!;
  });
  let have = 0;
  let want = 0;
  statement.sentence.terms.forEach((term, position) => {
    if (!outside(term.token, stated)) return;
    want += termWeights[position]!;
    have += termWeights[position]! * back[position]!;
  });
  return { own, context, share: all > 0 ? own / all : 0, back: want > 0 ? have / want : 0 };
}

function outside(token: number, spans: readonly Span[]): boolean {
  for (const { start, end } of spans) if (token >= start && token < end) return false;
  return true;
}

/**
 * How much the passages around the two have in common, in words that tell (1 is one rare word): for sentences that say
 * little by themselves. `keys` are left out.
 */
export function sharedSurroundings(
  { draft, sentence, index }: AskedSentence,
  pairing: Pairing,
  keys: readonly string[],
): number {
  surrounded.add(sentence);
  const { source, sentence: stated } = pairing.statement;
  const theirs = new Set(around(source, stated, 2).flatMap(({ terms }) => terms.map(({ key }) => key)));
  const counted = new Set(keys);
  let sum = 0;
  for (const near of around(draft, sentence, 1)) {
    for (const { key, weight } of near.terms) {
      if (!theirs.has(key) || counted.has(key)) continue;
      counted.add(key);
      sum += weight * index.rarity(key);
    }
  }
  return sum;
}

const surrounded = new WeakSet<Sentence>();

/** Whether any check of the sentence looked at what stands around it. */
export function looksAround(sentence: Sentence): boolean {
  return surrounded.has(sentence);
}

/** The sentences of the same block up to `reach` before and one behind, itself included. */
function around({ sentences }: Reading, { index, blockIndex }: Sentence, reach: number): Sentence[] {
  return sentences
    .slice(Math.max(0, index - reach), index + 2)
    .filter((one) => one.blockIndex === blockIndex);
}

/** The sentences of the source around a statement, itself included. */
export function neighbourhood({ source, sentence }: Statement, reach: number): readonly Sentence[] {
  return source.sentences.slice(Math.max(0, sentence.index - reach), sentence.index + reach + 1);
}

/** Offsets of a token range, end exclusive. */
export function spanOf({ tokens }: Sentence, start: number, end: number): Span {
  return { start: tokens[start]!.start, end: tokens[Math.max(start, end - 1)]!.end };
}

/** A finding on a relation (or a name), with the statement that decides. */
export function relationFinding(
  context: RelationContext,
  pairing: Pairing,
  told: {
    readonly kind?: "relation" | "name";
    readonly verdict?: Finding["verdict"];
    readonly span: Span;
    readonly focus: Span;
    readonly confidence: number;
    readonly replacement: Replacement | null;
    readonly expected: string | null;
    readonly features: Finding["features"];
  },
): Finding {
  const { sentence } = context;
  const { statement } = pairing;
  const passage: Passage = { source: statement.source, sentence: statement.sentence, focus: [told.focus] };
  return {
    kind: told.kind ?? "relation",
    verdict: told.verdict ?? "contradicted",
    sentence,
    span: told.span,
    confidence: told.confidence,
    actual: sentence.text.slice(told.span.start, told.span.end),
    expected: told.expected,
    message: null,
    arithmetic: null,
    passages: [passage],
    replacements: told.replacement ? [told.replacement] : [],
    features: told.features,
  };
}
