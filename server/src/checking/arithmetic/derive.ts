/**
 * Explains a claim that no source states as it stands, but that follows from one to three facts of the statements
 * beside it: durations, weekdays, sums, shares. Knows pairings; the arithmetic is the kinds' own.
 */
import { matchDeadline, matchDerivedDate } from "../../kinds/date/derive.ts";
import { accidentOf, approximatelyFits, explainByArithmetic } from "../../kinds/quantity/arithmetic.ts";
import { plainNumber } from "../../kinds/quantity/steps.ts";
import type { DateValue, QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { type Pairing, scoreOf } from "../alignment/align.ts";
import type { Companion } from "../alignment/companions.ts";
import type { Derivation, Derived } from "../judging/value-rule.ts";
import { keptWithin } from "../kept.ts";
import type { Passage } from "../types.ts";
import {
  figuresOfDraft,
  type Given,
  givensAround,
  givensOfStatements,
  type Sum,
  sumsBeside,
} from "./givens.ts";

/** Statements whose dates may be combined. */
const CONSIDERED = 4;
/** So many figures of a sum are written out. */
const WRITTEN_OUT = 4;
/** A sum is a usual step, but one of many that a table allows. */
const USUAL_SUM = 0.9;

/** What a claim is derived beside. */
export interface Beside {
  readonly draft: Reading;
  readonly sentence: Sentence;
  /** Best first. */
  readonly pairings: readonly Pairing[];
}

/** A date, weekday or duration that follows from dates of one statement, or of the two best. */
export function derivedDate(value: DateValue, { pairings }: Beside): Derived {
  const best = fromDates(pairings, value);
  return { best, features: { derivable: best ? 1 : 0, derived: best?.strength ?? 0 } };
}

/**
 * An amount, share or ratio that follows from the figures of the statements beside the claim, of those that the claims
 * nearby (`companions`) are taken from, or of a table's row or column. How surely it follows from the draft's own figures
 * is a feature only, for those are no source.
 */
export function derivedQuantity(
  value: QuantityValue,
  { draft, sentence, pairings }: Beside,
  companions: readonly Companion[],
): Derived {
  const stated = fromStatements(pairings, value);
  const table = fromTable(pairings, value);
  const around = strongest(givensAround(pairings, companions).map((givens) => deriveFrom(value, givens)));
  const best = strongest([stated, table, around]);
  return {
    best,
    features: {
      derivable: best ? 1 : 0,
      derived: best?.strength ?? 0,
      derivedStated: stated?.strength ?? 0,
      derivedAround: around?.strength ?? 0,
      derivedTable: table?.strength ?? 0,
      derivedOwn: explainByArithmetic(value, figuresOfDraft(draft, sentence, value))?.strength ?? 0,
    },
  };
}

/** What does not depend on the sentences around: asked again at each edit of the paragraph. */
const fromDates = keptWithin((pairings: readonly Pairing[], value: DateValue) => deriveDate(value, pairings));
const fromStatements = keptWithin((pairings: readonly Pairing[], value: QuantityValue) =>
  deriveQuantity(value, pairings),
);
const fromTable = keptWithin((pairings: readonly Pairing[], value: QuantityValue) => {
  const sums = sumsBeside(pairings);
  return strongest(sums.flatMap((sum) => [sumUp(value, sum, sums.length), shareOfSum(value, sum)]));
});

function deriveDate(value: DateValue, pairings: readonly Pairing[]): Derivation | null {
  const givens = pairings.slice(0, CONSIDERED).flatMap((pairing) => {
    const { sentence } = pairing.statement;
    return sentence.dates.map((date) => ({ pairing, sentence, value: date }));
  });
  if (givens.length === 0) return null;
  const match = matchDerivedDate(
    value,
    givens.map(({ value: date }) => date),
  );
  const first = match && givens[match.uses[0] ?? 0];
  if (!match || !first) return deriveDeadline(value, pairings);
  return {
    explanation: match.explanation,
    strength: first.pairing.candidate.score,
    pairing: first.pairing,
    focus: [first.value],
    passages: passagesOf(match.uses.map((use) => givens[use]!)),
  };
}

/** A day that a limit of one of the best statements leads to from the day of its document. */
function deriveDeadline(value: DateValue, pairings: readonly Pairing[]): Derivation | null {
  for (const pairing of pairings.slice(0, CONSIDERED)) {
    const { source, sentence } = pairing.statement;
    const match = source.published ? matchDeadline(value, sentence.dates, source.published) : null;
    const limit = match && sentence.dates[match.uses[0]!];
    if (!match || !limit) continue;
    return {
      explanation: match.explanation,
      strength: pairing.candidate.score,
      pairing,
      focus: [limit],
      passages: [{ source, sentence, focus: [limit] }],
    };
  }
  return null;
}

/** An amount, share or ratio that follows from the figures beside a statement, or of the best statements together. */
export function deriveQuantity(value: QuantityValue, pairings: readonly Pairing[]): Derivation | null {
  return strongest(givensOfStatements(value, pairings).map((givens) => deriveFrom(value, givens)));
}

function strongest(derivations: readonly (Derivation | null)[]): Derivation | null {
  return derivations.reduce((best, one) => (one && one.strength > (best?.strength ?? 0) ? one : best), null);
}

/** Where the facts of an explanation stand, each sentence once. */
function passagesOf(used: readonly Given<Span>[]): Passage[] {
  const bySentence = new Map<Sentence, Span[]>();
  for (const { sentence, value } of used)
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), value]);
  return [...bySentence].map(([sentence, focus]) => {
    const { pairing } = used.find((one) => one.sentence === sentence)!;
    return { source: pairing.statement.source, sentence, focus };
  });
}

function deriveFrom(value: QuantityValue, givens: readonly Given<QuantityValue>[]): Derivation | null {
  if (givens.length === 0) return null;
  const found = explainByArithmetic(
    value,
    givens.map((given) => given.value),
  );
  const first = found && givens[found.uses[0] ?? 0];
  if (!found || !first) return null;
  const used = found.uses.map((use) => givens[use]!);
  const { explanation, strength, isComplement } = found;
  const rest = restingOn(first.pairing, used, strength);
  return { explanation, ...rest, ...(isComplement ? { isComplement } : {}) };
}

function sumUp(value: QuantityValue, { figures, total }: Sum, tried: number): Derivation | null {
  const first = figures[0]!;
  const [claim, sum] = [value, total.nominal];
  if (value.dimension !== total.dimension && value.unit !== null && total.unit !== null) return null;
  if (!approximatelyFits(claim, sum)) return null;
  const parts = figures.slice(0, WRITTEN_OUT).map((given) => plainNumber(given.value.nominal));
  const more = figures.length > WRITTEN_OUT ? ` + … (${figures.length} figures)` : "";
  const explanation = `${parts.join(" + ")}${more} = ${plainNumber(sum)}`;
  const strength = USUAL_SUM * (1 - accidentOf(claim, sum, tried + 1));
  return { explanation, ...restingOn(first.pairing, figures, strength) };
}

function shareOfSum(value: QuantityValue, { figures, total }: Sum): Derivation | null {
  if (value.dimension !== "share" || value.direction !== 0) return null;
  const whole: Given<QuantityValue> = { ...figures[0]!, value: total };
  return deriveFrom(value, [whole, ...figures]);
}

/** The strength counts for less where the statement hardly answers the draft's sentence. */
function restingOn(
  pairing: Pairing,
  used: readonly Given<QuantityValue>[],
  strength: number,
): Omit<Derivation, "explanation"> {
  const focus = used.filter(({ sentence }) => sentence === pairing.statement.sentence);
  return {
    strength: strength * Math.min(1, 0.4 + scoreOf(pairing)),
    pairing,
    focus: focus.map((given) => given.value),
    passages: passagesOf(used),
  };
}
