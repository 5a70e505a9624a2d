/**
 * Explains a claim that no source states as it stands, but that follows from one to three facts of the statements
 * beside it: durations, weekdays, sums, shares. Knows pairings; the arithmetic is the kinds' own.
 */
import { matchDeadline, matchDerivedDate } from "../kinds/date/derive.ts";
import { explainByArithmetic } from "../kinds/quantity/arithmetic.ts";
import type { DateValue, QuantityValue } from "../kinds/types.ts";
import type { Sentence, SourceReading } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import type { Pairing } from "./align.ts";
import { onTableScale } from "./cell-scale.ts";
import { keptFor } from "./kept.ts";
import type { Passage } from "./types.ts";
import type { Derivation } from "./value-rule.ts";

/** Statements whose facts may be combined. */
const CONSIDERED = 4;
/** A number of so many digits is met by chance by few shares of a figure, and so many are tried. */
const PARTICULAR = 3;
const MOST_SHARES = 20;

/** A date, weekday or duration that follows from dates of one statement, or of the two best. */
export function deriveDate(value: DateValue, pairings: readonly Pairing[]): Derivation | null {
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

/** An amount, share or ratio that follows from the figures beside a statement, or of the best statements together. */
export function deriveQuantity(value: QuantityValue, pairings: readonly Pairing[]): Derivation | null {
  const best = pairings.slice(0, CONSIDERED);
  const together = best.slice(0, 3).flatMap((pairing) => givensOf(pairing, pairing.statement.sentence));
  const groups = [...best.map((pairing) => givensBeside(pairing)), together, sharedOut(value, best)];
  let found: Derivation | null = null;
  for (const givens of groups) {
    const derivation = givens.length === 0 ? null : deriveFrom(value, givens);
    if (derivation && derivation.strength > (found?.strength ?? 0)) found = derivation;
  }
  return found;
}

/** A fact that may enter the arithmetic. */
interface Given<V extends Span> {
  readonly pairing: Pairing;
  readonly sentence: Sentence;
  readonly value: V;
}

function givensOf(pairing: Pairing, sentence: Sentence): Given<QuantityValue>[] {
  return sentence.quantities.flatMap((quantity) =>
    sidesOf(onTableScale(sentence, quantity)).map((side) => ({ pairing, sentence, value: side })),
  );
}

/** The two sides of a vote are counts that may be added up with the abstentions. */
function sidesOf(quantity: QuantityValue): QuantityValue[] {
  if (quantity.dimension !== "vote" || quantity.against === undefined) return [quantity];
  return [quantity.nominal, quantity.against].map((votes) => ({
    ...quantity,
    dimension: "count",
    unit: null,
    min: votes,
    max: votes,
    nominal: votes,
  }));
}

/** "For the Isles that makes 1.12 million": a share that the source has elsewhere, of a figure of the best statement. */
function sharedOut(value: QuantityValue, [best]: readonly Pairing[]): Given<QuantityValue>[] {
  if (!best || !/^(?:money|measure|count)$/.test(value.dimension) || digitsOf(value) < PARTICULAR) return [];
  const { source, sentence } = best.statement;
  const wholes = givensOf(best, sentence).filter((given) => given.value.dimension !== "share");
  return wholes.length === 0
    ? []
    : [...wholes, ...sharesOf(source).map((one) => ({ pairing: best, ...one }))];
}

/** The shares that a source gives, each number once. */
const sharesOf = keptFor((source: SourceReading) => {
  const shares = new Map<number, { sentence: Sentence; value: QuantityValue }>();
  for (const sentence of source.sentences)
    for (const value of sentence.quantities)
      if (value.dimension === "share" && value.direction === 0 && value.min === value.max)
        shares.set(value.nominal, { sentence, value });
  return [...shares.values()].slice(0, MOST_SHARES);
});

function digitsOf({ nominal }: QuantityValue): number {
  return String(Number(Math.abs(nominal).toPrecision(12))).replace(/[.]|0+$/g, "").length;
}

/** The figures of the statement first, then those of its table row or of the sentences around it. */
function givensBeside(pairing: Pairing): Given<QuantityValue>[] {
  const { source, sentence } = pairing.statement;
  const { cell } = sentence.block;
  const reach = cell ? 8 : 1;
  const around = source.sentences
    .slice(Math.max(0, sentence.index - reach), sentence.index + reach + 1)
    .filter((other) => {
      if (other === sentence) return false;
      return cell
        ? other.block.cell?.table === cell.table && other.block.cell.row === cell.row
        : other.blockIndex === sentence.blockIndex;
    });
  return [sentence, ...around].flatMap((one) => givensOf(pairing, one));
}

function deriveFrom(value: QuantityValue, givens: readonly Given<QuantityValue>[]): Derivation | null {
  const found = explainByArithmetic(
    value,
    givens.map((given) => given.value),
  );
  const first = found && givens[found.uses[0] ?? 0];
  if (!found || !first) return null;
  const used = found.uses.map((use) => givens[use]!);
  const focus = used.filter(({ sentence }) => sentence === first.pairing.statement.sentence);
  return {
    explanation: found.explanation,
    strength: found.strength * Math.min(1, 0.4 + first.pairing.candidate.score),
    pairing: first.pairing,
    focus: focus.map((given) => given.value),
    passages: passagesOf(used),
  };
}
