/**
 * The rules that find by themselves what they tell, without a model: on quotations, speakers, roles, names and relations,
 * and on figures that others rule out. Each keeps what it has read of the sources and follows their changes.
 */
import { checkChanges } from "./change-rule.ts";
import { checkCover } from "./cover-rule.ts";
import { checkEnds } from "./ends-rule.ts";
import { checkGivers } from "./figure-givers.ts";
import { checkNames } from "./names.ts";
import { checkNeighbours } from "./neighbour-rule.ts";
import { checkPoints } from "./points.ts";
import { checkQuantifiers } from "./quantifier-rule.ts";
import { createQuotationIndex } from "./quotation-index.ts";
import { createQuotationRule } from "./quotations.ts";
import { checkRelations } from "./relations.ts";
import { checkRoles } from "./roles.ts";
import { checkShares } from "./share-rule.ts";
import { createSpeakerRule } from "./speakers.ts";
import type { Rule } from "./types.ts";

/** A fresh set of rules; one set serves one checker. */
export function createRules(): readonly Rule[] {
  const quotations = createQuotationIndex();
  return [
    createQuotationRule(quotations),
    createSpeakerRule(quotations),
    checkRoles,
    checkNames,
    checkRelations,
    checkGivers,
    checkPoints,
    checkChanges,
    checkShares,
    checkEnds,
    checkNeighbours,
    checkCover,
    checkQuantifiers,
  ];
}

/** A fresh set of the rules that tell who said it, what somebody is, and who takes part. */
export function createVoiceRules(): readonly Rule[] {
  return [createSpeakerRule(createQuotationIndex()), checkRoles, checkNames];
}
