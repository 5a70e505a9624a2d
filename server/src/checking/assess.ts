/**
 * Assesses one sentence: retrieves, aligns and judges its values and predicates. The figures that decisions are made
 * from, and that the models are trained on.
 */

import type { DateValue, QuantityValue } from "../kinds/types.ts";
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import type { Pairing } from "./align.ts";
import { type Companion, companionsOf } from "./companions.ts";
import { dateKind } from "./date-kind.ts";
import { deriveDate, deriveQuantity } from "./derive.ts";
import { statementsBeside } from "./pairings.ts";
import { type PredicateValue, predicateKind } from "./predicate-kind.ts";
import { quantityKind } from "./quantity-kind.ts";
import type { AlignedClaim } from "./rivalry.ts";
import type { Stance } from "./stance.ts";
import { alignValues, type Judgement, judgeValues } from "./value-rule.ts";
import { type Models, models } from "./weights.ts";

/** Fewer statements for predicates: a sentence has many, and the deciding statement is among the first. */
const PREDICATE_CANDIDATES = 6;

export type PairModels = Pick<Models, "align" | "assign">;

export interface Assessment {
  readonly sentence: Sentence;
  readonly draft: Reading;
  readonly index: StatementIndex;
  readonly pairings: readonly Pairing[];
  readonly companions: readonly Companion[];
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
  by: PairModels = models,
): Assessment {
  const { pairings, stance } = statementsBeside(draft, sentence, index);
  const aligned = alignedBeside(draft, sentence, index, by.align);
  const companions = companionsOf(draft, sentence, (other) => {
    const { quantities, dates } = alignedBeside(draft, other, index, by.align);
    return [...quantities, ...dates];
  });
  const predicates = alignValues(predicateKind, by.align.predicate, pairings.slice(0, PREDICATE_CANDIDATES));
  return {
    sentence,
    draft,
    index,
    pairings,
    companions,
    stance,
    quantities: judgeValues(sentence, aligned.quantities, pairings, {
      assign: by.assign.quantity,
      companions,
      stance,
      derive: deriveQuantity,
    }),
    dates: judgeValues(sentence, aligned.dates, pairings, {
      assign: by.assign.date,
      companions,
      stance,
      derive: deriveDate,
    }),
    predicates: judgeValues(sentence, predicates, pairings, {
      assign: null,
      companions,
      stance,
      derive: () => null,
    }),
  };
}

interface Aligned {
  readonly quantities: readonly AlignedClaim<QuantityValue>[];
  readonly dates: readonly AlignedClaim<DateValue>[];
}

interface Kept extends Aligned {
  readonly index: StatementIndex;
  readonly version: number;
  readonly align: Models["align"];
}

const kept = new WeakMap<Sentence, Kept>();

/** The first look at a sentence; kept while the index stays the same, for its neighbours ask too. */
function alignedBeside(
  draft: Reading,
  sentence: Sentence,
  index: StatementIndex,
  align: Models["align"],
): Aligned {
  const known = kept.get(sentence);
  if (known?.index === index && known.version === index.version && known.align === align) return known;
  const { pairings } = statementsBeside(draft, sentence, index);
  const aligned = {
    quantities: alignValues(quantityKind, align.quantity, pairings),
    dates: alignValues(dateKind, align.date, pairings),
    index,
    version: index.version,
    align,
  };
  kept.set(sentence, aligned);
  return aligned;
}
