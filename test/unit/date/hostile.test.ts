/** Reading dates takes time in proportion to the text, whatever the text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDates } from "../../../server/src/kinds/date/read.ts";

const DAY = "2025-01-15";
const HOSTILE = [
  "1",
  "May ",
  "2016 ",
  "1,",
  "2-",
  "1/1/",
  "2 and ",
  "from ",
  "the end of ",
  "the first week of the end of ",
  "one hundred and ",
  "two years and ",
  "2001, 2002, ",
  "Tuesday 8 and ",
  "a@",
  "http://a.b/",
  "not before ",
];

function milliseconds(text: string): number {
  const start = performance.now();
  readDates(text, DAY);
  return performance.now() - start;
}

describe("hostile text", () => {
  it.each(HOSTILE)("grows no faster than the text when it repeats “%s”", (piece) => {
    const once = piece.repeat(Math.ceil(6_000 / piece.length));
    milliseconds(once);
    const small = Math.min(milliseconds(once), milliseconds(once));
    const large = Math.min(milliseconds(once.repeat(6)), milliseconds(once.repeat(6)));
    expect(large).toBeLessThan(6 * 4 * Math.max(small, 4));
  });

  it("never throws, and its spans are the text's own", () => {
    const words = fc.constantFrom(
      ..."the end of May 2 3rd 2019 - – to and from by Q3 last next year week a half two ago , . ' ( 1990s early mid first quarter 17:40 p.m. not before".split(
        " ",
      ),
    );
    const text = fc.array(words, { maxLength: 14 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (sentence) => {
        for (const value of readDates(sentence, DAY)) {
          expect(sentence.slice(value.start, value.end)).toBe(value.text);
          if (value.from !== null && value.to !== null) expect(value.from <= value.to).toBe(true);
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
