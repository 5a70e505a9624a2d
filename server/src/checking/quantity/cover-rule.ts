/**
 * A total told as a rate, or a rate as a total: "9.6 million euros a year" beside a source that has 9.6 million for two
 * years together. The number is right, what it covers is not. Knows the words behind figures.
 */
import { sameNumber } from "../../kinds/quantity/compare.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { alike, endOf, isChange, startOf } from "../arithmetic/change-ends.ts";
import { checkRates } from "../date/rates.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding, Replacement } from "../types.ts";
import { onTopic } from "./figures-beside.ts";
import { contradictedFigure } from "./finding.ts";

const CERTAIN = 0.85;
/** Words that may stand between a figure and what it covers: "9.6 million euros for the unit". */
const GAP = "^(?:\\s+[a-z][\\w-]*){0,6}?\\s+";
const PERIOD = "(?:days?|weeks?|months?|quarters?|years?|decades?|hours?|seasons?|terms?)";
const RATE = new RegExp(
  `^(?:\\s+[a-z][\\w-]*){0,2}?\\s+((?:an?|per|each|every)\\s+${PERIOD}|annually|yearly|monthly|weekly|daily|each|apiece)\\b`,
  "i",
);
const TOTAL = new RegExp(
  `${GAP}(in (?:total|all)|altogether|together|between them|combined|all told|once|over (?:the )?(?:(?:next|last|past|coming|first) )?(?:\\w+|\\d+) ${PERIOD}|for (?:19|20)\\d\\d and (?:19|20)\\d\\d)\\b`,
  "i",
);
const TOTAL_BEFORE =
  /\b(?:over the \w+ years )?(?:total(?:s|led|ling)?|in total|altogether|the sum)(?: (?:of|to|at|is|was|comes? to|came to))?\s*$/i;

/** "over a decade" is a span of time. */
const SPAN = /\b(?:over|in|within|for|during|under|about|nearly|of|than|after|by)\s+an?\s+\w+$/i;

interface Cover extends Span {
  readonly sort: "rate" | "total";
}

/** Findings on figures whose rate or total the sources give as the other one. */
export function checkCover(sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] {
  const { index, among } = corpus;
  if (sentence.block.cell || !index) return [];
  return sentence.quantities.flatMap((claim) => {
    const mine = isPlain(claim) && !isQuoted(sentence, claim) ? coverOf(sentence, claim) : null;
    if (!mine) return [];
    const { pairings, stance } = statementsBeside(draft, sentence, index, among);
    if (stance.supposed === 1 || stance.question === 1) return [];
    const same = onTopic(pairings).flatMap((pairing) => sameFigures(claim, pairing));
    if (same.length === 0 || !same.every(({ cover }) => cover && cover.sort !== mine.sort)) return [];
    // Told as a time already: "18 million euros [a year]".
    if (
      checkRates(sentence, draft, corpus).some(({ span }) => span.start < mine.end && mine.start < span.end)
    )
      return [];
    return [finding(sentence, claim, mine, same[0]!)];
  });
}

/** Exact, and no figure that stands here and there by chance. */
function isPlain(claim: QuantityValue): boolean {
  const digits = String(Math.abs(claim.nominal)).replace(/0+$/, "").replace(".", "");
  return (
    !isChange(claim) &&
    /^(?:money|measure|count)$/.test(claim.dimension) &&
    (digits.length >= 2 || claim.dimension === "money")
  );
}

/** The words that make a figure a rate or a total; null where it says neither. */
function coverOf({ text, quantities }: Sentence, value: QuantityValue): Cover | null {
  const from = value.number.end;
  const next = quantities.find((other) => startOf(other) >= endOf(value));
  const behind = text.slice(from, next ? startOf(next) : text.length).split(/[,;:.()\u2013\u2014](?!\d)/)[0]!;
  const whole = text.slice(from).split(/[;:()\u2013\u2014]/)[0]!;
  const rate = RATE.exec(behind);
  if (rate && !SPAN.test(rate[0])) return { sort: "rate", ...placeOf(from, rate) };
  if (value.per !== null) return null;
  const total = TOTAL.exec(behind) ?? TOTAL.exec(whole.split(/,/)[0]!);
  if (total) return { sort: "total", ...placeOf(from, total) };
  const before = TOTAL_BEFORE.exec(text.slice(0, startOf(value)));
  return before ? { sort: "total", start: before.index, end: startOf(value) } : null;
}

function placeOf(from: number, match: RegExpExecArray): Span {
  const end = from + match[0].length;
  return { start: end - match[1]!.length, end };
}

interface Same {
  readonly pairing: Pairing;
  readonly value: QuantityValue;
  readonly cover: Cover | null;
}

function sameFigures(claim: QuantityValue, pairing: Pairing): Same[] {
  const { sentence } = pairing.statement;
  return sentence.quantities
    .filter(
      (value) =>
        value.dimension === claim.dimension &&
        alike({ ...claim, per: null }, { ...value, per: null }) &&
        sameNumber(claim, value) &&
        !isChange(value),
    )
    .map((value) => ({ pairing, value, cover: sentence.block.cell ? null : coverOf(sentence, value) }));
}

function finding(
  sentence: Sentence,
  claim: QuantityValue,
  mine: Cover,
  { pairing: { statement }, value, cover }: Same,
): Finding {
  const span = { start: Math.min(mine.start, startOf(claim)), end: Math.max(mine.end, endOf(claim)) };
  const focus = {
    start: Math.min(cover!.start, startOf(value)),
    end: Math.max(cover!.end, endOf(value)),
  };
  const expected = statement.sentence.text.slice(focus.start, focus.end);
  return contradictedFigure(sentence, {
    span,
    confidence: CERTAIN,
    expected,
    passages: [{ source: statement.source, sentence: statement.sentence, focus: [value] }],
    replacements:
      cover!.start < value.number.end
        ? []
        : rewrite(sentence, claim, mine, statement.sentence.text.slice(cover!.start, cover!.end)),
  });
}

/** Puts the source's words in the place of the draft's, where both stand behind the figure. */
function rewrite(sentence: Sentence, claim: QuantityValue, mine: Cover, theirs: string): Replacement[] {
  const behind = mine.start >= claim.number.end;
  const stands = /^(?:in|over|an?|per|each|every|altogether|together|between|once)\b/i.test(theirs);
  return behind && stands && sentence.text.slice(mine.start, mine.end) !== theirs
    ? [{ span: { start: mine.start, end: mine.end }, newText: theirs.toLowerCase() }]
    : [];
}
