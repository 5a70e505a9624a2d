/** How a figure that a source contradicts is told and corrected. Knows wordings; whether it is told is for others. */
import { wordQuantity } from "../../kinds/quantity/word.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import { correctFigure } from "../alignment/cell-scale.ts";
import type { Wording } from "../judging/value-wording.ts";
import { directionSlip } from "./direction-word.ts";

export const quantityWording: Wording<QuantityValue> = {
  kind: "quantity",
  span: (_sentence, { number, hedge }) =>
    hedge ? { start: Math.min(number.start, hedge.start), end: Math.max(number.end, hedge.end) } : number,
  word: wordQuantity,
  correct: (value, sentence, source) =>
    correctFigure(value, sentence.text.slice(value.start, value.end), source),
  beside: directionSlip,
};
