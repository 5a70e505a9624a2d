/**
 * Assesses one sentence: retrieves, aligns and judges its values and predicates. The figures that decisions are made
 * from, and that the models are trained on.
 */

import type { DateValue, QuantityValue } from "../kinds/types.ts";
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import type { Pairing } from "./align.ts";
import { dateKind } from "./date-kind.ts";
import { deriveDate, deriveQuantity } from "./derive.ts";
import type { Model } from "./model.ts";
import { statementsBeside } from "./pairings.ts";
import { type PredicateValue, predicateKind } from "./predicate-kind.ts";
import { quantityKind } from "./quantity-kind.ts";
import type { Stance } from "./stance.ts";
import { type Judgement, judgeValues } from "./value-rule.ts";
import { models } from "./weights.ts";

/** Fewer statements for predicates: a sentence has many, and the deciding statement is among the first. */
const PREDICATE_CANDIDATES = 6;

export interface AlignModels {
  readonly quantity: Model;
  readonly date: Model;
  readonly predicate: Model;
}

export interface Assessment {
  readonly sentence: Sentence;
  readonly draft: Reading;
  readonly index: StatementIndex;
  readonly pairings: readonly Pairing[];
  readonly stance: Stance;
  readonly quantities: readonly Judgement<QuantityValue>[];
  readonly dates: readonly Judgement<DateValue>[];
  readonly predicates: readonly Judgement<PredicateValue>[];
}

/** Everything that is known of a sentence before deciding. Pure; deterministic for the same index. */
export function assessSentence(
  draft: Reading,
  sentence: Sentence,
  index: StatementIndex,
  align: AlignModels = models.align,
): Assessment {
  return judgeAll({ sentence, draft, index, ...statementsBeside(draft, sentence, index) }, align);
}

/** The same as if there were only some of the statements. */
export function assessWith(
  assessment: Assessment,
  isThere: (pairing: Pairing) => boolean,
  align: AlignModels = models.align,
): Assessment {
  return judgeAll({ ...assessment, pairings: assessment.pairings.filter(isThere) }, align);
}

type Unjudged = Pick<Assessment, "sentence" | "draft" | "index" | "pairings" | "stance">;

function judgeAll(given: Unjudged, align: AlignModels): Assessment {
  const { pairings, stance } = given;
  return {
    ...given,
    quantities: judgeValues(quantityKind, align.quantity, pairings, stance, deriveQuantity),
    dates: judgeValues(dateKind, align.date, pairings, stance, deriveDate),
    predicates: judgeValues(
      predicateKind,
      align.predicate,
      pairings.slice(0, PREDICATE_CANDIDATES),
      stance,
      () => null,
    ),
  };
}
