/**
 * The rules that find by themselves what they tell, without a model, in the groups that are weighed together: what stands
 * side by side; quotations, speakers, roles and names; relations; figures that others rule out. Each keeps what it has read
 * of the sources and follows their changes.
 */
import { checkChanges } from "./change-rule.ts";
import { checkCover } from "./cover-rule.ts";
import { checkFrequencies } from "./date-frequencies.ts";
import { checkRates } from "./date-rates.ts";
import { checkStages } from "./date-stages.ts";
import { checkStretches } from "./date-stretches.ts";
import { checkWeekdays } from "./date-weekdays.ts";
import { checkDifferences } from "./difference-rule.ts";
import { checkEnds } from "./ends-rule.ts";
import { checkGivers } from "./figure-givers.ts";
import { checkNames } from "./names.ts";
import { checkNeighbours } from "./neighbour-rule.ts";
import { checkPoints } from "./points.ts";
import { checkQuantifiers } from "./quantifier-rule.ts";
import { checkSwaps } from "./quantity-swaps.ts";
import { createQuotationIndex } from "./quotation-index.ts";
import { createQuotationRule } from "./quotations.ts";
import { checkRelations } from "./relations.ts";
import { checkRoles } from "./roles.ts";
import { checkShares } from "./share-rule.ts";
import { createSpeakerRule } from "./speakers.ts";
import { checkTables } from "./tables.ts";
import { checkTrends } from "./trend-rule.ts";
import type { Rule } from "./types.ts";

/** "beside" needs no estimate; "voices" tells who said what, what somebody is, and who takes part. */
export type RuleGroup = "beside" | "voices" | "relations" | "figures";

export type Rules = Readonly<Record<RuleGroup, readonly Rule[]>>;

/** A fresh set of rules; one set serves one checker. */
export function createRules(): Rules {
  const quotations = createQuotationIndex();
  return {
    beside: [
      checkTables,
      checkSwaps,
      checkWeekdays,
      checkStages,
      checkRates,
      checkStretches,
      checkFrequencies,
    ],
    voices: [createQuotationRule(quotations), createSpeakerRule(quotations), checkRoles, checkNames],
    relations: [checkRelations, checkGivers],
    figures: [
      checkPoints,
      checkChanges,
      checkDifferences,
      checkShares,
      checkEnds,
      checkNeighbours,
      checkCover,
      checkQuantifiers,
      checkTrends,
    ],
  };
}
