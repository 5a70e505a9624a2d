/**
 * Shares that their own figures rule out: "59 seats, just over half of the total" beside a source that has 59 of 91.
 * Knows how a part is tied to its share and to its whole; the arithmetic of numbers is the kind's own.
 */
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import { correctQuantity } from "../../kinds/quantity/correct.ts";
import { approximatelyFits } from "../../kinds/quantity/fits.ts";
import { decimalsOf, inDigits } from "../../kinds/quantity/spell.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import { family } from "../../lexicon/index.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { rounded, written } from "../arithmetic/change-arithmetic.ts";
import { alike, endOf, isChange, startOf } from "../arithmetic/change-ends.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { figuresBeside, isDerived, isOneFigure, onTopic, RULED_OUT } from "./figures-beside.ts";
import { contradictedFigure } from "./finding.ts";

/** What ties a share to the part before it: "59 seats, [just over half]", "€7.2 million, or [72 percent]", "312 ([17 percent])". */
const TIED =
  /^[^.;:,()]{0,30}(?:,|\(|\u2013|\u2014)\s*(?:(?:or|that is|i\.e\.|which is|which makes|equal to|equivalent to|making up)\s+)?(?:(?:some|a|an|the|only|just)\s+)*$/i;
/** Behind a share: of what. Nothing there, or the whole itself. */
const OF_WHOLE = /^\s*(?:$|[).,;]|of\s+(?:the|all|its|their|those|these|that)?\s*(?:the\s+)?([a-z]+))/i;
/** "15 came, most of [whom]": what points back means the part. */
const WHOLE = /^(?:total|whole|lot|number|sum|all)$/i;

interface Whole {
  readonly part: QuantityValue;
  readonly whole: number;
}

/** Findings on shares told of a part whose whole a source gives. */
export function checkShares(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (sentence.block.cell || !index) return [];
  return sentence.quantities.flatMap((share) => {
    const part = isQuoted(sentence, share) ? null : partOf(sentence, share);
    if (!part) return [];
    const { pairings, stance } = statementsBeside(draft, sentence, index, among);
    if (stance.supposed === 1 || stance.question === 1) return [];
    for (const pairing of onTopic(pairings)) {
      const found = wholesIn(pairing.statement.sentence).find((one) => isOneFigure(part, one.part));
      if (!found) continue;
      return fits(share, found) || isExplained(share, pairings)
        ? []
        : [finding(sentence, share, found, pairing)];
    }
    return [];
  });
}

/** The figure right before a share that the share is told of. */
function partOf(sentence: Sentence, share: QuantityValue): QuantityValue | null {
  if (share.dimension !== "share" || isChange(share) || share.level) return null;
  const before = sentence.quantities.filter((value) => endOf(value) <= startOf(share)).at(-1);
  if (!before || isChange(before) || !/^(count|money|measure)$/.test(before.dimension)) return null;
  if (!isOfWhole(sentence, share, before)) return null;
  return before.per === null && TIED.test(sentence.text.slice(endOf(before), startOf(share))) ? before : null;
}

/** "59 seats, just over half of the total"; not "59 seats, just over half of the votes". */
function isOfWhole({ text }: Sentence, share: QuantityValue, part: QuantityValue): boolean {
  const behind = OF_WHOLE.exec(text.slice(endOf(share)));
  if (!behind) return false;
  const noun = behind[1];
  if (noun === undefined || WHOLE.test(noun) || part.dimension !== "count") return true;
  return (
    part.unit !== null &&
    (family(noun.toLowerCase()) === family(part.unit) || noun.toLowerCase().startsWith(part.unit))
  );
}

/** Parts with their wholes: "59 of 91 seats", "$27.5 million of the $32 million". */
function wholesIn({ quantities, text }: Sentence): Whole[] {
  return quantities.flatMap((part, at) => {
    if (part.dimension === "count" && part.whole !== undefined && part.whole > part.nominal)
      return [{ part, whole: part.whole }];
    const next = quantities[at + 1];
    if (!next || !alike(part, next) || next.nominal <= part.nominal || isChange(next)) return [];
    const between = text.slice(endOf(part), startOf(next));
    return /^[^.,;:]{0,20}\b(?:out of|of)\s+(?:(?:the|a|its|their|total|cost|of)\s+)*$/i.test(between)
      ? [{ part, whole: next.nominal }]
      : [];
  });
}

function fits(share: QuantityValue, { part, whole }: Whole): boolean {
  const value = (100 * part.nominal) / whole;
  return [value, 100 - value].some(
    (one) => approximatelyFits(share, one) || Math.abs(one - share.nominal) < 0.6,
  );
}

function isExplained(share: QuantityValue, pairings: readonly Pairing[]): boolean {
  const isStated = figuresBeside(pairings).some(
    (value) => value.dimension === "share" && compareQuantities(share, value) === "agrees",
  );
  return isStated || (share.hedge === null && isDerived(share, pairings));
}

function finding(
  sentence: Sentence,
  share: QuantityValue,
  { part, whole }: Whole,
  { statement }: Pairing,
): Finding {
  const value = rounded((100 * part.nominal) / whole);
  const plain = { minExclusive: false, maxExclusive: false, approximate: false, hedge: null };
  const made = { ...share, ...plain, min: value, max: value, nominal: value };
  const replacement = correctQuantity(share, sentence.text, made);
  const span = { start: startOf(share), end: endOf(share) };
  const told = `${written(part.nominal)} \u00f7 ${written(whole)} = ${inDigits(value, ",", decimalsOf(value))} percent`;
  const actual = sentence.text.slice(span.start, span.end);
  return contradictedFigure(sentence, {
    span,
    confidence: RULED_OUT,
    expected: `${value} percent`,
    message: `${told}, not \u201c${actual}\u201d.`,
    arithmetic: told,
    passages: [{ source: statement.source, sentence: statement.sentence, focus: [part] }],
    replacements: replacement ? [replacement] : [],
  });
}
