/** Lengths that leave out their unit because a neighbour has it. */
import { expect, test } from "vitest";
import { readDates } from "../../../server/src/kinds/date/read.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

/** The lengths of a sentence; in brackets those that were, or that another one is held against. */
function lengths(text: string): string[] {
  return readDates(text, "2026-05-20", tokenize(text))
    .filter(({ duration, from }) => duration !== null && from === null)
    .map(({ text: words, superseded, duration }) => {
      const told = `${words}=${duration?.max} ${duration?.unit}`;
      return superseded ? `(${told})` : told;
    });
}

test.each([
  ["Delivery times run to nine months, up from five a year ago.", ["nine months=9 month", "(five=5 month)"]],
  [
    "Ice ages began to last 100,000 years rather than 41,000.",
    ["100,000 years=100000 year", "(41,000=41000 year)"],
  ],
  [
    "A permit takes 12 days in Tama, says the Union, against four in Europe.",
    ["12 days=12 day", "(four=4 day)"],
  ],
  ["Applicants have two hours with a lawyer, not three.", ["two hours=2 hour", "(three=3 hour)"]],
  [
    "It was tested for two days rather than the ten that the rules demand.",
    ["two days=2 day", "(ten=10 day)"],
  ],
  ["The closure grows from 30 days to 47.", ["(30 days=30 day)", "47=47 day"]],
])("%s", (text, expected) => {
  expect(lengths(text)).toEqual(expected);
});

test.each([
  "The wait was 12 days for 400 people, against 350 last year.",
  "The wait was 12 days, against 350 people.",
  "They work from two hours to five boats.",
])("no length is read into another count: %s", (text) => {
  expect(lengths(text)).toHaveLength(1);
});
