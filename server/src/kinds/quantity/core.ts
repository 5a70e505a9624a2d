/**
 * What the parts of the number grammar hand to the reader: a number with its interval, before hedge, unit and noun
 * are known.
 */
import type { QuantityValue } from "../types.ts";
import type { Separator } from "./lex.ts";
import type { Numeral } from "./numerals.ts";
import type { Scale } from "./scales.ts";

export interface Core {
  /** Pieces of the number words alone; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The first piece that belongs to it: "between", "all", "one [patient] in 37". */
  readonly lead: number;
  /** Where its unit or noun is looked for. */
  readonly next: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly nominal: number;
  readonly approximate: boolean;
  readonly words: boolean;
  readonly separator: Separator;
  readonly decimals: number;
  readonly scale: Scale;
  /** Null where the words after the number tell. */
  readonly unit: string | null;
  readonly dimension: QuantityValue["dimension"] | null;
  readonly fraction: boolean;
  readonly whole: number | null;
  readonly against: number | null;
  readonly direction: -1 | 0 | 1;
  /** Where the counted noun is looked for; -1 for right after the unit. */
  readonly nounFrom: number;
}

/** A core with nothing but a number in it. */
export function coreOf(numeral: Numeral, changes: Partial<Core> = {}): Core {
  const { from, to, value, words, separator, decimals, scale } = numeral;
  const vague = numeral.min !== null;
  return {
    from,
    to,
    lead: from,
    next: to,
    min: vague ? numeral.min : value,
    max: vague ? numeral.max : value,
    nominal: value,
    approximate: vague,
    words,
    separator,
    decimals,
    scale,
    unit: null,
    dimension: null,
    fraction: false,
    whole: null,
    against: null,
    direction: 0,
    nounFrom: -1,
    ...changes,
  };
}

/** A core that the words give and no numeral: "doubled", "none", "both". */
export function wordCore(from: number, to: number, value: number, changes: Partial<Core> = {}): Core {
  const numeral: Numeral = {
    from,
    to,
    value,
    min: null,
    max: null,
    words: true,
    separator: "",
    decimals: 0,
    scale: "",
  };
  return coreOf(numeral, changes);
}

/** `numeral` and all in it as `value`. */
export function exactly(value: number): Pick<Core, "min" | "max" | "nominal"> {
  return { min: value, max: value, nominal: value };
}
