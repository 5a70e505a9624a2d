/**
 * Moves a day by a length of time. Knows the calendar, no words.
 */
import type { DurationUnit } from "../../types.ts";
import { shiftMonths } from "../calendar.ts";

/** Moves a day by a length; whole months where the unit is a month or longer. */
export function moveBy(serial: number, amount: number, unit: DurationUnit): number {
  const months = { month: 1, quarter: 3, year: 12, decade: 120 } as Readonly<Record<string, number>>;
  const per = months[unit];
  if (per !== undefined) return shiftMonths(serial, Math.round(amount * per));
  if (unit === "working-day") return moveWorking(serial, Math.round(amount));
  const days = { week: 7, day: 1, hour: 1 / 24, minute: 1 / 1440 } as Readonly<Record<string, number>>;
  return serial + Math.trunc(amount * (days[unit] ?? 0));
}

function moveWorking(serial: number, days: number): number {
  const weekday = (((serial + 3) % 7) + 7) % 7;
  const start = weekday > 4 ? serial - (weekday - 4) : serial;
  const index = Math.min(weekday, 4) + days;
  return start - Math.min(weekday, 4) + Math.floor(index / 5) * 7 + (((index % 5) + 5) % 5);
}
