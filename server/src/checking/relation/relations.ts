/**
 * Checks who did what to whom, and why, against the statements that speak of the same thing. Knows which checks there are.
 */
import type { StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import { type Pairing, pairingWith } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { type Candidate, type Query, retrieve } from "../alignment/retrieve.ts";
import { keptFor, keptWithin } from "../kept.ts";
import type { Stance } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { readActs } from "./acts.ts";
import { checkAgents } from "./agents.ts";
import { checkBreakdowns } from "./breakdowns.ts";
import { checkCauses } from "./causes.ts";
import type { AskedSentence, RelationContext } from "./context.ts";
import { checkContrasts } from "./contrasts.ts";
import { checkDenials } from "./denials.ts";
import { checkExtremes } from "./extremes.ts";
import { checkFillers } from "./fillers.ts";
import { checkLandmarks } from "./landmarks.ts";
import { canAct } from "./parties.ts";
import { checkPositions } from "./positions.ts";
import { checkReversals } from "./reversals.ts";
import { checkShares } from "./shares.ts";
import { checkSides } from "./sides.ts";
import { checkTurns } from "./turns.ts";

/** Statements looked at per sentence. */
const CANDIDATES = 8;
/** Statements looked at for the acts alone. */
const ACT_CANDIDATES = 6;

type Check = (context: RelationContext) => Finding[];
const CHECKS: readonly Check[] = [
  checkAgents,
  checkBreakdowns,
  checkContrasts,
  checkCauses,
  checkSides,
  checkDenials,
  checkExtremes,
  checkFillers,
  checkLandmarks,
  checkPositions,
  checkReversals,
  checkShares,
  checkTurns,
];

/** Findings on the relations of one sentence; none without an index. */
export function checkRelations(sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] {
  const { index, among } = corpus;
  if (!index || sentence.terms.length === 0) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  const asked = askedOf(sentence, draft, index, stance);
  const context: RelationContext = {
    ...asked,
    asked,
    pairings: [...pairings.slice(0, CANDIDATES), ...ofActs(pairings, asked, corpus)],
  };
  return disjoint(CHECKS.flatMap((check) => check(context)).filter((finding) => !standsThere(finding)));
}

let last: AskedSentence | null = null;

/** The same object where the sentence is the one that was asked about last, with other sources. */
function askedOf(sentence: Sentence, draft: Reading, index: StatementIndex, stance: Stance): AskedSentence {
  // A stance is read anew with each change of the index.
  const isLast =
    last?.sentence === sentence && last.draft === draft && last.index === index && last.stance === stance;
  if (!isLast || !last) last = { sentence, draft, index, stance };
  return last;
}

/**
 * Statements that answer the sentence without its parties and amounts: a wrong doer leads astray, and "the toll is set by
 * the city" answers few words of a long sentence.
 */
function ofActs(pairings: readonly Pairing[], asked: AskedSentence, { among }: Corpus): readonly Pairing[] {
  const query = pairings[0]?.query;
  if (!query) return [];
  const { candidates, pairedWith } = actsOf(asked, query);
  if (candidates.length === 0) return [];
  const known = new Set(pairings.slice(0, CANDIDATES).map(({ statement }) => statement));
  const more = candidates.filter(
    ({ statement }) => !known.has(statement) && (!among || among.has(statement.source)),
  );
  const best = more[0]?.score || 1;
  return more.map((candidate, i) => ({
    ...pairedWith(candidate),
    candidate: { ...candidate, rank: known.size + i },
    standing: candidate.score / best,
  }));
}

interface Acts {
  readonly candidates: readonly Candidate[];
  /** As if the candidate stood alone. */
  readonly pairedWith: (candidate: Candidate) => Pairing;
}

/** The statements of all sources that answer the sentence's acts. */
const actsOf = keptWithin(({ sentence, index }: AskedSentence, query: Query): Acts => {
  const parties = readActs(sentence).flatMap(({ agents }) => agents.filter((one) => canAct(one, sentence)));
  let pairWith: ReturnType<typeof pairingWith> | null = null;
  const pairedWith = keptFor((candidate: Candidate) => {
    pairWith ??= pairingWith(query, index);
    return pairWith(candidate, 1);
  });
  if (parties.length === 0) return { candidates: [], pairedWith };
  const within = (start: number) =>
    parties.some(
      ({ first, last }) => start >= sentence.tokens[first]!.start && start < sentence.tokens[last]!.end,
    );
  const terms = query.terms.filter(({ own, start, key }) => own && !key.startsWith("#") && !within(start));
  return { candidates: retrieve({ ...query, terms }, index, ACT_CANDIDATES), pairedWith };
});

/** Told the other way round, though the statement has the words as they are: "the Friends of the Collection". */
function standsThere({ verdict, actual, expected, passages }: Finding): boolean {
  if (verdict !== "contradicted" || !expected || sorted(actual) !== sorted(expected)) return false;
  return passages.some(({ sentence: { text } }) => text.includes(actual) && !DENYING.test(text));
}

const DENYING = /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|than|instead)\b|n['\u2019]t\b/i;

const sorted = (words: string): string => words.toLowerCase().match(/\w+/g)?.sort().join(" ") ?? "";

/** Of findings on the same words only the surest. */
function disjoint(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => b.confidence - a.confidence))
    if (kept.every(({ span }) => finding.span.end <= span.start || span.end <= finding.span.start))
      kept.push(finding);
  return kept.sort((a, b) => a.span.start - b.span.start);
}
