/**
 * The numbers that follow from one to three given quantities and could be what a claim says: sums, differences,
 * shares, changes, complements, products. Knows which units each step needs; does not choose among them.
 */
import type { QuantityValue } from "../types.ts";
import { onOneScale } from "./scale.ts";
import { decimalsOf, inDigits } from "./spell.ts";
import { shapeOf } from "./tolerance.ts";

/** A number that follows from givens. */
export interface Candidate {
  readonly value: number;
  /** Indices of the givens. */
  readonly uses: readonly number[];
  readonly explanation: string;
  /** How usual such a step is in briefs, and how well the units fit, 0 to 1 each. */
  readonly usual: number;
  readonly fit: number;
}

/** A given on the claim's scale. */
export interface Given {
  readonly index: number;
  readonly at: number;
  readonly value: QuantityValue;
  /** How well its unit suits the claim's, 0 to 1. */
  readonly fit: number;
}

const USUAL = {
  difference: 0.95,
  sum: 0.9,
  sums: 0.75,
  share: 0.95,
  change: 0.95,
  complement: 0.9,
  part: 0.85,
  year: 0.8,
};
const CALENDAR: Readonly<Record<string, readonly [number, string][]>> = {
  month: [[12, "12"]],
  week: [[52, "52"]],
  day: [
    [7, "7"],
    [365, "365"],
  ],
  hour: [[24, "24"]],
  quarter: [[4, "4"]],
};
/** Triples are tried among this many givens at most, so that the cost stays bounded. */
const TRIPLES = 14;

/** A plain form of a number for an explanation: "1.35 billion", "69.8", "62,000". */
export function plainNumber(value: number): string {
  const size = Math.abs(value);
  for (const [factor, name] of [
    [1e9, "billion"],
    [1e6, "million"],
  ] as const)
    if (size >= factor) return `${rounded(value / factor, 3)} ${name}`;
  return rounded(value, size >= 1000 ? 0 : 1);
}

function rounded(value: number, decimals: number): string {
  return inDigits(Math.abs(value), ",", Math.min(decimals, decimalsOf(Math.abs(value))));
}

/** The givens that can enter arithmetic for `claim`, each on its scale. */
export function usable(claim: QuantityValue, givens: readonly QuantityValue[]): Given[] {
  const found: Given[] = [];
  givens.forEach((value, index) => {
    if (value.dimension === "vote" || value.dimension === "ordinal" || value.nominal === 0) return;
    const shape = shapeOf(value);
    if (shape !== "point" && shape !== "about") return;
    const { fit, factor } = likeness(claim, value);
    found.push({ index, at: value.nominal * factor, value, fit: fit * (shape === "about" ? 0.9 : 1) });
  });
  return found;
}

/** Whether the given is counted in the claim's own unit; 0 where it cannot be. */
function likeness(claim: QuantityValue, given: QuantityValue): { fit: number; factor: number } {
  const none = { fit: 0, factor: 1 };
  if (claim.dimension === "count" && given.dimension === "count")
    return { fit: nouns(claim, given), factor: 1 };
  if (claim.dimension === "points" && given.dimension === "share") return { fit: 1, factor: 1 };
  if (claim.dimension !== given.dimension && given.unit !== null && claim.unit !== null) return none;
  const scaled = onOneScale(claim, { ...given, per: claim.per });
  if (scaled === null) return none;
  const fit = claim.dimension === given.dimension ? 1 : 0.7;
  return { fit, factor: scaled.source.factor / scaled.claim.factor };
}

function nouns(claim: QuantityValue, given: QuantityValue): number {
  if (claim.unit === null || given.unit === null) return 0.8;
  return claim.unit === given.unit ? 1 : 0.4;
}

function alike(a: QuantityValue, b: QuantityValue): number {
  if (a.dimension !== b.dimension) return a.unit === null || b.unit === null ? 0.5 : 0;
  if (a.unit === b.unit) return 1;
  if (a.unit === null || b.unit === null) return 0.85;
  return a.dimension === "count" ? 0.5 : 0;
}

/** All candidates for `claim`, of the sorts that its dimension allows. */
export function candidatesFor(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  switch (claim.dimension) {
    case "share":
      return claim.direction === 0 || claim.level === true
        ? shares(givens)
        : [...changes(claim, givens), ...shareSums(givens)];
    case "points":
      return differences(
        claim,
        givens.filter((given) => given.value.dimension === "share"),
      );
    case "ratio":
      return ratios(givens);
    case "count":
    case "money":
    case "measure":
      return totals(claim, givens);
    default:
      return [];
  }
}

function totals(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  const like = givens.filter((given) => given.fit > 0 && given.value.dimension !== "share");
  return [
    ...remainders(like),
    ...differences(claim, like),
    ...sums(like),
    ...partsOf(like, givens),
    ...products(claim, givens),
    ...years(claim, like),
    ...averages(claim, like),
  ];
}

/** "12 of 14" leaves two. */
function remainders(like: readonly Given[]): Candidate[] {
  return like.flatMap(({ value, index, fit }) =>
    value.whole === undefined || value.whole <= value.nominal
      ? []
      : [
          candidate(
            value.whole - value.nominal,
            [index],
            `${value.whole} \u2212 ${plainNumber(value.nominal)}`,
            0.95,
            fit,
          ),
        ],
  );
}

function candidate(
  value: number,
  uses: number[],
  left: string,
  usual: number,
  fit: number,
  unit = "",
): Candidate {
  return { value, uses, explanation: `${left} = ${plainNumber(value)}${unit}`, usual, fit };
}

function differences(claim: QuantityValue, like: readonly Given[]): Candidate[] {
  const unit = claim.dimension === "points" ? " points" : "";
  return pairs(like).flatMap(([a, b]) => {
    const fit = Math.min(a.fit, b.fit) * Math.max(0.6, alike(a.value, b.value));
    const [high, low] = a.at >= b.at ? [a, b] : [b, a];
    if (high.at === low.at || alike(a.value, b.value) === 0) return [];
    const left = `${plainNumber(high.at)} \u2212 ${plainNumber(low.at)}`;
    return [candidate(high.at - low.at, [high.index, low.index], left, USUAL.difference, fit, unit)];
  });
}

function sums(like: readonly Given[]): Candidate[] {
  const two = pairs(like).map(([a, b]) =>
    candidate(
      a.at + b.at,
      [a.index, b.index],
      `${plainNumber(a.at)} + ${plainNumber(b.at)}`,
      USUAL.sum,
      fitOf(a, b),
    ),
  );
  const few = like.slice(0, TRIPLES);
  const three: Candidate[] = [];
  for (const [a, b, c] of triples(few)) {
    const left = `${plainNumber(a.at)} + ${plainNumber(b.at)} + ${plainNumber(c.at)}`;
    const fit = Math.min(fitOf(a, b), c.fit);
    three.push(candidate(a.at + b.at + c.at, [a.index, b.index, c.index], left, USUAL.sums, fit));
    const sorted = [a, b, c].sort((x, y) => y.at - x.at);
    const rest = sorted[0]!.at - sorted[1]!.at - sorted[2]!.at;
    const minus = sorted.map((given) => plainNumber(given.at)).join(" \u2212 ");
    if (rest > 0)
      three.push(
        candidate(
          rest,
          sorted.map((given) => given.index),
          minus,
          0.7,
          fit,
        ),
      );
  }
  return [...two, ...three];
}

function fitOf(a: Given, b: Given): number {
  return Math.min(a.fit, b.fit) * Math.max(0.5, alike(a.value, b.value));
}

/** "15 percent of 150 million", and what is left when it is taken off. */
function partsOf(like: readonly Given[], givens: readonly Given[]): Candidate[] {
  const made: Candidate[] = [];
  for (const share of givens.filter((given) => given.value.dimension === "share")) {
    const p = share.value.nominal;
    for (const base of like) {
      const uses = [share.index, base.index];
      const left = `${plainNumber(p)} percent of ${plainNumber(base.at)}`;
      made.push(candidate((base.at * p) / 100, uses, left, USUAL.part, base.fit));
      if (p >= 100) continue;
      const rest = `${plainNumber(base.at)} less ${plainNumber(p)} percent`;
      made.push(candidate(base.at * (1 - p / 100), uses, rest, 0.75, base.fit));
    }
  }
  return made;
}

/** A price for each times a count, and a total shared among a count. */
function products(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  const made: Candidate[] = [];
  const counts = givens.filter((given) => given.value.dimension === "count" && given.value.nominal > 1);
  if (claim.dimension === "count") return made;
  for (const amount of givens.filter(
    (given) => given.fit >= 1 && given.value.dimension === claim.dimension,
  )) {
    for (const count of counts) {
      const n = count.value.nominal;
      const uses = [amount.index, count.index];
      const [value, number] = [plainNumber(amount.at), plainNumber(n)];
      const each = amount.value.per !== null && claim.per === null;
      made.push(candidate(amount.at * n, uses, `${number} \u00d7 ${value}`, each ? 0.85 : 0.6, 1));
      const shared = claim.per !== null && amount.value.per === null;
      made.push(candidate(amount.at / n, uses, `${value} / ${number}`, shared ? 0.85 : 0.6, 1));
    }
  }
  return made;
}

/** "62,000 a month" is 744,000 a year. */
function years(claim: QuantityValue, like: readonly Given[]): Candidate[] {
  return like.flatMap((given) => {
    const { per } = given.value;
    if (per === null || claim.per === per) return [];
    return (CALENDAR[per] ?? []).map(([n, words]) =>
      candidate(
        given.at * n,
        [given.index],
        `${plainNumber(given.at)} a ${per} \u00d7 ${words}`,
        USUAL.year,
        given.fit,
      ),
    );
  });
}

/** "1.35 billion over three years" is 450 million a year. */
function averages(claim: QuantityValue, like: readonly Given[]): Candidate[] {
  if (claim.per !== "year" && claim.per !== "month") return [];
  const divisors = claim.per === "month" ? [12] : [2, 3, 4, 5, 6, 7, 8, 10];
  return like
    .filter(({ value }) => value.per === null)
    .flatMap(({ at, index, fit }) =>
      divisors.map((n) => candidate(at / n, [index], `${plainNumber(at)} / ${n}`, n === 12 ? 0.6 : 0.5, fit)),
    );
}

function shares(givens: readonly Given[]): Candidate[] {
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
    const left = `(${plainNumber(a.value.nominal)} + ${plainNumber(b.value.nominal)}) / ${plainNumber(whole.value.nominal)}`;
    const uses = [a.index, b.index, whole.index];
    made.push(candidate((100 * parts) / whole.value.nominal, uses, left, 0.65, fit, " percent"));
  }
  return made;
}

/** Complements to 100, and sums and differences of percentages. */
function shareSums(givens: readonly Given[]): Candidate[] {
  const percent = givens.filter((given) => given.value.dimension === "share");
  const rest = percent
    .filter((given) => given.value.nominal < 100)
    .map((given) => {
      const left = `100 \u2212 ${plainNumber(given.value.nominal)}`;
      return candidate(100 - given.value.nominal, [given.index], left, USUAL.complement, 1, " percent");
    });
  const two = pairs(percent).flatMap(([a, b]) => {
    const sum = a.value.nominal + b.value.nominal;
    if (sum > 100.5) return [];
    const left = `${plainNumber(a.value.nominal)} + ${plainNumber(b.value.nominal)}`;
    const uses = [a.index, b.index];
    const others = `100 \u2212 ${plainNumber(a.value.nominal)} \u2212 ${plainNumber(b.value.nominal)}`;
    return [
      candidate(sum, uses, left, 0.8, 1, " percent"),
      ...(sum < 100 ? [candidate(100 - sum, uses, others, 0.8, 1, " percent")] : []),
    ];
  });
  return [...rest, ...two];
}

/** Growth and fall between two numbers of one unit, in percent of the first. */
function changes(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  return pairs(givens).flatMap(([a, b]) => {
    const fit = alike(a.value, b.value) * (a.value.dimension === "share" ? 0.7 : 1);
    const [low, high] = a.value.nominal <= b.value.nominal ? [a, b] : [b, a];
    const [from, to] = claim.direction > 0 ? [low, high] : [high, low];
    if (fit === 0 || low.value.nominal === high.value.nominal) return [];
    const value = (100 * Math.abs(to.value.nominal - from.value.nominal)) / from.value.nominal;
    const sense = claim.direction > 0 ? "more" : "less";
    const explanation = `from ${plainNumber(from.value.nominal)} to ${plainNumber(to.value.nominal)} is ${plainNumber(value)} percent ${sense}`;
    return [{ value, uses: [from.index, to.index], explanation, usual: USUAL.change, fit }];
  });
}

function ratios(givens: readonly Given[]): Candidate[] {
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

function pairs(givens: readonly Given[]): [Given, Given][] {
  return givens.flatMap((a, i) => givens.slice(i + 1).map((b): [Given, Given] => [a, b]));
}

function triples(givens: readonly Given[]): [Given, Given, Given][] {
  return givens.flatMap((a, i) =>
    pairs(givens.slice(i + 1)).map(([b, c]): [Given, Given, Given] => [a, b, c]),
  );
}
