/**
 * What stands around an act in its sentence: what it is done to, how much of it, which member of a list holds it. Knows acts
 * and sentences; compares no parties.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Act } from "./acts.ts";
import { compareModifiers } from "./modifiers.ts";
import type { Phrase } from "./phrases.ts";

/** Whether both acts are done to one thing: "the fee is set by", "sets the fee". */
export function isSamePatient(sentence: Sentence, act: Act, stated: Sentence, other: Act): boolean {
  const mine = act.patient;
  const theirs = other.patient;
  if (!mine || !theirs || mine.key !== theirs.key) return false;
  if (!isDefinite(sentence, mine) || !isDefinite(stated, theirs)) return false;
  return compareModifiers({ ...mine, sentence }, { ...theirs, sentence: stated }) === "same";
}

/** "the fee", "its fee", "Zagreb's fee": one certain thing. */
function isDefinite({ tokens }: Sentence, { first, name }: Phrase): boolean {
  return name !== null || /^(?:the|this|that|these|those|its|their|his|her)$/i.test(tokens[first]!.text);
}

/** "bought 12 percent" and "bought 57 percent": acts on other amounts are other acts. */
export function amountsApart(sentence: Sentence, act: Act, stated: Sentence, other: Act): boolean {
  const mine = amountAfter(sentence, act);
  const theirs = amountAfter(stated, other);
  return mine !== null && theirs !== null && mine.unit === theirs.unit && mine.nominal !== theirs.nominal;
}

function amountAfter({ tokens, quantities }: Sentence, { at, form }: Act): QuantityValue | null {
  if (form !== "subject") return null;
  const start = tokens[at]!.end;
  const end = tokens[Math.min(tokens.length - 1, at + 3)]!.end;
  return quantities.find((quantity) => quantity.start >= start && quantity.start < end) ?? null;
}

/** Weight of the words beside an act and its parties up to which a sentence says nothing of the matter itself. */
const TERSE = 0.5;

/** Whether a sentence tells little beside the act and its parties: "The tenants had asked for this." */
export function isTerse({ terms }: Sentence, { at, agents }: Act): boolean {
  let rest = 0;
  for (const { token, weight } of terms)
    if (token !== at && agents.every(({ first, last }) => token < first || token > last)) rest += weight;
  return rest <= TERSE;
}

/** Token ranges of the members of a list set apart by semicolons that do not hold token `at`. */
export function otherMembers({ tokens }: Sentence, at: number): Span[] {
  let start = 0;
  let end = tokens.length;
  tokens.forEach(({ text }, i) => {
    if (text !== ";") return;
    if (i < at) start = i;
    else if (i < end) end = i;
  });
  return [
    { start: 0, end: start },
    { start: end, end: tokens.length },
  ].filter((range) => range.end > range.start);
}
