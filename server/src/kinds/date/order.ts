/**
 * Finds out in which order a document writes day and month, from those of its dates that leave no doubt. Knows written
 * dates, no sentences.
 */
import type { NumericOrder } from "./grammar.ts";
import { piecesOf } from "./pieces.ts";

const DIGITS = /\b(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})\b/;

/** A date in digits whose order may be in doubt. */
export function hasNumericDate(text: string): boolean {
  return DIGITS.test(text);
}

/**
 * The order of day and month in a document, or undefined where it tells none or both.
 * @param dates its dates as they are written; those in digits decide before those with a month's name
 */
export function numericOrder(dates: readonly string[]): NumericOrder | undefined {
  const agreed = (orders: readonly (NumericOrder | null)[]): ReadonlySet<NumericOrder> =>
    new Set(orders.filter((order) => order !== null));
  const digits = agreed(dates.map(orderOfDigits));
  const orders = digits.size > 0 ? digits : agreed(dates.map(orderOfWords));
  return orders.size === 1 ? [...orders][0] : undefined;
}

function orderOfDigits(text: string): NumericOrder | null {
  const match = DIGITS.exec(text);
  if (match === null) return null;
  if (Number(match[1]) > 12) return "day-first";
  return Number(match[2]) > 12 ? "month-first" : null;
}

function orderOfWords(text: string): NumericOrder | null {
  const { days, months } = piecesOf(text);
  const [day, month] = [days[0], months[0]];
  if (day === undefined || month === undefined) return null;
  return day.start < month.start ? "day-first" : "month-first";
}
