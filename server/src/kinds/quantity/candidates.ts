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
import { type Shape, shapeOf } from "./tolerance.ts";

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
/** How far a number serves that is hedged, is a bound ("up to 5 million"), or ends a range. */
const SERVES: Readonly<Record<Shape, number>> = {
  point: 1,
  about: 0.9,
  min: 0.7,
  max: 0.7,
  above: 0.5,
  below: 0.5,
  range: 0.8,
};

/** The givens that can enter arithmetic for `claim`, each on its scale; either end of a range by itself. */
export function usable(claim: QuantityValue, givens: readonly QuantityValue[]): Given[] {
  return givens.flatMap((value, index) => {
    if (value.dimension === "vote" || value.dimension === "ordinal" || value.nominal === 0) return [];
    const shape = shapeOf(value);
    const ends = shape === "range" ? endsOf(value) : [value];
    return ends.map((end) => {
      const { fit, factor } = likeness(claim, end);
      const at = end.nominal * factor;
      const [words, plain] = [plainNumber(at), plainNumber(end.nominal)];
      return { index, at, words, plain, value: end, fit: fit * SERVES[shape] };
    });
  });
}

function endsOf(range: QuantityValue): QuantityValue[] {
  return [range.min!, range.max!]
    .filter((end) => end !== 0)
    .map((end) => ({ ...range, nominal: end, min: end, max: end }));
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
      return pointsBetween(claim, givens);
    case "ratio":
      return ratios(givens);
    case "count":
      return claim.unit === "point"
        ? [...pointsBetween(claim, givens), ...totals(claim, givens)]
        : totals(claim, givens);
    case "money":
    case "measure":
      return totals(claim, givens);
    default:
      return [];
  }
}

/** "7.25 percent, two points under 9.25". */
function pointsBetween(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  const points: QuantityValue = { ...claim, dimension: "points", unit: "percentage-point" };
  const shares = givens.filter((given) => given.value.dimension === "share");
  return differences(
    points,
    shares.map((given) => ({ ...given, at: given.value.nominal, fit: 1 })),
  );
}

function totals(claim: QuantityValue, givens: readonly Given[]): Candidate[] {
  const like = givens.filter((given) => given.fit > 0 && given.value.dimension !== "share");
  return [
    ...remainders(like),
    ...differences(claim, like),
    ...sums(like),
    ...partsOf(like, givens),
    ...multiples(like, givens),
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

/**
 * "15 percent of 150 million", and what is left when it is taken off; the whole of which a figure is so much, and what it was
 * before it rose or fell by so much.
 */
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
      const { direction, level } = share.value;
      if (direction !== 0 && !level) {
        const before = `${base.words} before a ${direction > 0 ? "rise" : "fall"} of ${plainNumber(p)} percent`;
        made.push(candidate(base.at / (1 + (direction * p) / 100), uses, before, USUAL.change, base.fit));
      } else {
        const whole = `${base.words} / ${plainNumber(p)} percent`;
        made.push(candidate((base.at * 100) / p, uses, whole, USUAL.complement, base.fit));
      }
    }
  }
  return made;
}

/** "14 a day in summer, twice its winter timetable": seven in winter. */
function multiples(like: readonly Given[], givens: readonly Given[]): Candidate[] {
  const ratios = givens.filter(({ value }) => value.dimension === "ratio" && value.nominal > 1);
  return ratios.flatMap(({ index, value: { nominal } }) =>
    like.flatMap((base) => {
      const uses = [index, base.index];
      return [
        candidate(base.at / nominal, uses, `${base.words} / ${plainNumber(nominal)}`, USUAL.part, base.fit),
        candidate(
          base.at * nominal,
          uses,
          `${base.words} \u00d7 ${plainNumber(nominal)}`,
          USUAL.part,
          base.fit,
        ),
      ];
    }),
  );
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

/** How many of a period an amount may be spread over: years of a programme, the months or days of a year. */
const PERIODS: Readonly<Record<string, readonly number[]>> = {
  year: [2, 3, 4, 5, 6, 7, 8, 10],
  month: [12],
  week: [52],
  day: [365],
};

/** "1.35 billion over three years" is 450 million a year. */
function averages(claim: QuantityValue, like: readonly Given[]): Candidate[] {
  const divisors = PERIODS[claim.per ?? ""];
  if (!divisors) return [];
  return like
    .filter(({ value }) => value.per === null)
    .flatMap(({ at, index, fit }) =>
      divisors.map((n) => candidate(at / n, [index], `${plainNumber(at)} / ${n}`, n > 10 ? 0.6 : 0.5, fit)),
    );
}
