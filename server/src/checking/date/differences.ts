/**
 * Lengths that only say by how much another one differs: "cut by eight days", "asked for one year more". Beside a whole length
 * they say nothing. Knows the words around a length.
 */
import type { DateValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";

const CHANGED_BY =
  /\b(?:cut|cuts|shorten\w*|lengthen\w*|extend\w*|prolong\w*|reduc\w+|increas\w+|rais\w+|lower\w*|rose|rises|fell|falls|grew|longer|shorter|earlier|later|down|up|slipped|delay\w*|postpon\w+|put off|put back|brought forward)\s+(?:\w+\s+){0,2}by\s+(?:\w+\s+){0,2}$/i;
const MORE_AFTER =
  /^\s+(?:(?:more|longer|extra|less|fewer|shorter)\b(?!\s+than\s+\d)|too (?:late|early|long|short)\b|overdue\b)/i;
const MORE_BEFORE = /\b(?:another|a further|an extra|an additional|additional|extra|one more)\s+$/i;
/** Words with which a sentence speaks of a change of length, however it puts it. */
const OF_CHANGE =
  /\b(?:extend|extens|prolong|postpon|delay|late|later|longer|shorter|shorten|lengthen|put off|put back|put on hold|further|another|additional|extra|more time|brought forward|earlier|early|than planned)/i;

const differences = new WeakSet<DateValue>();
const changes = new WeakSet<DateValue>();

/** Notes which lengths of a sentence are differences, and which stand where a change is told. */
export function noteDifferences({ dates, text }: Sentence): void {
  for (const date of dates) {
    if (date.duration === null || date.from !== null) continue;
    const [before, after] = [text.slice(0, date.start), text.slice(date.end)];
    if (CHANGED_BY.test(before) || MORE_AFTER.test(after) || MORE_BEFORE.test(before)) differences.add(date);
    if (OF_CHANGE.test(text) || date.anchored) changes.add(date);
  }
}

/** Whether the claim is a difference and the source's value a whole length. */
export function isChangeOnly(claim: DateValue, source: DateValue): boolean {
  return differences.has(claim) && !claim.anchored && !differences.has(source) && !changes.has(source);
}
