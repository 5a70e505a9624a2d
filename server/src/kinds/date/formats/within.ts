/**
 * Deadlines told as a length: "within 60 days of the vote", "within the next three years". Knows no day to count from.
 */
import { type CoreParser, type Duration, dayless, word } from "../grammar.ts";
import { chainAt, chainLength } from "./chain.ts";
import { duration, grainOf, hedgeAt, lengthAt } from "./duration.ts";

/** "within 60 days of", "in less than a week", "for six months" keep their length; "within" is a bound. */
const within: CoreParser = (scan, i) => {
  if (word(scan, i) !== "within") return null;
  const k = word(scan, i + 1) === "the" ? i + 2 : i + 1;
  const ahead =
    word(scan, k) === "next" || (k > i + 1 && /^(first|following|coming|upcoming)$/.test(word(scan, k)));
  const skip = ahead ? k + 1 : k;
  const hedge = hedgeAt(scan, skip);
  const chain = hedge === null ? chainAt(scan, skip) : null;
  if (chain !== null) {
    const duration = { ...chainLength(scan, 1, chain), min: null };
    return dayless(chain.next, "day", { duration, bound: "within" });
  }
  const length = lengthAt(scan, hedge?.next ?? skip);
  if (length === null) return null;
  const value: Duration = {
    min: null,
    max: length.high,
    unit: length.unit,
    approximate: length.measure.rough,
  };
  return dayless(length.next, grainOf(value), { duration: value, bound: "within" });
};

export const lengthParsers: readonly CoreParser[] = [duration, within];
