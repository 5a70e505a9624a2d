/**
 * When two passages that differ do not dispute one another: they speak of two times, round one figure otherwise, or tell what
 * may be so of several. Knows passages only.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import { readDates } from "../../kinds/date/read.ts";
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import { parseRole } from "../../kinds/role/parse.ts";
import type { DateValue } from "../../kinds/types.ts";
import { attitudeOfVerb } from "../../lexicon/attitudes.ts";
import { tokenize } from "../../text/tokens.ts";
import type { Span } from "../../text/types.ts";
import { readActs } from "../relation/acts.ts";
import type { Finding, Passage } from "../types.ts";

/** Whether a passage that agrees with a claim of this kind and one that does not may both be right. */
export function mayBothBeRight(kind: Finding["kind"], agreeing: Passage, other: Passage): boolean {
  if (kind === "date") return agreeing.sentence.block.kind === "heading" && isOther(agreeing, other);
  if (isOfOtherTime(agreeing, other) || isRounding(agreeing, other)) return true;
  if (kind === "role") return [agreeing, other].some(isOfItsTime);
  return kind === "name" && [agreeing, other].some(isAttitude);
}

/** The titles of two chapters, or of two tables, that differ in their day. */
function isOther({ source }: Passage, other: Passage): boolean {
  return other.sentence.block.kind === "heading" && other.source !== source;
}

/** Every day that the one names is another than all that the other one names, the deciding words aside. */
function isOfOtherTime(one: Passage, other: Passage): boolean {
  const [mine, theirs] = [datesOf(one), datesOf(other)];
  const isApart = (a: DateValue, b: DateValue) =>
    compareDates(a, b) === "conflicts" && compareDates(b, a) === "conflicts";
  return (
    mine.length > 0 && theirs.length > 0 && mine.every((date) => theirs.every((day) => isApart(date, day)))
  );
}

/** A figure in a table is of the time that its row, its column or the title above it names. */
function datesOf({ sentence, focus }: Passage): readonly DateValue[] {
  const { block, dates } = sentence;
  const own = dates.filter((date) => !touches(focus, date));
  if (own.length > 0 || !block.cell) return own.filter(({ duration }) => duration === null);
  const { rowHeader, columnHeader } = block.cell;
  const titles = [columnHeader, rowHeader, block.leadIn, block.headings.at(-1)];
  for (const title of titles) {
    const named = title ? readDates(title, "2000-01-01", tokenize(title)) : [];
    const certain = named.filter(({ stated, duration }) => stated.year && duration === null);
    if (certain.length > 0) return certain;
  }
  return [];
}

/** Whether the deciding figures are the same, rounded otherwise. */
function isRounding(one: Passage, other: Passage): boolean {
  const [mine, theirs] = [figuresOf(one), figuresOf(other)];
  if (mine.length === 0 || mine.length !== theirs.length) return false;
  return mine.every((figure, at) => {
    const beside = theirs[at]!;
    return compareQuantities(figure, beside) === "agrees" || compareQuantities(beside, figure) === "agrees";
  });
}

function figuresOf({ sentence, focus }: Passage) {
  return sentence.quantities.filter((value) => touches(focus, value));
}

/** "then deputy director", "acting mayor": an office that somebody had for a time. */
function isOfItsTime({ sentence, focus }: Passage): boolean {
  return focus.some(({ start, end }) => {
    const text = sentence.text.slice(start, end);
    return TEMPORARY.test(text) || parseRole(text).ranks.some((rank) => TEMPORARY.test(rank));
  });
}
const TEMPORARY =
  /\b(?:then|former\w*|ex|acting|interim|outgoing|incoming|new|newly|retired|sitting|now|current\w*|until|since|designate|elect)\b/i;

/** Many may be for or against one thing. */
function isAttitude({ sentence, focus }: Passage): boolean {
  return readActs(sentence).some(
    ({ lemma, agents }) =>
      attitudeOfVerb(lemma) !== null &&
      agents.some(({ first, last }) =>
        touches(focus, { start: sentence.tokens[first]!.start, end: sentence.tokens[last]!.end }),
      ),
  );
}

function touches(focus: readonly Span[], { start, end }: Span): boolean {
  return focus.some((span) => span.start < end && start < span.end);
}
