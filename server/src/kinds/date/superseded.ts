/**
 * Dates that a sentence gives up for others: "planned for 15 September, will now be handed over on 9 June", "due to open
 * on 17 November, has been put off to March". Knows word shapes only.
 */
import { at, type Core, type Scan, word } from "./grammar.ts";

const PLANNED = /^(planned|announced|scheduled|due|expected|promised|originally|first)$/;
const MOVED = /^(postponed|delayed|deferred|rescheduled|moved|pushed|put)$/;
const REACH = 6;

/** True where the plan that names the date is followed by what replaces it. */
export function supersededAt(scan: Scan, core: Core, i: number): boolean {
  return word(scan, core.next) === "," && planBefore(scan, i) && replacedAfter(scan, core.next + 1);
}

function planBefore(scan: Scan, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - REACH); k -= 1) {
    if (at(scan, k).kind === "mark") return false;
    if (PLANNED.test(word(scan, k))) return true;
  }
  return false;
}

/** "will now", "would now", "is now", "has been put off". */
function replacedAfter(scan: Scan, k: number): boolean {
  if (!/^(will|would|is|are|has|have|was|were)$/.test(word(scan, k))) return false;
  if (word(scan, k + 1) === "now") return true;
  const verb = word(scan, k + 1) === "been" ? k + 2 : k + 1;
  return MOVED.test(word(scan, verb));
}
