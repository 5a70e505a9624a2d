/**
 * An amount, or a change, told for another stretch of time: "86 million over eight years" beside "86 million over four years",
 * "up 60 percent in a year" beside "by 60 percent in two years". The amount is the same on both sides, so the stretch is wrong.
 */
import { compareLengths } from "../../kinds/date/lengths.ts";
import type { DateValue, QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import { keptFor } from "../kept.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { isOneMatter, isSameAmount } from "./rates.ts";
import { dateWording } from "./wording.ts";

/** An amount with the stretch that it is told for. */
interface Stretch {
  readonly amount: QuantityValue;
  readonly length: DateValue;
}

interface ToldStretch extends Stretch {
  readonly source: SourceReading;
  readonly sentence: Sentence;
}

/** What stands between an amount and its stretch: "86 million marks over", "60 percent in". */
const BETWEEN =
  /^\s*(?:\p{L}+\s+){0,2}?(?:in|over|within)\s+(?:the\s+(?:last|past|next|first|coming)\s+)?$|^\s*$/iu;

/** Findings on stretches of amounts that the sources give for others. */
export function checkStretches(sentence: Sentence, _draft: Reading, { sources }: Corpus): Finding[] {
  return stretchesIn(sentence).flatMap(({ amount, length }) => {
    if (isQuoted(sentence, length)) return [];
    const same = sources.flatMap((source) =>
      stretchesOf(source).filter((told) => isSameAmount(amount, told.amount)),
    );
    if (same.some((told) => compareLengths(length, told.length) !== "conflicts")) return [];
    const told = same.find((one) => isOneMatter(sentence, one.sentence, amount));
    return told ? [finding(sentence, length, told)] : [];
  });
}

const stretchesIn = keptFor((sentence: Sentence): readonly Stretch[] => {
  const { quantities, dates, text } = sentence;
  const lengths = dates.filter(
    ({ duration, anchored, superseded }) => duration !== null && !anchored && superseded !== true,
  );
  return quantities.filter(isAmount).flatMap((amount) => {
    const end = Math.max(amount.end, amount.number.end);
    const length = lengths.find(({ start }) => start >= end);
    if (!length || length.start - end > 40) return [];
    const between = text.slice(end, length.start);
    const led = /\S/.test(between) || /^(?:in|over|within)\b/i.test(length.text);
    return led && BETWEEN.test(between) ? [{ amount, length }] : [];
  });
});

/** Money, measures and shares; a bare count may be counted anew in each stretch. */
function isAmount({ dimension }: QuantityValue): boolean {
  return dimension === "money" || dimension === "measure" || dimension === "share";
}

const stretchesOf = keptFor((source: SourceReading): readonly ToldStretch[] =>
  source.sentences.flatMap((sentence) =>
    stretchesIn(sentence).map((stretch) => ({ ...stretch, source, sentence })),
  ),
);

function finding(sentence: Sentence, length: DateValue, told: ToldStretch): Finding {
  const span = { start: length.start, end: length.end };
  const replacement = dateWording.correct(length, sentence, told.length, told.sentence);
  return {
    kind: "date",
    verdict: "contradicted",
    sentence,
    span,
    confidence: 0.88,
    actual: length.text,
    expected: dateWording.word(told.length, told.sentence),
    message: null,
    arithmetic: null,
    passages: [{ source: told.source, sentence: told.sentence, focus: [told.length] }],
    replacements: replacement ? [replacement] : [],
    features: {},
  };
}
