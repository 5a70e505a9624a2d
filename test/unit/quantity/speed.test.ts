/**
 * Speed: reading is linear, on ordinary and on hostile text. Tokens are made beforehand or left out: they are another's.
 */
import { expect, it } from "vitest";
import { readQuantities } from "../../../server/src/kinds/quantity/read.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

const PROSE =
  "The harbour authority said on Monday that the old piers would be closed for repairs, and that nearly forty of the 46 ferries would sail from the eastern quay instead. Officials rejected the claim that the works were late. Costs have risen by 12 percent to €1.35 million, the chair added, because steel had become dearer and the contractor had changed its plans twice. ";

/** The least processor time of some runs, in milliseconds: other programs on the machine do not count. */
function fastest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 5; n += 1) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

it("reads more than 50,000 words a second", () => {
  const text = PROSE.repeat(120);
  const tokens = tokenize(text);
  const words = text.split(" ").length;
  const time = fastest(() => readQuantities(text, tokens));
  expect(words / (time / 1000)).toBeGreaterThan(50_000);
});

it.each([
  ["digits", "1"],
  ["digits and blanks", "1 "],
  ["groups", "111,"],
  ["points", "1."],
  ["number words", "two "],
  ["scales", "two million "],
  ["hedges", "no more than "],
  ["articles", "a "],
  ["of", "five of the "],
  ["ranges", "3 to "],
  ["dashes", "3-"],
  ["slashes", "3/"],
  ["sections", "section 4, 5 and "],
  ["one in", "one case in "],
  ["halves", "half as many "],
  ["letters", "a"],
  ["plus signs", "+"],
])("stays linear on %s", (_name, unit) => {
  const small = unit.repeat(Math.ceil(10_000 / unit.length));
  const large = unit.repeat(Math.ceil(40_000 / unit.length));
  const before = fastest(() => readQuantities(small, []));
  const after = fastest(() => readQuantities(large, []));
  expect(after).toBeLessThan(Math.max(4 * 4 * before, 600));
});
