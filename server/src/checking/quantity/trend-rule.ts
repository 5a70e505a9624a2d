/**
 * Which way a series went: "the pear area expanded" beside a row of a table that has 710, 690 and 655 for three years.
 * Told only where every step of the row goes the other way. Knows the draft's verbs and the tables of the sources.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import { inDigits } from "../../kinds/quantity/spell.ts";
import { family } from "../../lexicon/index.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { isQuoted } from "../stance.ts";
import { type Figure, gridsOf, type Line } from "../table/grid.ts";
import type { Corpus, Finding } from "../types.ts";

const CERTAIN = 0.86;
const RISING = new Set("rise increase grow climb expand widen improve".split(" "));
const FALLING = new Set("fall decrease decline drop shrink sink narrow".split(" "));
/** Words of a header that say of what kind the figures are, not which they are. */
const GENERAL = new Set(
  `number total figure percent per cent rate share average year month week million billion thousand new case amount level
  value tonne hectare people person`.split(/\s+/),
);

/** Findings on verbs of rise and fall that a row of a source's table rules out. */
export function checkTrends(sentence: Sentence, draft: Reading, { sources, index }: Corpus): Finding[] {
  if (sentence.block.cell || !index) return [];
  const told = sentence.predicates.filter((one) => directionOf(one) !== 0 && !isQuoted(sentence, one.span));
  if (told.length === 0) return [];
  const { stance } = statementsBeside(draft, sentence, index);
  if (stance.supposed === 1 || stance.question === 1 || stance.own === 1) return [];
  return told.flatMap((one) => {
    const series = sources.flatMap((source) => seriesOf(sentence, one, source));
    const steps = series.flatMap(({ steps }) => steps);
    if (steps.length === 0 || steps.some((step) => step * directionOf(one) > 0)) return [];
    return [finding(sentence, one, series[0]!)];
  });
}

/** 1 for what rose, -1 for what fell, 0 for any other verb and for what is denied, planned or only possible. */
function directionOf({ form, meaning, polarity, mood, tense, passive, subject }: Predicate): number {
  if (form !== "verb" || polarity === -1 || mood !== "asserted" || passive || !subject) return 0;
  if (tense !== "past" && tense !== "present") return 0;
  return RISING.has(meaning) ? 1 : FALLING.has(meaning) ? -1 : 0;
}

interface Series {
  readonly source: SourceReading;
  readonly figures: readonly Figure[];
  /** The sign of each step from one figure to the next. */
  readonly steps: readonly number[];
}

/** The rows of a source's tables that are what the verb's subject names, in years that follow one another. */
function seriesOf(sentence: Sentence, { subject }: Predicate, source: SourceReading): Series[] {
  const named = wordsOf(sentence.tokens.slice(subject!.start, subject!.end));
  if (named.size === 0) return [];
  return gridsOf(source).flatMap(({ rows, columns }) =>
    [...rows.values()].flatMap((row) => {
      if (!isNamed(row, columns, named)) return [];
      const figures = inOrder(row, columns, sentence);
      const steps = figures
        .slice(1)
        .map(({ value }, at) => Math.sign(value.nominal - figures[at]!.value.nominal));
      return figures.length < 2 ? [] : [{ source, figures, steps }];
    }),
  );
}

/** Whether the row's header and the subject are the same words; what the columns are of may be said, what is general left out. */
function isNamed({ header }: Line, columns: ReadonlyMap<number, Line>, named: ReadonlySet<string>): boolean {
  const mine = headerWords(header.replace(/\(.*?\)|,.*$/g, ""));
  const telling = mine.filter((word) => !GENERAL.has(word));
  const around = new Set([...mine, ...[...columns.values()].flatMap((column) => headerWords(column.header))]);
  return (
    mine.some((word) => named.has(word)) &&
    telling.every((word) => named.has(word)) &&
    [...named].every((word) => around.has(word))
  );
}

/** The families of a header's words; "received" in "cases received" only says how they are counted. */
function headerWords(header: string): string[] {
  const words = header.toLowerCase().match(/[\p{L}-]{2,}/gu) ?? [];
  return words
    .filter((word, at) => !STOP.has(word) && (at === 0 || !word.endsWith("ed")))
    .map((word) => family(word));
}
const STOP = new Set(
  "the of a an in on for at by to and two three four five six seven eight nine ten eleven twelve".split(" "),
);

/** The families of the words that say what the subject is. */
function wordsOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens
      .filter(({ pos }) => pos === "NOUN" || pos === "PROPN" || pos === "ADJ" || pos === "VERB")
      .map(({ lemma }) => family(lemma.toLowerCase())),
  );
}

/**
 * The figures of a row under columns that name years, earliest first; none where a column names no year, or the sentence
 * goes further back.
 */
function inOrder(
  { figures }: Line,
  columns: ReadonlyMap<number, Line>,
  { text }: Sentence,
): readonly Figure[] {
  const dated = [...figures].map(([column, figure]) => ({
    figure,
    year: yearOf(columns.get(column)!.header),
  }));
  const years = new Set(dated.map(({ year }) => year));
  if (years.has(0) || years.size < dated.length) return [];
  const back = text.match(/\b(?:19|20)\d\d\b/g) ?? [];
  if (back.some((year) => Number(year) < Math.min(...years))) return [];
  return dated.sort((a, b) => a.year - b.year).map(({ figure }) => figure);
}

function yearOf(header: string): number {
  return Number(/\b(?:19|20)\d\d\b/.exec(header)?.[0] ?? 0);
}

function finding(sentence: Sentence, one: Predicate, { source, figures }: Series): Finding {
  const { span } = one;
  const shown = figures
    .map(({ value }) => inDigits(value.nominal, ",", value.style.decimals))
    .join(", then ");
  const last = figures.at(-1)!;
  return {
    kind: "polarity",
    verdict: "contradicted",
    sentence,
    span,
    confidence: CERTAIN,
    actual: sentence.text.slice(span.start, span.end),
    expected: shown,
    message: null,
    arithmetic: null,
    passages: [{ source, sentence: last.sentence, focus: [last.value] }],
    replacements: [],
    features: {},
  };
}
