/**
 * Assesses one sentence: retrieves, aligns and judges its values and predicates. The figures that decisions are made
 * from, and that the models are trained on.
 */

import type { DateValue, QuantityValue } from "../../kinds/types.ts";
import { dateKey, numberKey, type StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { type Companion, companionsKey, companionsOf } from "../alignment/companions.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import type { AlignedClaim } from "../alignment/rivalry.ts";
import { pairValues } from "../alignment/values.ts";
import { type Surroundings, surroundingsOf } from "../alignment/vicinity.ts";
import { derivedDate, derivedQuantity } from "../arithmetic/derive.ts";
import { ownFiguresKey } from "../arithmetic/givens.ts";
import { stanceInClause } from "../clause-stance.ts";
import { dayFeatures } from "../date/days.ts";
import { dateKind } from "../date/kind.ts";
import { alignValues, type Derived, type Judgement, judgeValues } from "../judging/value-rule.ts";
import { keptFor } from "../kept.ts";
import { type PredicateValue, predicateKind } from "../polarity/predicate-kind.ts";
import { quantityKind } from "../quantity/kind.ts";
import type { Stance } from "../stance.ts";
import { type Models, models } from "./weights.ts";

/** Fewer statements for predicates: a sentence has many, and the deciding statement is among the first. */
const PREDICATE_CANDIDATES = 6;

/** What does not depend on the sentences around: asked again at each edit of the paragraph. */
const paired = {
  quantities: keptFor((pairings: readonly Pairing[]) => pairValues(quantityKind, pairings)),
  dates: keptFor((pairings: readonly Pairing[]) => pairValues(dateKind, pairings)),
  predicates: keptFor((pairings: readonly Pairing[]) =>
    pairValues(predicateKind, pairings.slice(0, PREDICATE_CANDIDATES)),
  ),
};
const UNDERIVED: Derived = { best: null, features: {} };

export type PairModels = Pick<Models, "align" | "assign">;

/** What a sentence is judged beside. */
interface Unjudged {
  readonly sentence: Sentence;
  readonly draft: Reading;
  readonly index: StatementIndex;
  readonly pairings: readonly Pairing[];
  readonly companions: readonly Companion[];
  readonly stance: Stance;
}

export interface Assessment extends Unjudged {
  readonly quantities: readonly Judgement<QuantityValue>[];
  readonly dates: readonly Judgement<DateValue>[];
  readonly predicates: readonly Judgement<PredicateValue>[];
}

/** A sentence with all that its assessment depends on, its values looked at for the first time. */
export interface Situation extends Unjudged {
  /** Stands for what the sentence inherits. */
  readonly inherited: string;
  readonly aligned: Aligned;
  /** Situations with the same key, of sentences that say and inherit the same, are assessed alike. */
  readonly key: string;
}

/** Finds the statements beside a sentence, and looks at what its neighbours in the draft are about. */
export function situationOf(
  draft: Reading,
  sentence: Sentence,
  index: StatementIndex,
  align: Models["align"] = models.align,
): Situation {
  const beside = statementsBeside(draft, sentence, index);
  const companions = companionsOf(draft, sentence, (other) => {
    const { quantities, dates } = alignedBeside(draft, other, index, align);
    return [...quantities, ...dates];
  });
  const aligned = alignedBeside(draft, sentence, index, align);
  const key = [
    Object.values(beside.stance).join(" "),
    aligned.surroundings.key,
    companionsKey(companions, sentence),
    ownFiguresKey(draft, sentence),
  ].join("\u0002");
  return { sentence, draft, index, ...beside, companions, aligned, key };
}

/** Everything that is known of a sentence before deciding. Pure; deterministic for the same index. */
export function assessSentence(
  draft: Reading,
  sentence: Sentence,
  index: StatementIndex,
  by: PairModels = models,
): Assessment {
  return assess(situationOf(draft, sentence, index, by.align), by);
}

/** The same for a sentence whose situation is known. */
export function assess(situation: Situation, by: PairModels = models): Assessment {
  const { aligned, inherited: _, key: __, ...given } = situation;
  return judgeAll(given, aligned, by);
}

/** The same as if there were only some of the statements. */
export function assessWith(
  assessment: Assessment,
  isThere: (pairing: Pairing) => boolean,
  by: PairModels = models,
): Assessment {
  const pairings = assessment.pairings.filter(isThere);
  const companions = assessment.companions.filter(({ pairing }) => isThere(pairing));
  const { draft, sentence, index } = assessment;
  const surroundings = surroundingsOf(draft, sentence, index);
  return judgeAll({ ...assessment, pairings, companions }, alignAll(pairings, by.align, surroundings), by);
}

function judgeAll(
  given: Unjudged,
  { quantities, dates, surroundings }: Aligned,
  { align, assign }: PairModels,
): Assessment {
  const { draft, sentence, index, pairings, companions, stance } = given;
  const beside = { draft, sentence, pairings };
  const stanceOf = (value: Span, { pairing }: { readonly pairing: Pairing }) =>
    stanceInClause(sentence, value, stance, pairing.statement.sentence);
  // "Lessons restart in March if all goes well": an act under a condition is not told, unless the source has one too.
  const stanceOfAct: typeof stanceOf = (value, conflict) => {
    const own = stanceOf(value, conflict);
    return own.supposed === 0 ? own : { ...own, supposed: stance.supposed };
  };
  const among = { companions, stance };
  const acts = alignValues(paired.predicates(pairings), align.predicate, surroundings);
  return {
    ...given,
    quantities: judgeValues(sentence, quantities, {
      ...among,
      assign: assign.quantity,
      derive: (value, others) => derivedQuantity(value, beside, others),
      stanceOf,
      stands: ({ nominal }) => index.holds(numberKey(nominal)),
    }),
    dates: judgeValues(sentence, dates, {
      ...among,
      assign: assign.date,
      derive: (value) => derivedDate(value, beside),
      stanceOf,
      beside: (value, conflict) => dayFeatures(value, conflict, { day: draft.day, pairings }),
      stands: (date) => index.holds(dateKey(date)),
    }),
    predicates: judgeValues(sentence, acts, {
      ...among,
      assign: null,
      derive: () => UNDERIVED,
      stanceOf: stanceOfAct,
      stands: () => true,
    }),
  };
}

/** The first look at the values of a sentence. */
interface Aligned {
  readonly quantities: readonly AlignedClaim<QuantityValue>[];
  readonly dates: readonly AlignedClaim<DateValue>[];
  readonly surroundings: Surroundings;
}

function alignAll(pairings: readonly Pairing[], align: Models["align"], surroundings: Surroundings): Aligned {
  return {
    quantities: alignValues(paired.quantities(pairings), align.quantity, surroundings),
    dates: alignValues(paired.dates(pairings), align.date, surroundings),
    surroundings,
  };
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
  const surroundings = surroundingsOf(draft, sentence, index);
  const aligned = { ...alignedLately(pairings, align, surroundings), index, version: index.version, align };
  kept.set(sentence, aligned);
  return aligned;
}

interface Lately {
  readonly align: Models["align"];
  readonly aligned: Aligned;
}

const lately = new WeakMap<readonly Pairing[], Lately>();

/** The first look at pairings; the last one is kept, for a sentence is read again at each edit of its paragraph. */
function alignedLately(
  pairings: readonly Pairing[],
  align: Models["align"],
  surroundings: Surroundings,
): Aligned {
  const known = lately.get(pairings);
  if (known?.align === align && known.aligned.surroundings.key === surroundings.key) return known.aligned;
  const aligned = alignAll(pairings, align, surroundings);
  lately.set(pairings, { align, aligned });
  return aligned;
}
