/**
 * The façade: sources in, drafts in, reports out. Keeps what was read and found, so that an edit costs what it
 * changed. Knows no disk, no network, no editor, and no clock but the one that is handed in.
 */
import { builtinSources } from "../sources/builtin.ts";
import { readFactNotes } from "../sources/fact-notes.ts";
import { dayOf, metadataOf } from "../sources/metadata.ts";
import { readSource } from "../sources/read-source.ts";
import { Shelf } from "../sources/shelf.ts";
import type { SourceCard } from "../sources/types.ts";
import { createSentenceCache, drained, readDocumentSteps } from "../statements/read.ts";
import type { Reading, SourceReading } from "../statements/types.ts";
import { readMarkdown } from "../text/markdown.ts";
import type { ProseDocument, Span } from "../text/types.ts";
import { CitedSources, type Known } from "./citations/cited-source.ts";
import type { BibliographyEntry } from "./citations/types.ts";
import type { Clock } from "./clock.ts";
import { type Desk, Desks } from "./desks.ts";
import { draftClaims } from "./draft-claims.ts";
import { type CheckedReading, explainSentences } from "./explaining/explain.ts";
import type { SentenceExplanation } from "./explaining/types.ts";
import { extractSource } from "./extract.ts";
import { factSheetReport } from "./fact-sheets/check.ts";
import { writeFactSheet } from "./fact-sheets/write.ts";
import type { DraftReport } from "./report.ts";
import { applySuppressions } from "./suppressions.ts";
import type { Cancelled, Checker, CheckerOptions, DraftInput, SourceInfo, SourceInput } from "./types.ts";

const NO_ENTRIES: readonly BibliographyEntry[] = [];

/** Longest stretch of work between two looks at the cancellation, in milliseconds. */
const SLICE = 8;

/** A checker without sources of its own; what has no date is taken to be written on the clock's day. */
export function createChecker(clock: Clock, options: CheckerOptions = {}): Checker {
  return new EngineChecker(clock, options.builtin ?? true);
}

class EngineChecker implements Checker {
  readonly #clock: Clock;
  readonly #cache = createSentenceCache();
  readonly #shelf = new Shelf(this.#cache, () => this.#clock.today());
  readonly #desks = new Desks(this.#shelf, () => (this.#builtin ? this.#sheets() : []));
  readonly #cited = new CitedSources();
  /** The latest text of each draft, and its reading once there was one. */
  readonly #documents = new Map<string, ProseDocument>();
  readonly #readings = new Map<string, Reading>();
  #builtin: boolean;
  #builtinSheets: readonly SourceReading[] | null = null;

  constructor(clock: Clock, builtin: boolean) {
    this.#clock = clock;
    this.#builtin = builtin;
  }

  setSource(source: SourceInput, card?: SourceCard): void {
    this.#shelf.put(source, card);
  }

  removeSource(uri: string): void {
    this.#shelf.remove(uri);
  }

  setBuiltin(enabled: boolean): void {
    this.#builtin = enabled;
  }

  sources(): readonly SourceInfo[] {
    const given = this.#shelf.uris().map((uri) => givenInfo(uri, this.#shelf));
    if (!this.#builtin) return given;
    const wanted = builtinSources.filter(({ uri }) => given.length === 0 || this.#desks.holds(uri));
    if (wanted.length === 0) return given;
    const standIn = this.#sheets().filter(({ uri }) => wanted.some((sheet) => sheet.uri === uri));
    return [...given, ...standIn.map(builtinInfo)];
  }

  sourceText(uri: string): string | undefined {
    return this.#shelf.text(uri) ?? builtinSources.find((source) => source.uri === uri)?.text;
  }

  card(uri: string): SourceCard | undefined {
    return this.#shelf.card(uri);
  }

  check(draft: DraftInput): DraftReport {
    return drained(this.#steps(draft));
  }

  explain(draft: DraftInput, within?: Span): SentenceExplanation[] {
    return explainSentences(drained(this.#whole(draft)), within);
  }

  checkInSlices(draft: DraftInput, cancelled: Cancelled): Promise<DraftReport | null> {
    return inSlices(this.#clock, this.#steps(draft), cancelled);
  }

  checkFacts(sheet: DraftInput, cancelled: Cancelled = () => false): Promise<DraftReport | null> {
    return inSlices(this.#clock, this.#factSteps(sheet), cancelled);
  }

  factSheet(uris: readonly string[], path: (uri: string) => string): string {
    const sources = uris.flatMap((uri) => this.#reading(uri) ?? []);
    return writeFactSheet(sources.map((reading) => ({ reading, path: path(reading.uri) })));
  }

  forget(uri: string): void {
    this.#documents.delete(uri);
    this.#readings.delete(uri);
    this.#desks.forget(uri);
  }

  extract(uri: string) {
    const source = this.#reading(uri);
    return source && extractSource(source);
  }

  #reading(uri: string): SourceReading | undefined {
    return drained(this.#shelf.reading(uri)) ?? this.#sheets().find((sheet) => sheet.uri === uri);
  }

  *#steps(draft: DraftInput): Generator<void, DraftReport> {
    return (yield* this.#whole(draft)).report;
  }

  *#whole(draft: DraftInput): Generator<void, CheckedReading> {
    const document = readMarkdown(draft.text, this.#documents.get(draft.uri));
    this.#documents.set(draft.uri, document);
    yield;
    const day = draft.date ?? dayOf(document.frontMatter.data.date) ?? this.#clock.today();
    const desk = yield* this.#desks.prepare(draft, document, day);
    const reading: Reading = yield* readDocumentSteps(
      document,
      day,
      this.#cache,
      this.#readings.get(draft.uri),
    );
    this.#readings.set(draft.uri, reading);
    yield;
    const checked = yield* desk.checking.steps(reading);
    const known = this.#known(draft, desk);
    const all = draftClaims(checked, reading, (offset) => this.#cited.at(offset, document, known));
    const claims = yield* this.#cited.steps(all, reading, known);
    const report = applySuppressions({ path: draft.uri, claims, notes: [] }, document);
    return { reading, checked, index: desk.index, report };
  }

  #known({ bibliography = NO_ENTRIES }: DraftInput, desk: Desk): Known {
    const shelf = this.#shelf;
    return {
      version: shelf.version,
      bibliography,
      sources: () => this.sources(),
      *reading(uri) {
        return desk.held.get(uri) ?? (yield* shelf.reading(uri)) ?? undefined;
      },
    };
  }

  /** A sheet is read as a source is: its days count from its day of publication, and its notes are no prose. */
  *#factSteps(sheet: DraftInput): Generator<void, DraftReport> {
    const { uri, text } = sheet;
    const whole = readMarkdown(text, this.#documents.get(uri));
    this.#documents.set(uri, whole);
    const { document, faulty } = readFactNotes(whole);
    const day = metadataOf({ uri }, document).published ?? this.#clock.today();
    const desk = yield* this.#desks.prepare(sheet, document, day);
    const before = this.#readings.get(uri);
    const reading: Reading = yield* readDocumentSteps(document, day, this.#cache, before);
    this.#readings.set(uri, reading);
    const claims = draftClaims(yield* desk.checking.steps(reading), reading);
    const report = factSheetReport(uri, reading, claims, [...desk.held.values()], faulty);
    return applySuppressions(report, whole);
  }

  #sheets(): readonly SourceReading[] {
    const day = this.#clock.today();
    this.#builtinSheets ??= builtinSources.map((source) => readSource(source, day, this.#cache));
    return this.#builtinSheets;
  }
}

/** Runs steps a few milliseconds at a time; null when cancelled in between. */
async function inSlices<T>(clock: Clock, steps: Generator<void, T>, cancelled: Cancelled): Promise<T | null> {
  let started = clock.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (clock.now() - started < SLICE) continue;
    await clock.turn();
    if (cancelled()) return null;
    started = clock.now();
  }
}

function givenInfo(uri: string, shelf: Shelf): SourceInfo {
  const { title, publisher, published, url, problem, statements } = shelf.card(uri)!;
  const reading = shelf.known(uri);
  const values = reading && valuesIn(reading);
  return { uri, title, publisher, published, url, statements, values, builtin: false, problem };
}

function builtinInfo(sheet: SourceReading): SourceInfo {
  const { uri, title, publisher, published, url, sentences, document } = sheet;
  const { problem } = document.frontMatter;
  const statements = sentences.length;
  return {
    uri,
    title,
    publisher,
    published,
    url,
    statements,
    values: valuesIn(sheet),
    builtin: true,
    problem,
  };
}

function valuesIn({ sentences }: SourceReading): number {
  return sentences.reduce(
    (sum, { dates, quantities, quotations, names }) =>
      sum + dates.length + quantities.length + quotations.length + names.length,
    0,
  );
}
