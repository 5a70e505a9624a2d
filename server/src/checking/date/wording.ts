/** How a date that a source contradicts is told and corrected. Knows wordings; whether it is told is for others. */
import { explainSpan } from "../../kinds/date/spans.ts";
import { correctDate, wordDate } from "../../kinds/date/word.ts";
import type { DateValue } from "../../kinds/types.ts";
import type { Wording } from "../judging/value-wording.ts";
import { turnedTo } from "./turns.ts";

export const dateWording: Wording<DateValue> = {
  kind: "date",
  arithmetic: explainSpan,
  span: (_sentence, { start, end }) => ({ start, end }),
  word: wordDate,
  correct: (value, sentence, source) => {
    const newText = correctDate(value, sentence.text.slice(value.start, value.end), turnedTo(value, source));
    return newText === null ? null : { span: { start: value.start, end: value.end }, newText };
  },
};
