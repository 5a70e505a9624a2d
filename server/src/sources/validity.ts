/**
 * Facts that hold for a time only: on which days what a source says changes, and the source as it stands on one of them.
 */
import type { Day } from "../kinds/types.ts";
import { readDocument, type SentenceCache } from "../statements/read.ts";
import type { FactNotes, SourceReading } from "../statements/types.ts";

/** The days from which on another set of facts holds, each once, in order. */
export function boundsOf(notes: Iterable<FactNotes>): Day[] {
  const bounds = new Set<Day>();
  for (const { notBefore, notAfter } of notes) {
    if (notBefore !== null) bounds.add(notBefore);
    if (notAfter !== null) bounds.add(dayAfter(notAfter));
  }
  return [...bounds].sort();
}

/** Equal for two days on which the same facts hold. */
export function periodOf(bounds: readonly Day[], day: Day): number {
  return bounds.filter((bound) => bound <= day).length;
}

/** A source as it was read for the periods that were asked for. */
const periods = new WeakMap<SourceReading, Map<number, SourceReading>>();

/** The source without the facts that do not hold on `day`; the source itself where all do. */
export function readingOn(source: SourceReading, day: Day, cache: SentenceCache): SourceReading {
  const { notes, document } = source;
  if (!notes) return source;
  const blocks = document.blocks.filter((block) => holdsOn(notes.get(block), day));
  if (blocks.length === document.blocks.length) return source;
  const known = periods.get(source) ?? new Map<number, SourceReading>();
  periods.set(source, known);
  const period = periodOf(boundsOf(notes.values()), day);
  let reading = known.get(period);
  if (!reading) {
    reading = { ...source, ...readDocument({ ...document, blocks }, source.day, cache) };
    known.set(period, reading);
  }
  return reading;
}

/** True for a fact that holds on a day, or of which nothing is noted. */
export function holdsOn(notes: FactNotes | undefined, day: Day): boolean {
  if (!notes) return true;
  const { notBefore, notAfter } = notes;
  return (notBefore === null || notBefore <= day) && (notAfter === null || day <= notAfter);
}

function dayAfter(day: Day): Day {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
