/**
 * Checks a draft against the index: each sentence by every rule, kept while its words, its context and the sources
 * stay the same; then all together, for what one sentence uses another is less likely to get wrong. Knows no offsets of
 * files and no editor.
 */
import { readStandings } from "../sources/standing.ts";
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence, Unit } from "../statements/types.ts";
import { Usage } from "./decision/usage.ts";
import { KeptLately } from "./kept.ts";
import { tableText } from "./own-key.ts";
import { RulePanels } from "./rule-panels.ts";
import { createRules } from "./rules.ts";
import { checkSentence, type Made, type SentenceCheck } from "./sentence-check.ts";
import { sentenceKey } from "./sentence-key.ts";
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
  /** How the draft uses the facts, and the place of the unit's first sentence in that. */
  readonly usage: Usage;
  readonly place: number;
}

export interface Checking {
  /** Yields between sentences; returns what was found, in the order of the units. */
  steps(draft: Reading): Generator<void, CheckedUnit[]>;
}

/**
 * How many sentences' checks are kept besides those of the drafts as they stand: some 160 kB each, and typing makes new ones at
 * every stroke, in a heading one for each sentence below it.
 */
const KEPT = 4_000;
/** … and how much of what groups of rules told: there are five. */
const LATELY = 256;

/** The checks of a unit's sentences, and what else they were made by. */
interface Known {
  readonly sentences: readonly Sentence[];
  readonly checks: readonly SentenceCheck[];
  /** The identity of the unit before, where one of its sentences speaks of it. */
  readonly before: object | null;
  /** All words of the table that the unit is a row of; empty for any other. */
  readonly table: string;
  settled: Settled | null;
}

/** What the checks of a unit came to the last time. */
interface Settled {
  readonly parts: readonly (readonly Finding[])[];
  readonly found: UnitFindings;
}

/** Checks drafts against the statements of `index`; keeps what it found for as long as that holds. */
export function createChecking(index: StatementIndex): Checking {
  return new KeptChecking(index);
}

class KeptChecking implements Checking {
  readonly #index: StatementIndex;
  readonly #rules = createRules();
  readonly #sentences = new Map<string, SentenceCheck>();
  /** For sentences that are checked again since another one of their paragraph was edited. */
  readonly #checked = new KeptLately<Made<SentenceCheck>>(LATELY);
  readonly #ruled = new KeptLately<Made<readonly Finding[]>>(LATELY);
  #units = new WeakMap<object, Known>();
  #corpus: Corpus = { sources: [], version: -1 };
  #panels = new RulePanels(this.#corpus, readStandings([]));

  constructor(index: StatementIndex) {
    this.#index = index;
  }

  *steps(draft: Reading): Generator<void, CheckedUnit[]> {
    this.#follow();
    if (this.#index.size === 0) return [];
    // Another check may find newer sources while this one pauses.
    const units = this.#units;
    const checked: { readonly unit: Unit; readonly known: Known }[] = [];
    let before: object | null = null;
    for (const unit of draft.units ?? []) {
      let known = units.get(unit.identity);
      const table = tableOf(draft, unit);
      if (!known || known.table !== table || (known.before !== null && known.before !== before)) {
        known = {
          ...(yield* this.#checkUnit(draft, unit)),
          before: looksBack(draft, unit) ? before : null,
          table,
          settled: null,
        };
        units.set(unit.identity, known);
      }
      checked.push({ unit, known });
      before = unit.identity;
    }
    const usage = new Usage(checked.flatMap(({ known }) => known.checks.map(({ leanings }) => leanings)));
    const settled: CheckedUnit[] = [];
    let place = 0;
    for (const { unit, known } of checked) {
      const last = known.settled;
      settled.push({ unit, found: settle(known, usage, place), usage, place });
      place += known.checks.length;
      if (known.settled !== last) yield;
    }
    return settled;
  }

  #follow(): void {
    if (this.#corpus.version === this.#index.version) return;
    this.#sentences.clear();
    this.#checked.clear();
    this.#ruled.clear();
    this.#units = new WeakMap();
    this.#corpus = { sources: this.#index.sources(), version: this.#index.version, index: this.#index };
    this.#panels = new RulePanels(this.#corpus, readStandings(this.#corpus.sources));
  }

  *#checkUnit(draft: Reading, { from, to }: Unit): Generator<void, Pick<Known, "sentences" | "checks">> {
    const sentences = draft.sentences.slice(from, to);
    const checks: SentenceCheck[] = [];
    for (const sentence of sentences) {
      const key = sentenceKey(draft, sentence);
      let check = this.#sentences.get(key);
      if (!check) {
        check = checkSentence(sentence, draft, {
          corpus: this.#corpus,
          rules: this.#rules,
          panels: this.#panels,
          checked: this.#checked,
          ruled: this.#ruled,
        });
        this.#keep(key, check);
        yield;
      }
      checks.push(check);
    }
    return { sentences, checks };
  }

  #keep(key: string, check: SentenceCheck): void {
    if (this.#sentences.size >= KEPT) this.#sentences.delete(this.#sentences.keys().next().value!);
    this.#sentences.set(key, check);
  }
}

/** What a unit's checks come to where the draft uses the facts so; the same object while nothing changes. */
function settle(known: Known, usage: Usage, place: number): UnitFindings {
  const parts = known.checks.map((check, at) => check.settle(usage, place + at));
  if (known.settled && parts.every((part, at) => part === known.settled!.parts[at]))
    return known.settled.found;
  const findings: Finding[] = [];
  const places: number[] = [];
  parts.forEach((part, at) => {
    const sentence = known.sentences[at]!;
    for (const finding of part) {
      findings.push(finding.sentence === sentence ? finding : { ...finding, sentence, origin: finding });
      places.push(at);
    }
  });
  known.settled = { parts, found: { findings, places } };
  return known.settled.found;
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
