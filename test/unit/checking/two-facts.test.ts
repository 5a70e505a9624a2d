/**
 * Two passages that differ and yet dispute nothing: another time, a rounding, an office for a while, many on one side.
 */
import { describe, expect, it } from "vitest";
import { mayBothBeRight } from "../../../server/src/checking/decision/two-facts.ts";
import type { Finding, Passage } from "../../../server/src/checking/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { createSentenceCache } from "../../../server/src/statements/read.ts";

const cache = createSentenceCache();

/** The sentence of `text` that holds the words between bars, with those as the deciding ones. */
function passage(text: string): Passage {
  const [before, words] = text.split("|") as [string, string, string];
  const source = readSource(
    { uri: `${text}.md`, text: text.replaceAll("|", ""), published: "2024-05-01" },
    "2024-05-01",
    cache,
  );
  const sentence = source.sentences.find((one) => one.text.includes(words))!;
  const start = before.includes("\n") ? sentence.text.indexOf(words) : before.length;
  return { source, sentence, focus: [{ start, end: start + words.length }] };
}

const both = (kind: Finding["kind"], one: string, other: string) =>
  mayBothBeRight(kind, passage(one), passage(other));

describe("two passages may both be right", () => {
  it.each<[string, Finding["kind"], string, string]>([
    [
      "of two years",
      "quotation",
      "In 2022 she said: “We build |four| berths.”",
      "In 2023 she said: “We build |six| berths.”",
    ],
    ["of two days", "relation", "On 3 May |the council| closed it.", "On 9 June |the senate| closed it."],
    ["a rounding", "quantity", "It handled |21.4 million tonnes|.", "It handled |21 million tonnes|."],
    [
      "the same rounding from the other side",
      "quantity",
      "It handled |21 million tonnes|.",
      "It handled |21.4 million tonnes|.",
    ],
    ["a hedge", "quantity", "It has |312 berths|.", "It has |about 310 berths|."],
    [
      "an office for a while",
      "role",
      "Ada Brandt, |then deputy director|, signed.",
      "Ada Brandt, |director|, signed.",
    ],
    ["an office that is over", "role", "Ada Brandt, |mayor|, signed.", "Ada Brandt, |former mayor|, signed."],
    ["who is for it", "name", "|Germany| backed the plan.", "|France| backed the plan."],
    ["titles of two years", "date", "# Freight in |2022|", "# Freight in |2023|"],
  ])("%s", (_, kind, one, other) => expect(both(kind, one, other)).toBe(true));

  it("cells under titles of two years", () => {
    const cell = (year: string, figure: string): Passage => {
      const text = `# Freight in ${year}\n\n| Port | Tonnes |\n| --- | --- |\n| Olten | ${figure} |\n`;
      const source = readSource({ uri: `${year}.md`, text, published: "2024-05-01" }, "2024-05-01", cache);
      const sentence = source.sentences.find((one) => one.text === figure)!;
      return { source, sentence, focus: [{ start: 0, end: figure.length }] };
    };
    expect(mayBothBeRight("quantity", cell("2022", "340"), cell("2023", "360"))).toBe(true);
    expect(mayBothBeRight("quantity", cell("2022", "340"), cell("2022", "360"))).toBe(false);
  });
});

describe("two passages dispute one another", () => {
  it.each<[string, Finding["kind"], string, string]>([
    ["other figures", "quantity", "It handled |21.4 million tonnes|.", "It handled |26 million tonnes|."],
    [
      "figures that changed places",
      "quantity",
      "It held |14 sessions in 11| towns.",
      "It held |11 sessions in 14| towns.",
    ],
    ["the same day", "relation", "On 3 May |the council| closed it.", "On 3 May |the ministry| closed it."],
    [
      "a day that is named once",
      "relation",
      "On 3 May |the council| closed it.",
      "|The ministry| closed it.",
    ],
    ["other offices", "role", "Ada Brandt, |deputy director|, signed.", "Ada Brandt, |director|, signed."],
    ["other names", "name", "It moved to |Lisbon| in 2021.", "It moved to |Porto| in 2021."],
    ["other days", "date", "It opens on |4 March 2024|.", "It opens on |5 March 2024|."],
  ])("%s", (_, kind, one, other) => expect(both(kind, one, other)).toBe(false));
});
