/**
 * What ties an event to a date: "by", "no later than", "since", "from … onwards", "at the latest". The phrases are
 * data; the longest that stands at a place wins.
 */
import { coreAt } from "./cores.ts";
import type { Bound, Core, Scan } from "./grammar.ts";
import { at, phraseFrom, phraseTable, word } from "./grammar.ts";
import { isPair, spanAt } from "./ranges.ts";
import { movedFrom } from "./superseded.ts";

/** Phrases before the date, with the bound that they set. */
export const LEADS: readonly (readonly [string, Bound])[] = [
  ["by", "by"],
  ["by no later than", "by"],
  ["by the latest", "by"],
  ["no later than", "by"],
  ["not later than", "by"],
  ["on or before", "by"],
  ["at the latest by", "by"],
  ["at the latest on", "by"],
  ["up to and including", "by"],
  ["before", "before"],
  ["prior to", "before"],
  ["ahead of", "before"],
  ["earlier than", "before"],
  ["sooner than", "before"],
  ["not beyond", "by"],
  ["before or on", "by"],
  ["before or in", "by"],
  ["before or at", "by"],
  ["on or earlier than", "by"],
  ["in or before", "by"],
  ["until", "until"],
  ["till", "until"],
  ["up until", "until"],
  ["up to", "until"],
  ["through", "until"],
  ["not until", "from"],
  ["since", "since"],
  ["ever since", "since"],
  ["from", "from"],
  ["as from", "from"],
  ["as of", "from"],
  ["no sooner than", "from"],
  ["no earlier than", "from"],
  ["not earlier than", "from"],
  ["not before", "from"],
  ["not sooner than", "from"],
  ["on or after", "from"],
  ["in or after", "from"],
  ["after or on", "from"],
  ["after or in", "from"],
  ["on or later than", "from"],
  ["later than or on", "from"],
  ["later than or in", "from"],
  ["later than or at", "from"],
  ["starting", "from"],
  ["starting on", "from"],
  ["starting from", "from"],
  ["starting in", "from"],
  ["beginning on", "from"],
  ["beginning in", "from"],
  ["effective", "from"],
  ["effective from", "from"],
  ["with effect from", "from"],
  ["after", "after"],
  ["later than", "after"],
  ["beyond", "after"],
  ["around", "around"],
  ["circa", "around"],
  ["about", "around"],
  ["roughly", "around"],
  ["approximately", "around"],
];
const LEAD_TABLE = phraseTable(LEADS);

/** Phrases after the date. */
const TAILS: readonly (readonly [string, Bound])[] = [
  ["at the latest", "by"],
  ["or earlier", "by"],
  ["or before", "by"],
  ["and earlier", "by"],
  ["and before", "by"],
  ["at the earliest", "from"],
  ["onwards", "from"],
  ["onward", "from"],
  ["or later", "from"],
  ["or after", "from"],
  ["and later", "from"],
  ["and after", "from"],
  ["and beyond", "from"],
];
const TAIL_TABLE = phraseTable(TAILS);

/** Sets a bound: one end of the span is open from here on. */
export function withBound(core: Core, bound: Bound): Core {
  if (bound === "before" && core.ends === true) return withBound(core, "by");
  if (bound === "after" && core.starts === true) return withBound(core, "from");
  const openFrom = bound === "by" || bound === "before" || bound === "until";
  const openTo = bound === "since" || bound === "from" || bound === "after";
  return { ...core, bound, openFrom, openTo };
}

/** A date with its bound words, or without any; null where no date begins. */
export function boundedAt(scan: Scan, i: number): Core | null {
  const core = boundedLead(scan, i) ?? spanAt(scan, i);
  return core === null ? null : tailed(scan, core);
}

function boundedLead(scan: Scan, i: number): Core | null {
  const lead = phraseFrom(scan, i, LEAD_TABLE);
  if (lead === null) return null;
  const range = spanAt(scan, i);
  if (range !== null) return range;
  const { next, means: bound } = lead;
  // "went through on Friday", "moved from May to June": the verb's own words, and no bounds.
  if (word(scan, i) === "through" && word(scan, next) === "on") return null;
  if (movedFrom(scan, i)) return null;
  const k = /^(in|on|at|around)$/.test(word(scan, next)) && bound !== "around" ? next + 1 : next;
  const inner = spanAt(scan, k) ?? (k > next ? spanAt(scan, next) : null);
  if (inner === null || inner.anchored || inner.duration !== undefined) return null;
  if (inner.bound !== undefined) return null;
  if (bound === "around") return vague(scan, i) && inner.time === undefined ? null : { ...inner, bound };
  return inner.choices(scan.today).length === 0
    ? inner.time === undefined
      ? null
      : { ...inner, bound }
    : withBound(inner, bound);
}

/** "a memo about last year" is no hedge; before a clock time it is one. */
function vague(scan: Scan, i: number): boolean {
  return word(scan, i) !== "around" && word(scan, i) !== "circa";
}

/** "from 2026 onwards", "13 March at the latest", "2016 or later". */
function tailed(scan: Scan, core: Core): Core {
  if (core.choices(scan.today).length === 0 || isPair(core) || core.anchored) return core;
  const k = word(scan, core.next) === "," ? core.next + 1 : core.next;
  const tail = phraseFrom(scan, k, TAIL_TABLE);
  // "before 2010 or after 2018": the words lead the next date.
  if (tail !== null && coreAt(scan, tail.next) === null) {
    const { openFrom: _from, openTo: _to, ...rest } = core;
    const kept = core.bound === "since" ? "since" : tail.means;
    return { ...withBound(rest, kept), next: tail.next };
  }
  const over = core.bound === "before" && /^(is|are)$/.test(word(scan, core.next));
  if (over && /^(out|over)$/.test(word(scan, core.next + 1))) {
    return { ...withBound(core, "by"), next: core.next + 2 };
  }
  const on =
    core.bound === "from" && word(scan, core.next) === "on" && at(scan, core.next + 1).kind !== "word";
  return on ? { ...core, next: core.next + 1 } : core;
}
