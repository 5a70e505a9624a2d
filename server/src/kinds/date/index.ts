/**
 * The date kind: reading, comparing, wording and correcting days, periods, deadlines, durations and clock times.
 */
export { readDates } from "./read.ts";
