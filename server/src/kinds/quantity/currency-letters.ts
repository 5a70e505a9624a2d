/**
 * Letters that stand before an amount as a currency sign does: "R241 million", "Rs 500", "RM3.2m", "kr 300".
 * Knows how such amounts look, so that "R21" stays a road and "N95" a mask; knows no other units.
 */
import { readNumeral } from "./numerals.ts";
import { FACTORS } from "./scales.ts";
import { markAt, type Scan, spelling, wordAt } from "./scan.ts";
import { CURRENCY_LETTERS } from "./units.ts";

/** The currency whose letters end right before the numeral at piece `at`, and its first piece; or null. */
export function currencyLetters(scan: Scan, at: number): { unit: string; from: number } | null {
  const last = markAt(scan, at - 1) === "." && wordAt(scan, at - 2) === "rs" ? at - 2 : at - 1;
  const letters = spelling(scan, last);
  const unit = CURRENCY_LETTERS.get(letters);
  if (unit === undefined || joined(scan, last)) return null;
  return letters.length > 1 || isAmount(scan, at, letters) ? { unit, from: last } : null;
}

/** "A-R5", "3R 20": the letters belong to what stands before. */
function joined(scan: Scan, at: number): boolean {
  return scan.pieces[at]!.glued && /[-\d/.]$/.test(spelling(scan, at - 1));
}

/** After a single letter: a scale, thousands or cents; after "R" also a rate ("R350 a month"). */
function isAmount(scan: Scan, at: number, letter: string): boolean {
  const read = readNumeral(scan.pieces, at, true);
  if (read === null) return false;
  const glued = scan.pieces[at]!.glued;
  const scaled = read.scale !== "" && read.value >= FACTORS.thousand;
  if (!glued) return letter === "R" && scaled;
  if (scaled || read.separator !== "" || read.decimals === 2) return true;
  return letter === "R" && read.value >= 100 && /^(an?|per|each|apiece)$/.test(wordAt(scan, read.to));
}
