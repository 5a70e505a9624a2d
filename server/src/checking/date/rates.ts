/**
 * Amounts by the month that the sources give by the year: "62,000 kronur a year" beside "62,000 kronur a month", "18 million
 * euros a year" beside "18 million euros over three years". The amount is the same on both sides, so the period is wrong.
 */
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";

/** An amount with the period that it is told for. */
interface Rate {
  readonly amount: QuantityValue;
  /** "month"; "over three years" for an amount that is told of a whole stretch. */
  readonly period: string;
  /** The words that tell it. */
  readonly span: Span;
}

interface ToldRate extends Rate {
  readonly source: SourceReading;
  readonly sentence: Sentence;
}

const PERIODS: Readonly<Record<string, string>> = {
  hourly: "hour",
  daily: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  annually: "year",
  yearly: "year",
};
const PER =
  /^\s*(?:(?:more|less|extra|each)\s+)?((?:an?|per|each|every)\s+(hour|day|week|month|quarter|year)\b|(?:hourly|daily|weekly|monthly|quarterly|annually|yearly)\b)/i;
const OVER =
  /^\s*(over\s+(?:the\s+(?:next|coming)\s+)?[\p{L}\d]+(?:\s+and\s+a\s+half)?\s+(?:weeks|months|quarters|years)\b)/iu;

/** Findings on periods of amounts that the sources give for other periods. */
export function checkRates(sentence: Sentence, _draft: Reading, { sources }: Corpus): Finding[] {
  return sentence.quantities.flatMap((amount) => {
    const rate = rateOf(sentence, amount);
    if (rate === null || isWhole(rate) || isQuoted(sentence, amount)) return [];
    const same = sources.flatMap((source) =>
      ratesOf(source).filter((told) => isSameAmount(amount, told.amount)),
    );
    if (same.some((told) => told.period === rate.period)) return [];
    const told = same.find((one) => isOneMatter(sentence, one.sentence, amount));
    return told ? [finding(sentence, rate, told)] : [];
  });
}

/** Told of a whole stretch; in a draft it may be the sum of what a source gives by the year. */
function isWhole({ period }: Rate): boolean {
  return period.startsWith("over ");
}

function rateOf({ text }: Sentence, amount: QuantityValue): Rate | null {
  if (amount.dimension !== "money" && amount.dimension !== "measure") return null;
  // The value's own words may hold the period.
  const unit =
    /^\s*(?:€|\$|[\p{L}$€£]+(?:\s+(?!(?:more|less|extra|each|an?|per|every|over|\p{L}+ly)\b)\p{L}+)?)?/u;
  const after = text.slice(amount.number.end);
  for (const skipped of [unit.exec(after)?.[0].length ?? 0, Math.max(0, amount.end - amount.number.end), 0]) {
    const rest = after.slice(skipped);
    const match = PER.exec(rest) ?? OVER.exec(rest);
    if (!match) continue;
    const start = amount.number.end + skipped + match[0].length - match[1]!.length;
    const words = match[1]!.toLowerCase();
    const period = match[2]?.toLowerCase() ?? PERIODS[words] ?? words.replace(/\s+/g, " ");
    return { amount, period, span: { start, end: start + match[1]!.length } };
  }
  return null;
}

/** The same number of the same unit, with no more said of its bounds. */
export function isSameAmount(mine: QuantityValue, theirs: QuantityValue): boolean {
  return mine.dimension === theirs.dimension && mine.unit === theirs.unit && mine.nominal === theirs.nominal;
}

/** Both sentences share content words: one for a figure that is not round, two for any other. */
export function isOneMatter(mine: Sentence, theirs: Sentence, { nominal }: QuantityValue): boolean {
  const digits = String(nominal)
    .replace(/\D/g, "")
    .replace(/^0+|0+$/g, "").length;
  const words = contentOf(theirs);
  const shared = [...contentOf(mine)].filter((word) => words.has(word)).length;
  return shared >= (digits > 1 ? 1 : 2);
}

/** The word families of a sentence, of which "pay" and "payment" are one. */
function contentOf({ terms }: Sentence): ReadonlySet<string> {
  return new Set(terms.filter(({ lemma }) => !UNITS.test(lemma)).map(({ key }) => key));
}
const UNITS =
  /^(hour|day|week|month|quarter|year|million|billion|thousand|euro|dollar|pound|krona|krone|franc|expect|estimate|suppose|average)$/i;

function finding(sentence: Sentence, { amount, span }: Rate, told: ToldRate): Finding {
  const expected = told.sentence.text.slice(told.span.start, told.span.end);
  return {
    kind: "date",
    verdict: "contradicted",
    sentence,
    span,
    settles: { start: Math.min(amount.start, span.start), end: Math.max(amount.end, span.end) },
    confidence: 0.9,
    actual: sentence.text.slice(span.start, span.end),
    expected,
    message: null,
    arithmetic: null,
    passages: [{ source: told.source, sentence: told.sentence, focus: [told.span] }],
    replacements: [{ span, newText: expected.toLowerCase() }],
    features: {},
  };
}

const kept = new WeakMap<SourceReading, readonly ToldRate[]>();

/** The amounts of a source that are told for a period. */
function ratesOf(source: SourceReading): readonly ToldRate[] {
  let rates = kept.get(source);
  if (!rates) {
    rates = source.sentences.flatMap((sentence) =>
      sentence.quantities.flatMap((amount) => {
        const rate = rateOf(sentence, amount);
        return rate ? [{ ...rate, source, sentence }] : [];
      }),
    );
    kept.set(source, rates);
  }
  return rates;
}
