/**
 * The rules that find by themselves what they tell, in the groups that are weighed together: what stands
 * side by side; quotations, speakers, roles and names; relations; figures that others rule out. Each keeps what it has read
 * of the sources and follows their changes.
 */

import { checkFrequencies } from "./date/frequencies.ts";
import { checkRates } from "./date/rates.ts";
import { checkStages } from "./date/stages.ts";
import { checkStretches } from "./date/stretches.ts";
import { checkWeekdays } from "./date/weekdays.ts";
import { checkNames } from "./name/names.ts";
import { checkChanges } from "./quantity/change-rule.ts";
import { checkCover } from "./quantity/cover-rule.ts";
import { checkDifferences } from "./quantity/difference-rule.ts";
import { checkEnds } from "./quantity/ends-rule.ts";
import { checkNeighbours } from "./quantity/neighbour-rule.ts";
import { checkOwnTotals } from "./quantity/own-totals.ts";
import { checkPoints } from "./quantity/points.ts";
import { checkQuantifiers } from "./quantity/quantifier-rule.ts";
import { checkShares } from "./quantity/share-rule.ts";
import { checkSwaps } from "./quantity/swaps.ts";
import { checkTrends } from "./quantity/trend-rule.ts";
import { createQuotationIndex } from "./quotation/index.ts";
import { createQuotationRule } from "./quotation/quotations.ts";
import { checkGivers } from "./relation/givers.ts";
import { checkRelations } from "./relation/relations.ts";
import { checkRoles } from "./role/roles.ts";
import { createSpeakerRule } from "./speaker/speakers.ts";
import { checkTables } from "./table/tables.ts";
import type { Rule } from "./types.ts";

/** "beside" needs no estimate; "voices" tells who said what and what somebody is, "names" who takes part. */
export type RuleGroup = "beside" | "voices" | "names" | "relations" | "figures";

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
    voices: [createQuotationRule(quotations), createSpeakerRule(quotations), checkRoles],
    names: [checkNames],
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
      checkOwnTotals,
    ],
  };
}
