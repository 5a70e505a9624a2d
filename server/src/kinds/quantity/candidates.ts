/**
 * The numbers that follow from one to three given quantities and could be what a claim says: sums, differences,
 * shares, changes, complements, products. Knows which units each step needs; does not choose among them.
 */
import type { QuantityValue } from "../types.ts";
import { changes, ratios, shareSums, shares } from "./derived-shares.ts";
import { onOneScale } from "./scale.ts";
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
import { shapeOf } from "./tolerance.ts";

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
/** The givens that can enter arithmetic for `claim`, each on its scale. */
export function usable(claim: QuantityValue, givens: readonly QuantityValue[]): Given[] {
  const found: Given[] = [];
  givens.forEach((value, index) => {
    if (value.dimension === "vote" || value.dimension === "ordinal" || value.nominal === 0) return;
    const shape = shapeOf(value);
    if (shape !== "point" && shape !== "about") return;
    const { fit, factor } = likeness(claim, value);
    const at = value.nominal * factor;
    const sure = shape === "about" ? 0.9 : 1;
    found.push({
      index,
      at,
      words: plainNumber(at),
      plain: plainNumber(value.nominal),
      value,
      fit: fit * sure,
    });
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

function differences(claim: QuantityValue, like: readonly Given[]): Candidate[] {
  const unit = claim.dimension === "points" ? " points" : "";
  return pairs(like).flatMap(([a, b]) => {
    const fit = Math.min(a.fit, b.fit) * Math.max(0.6, alike(a.value, b.value));
    const [high, low] = a.at >= b.at ? [a, b] : [b, a];
    if (high.at === low.at || alike(a.value, b.value) === 0) return [];
    const left = `${high.words} \u2212 ${low.words}`;
    return [candidate(high.at - low.at, [high.index, low.index], left, USUAL.difference, fit, unit)];
  });
}

function sums(like: readonly Given[]): Candidate[] {
  const two = pairs(like).map(([a, b]) =>
    candidate(a.at + b.at, [a.index, b.index], `${a.words} + ${b.words}`, USUAL.sum, fitOf(a, b)),
  );
  const few = like.slice(0, TRIPLES);
  const three: Candidate[] = [];
  for (const [a, b, c] of triples(few)) {
    const left = `${a.words} + ${b.words} + ${c.words}`;
    const fit = Math.min(fitOf(a, b), c.fit);
    three.push(candidate(a.at + b.at + c.at, [a.index, b.index, c.index], left, USUAL.sums, fit));
    const sorted = [a, b, c].sort((x, y) => y.at - x.at);
    const rest = sorted[0]!.at - sorted[1]!.at - sorted[2]!.at;
    const minus = sorted.map((given) => given.words).join(" \u2212 ");
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
      const left = `${plainNumber(p)} percent of ${base.words}`;
      made.push(candidate((base.at * p) / 100, uses, left, USUAL.part, base.fit));
      if (p >= 100) continue;
      const rest = `${base.words} less ${plainNumber(p)} percent`;
      made.push(candidate(base.at * (1 - p / 100), uses, rest, 0.75, base.fit));
    }
  }
  return made;
}

/** A price for each times a count, and a total shared among a count. */
function products(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  const made: Candidate[] = [];
  const amounts = givens.filter((given) => given.fit > 0 && given.value.dimension === claim.dimension);
  for (const amount of amounts) {
    for (const count of givens) {
      if (count === amount || count.value.nominal <= 1 || !multiplies(claim, amount, count)) continue;
      const n = count.value.nominal;
      const uses = [amount.index, count.index];
      const [value, number] = [amount.words, plainNumber(n)];
      const each = amount.value.per !== null && claim.per === null;
      made.push(candidate(amount.at * n, uses, `${number} \u00d7 ${value}`, each ? 0.85 : 0.6, 1));
      if (claim.dimension === "count") continue;
      const shared = claim.per !== null && amount.value.per === null;
      made.push(candidate(amount.at / n, uses, `${value} / ${number}`, shared ? 0.85 : 0.6, 1));
    }
  }
  return made;
}

/** Any count multiplies money; else a rate and that which it is a rate of: "2,400 a hectare" and "50 hectares". */
function multiplies(claim: QuantityValue, amount: Given, { value }: Given): boolean {
  const { per } = amount.value;
  const ofRate = per !== null && (per === value.unit || (per === "each" && value.dimension === "count"));
  if (claim.dimension === "count") return ofRate && claim.per === null;
  return ofRate || (amount.fit >= 1 && value.dimension === "count");
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
        `${given.words} a ${per} \u00d7 ${words}`,
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
