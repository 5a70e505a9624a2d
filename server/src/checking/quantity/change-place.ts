/**
 * Which figures of a sentence a change belongs to: the two ends beside it, or the one figure that it led to. Knows
 * the words in between; works nothing out and knows no sources.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Sentence } from "../../statements/types.ts";
import { alike, type Ends, endOf, endsIn, isChange, startOf } from "../arithmetic/change-ends.ts";

/** How far a change may stand before or behind its figures. */
const REACH = 60;
const NOUNS =
  "rise|fall|drop|increase|decrease|decline|gain|loss|jump|cut|reduction|growth|surge|hike|plunge|slump|climb|change|difference|improvement";
const PARTICIPLES =
  "rising|falling|dropping|increasing|decreasing|declining|growing|climbing|rose|fell|up|down|higher|lower";
/** What may stand between two ends and the change that sums them up: ", a drop of", "(up by", "\u2013 that is". */
const SUMMING = new RegExp(
  `^[\\s,()\u2013\u2014-]*(?:(?:an?|or|by|that|is|it|which|was|this|makes|means|some|of|about|roughly|nearly|almost|around|only|just|over|more|than|a total|${NOUNS}|${PARTICIPLES})\\b[\\s,]*)*$`,
  "i",
);
/** Before the ends nothing may start another statement. */
const OTHER =
  /[.;:()]|\b(?:and|while|but|whereas|although|though|because|when|if|as|with|after|where|who|which)\b/i;
const RATE =
  /\b(?:a|per|each|every) (?:year|month|week|quarter|decade|day)\b(?!\s+(?:earlier|before|ago|later|previously|on))|\b(?:annual|yearly|monthly|average|mean|compound)\w*\b/i;
const THAT_IS =
  /\b(?:that is|that makes|which is|which makes|i\.e\.),?\s+(?:(?:about|some|only|just|an?)\s+)*$/i;
/** "15 percent more than [in 2023]", "up by 6 percent on [the week before]": what it is held against. */
const COMPARED =
  /^[^.,;:]{0,30}?\b(?:than|on|from|over|compared with|compared to|against|since)\s+([^.,;:]{0,60})/i;
const THAN = /^[^.,;:]{0,30}?\bthan\s+([^.,;:]{0,60})/i;
const TIME =
  /\b(?:19|20)\d\d\b|\b(?:year|years|month|months|week|weeks|quarter|decade|day|days|earlier|before|previous|previously|prior|ago|last|then|yesterday|today|now|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/i;
/** "4 percent above budget" is held against no earlier time. */
const PLACED = /^[^.,;:]{0,20}?\b(?:above|below|over|under|short|ahead|behind)\b/i;

/** The changes of a sentence that are told as made once: no rates a year, no averages. */
export function changesOf(sentence: Sentence): QuantityValue[] {
  return sentence.quantities.filter(
    (value) =>
      (isChange(value) || isBy(sentence, value)) &&
      value.per === null &&
      !RATE.test(aroundOf(sentence, value)),
  );
}

/** ", or by 35 percent": a change whose words of rise or fall stand elsewhere. */
function isBy({ text }: Sentence, value: QuantityValue): boolean {
  const told = value.dimension === "share" || value.dimension === "points";
  return told && !value.level && /\bby\s+$/i.test(text.slice(0, startOf(value)));
}

function aroundOf({ text }: Sentence, value: QuantityValue): string {
  return text.slice(Math.max(0, startOf(value) - 25), endOf(value) + 25);
}

/** The ends in the sentence itself that a change sums up; null where none are surely its own. */
export function ownEnds(sentence: Sentence, change: QuantityValue): Ends | null {
  const all = endsIn(sentence).filter((ends) => belongs(sentence, change, ends));
  if (all.length === 1) return all[0]!;
  return all.length === 0 ? thatIs(sentence, change) : null;
}

function belongs(sentence: Sentence, change: QuantityValue, { from, to }: Ends): boolean {
  if (from === change || to === change || !unitFits(change, from)) return false;
  const { text } = sentence;
  const [start, end] = [Math.min(startOf(from), startOf(to)), Math.max(endOf(from), endOf(to))];
  if (between(sentence, change, from, to)) return false;
  if (startOf(change) >= end) return sumsUp(sentence, change, end);
  if (endOf(change) > start)
    return endOf(change) <= end && !OTHER.test(text.slice(start, end).replace(/[()]/g, ""));
  const gap = text.slice(endOf(change), start);
  return gap.length <= REACH && /\b(?:from|to)\s*$/i.test(gap) && !OTHER.test(gap);
}

/** Whether the change behind two ends, the second of which stops at `end`, is theirs and held against nothing else. */
function sumsUp(sentence: Sentence, change: QuantityValue, end: number): boolean {
  const compared = THAN.exec(sentence.text.slice(endOf(change), endOf(change) + 100));
  if (compared && !TIME.test(compared[1]!)) return false;
  return startOf(change) - end <= REACH && SUMMING.test(undated(sentence, end, startOf(change)));
}

/** Whether another figure stands between the change and its ends. */
function between({ quantities }: Sentence, change: QuantityValue, ...ends: QuantityValue[]): boolean {
  const spans = [change, ...ends];
  const [start, end] = [Math.min(...spans.map(startOf)), Math.max(...spans.map(endOf))];
  return quantities.some((other) => !spans.includes(other) && startOf(other) >= start && endOf(other) <= end);
}

/** The words from `start` to `end` without dates: "from 40 to 45 in 2023, a rise of". */
function undated({ text, dates }: Sentence, start: number, end: number): string {
  let words = "";
  let at = start;
  for (const date of [...dates].sort((a, b) => a.start - b.start)) {
    if (date.start < at || date.end > end) continue;
    words += text
      .slice(at, date.start)
      .replace(/\b(?:in|on|by|since|within|over|at|the|last|between|until)\s*$/i, "");
    at = date.end;
  }
  return words + text.slice(at, end);
}

/** A change told in the unit of its figures, or in percent, points or a multiple of them. */
function unitFits(change: QuantityValue, end: QuantityValue): boolean {
  if (change.dimension === "share" || change.dimension === "ratio") return end.dimension !== "points";
  if (change.dimension === "points") return end.dimension === "share";
  return end.dimension !== "share" && alike(change, end);
}

/** "6.8 centimes after modernisation, and 9.1 otherwise, that is 3.2 centimes more". */
function thatIs(sentence: Sentence, change: QuantityValue): Ends | null {
  if (change.dimension === "ratio" || !THAT_IS.test(sentence.text.slice(0, startOf(change)))) return null;
  const [first, second, ...more] = sentence.quantities.filter(
    (value) => endOf(value) <= startOf(change) && !isChange(value),
  );
  if (!first || !second || more.length > 0 || !alike(first, second) || !unitFits(change, first)) return null;
  return change.direction * (second.nominal - first.nominal) >= 0
    ? { from: first, to: second }
    : { from: second, to: first };
}

/** The figure that a change led to: "63 cases, 15 percent more than in 2023", "went up 0.6 percent to 73.9". */
export function resultOf(sentence: Sentence, change: QuantityValue): QuantityValue | null {
  if (!isChange(change) || !isHeldAgainstTime(sentence, change)) return null;
  const { text } = sentence;
  const fits = sentence.quantities.filter(
    (value) => value !== change && !isChange(value) && unitFits(change, value),
  );
  const after = fits.find((value) => startOf(value) >= endOf(change));
  if (
    after &&
    !between(sentence, change, after) &&
    /^[^.;:]{0,40}\bto\s+$/i.test(text.slice(endOf(change), startOf(after)))
  )
    return after;
  const before = fits.filter((value) => endOf(value) <= startOf(change)).at(-1);
  if (!before || between(sentence, change, before)) return null;
  const gap = text.slice(endOf(before), startOf(change));
  return gap.length <= 2 * REACH &&
    /[,(\u2013\u2014]/.test(gap) &&
    !/[.;:]|\b(?:while|but|whereas|although|though)\b/i.test(gap)
    ? before
    : null;
}

/** Nothing said, or an earlier time: not "than in Norway", "than planned", "above budget". */
export function isHeldAgainstTime({ text }: Sentence, change: QuantityValue): boolean {
  const behind = text.slice(endOf(change), endOf(change) + 100);
  const compared = COMPARED.exec(behind);
  if (compared) return TIME.test(compared[1]!);
  return !PLACED.test(behind);
}

/** The years that the words behind a change name: "15 percent more than in 2023". */
export function yearsBehind({ text }: Sentence, change: QuantityValue): string[] {
  const compared = COMPARED.exec(text.slice(endOf(change), endOf(change) + 100));
  return compared?.[1]?.match(/\b(?:19|20)\d\d\b/g) ?? [];
}
