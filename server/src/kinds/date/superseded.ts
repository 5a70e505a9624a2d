/**
 * Dates that a sentence gives up for others: "planned for 15 September, will now be handed over on 9 June", "due to open
 * on 17 November, has been put off to March". Knows word shapes only.
 */
import { at, type Core, isYear, type Scan, word } from "./grammar.ts";

const PLANNED = /^(planned|announced|scheduled|due|expected|promised|originally|first)$/;
const MOVED = /^(postponed|delayed|deferred|rescheduled|moved|pushed|put)$/;
const REACH = 6;

/** True where the plan that names the date is followed by what replaces it. */
export function supersededAt(scan: Scan, core: Core, i: number): boolean {
  if (movedFrom(scan, i - 1) || pastPlan(scan, i)) return true;
  return word(scan, core.next) === "," && planBefore(scan, i) && replacedAfter(scan, core.next + 1);
}

/** "used to take nine days", "should have opened in 2027", "was to have been signed in May": so no longer, or never. */
function pastPlan(scan: Scan, i: number): boolean {
  for (let k = i - 1; k >= Math.max(1, i - REACH); k -= 1) {
    if (at(scan, k).kind === "mark") return false;
    const before = word(scan, k - 1);
    if (word(scan, k) === "to" && before === "used") return !USED_TO_IT.test(word(scan, k - 2));
    if (word(scan, k) === "have" && before === "should") return true;
    if (word(scan, k) === "have" && before === "to")
      return /^(was|were|supposed|meant)$/.test(word(scan, k - 2));
  }
  return false;
}

/** "is used to", "gets used to": accustomed, and no past. */
const USED_TO_IT = /^(is|are|was|were|be|been|get|gets|got|being|am)$/;

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

/** Verbs that give a thing another day, with their particles. */
const SHIFTED = /^(postponed?|postponing|defer(red|ring)?|reschedul(ed|ing|e)|delay(ed|ing)?)$/;
const PUT = /^(put|puts|putting|push(ed|es|ing)?|brought|bring(s|ing)?|mov(ed|es|ing|e)|shift(ed|s|ing)?)$/;
const PARTICLE = /^(off|back|out|forward|up)$/;

/** True for the "from" of "postponed from May to June", "put off from 3 March to 4 April": two days, and no span. */
export function movedFrom(scan: Scan, i: number): boolean {
  if (word(scan, i) !== "from") return false;
  const before = word(scan, i - 1);
  const particle = PARTICLE.test(before);
  const verb = particle ? word(scan, i - 2) : before;
  if (SHIFTED.test(verb) || (particle && PUT.test(verb))) return true;
  return /^mov(ed|es|ing|e)$/.test(verb) && !isYear(at(scan, i + 1));
}
