/** Which words of a text are quotations, and which only wear the marks. */
import { expect, it } from "vitest";
import {
  attributionLineStart,
  readBlockQuotations,
  readWholeQuotations,
} from "../../../server/src/kinds/quotation/read.ts";

const spoken = (text: string) =>
  readWholeQuotations(text, 0)
    .filter((quotation) => !quotation.scare)
    .map((quotation) => text.slice(quotation.start, quotation.end));
const scare = (text: string) =>
  readWholeQuotations(text, 0)
    .filter((quotation) => quotation.scare)
    .map((quotation) => quotation.text);

it.each([
  ['"The pier will not be rebuilt," the harbour master said.', ["The pier will not be rebuilt,"]],
  ["“The pier will not be rebuilt,” he said. “Not by us.”", ["The pier will not be rebuilt,", "Not by us."]],
  ["She called the offer ‘a polite insult’ and left.", ["a polite insult"]],
  ["She said the workers' council would 'wait and see' until June.", ["wait and see"]],
  ["The dockers’ union wants ‘the workers’ share’ in writing, she said.", ["the workers’ share"]],
  [
    "Der Minister sagte: „Wir warten noch auf den Bericht“, dann ging er.",
    ["Wir warten noch auf den Bericht"],
  ],
  ["Il dit « nous attendons le rapport » et sortit.", []],
  ["Il dit «nous attendons encore le rapport» et sortit.", ["nous attendons encore le rapport"]],
  ["“He told me ‘never again’ and meant it,” she recalled.", ["He told me ‘never again’ and meant it,"]],
  ['A source calls the plan "bolder" than the last.', ["bolder"]],
  ["The '90s brought rock 'n' roll to the pier.", []],
  ['A board 12" wide and 6\'2" long lay there.', []],
  ['An "unclosed mark is nothing.', []],
  ["“A paragraph that runs on has no closing mark.", ["A paragraph that runs on has no closing mark."]],
  ["Nothing is quoted here, and the cat’s bowl isn’t either.", []],
])("reads %s", (text, expected) => {
  expect(spoken(text)).toEqual(expected);
});

it.each([
  ['The "smart" harbour opened in May.', ["smart"]],
  ["It is a so-called “green list” of ports.", ["green list"]],
  ['Chapter 3, "Rules for a Quieter Sea", runs to 40 pages.', ["Rules for a Quieter Sea"]],
])("takes the marks of %s for irony, a term or a title", (text, expected) => {
  expect(scare(text)).toEqual(expected);
});

it("gives each sentence its part of a quotation that runs over both", () => {
  const text = 'He shrugged. "We tried. It failed," said Ortun.';
  const sentences = [
    { start: 0, end: 12 },
    { start: 13, end: 23 },
    { start: 24, end: text.length },
  ];
  const parts = readBlockQuotations(text, sentences);
  expect(parts.map((list) => list.map((quotation) => quotation.text))).toEqual([
    [],
    ["We tried."],
    ["It failed,"],
  ]);
  expect(parts[1]![0]).toMatchObject({ start: 1, end: 10 });
});

it.each([
  ["The tide waits for no committee. — Oda Brekken, harbour master", "The tide waits for no committee."],
  ["The tide waits for no committee.\n— Oda Brekken", "The tide waits for no committee."],
  ["The tide waits for no committee. (Oda Brekken)", "The tide waits for no committee."],
  ["The tide — Norway knows it well — waits for no committee", undefined],
])("takes a quoted block %s without its attribution line", (text, expected) => {
  expect(readWholeQuotations(text, 1)[0]!.text).toBe(expected ?? text);
});

it("sees that a quoted line is an attribution only", () => {
  expect(attributionLineStart("— Oda Brekken, harbour master")).toBe(0);
  expect(readWholeQuotations("— Oda Brekken, harbour master", 1)).toEqual([]);
});

it("stays linear on hostile text", () => {
  const begin = performance.now();
  for (const text of [
    '"'.repeat(1e5),
    "“".repeat(1e5),
    "'a ".repeat(1e5),
    "‘a’s ".repeat(4e4),
    "« ".repeat(1e5),
  ]) {
    readWholeQuotations(text, 0);
  }
  expect(performance.now() - begin).toBeLessThan(3000);
});
