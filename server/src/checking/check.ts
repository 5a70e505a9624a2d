/**
 * Checks a draft against the index: each sentence by every rule, kept while its words, its context and the sources
 * stay the same. Knows no offsets of files and no editor.
 */
import { readStandings } from "../sources/standing.ts";
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence, Unit } from "../statements/types.ts";
import { assessSentence } from "./assess.ts";
import { isCitationNote } from "./citation-note.ts";
import { checkRates } from "./date-rates.ts";
import { checkWeekdays } from "./date-weekdays.ts";
import { decide } from "./decide.ts";
import { weighSources } from "./disputes.ts";
import { checkSwaps } from "./quantity-swaps.ts";
import { RulePanels } from "./rule-panels.ts";
import { createRules } from "./rules.ts";
import { sentenceKey, tableText } from "./sentence-key.ts";
import { checkTables } from "./tables.ts";
import type { Corpus, Finding } from "./types.ts";

/** The findings on one unit of a draft; the same object from check to check while they stay the same. */
export interface UnitFindings {
  readonly findings: readonly Finding[];
  /** For each finding which sentence of the unit it is on, counted from 0. */
  readonly places: readonly number[];
}

/** A unit of a reading with what was found in it. */
export interface CheckedUnit {
  readonly unit: Unit;
  readonly found: UnitFindings;
}

export interface Checking {
  /** Yields between sentences; returns what was found, in the order of the units. */
  steps(draft: Reading): Generator<void, CheckedUnit[]>;
}

/** How many sentences' findings are kept. */
const KEPT = 20_000;

/** What was found in a unit, and what else it was found by. */
interface Known {
  readonly found: UnitFindings;
  /** The identity of the unit before, where one of its sentences speaks of it. */
  readonly before: object | null;
  /** All words of the table that the unit is a row of; empty for any other. */
  readonly table: string;
}

export function createChecking(index: StatementIndex): Checking {
  return new KeptChecking(index);
}

class KeptChecking implements Checking {
  readonly #index: StatementIndex;
  readonly #rules = createRules();
  readonly #sentences = new Map<string, readonly Finding[]>();
  #units = new WeakMap<object, Known>();
  #corpus: Corpus = { sources: [], version: -1 };
  #standings = readStandings([]);
  #panels = new RulePanels([], this.#standings);

  constructor(index: StatementIndex) {
    this.#index = index;
  }

  *steps(draft: Reading): Generator<void, CheckedUnit[]> {
    this.#follow();
    if (this.#index.size === 0) return [];
    // Another check may find newer sources while this one pauses.
    const units = this.#units;
    const checked: CheckedUnit[] = [];
    let before: object | null = null;
    for (const unit of draft.units ?? []) {
      const known = units.get(unit.identity);
      const table = tableOf(draft, unit);
      const holds = known && known.table === table && (known.before === null || known.before === before);
      let found = holds ? known.found : null;
      if (!found) {
        found = yield* this.#checkUnit(draft, unit);
        units.set(unit.identity, { found, before: looksBack(draft, unit) ? before : null, table });
      }
      checked.push({ unit, found });
      before = unit.identity;
    }
    return checked;
  }

  #follow(): void {
    if (this.#corpus.version === this.#index.version) return;
    this.#sentences.clear();
    this.#units = new WeakMap();
    this.#corpus = { sources: this.#index.sources(), version: this.#index.version, index: this.#index };
    this.#standings = readStandings(this.#corpus.sources);
    this.#panels = new RulePanels(this.#corpus.sources, this.#standings);
  }

  *#checkUnit(draft: Reading, { from, to }: Unit): Generator<void, UnitFindings> {
    const findings: Finding[] = [];
    const places: number[] = [];
    for (let at = from; at < to; at++) {
      const sentence = draft.sentences[at]!;
      const key = sentenceKey(draft, sentence);
      let found = this.#sentences.get(key);
      if (!found) {
        found = this.#checkSentence(sentence, draft);
        this.#keep(key, found);
        yield;
      }
      for (const finding of found) {
        findings.push(finding.sentence === sentence ? finding : { ...finding, sentence, origin: finding });
        places.push(at - from);
      }
    }
    return { findings, places };
  }

  #checkSentence(sentence: Sentence, draft: Reading): readonly Finding[] {
    if (isCitationNote(sentence, this.#corpus.sources)) return [];
    const sure = [
      ...checkTables(sentence, draft, this.#corpus),
      ...checkSwaps(sentence, draft, this.#corpus),
      ...checkWeekdays(sentence, draft, this.#corpus),
      ...checkRates(sentence, draft, this.#corpus),
    ];
    const assessment = assessSentence(draft, sentence, this.#index);
    const judged = decide(assessment, this.#standings);
    const ruled = this.#rules.flatMap((rule) => rule(sentence, draft, this.#corpus));
    const near = assessment.pairings.map(({ statement }) => statement.source);
    return reconcile([
      ...sure,
      // What stands side by side needs no estimate.
      ...judged.filter((one) => !sure.some((other) => settles(other, one))),
      ...weighSources(ruled, this.#panels.of(sentence, draft, ruled, near)),
    ]);
  }

  #keep(key: string, found: readonly Finding[]): void {
    if (this.#sentences.size >= KEPT) this.#sentences.delete(this.#sentences.keys().next().value!);
    this.#sentences.set(key, found);
  }
}

function tableOf(draft: Reading, { from }: Unit): string {
  const cell = draft.sentences[from]?.block.cell;
  return cell ? tableText(draft, cell.table) : "";
}

/** Whether a speaker in the unit may speak of a quotation in the unit before. */
function looksBack(draft: Reading, { from, to }: Unit): boolean {
  for (let at = from; at < to; at++)
    if (draft.sentences[at]!.attributions.some(({ content }) => content.start === content.end)) return true;
  return false;
}

/** What tells most of one wrong word comes first: who said it before who he is, a value before the predicate around it. */
const RANKING: readonly Finding["kind"][] = [
  "quotation",
  "speaker",
  "role",
  "quantity",
  "date",
  "name",
  "polarity",
  "relation",
];

/** One wrong word is told once, and what a contradiction denies is not called supported. */
function reconcile(findings: readonly Finding[]): Finding[] {
  const ranked = [...findings].sort((a, b) => RANKING.indexOf(a.kind) - RANKING.indexOf(b.kind));
  const told: Finding[] = [];
  for (const finding of ranked) {
    if (finding.verdict !== "contradicted") continue;
    if (!told.some((other) => touches(other, finding))) told.push(finding);
  }
  return findings.filter((finding) => {
    if (finding.verdict === "contradicted") return told.includes(finding);
    return (
      finding.verdict !== "supported" ||
      !told.some((other) => other.kind === finding.kind && touches(other, finding))
    );
  });
}

function settles(sure: Finding, { kind, span }: Finding): boolean {
  const { settles: words } = sure;
  if (words) return words.start < span.end && span.start < words.end;
  return sure.kind === kind && sure.span.start < span.end && span.start < sure.span.end;
}

function touches(a: Finding, b: Finding): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
