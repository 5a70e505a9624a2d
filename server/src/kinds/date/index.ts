/**
 * The date kind: reading, comparing, wording, correcting and deriving days, periods, deadlines, durations and clock times.
 */
export { compareDates } from "./compare.ts";
export { compareDatesLoosely } from "./compare-loosely.ts";
export { matchDerivedDate } from "./derive.ts";
export { hasNumericDate, numericOrder } from "./order.ts";
export { readDates } from "./read.ts";
export { resolveDate } from "./resolve.ts";
export { correctDate, wordDate } from "./word.ts";
