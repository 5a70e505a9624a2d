/**
 * Completes a number: the hedge, the unit, the rate, the direction and the counted noun around it.
 * Knows how these combine into an interval; finds no numbers itself.
 */
import type { Span } from "../../text/types.ts";
import type { QuantityValue } from "../types.ts";
import type { Core } from "./core.ts";
import { type Direction, directionAfter, directionBefore, NO_DIRECTION } from "./direction.ts";
import { type Bound, type Hedge, hedgeAfter, hedgeBefore } from "./hedges.ts";
import { type CountedNoun, nounAt, pastOf } from "./noun.ts";
import { readNumeral } from "./numerals.ts";
import { times } from "./scales.ts";
import { markAt, posAt, type Scan, spanOf, wordAt } from "./scan.ts";
import { rateAt, type Unit, unitAfter } from "./unit.ts";

/** The value that `core` and the words around it make, and the piece where reading goes on. */
export function finish(scan: Scan, core: Core): { value: QuantityValue; next: number } {
  const near = hedgeAfter(scan, core.next);
  const afterNumber = near?.to ?? core.next;
  const unit = core.dimension === null ? unitOf(scan, core, afterNumber) : null;
  const afterUnit = unit?.to ?? afterNumber;
  const unitHedge = near ?? (unit === null ? null : hedgeAfter(scan, afterUnit));
  const unitEnd = near === null && unitHedge !== null ? unitHedge.to : afterUnit;
  const noun = nounOf(scan, core, unit, unitEnd);
  const end = Math.max(unitEnd, core.nounFrom < 0 && noun?.adjacent ? noun.found.to : unitEnd);
  const rate = rateAfter(scan, core, unit, unitEnd, noun?.found ?? null);
  const late = unitHedge ?? hedgeAfter(scan, noun?.borrowed ? end : Math.max(end, rate?.to ?? 0));
  const early = hedgeBefore(scan, core.lead);
  const hedge = early === null ? late : bothHedges(early, late);
  const direction = directionOf(scan, core, early?.from ?? core.lead, unitEnd, noun?.found ?? null);
  const own = noun?.borrowed ? end : Math.max(end, rate?.to ?? 0);
  const last = Math.max(own, late?.to ?? 0);
  const value = build(scan, core, {
    unit,
    noun: noun?.found ?? null,
    rate: rate?.per ?? null,
    hedge,
    direction,
    last,
  });
  return { value, next: Math.max(unitEnd, core.next) };
}

/** "some 45 million at most": the bound decides, the first hedge stays the one to point at. */
function bothHedges(early: Hedge, late: Hedge | null): Hedge {
  return early.bound === "about" && late !== null ? { ...early, bound: late.bound } : early;
}

/** The unit after the number; in "from 30 to 40 percent" the first number borrows it. */
function unitOf(scan: Scan, core: Core, at: number): Unit | null {
  const own = unitAfter(scan, at);
  if (own !== null || wordAt(scan, core.lead - 1) !== "from" || wordAt(scan, at) !== "to") return own;
  const second = readNumeral(scan.pieces, at + 1);
  const borrowed = second === null ? null : unitAfter(scan, second.to);
  return borrowed === null ? null : { ...borrowed, to: at };
}

interface FoundNoun {
  readonly found: CountedNoun;
  /** It stands right after the number and belongs to its words. */
  readonly adjacent: boolean;
  /** It stands with the second number of "from 26 to 31 governments". */
  readonly borrowed?: boolean;
}

function nounOf(scan: Scan, core: Core, unit: Unit | null, at: number): FoundNoun | null {
  if (core.nounFrom >= 0) return asFound(nounAt(scan, core.nounFrom), false);
  const dimension = core.dimension ?? unit?.dimension ?? "count";
  const of = pastOf(scan, at);
  if (dimension === "count" && of > at) return asFound(nounAt(scan, of), false);
  if (dimension === "count")
    return asFound(nounAt(scan, at, core.nominal !== 1), true) ?? borrowedNoun(scan, core, at);
  if (dimension === "ordinal") return asFound(nounAt(scan, at), true);
  if (dimension === "vote") return null;
  const start = of > at ? of : /^(the|its|their)$/.test(wordAt(scan, at)) ? at + 1 : at;
  const noun = nounAt(scan, start);
  return noun !== null && posAt(scan, noun.to - 1) === "ADJ" && of === at ? null : asFound(noun, false);
}

/** In "from 26 to 31 governments" the first number borrows the noun. */
function borrowedNoun(scan: Scan, core: Core, at: number): FoundNoun | null {
  if (wordAt(scan, core.lead - 1) !== "from" || wordAt(scan, at) !== "to") return null;
  const second = readNumeral(scan.pieces, at + 1);
  const found = second === null ? null : nounAt(scan, second.to);
  return found === null ? null : { found, adjacent: false, borrowed: true };
}

function asFound(noun: CountedNoun | null, adjacent: boolean): FoundNoun | null {
  return noun === null ? null : { found: noun, adjacent };
}

function rateAfter(
  scan: Scan,
  core: Core,
  unit: Unit | null,
  at: number,
  noun: CountedNoun | null,
): { per: string; to: number } | null {
  const dimension = core.dimension ?? unit?.dimension ?? "count";
  if (dimension === "vote" || dimension === "ordinal") return null;
  const direct = rateAt(scan, at, dimension);
  if (direct !== null) return direct;
  return noun === null ? null : rateAt(scan, noun.to, dimension);
}

function directionOf(scan: Scan, core: Core, from: number, to: number, noun: CountedNoun | null): Direction {
  const sign = signBefore(scan, core.lead);
  if (sign !== 0) return { direction: sign, level: false, at: core.lead - 1 };
  if (core.direction !== 0) return { direction: core.direction, level: false, at: core.from };
  if (core.dimension === "ordinal" || core.dimension === "vote") return NO_DIRECTION;
  const before = directionBefore(scan, from);
  if (before.direction !== 0) return before;
  const after = directionAfter(scan, to);
  if (after.direction !== 0) return after;
  if (noun !== null && noun.direction !== 0) return { direction: noun.direction, level: false, at: to };
  const behind = noun === null ? after : directionAfter(scan, noun.to);
  return behind.direction !== 0 && wordAt(scan, (noun?.to ?? 0) + 1) === "than" ? behind : after;
}

/** "+3.9", "-6.6", "\u22126.6": a sign that is glued to the number and follows a blank or a bracket. */
function signBefore(scan: Scan, at: number): -1 | 0 | 1 {
  const mark = markAt(scan, at - 1);
  if (mark === "" || !scan.pieces[at]!.glued) return 0;
  const sign = scan.pieces[at - 1]!;
  const free = !sign.glued || markAt(scan, at - 2) === "(" || at === 1;
  if (!free) return 0;
  return mark === "+" ? 1 : mark === "-" || mark === "\u2212" || mark === "\u2013" ? -1 : 0;
}

interface Parts {
  readonly unit: Unit | null;
  readonly noun: CountedNoun | null;
  readonly rate: string | null;
  readonly hedge: Hedge | null;
  readonly direction: Direction;
  /** The piece after the last that belongs to the value. */
  readonly last: number;
}

function build(scan: Scan, read: Core, parts: Parts): QuantityValue {
  const core = isGroupedByPoint(read, parts) ? inThousands(read) : read;
  const factor = parts.unit?.factor ?? 1;
  const bound = parts.hedge?.bound ?? null;
  const interval = bounded(core, bound && isHalving(scan, core) ? TURNED[bound] : bound, factor);
  const early = parts.hedge !== null && parts.hedge.from < core.lead;
  const span = spanOf(scan, early ? parts.hedge!.from : core.lead, Math.max(parts.last, core.to, core.next));
  const dimension = core.dimension ?? parts.unit?.dimension ?? "count";
  const unit = core.unit ?? parts.unit?.unit ?? parts.noun?.lemma ?? null;
  return {
    kind: "quantity",
    ...span,
    text: scan.text.slice(span.start, span.end),
    ...interval,
    unit,
    dimension,
    number: spanOf(scan, core.from, core.to),
    hedge: parts.hedge === null ? null : hedgeSpan(scan, parts.hedge),
    style: { words: core.words, separator: core.separator, decimals: core.decimals, scale: core.scale },
    noun: parts.noun?.span ?? null,
    direction: parts.direction.direction,
    per: parts.rate,
    nominal: times(core.nominal, factor),
    fraction: core.fraction,
    ...(core.whole === null ? {} : { whole: core.whole }),
    ...(core.against === null ? {} : { against: core.against }),
    ...(parts.direction.level ? { level: true } : {}),
  };
}

/** "more than halved" leaves less than half. */
function isHalving(scan: Scan, core: Core): boolean {
  return core.dimension === "ratio" && /^halv/.test(wordAt(scan, core.from));
}
const TURNED: Readonly<Record<Bound, Bound>> = {
  min: "max",
  "min-exclusive": "max-exclusive",
  max: "min",
  "max-exclusive": "min-exclusive",
  below: "above",
  above: "below",
  about: "about",
};

/** "12.500 inhabitants": nothing that is counted has three decimals. */
function isGroupedByPoint(core: Core, { unit, noun, rate }: Parts): boolean {
  const counted =
    unit === null && core.dimension === null && core.unit === null && noun !== null && rate === null;
  return counted && core.decimals === 3 && core.separator === "" && core.scale === "" && !core.words;
}

function inThousands(core: Core): Core {
  const grown = (n: number | null) => (n === null ? null : times(n, 1000));
  const nominal = times(core.nominal, 1000);
  return { ...core, min: grown(core.min), max: grown(core.max), nominal, decimals: 0, separator: "." };
}

function hedgeSpan(scan: Scan, hedge: Hedge): Span {
  return spanOf(scan, hedge.from, hedge.to);
}

type Interval = Pick<QuantityValue, "min" | "max" | "minExclusive" | "maxExclusive" | "approximate">;

/** The interval that a hedge makes of the number. */
function bounded(core: Core, bound: Bound | null, factor: number): Interval {
  const min = core.min === null ? null : times(core.min, factor);
  const max = core.max === null ? null : times(core.max, factor);
  const plain: Interval = {
    min,
    max,
    minExclusive: false,
    maxExclusive: false,
    approximate: core.approximate,
  };
  switch (bound) {
    case "min":
      return { ...plain, max: null };
    case "min-exclusive":
      return { ...plain, max: null, minExclusive: true };
    case "above":
      return { ...plain, max: null, minExclusive: true, approximate: true };
    case "max":
      return { ...plain, min: null };
    case "max-exclusive":
      return { ...plain, min: null, maxExclusive: true };
    case "below":
      return { ...plain, min: null, maxExclusive: true, approximate: true };
    case "about":
      return { ...plain, approximate: true };
    default:
      return plain;
  }
}
