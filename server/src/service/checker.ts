/**
 * The façade: sources in, drafts in, reports out. Keeps what was read and found, so that an edit costs what it
 * changed. Knows no disk, no clock but the day that is handed in, no network, no editor.
 */
import { type Checking, createChecking } from "../checking/check.ts";
import { builtinSources } from "../sources/builtin.ts";
import { dayOf, readSource } from "../sources/read-source.ts";
import { StatementIndex } from "../sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../statements/read.ts";
import type { Reading, SourceReading } from "../statements/types.ts";
import { readMarkdown } from "../text/markdown.ts";
import type { ProseDocument } from "../text/types.ts";
import { draftClaims } from "./draft-claims.ts";
import { extractSource } from "./extract.ts";
import type { DraftReport } from "./report.ts";
import { applySuppressions } from "./suppressions.ts";
import type { Cancelled, Checker, CheckerOptions, DraftInput, SourceInfo, SourceInput } from "./types.ts";

/** Longest stretch of work between two looks at the cancellation, in milliseconds. */
const SLICE = 8;

export function createChecker(options: CheckerOptions = {}): Checker {
  return new EngineChecker(options.builtin ?? true);
}

class EngineChecker implements Checker {
  readonly #cache = createSentenceCache();
  readonly #index = new StatementIndex();
  readonly #checking: Checking;
  /** The latest text of each draft, and its reading once there was one. */
  readonly #documents = new Map<string, ProseDocument>();
  readonly #readings = new Map<string, Reading>();
  readonly #given = new Set<string>();
  #builtin: boolean;
  #builtinLoaded = false;

  constructor(builtin: boolean) {
    this.#builtin = builtin;
    this.#checking = createChecking(this.#index);
  }

  setSource(source: SourceInput): void {
    this.#given.add(source.uri);
    this.#index.add(readSource(source, today(), this.#cache));
    this.#syncBuiltin();
  }

  removeSource(uri: string): void {
    if (!this.#given.delete(uri)) return;
    this.#index.remove(uri);
  }

  setBuiltin(enabled: boolean): void {
    this.#builtin = enabled;
    this.#syncBuiltin();
  }

  sources(): readonly SourceInfo[] {
    this.#syncBuiltin();
    return this.#index.sources().map((source) => this.#describe(source));
  }

  sourceText(uri: string): string | undefined {
    return this.#find(uri)?.document.text ?? builtinSources.find((source) => source.uri === uri)?.text;
  }

  check(draft: DraftInput): DraftReport {
    const steps = this.#steps(draft);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  async checkInSlices(draft: DraftInput, cancelled: Cancelled): Promise<DraftReport | null> {
    const steps = this.#steps(draft);
    let started = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - started < SLICE) continue;
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (cancelled()) return null;
      started = performance.now();
    }
  }

  forget(uri: string): void {
    this.#documents.delete(uri);
    this.#readings.delete(uri);
  }

  extract(uri: string) {
    const source = this.#find(uri);
    return source && extractSource(source);
  }

  *#steps(draft: DraftInput): Generator<void, DraftReport> {
    this.#syncBuiltin();
    const document = readMarkdown(draft.text, this.#documents.get(draft.uri));
    this.#documents.set(draft.uri, document);
    yield;
    const reading: Reading = readDocument(
      document,
      draft.date ?? dayOf(document.frontMatter.data.date) ?? today(),
      this.#cache,
      this.#readings.get(draft.uri),
    );
    this.#readings.set(draft.uri, reading);
    yield;
    const checked = yield* this.#checking.steps(reading);
    const claims = draftClaims(checked, reading);
    return applySuppressions({ path: draft.uri, claims, notes: [] }, document);
  }

  /** The built-in sheets stand in while the user has given no source. */
  #syncBuiltin(): void {
    const wanted = this.#builtin && this.#given.size === 0;
    if (wanted === this.#builtinLoaded) return;
    for (const source of builtinSources) {
      if (wanted) this.#index.add(readSource(source, today(), this.#cache));
      else if (!this.#given.has(source.uri)) this.#index.remove(source.uri);
    }
    this.#builtinLoaded = wanted;
  }

  #find(uri: string): SourceReading | undefined {
    this.#syncBuiltin();
    return (
      this.#index.statements(uri)[0]?.source ?? this.#index.sources().find((source) => source.uri === uri)
    );
  }

  #describe(source: SourceReading): SourceInfo {
    const { uri, title, publisher, published, url, sentences } = source;
    return {
      uri,
      title,
      publisher,
      published,
      url,
      statements: sentences.length,
      values: sentences.reduce(
        (sum, { dates, quantities, quotations, names }) =>
          sum + dates.length + quantities.length + quotations.length + names.length,
        0,
      ),
      builtin: !this.#given.has(uri),
      problem: source.document.frontMatter.problem,
    };
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
