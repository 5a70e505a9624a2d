/** Reading dates: a corpus of sentences with exact intervals, and sentences in which nothing may be read. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDates } from "../../../server/src/kinds/date/read.ts";
import type { DateValue } from "../../../server/src/kinds/types.ts";
import { tokenize } from "../../../server/src/text/tokens.ts";

const lines = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

/** The part of a value that a corpus line names, written as the corpus writes it. */
function shown(value: DateValue, key: string): string {
  switch (key) {
    case "grain":
      return value.grain;
    case "bound":
      return value.bound;
    case "time":
      return String(value.time);
    case "anchored":
      return String(value.anchored);
    case "stated":
      return (["year", "month", "day", "weekday"] as const)
        .filter((k) => value.stated[k])
        .map((k) => k[0])
        .join("");
    default:
      return length(value);
  }
}

function length({ duration }: DateValue): string {
  if (duration === null) return "none";
  const { min, max, unit, approximate } = duration;
  const number = min === max ? String(min) : `${min ?? ""}..${max ?? ""}`;
  return `${number}${unit}${approximate ? "~" : ""}`;
}

function faults(values: readonly DateValue[], [, , text, from, to, rest]: string[]): string[] {
  const value = values.find((v) => v.text === text);
  if (value === undefined) return [`read ${values.map((v) => `"${v.text}"`).join(", ") || "nothing"}`];
  const wrong = rest === undefined ? [] : rest.split(" ").filter((x) => x !== "");
  const details = wrong.flatMap((pair) => {
    const [key = "", want = "true"] = pair.split("=");
    const got = shown(value, key);
    return got === want ? [] : [`${key} is ${got}, not ${want}`];
  });
  const interval = `${value.from ?? ""}..${value.to ?? ""}`;
  return interval === `${from}..${to}` ? details : [`${interval}, not ${from}..${to}`, ...details];
}

describe("readDates", () => {
  const corpus = lines("corpus.tsv").map((line) => line.split("\t"));

  for (const tokens of [true, false]) {
    it(`reads the corpus exactly ${tokens ? "with" : "without"} parts of speech`, () => {
      const failures = corpus.flatMap((row) => {
        const [reference = "", sentence = ""] = row;
        const found = faults(readDates(sentence, reference, tokens ? tokenize(sentence) : []), row);
        return found.length === 0 ? [] : [`${sentence} [${row[2]}]: ${found.join("; ")}`];
      });
      const exact = 100 * (1 - failures.length / corpus.length);
      console.log(
        `dates: ${exact.toFixed(1)} % of ${corpus.length} exact${tokens ? "" : " without parts of speech"}`,
      );
      expect(failures).toEqual([]);
    });
  }

  it("has a corpus of some size", () => expect(corpus.length).toBeGreaterThan(400));

  it("gives spans that are the text's own, in order and apart", () => {
    for (const [reference = "", sentence = ""] of corpus) {
      let end = 0;
      for (const value of readDates(sentence, reference)) {
        expect(sentence.slice(value.start, value.end)).toBe(value.text);
        expect(value.start).toBeGreaterThanOrEqual(end);
        end = value.end;
      }
    }
  });

  it("reads nothing where nothing stands", () => {
    const sentences = lines("negatives.txt");
    expect(sentences.length).toBeGreaterThanOrEqual(80);
    const read = sentences.flatMap((sentence) =>
      readDates(sentence, "2024-06-15", tokenize(sentence)).map((v) => `${sentence} → "${v.text}"`),
    );
    expect(read).toEqual([]);
  });

  it("is silent on an empty text and on a broken reference day", () => {
    expect(readDates("", "2024-06-15")).toEqual([]);
    expect(readDates("On 3 May 2019.", "soon")).toEqual([]);
  });
});
