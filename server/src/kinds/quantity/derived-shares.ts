/**
 * Shares, changes and multiples that follow from given quantities. Knows which units each needs; does not choose.
 */
import type { QuantityValue } from "../types.ts";
import {
  alike,
  type Candidate,
  candidate,
  type Given,
  pairs,
  plainNumber,
  TRIPLES,
  triples,
  USUAL,
} from "./steps.ts";

/** Every share that one given figure is of another of its sort: 28 of 40 is 70 percent. */
export function shares(givens: readonly Given[]): Candidate[] {
  const plain = givens.filter(
    (given) => given.value.dimension !== "share" && given.value.dimension !== "ratio",
  );
  const made = pairs(plain).flatMap(([a, b]) => {
    const fit = alike(a.value, b.value);
    const [part, whole] = a.value.nominal <= b.value.nominal ? [a, b] : [b, a];
    if (fit === 0 || part.value.nominal === whole.value.nominal) return [];
    return [shareOf(part.value.nominal, whole.value.nominal, [part.index, whole.index], USUAL.share, fit)];
  });
  for (const { value, index } of plain) {
    if (value.whole === undefined || value.whole <= value.nominal) continue;
    made.push(shareOf(value.whole - value.nominal, value.whole, [index], 0.9, 1));
  }
  return [...made, ...shareSums(givens), ...jointShares(plain)];
}

function shareOf(part: number, whole: number, uses: number[], usual: number, fit: number): Candidate {
  return candidate(
    (100 * part) / whole,
    uses,
    `${plainNumber(part)} / ${plainNumber(whole)}`,
    usual,
    fit,
    " percent",
  );
}

/** "11 and 4 of 31": two parts of one whole. */
function jointShares(plain: readonly Given[]): Candidate[] {
  const made: Candidate[] = [];
  for (const triple of triples(plain.slice(0, TRIPLES))) {
    const [whole, a, b] = [...triple].sort((x, y) => y.value.nominal - x.value.nominal) as [
      Given,
      Given,
      Given,
    ];
    const fit = Math.min(alike(a.value, b.value), alike(a.value, whole.value));
    const parts = a.value.nominal + b.value.nominal;
    if (fit === 0 || parts > whole.value.nominal) continue;
    const left = `(${a.plain} + ${b.plain}) / ${whole.plain}`;
    const uses = [a.index, b.index, whole.index];
    made.push(candidate((100 * parts) / whole.value.nominal, uses, left, 0.65, fit, " percent"));
  }
  return made;
}

/** Complements to 100, and sums and differences of percentages. */
export function shareSums(givens: readonly Given[]): Candidate[] {
  const percent = givens.filter((given) => given.value.dimension === "share");
  const rest = percent
    .filter((given) => given.value.nominal < 100)
    .map((given) => {
      const left = `100 \u2212 ${given.plain}`;
      const rest = 100 - given.value.nominal;
      const made = candidate(rest, [given.index], left, USUAL.complement, 1, " percent");
      return { ...made, isComplement: true as const };
    });
  const two = pairs(percent).flatMap(([a, b]) => {
    const sum = a.value.nominal + b.value.nominal;
    if (sum > 100.5) return [];
    const left = `${a.plain} + ${b.plain}`;
    const uses = [a.index, b.index];
    const others = `100 \u2212 ${a.plain} \u2212 ${b.plain}`;
    return [
      candidate(sum, uses, left, 0.8, 1, " percent"),
      ...(sum < 100 ? [candidate(100 - sum, uses, others, 0.8, 1, " percent")] : []),
    ];
  });
  return [...rest, ...two];
}

/** Growth and fall between two numbers of one unit, in percent of the first. */
export function changes(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  return [...changesBetween(claim, givens), ...changesBy(claim, givens)];
}

/** "173 million, 25 million more than in 2022": where it stands and by how much that is more. */
function changesBy(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  const steps = givens.filter(({ value }) => value.direction !== 0 && value.level !== true);
  return steps.flatMap((step) =>
    givens.flatMap((end) => {
      const fit = end === step || end.value.dimension === "share" ? 0 : alike(end.value, step.value);
      const from = end.value.nominal - step.value.direction * step.value.nominal;
      if (fit === 0 || from <= 0 || step.value.direction !== claim.direction) return [];
      const left = `${step.plain} / ${plainNumber(from)}`;
      const value = (100 * step.value.nominal) / from;
      return [candidate(value, [step.index, end.index], left, USUAL.change, fit, " percent")];
    }),
  );
}

function changesBetween(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  return pairs(givens).flatMap(([a, b]) => {
    const fit = alike(a.value, b.value) * (a.value.dimension === "share" ? 0.7 : 1);
    const [low, high] = a.value.nominal <= b.value.nominal ? [a, b] : [b, a];
    const [from, to] = claim.direction > 0 ? [low, high] : [high, low];
    if (fit === 0 || low.value.nominal === high.value.nominal) return [];
    const value = (100 * Math.abs(to.value.nominal - from.value.nominal)) / from.value.nominal;
    const sense = claim.direction > 0 ? "more" : "less";
    const explanation = () => `from ${from.plain} to ${to.plain} is ${plainNumber(value)} percent ${sense}`;
    return [{ value, uses: [from.index, to.index], explanation, usual: USUAL.change, fit }];
  });
}

/** How many times each given figure is another of its sort, both ways round. */
export function ratios(givens: readonly Given[]): Candidate[] {
  return pairs(givens).flatMap(([a, b]) => {
    const fit = alike(a.value, b.value);
    if (fit === 0 || a.value.dimension === "ratio") return [];
    return [
      [a, b],
      [b, a],
    ].map(([x, y]) => {
      const [top, below] = [x!.value.nominal, y!.value.nominal];
      const left = `${plainNumber(top)} / ${plainNumber(below)}`;
      return candidate(top / below, [x!.index, y!.index], left, 0.9, fit, " times");
    });
  });
}
