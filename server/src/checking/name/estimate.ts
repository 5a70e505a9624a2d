/**
 * Estimates for each name of a sentence that another one belongs in its place: names are paired with those of the statements
 * beside the sentence as figures and days are, and models say which pair speaks of one part in one fact, and whether the draft has
 * it wrong. Knows likelihoods; what is told is for others.
 */
import type { NameMention, Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { pairValues } from "../alignment/values.ts";
import { stanceInClause } from "../clause-stance.ts";
import { predictJudged } from "../judging/seen.ts";
import { alignValues, type Judgement, judgeValues, type ScoredPair } from "../judging/value-rule.ts";
import type { Model } from "../model.ts";
import type { Stance } from "../stance.ts";
import type { Corpus } from "../types.ts";
import { nameKind, nameStandings } from "./kind.ts";
import { isSetAgainst } from "./slot.ts";
import data from "./weights.json" with { type: "json" };

export interface NameModels {
  /** How likely two names play one part in one fact. */
  readonly align: Model;
  /** How likely a judged name stands in another one's place. */
  readonly contradict: Model;
}

export const nameModels = data as unknown as NameModels;

/** A name of the draft with the one that a source most likely has in its place. */
export interface EstimatedName {
  readonly name: NameMention;
  readonly conflict: ScoredPair<NameMention>;
  /** 0 to 1. */
  readonly likelihood: number;
}

/** The deciding statement is among the first of those beside a sentence. */
const CANDIDATES = 6;
/** "In another case the authority of Osterland allowed …": no source speaks of it. */
const OTHER_MATTER = /^\W*(?:(?:in|for) (?:another|a different|a similar|an earlier)|elsewhere)\b/i;
/** What stands around the sentences is left out: the same names are asked again at each edit of a paragraph. */
const NO_SURROUNDINGS = { key: "", beside: () => ({}) };
const UNDERIVED = { best: null, features: {} };

/** The names of a sentence in whose place the statements have another one, however unlikely. */
export function estimateNames(sentence: Sentence, draft: Reading, { index, among }: Corpus): EstimatedName[] {
  if (!index || OTHER_MATTER.test(sentence.text)) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  return judgeNames(sentence, pairings, stance, nameModels.align).flatMap((judgement) => {
    const { value, conflict } = judgement;
    if (!conflict || stance.question === 1 || stance.supposed === 1) return [];
    if (isSetAgainst(sentence, value)) return [];
    return [{ name: value, conflict, likelihood: predictJudged(nameModels.contradict, judgement) }];
  });
}

/** The names of a sentence judged by their pairs; `align` says how likely a pair is. */
export function judgeNames(
  sentence: Sentence,
  pairings: readonly Pairing[],
  stance: Stance,
  align: Model,
): Judgement<NameMention>[] {
  const claims = pairValues(nameKind, pairings.slice(0, CANDIDATES));
  return judgeValues(sentence, alignValues(claims, align, NO_SURROUNDINGS), {
    assign: null,
    companions: [],
    stance,
    derive: () => UNDERIVED,
    stanceOf: (name, { pairing }) => stanceInClause(sentence, name, stance, pairing.statement.sentence),
    beside: nameStandings,
    stands: () => true,
  });
}
