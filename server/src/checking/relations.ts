/**
 * Checks who did what to whom, and why, against the statements that speak of the same thing. Knows which checks there are.
 */
import type { Reading, Sentence } from "../statements/types.ts";
import { statementsBeside } from "./pairings.ts";
import { checkAgents } from "./relation-agents.ts";
import { checkCauses } from "./relation-causes.ts";
import type { RelationContext } from "./relation-context.ts";
import { checkContrasts } from "./relation-contrasts.ts";
import { checkDenials } from "./relation-denials.ts";
import { checkSides } from "./relation-sides.ts";
import type { Corpus, Finding } from "./types.ts";

/** Statements looked at per sentence. */
const CANDIDATES = 8;

type Check = (context: RelationContext) => Finding[];
const CHECKS: readonly Check[] = [checkAgents, checkContrasts, checkCauses, checkSides, checkDenials];

/** Findings on the relations of one sentence; none without an index. */
export function checkRelations(sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] {
  const { index } = corpus;
  if (!index || sentence.terms.length === 0) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index);
  const context: RelationContext = {
    sentence,
    draft,
    index,
    pairings: pairings.slice(0, CANDIDATES),
    stance,
  };
  return disjoint(CHECKS.flatMap((check) => check(context)));
}

/** Of findings on the same words only the surest. */
function disjoint(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => b.confidence - a.confidence))
    if (kept.every(({ span }) => finding.span.end <= span.start || span.end <= finding.span.start))
      kept.push(finding);
  return kept.sort((a, b) => a.span.start - b.span.start);
}
