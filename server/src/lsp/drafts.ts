/**
 * Checks of open drafts: one at a time a draft, kept while neither its text nor the sources change, dropped when
 * either does. Knows the checker and documents; nothing of requests.
 */

import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClaimPlace, DraftStatus } from "../protocol.ts";
import type { Claim, DraftReport, Note } from "../service/report.ts";
import { summaryOf } from "../service/summary.ts";
import type { Checker } from "../service/types.ts";
import type { ProseDocument } from "../text/types.ts";
import type { Engine } from "./host.ts";

/** A token's question: has whoever asked gone away? */
export type Gone = () => boolean;

export interface DraftsContext {
  readonly checker: Checker;
  readonly engine: Engine;
  /** Another object after each edit: versions may be counted anew when a document is opened again. */
  current(uri: string): TextDocument | undefined;
  /** Resolves when the sources have been read, those that the draft names too, or have been waited for long enough. */
  ready(uri: string): Promise<void>;
  /** Changes when the sources or what is read of them change. */
  generation(): number;
  /** Checks a draft or a fact sheet; null when cancelled. */
  report(uri: string, text: string, cancelled: Gone): Promise<DraftReport | null>;
  /** Megabytes. */
  maxFileSize(): number;
  /** A check has begun or ended. */
  activity(): void;
}

export interface Checked {
  readonly document: TextDocument;
  readonly report: DraftReport;
}

interface Running {
  readonly document: TextDocument;
  readonly generation: number;
  readonly waiting: Gone[];
  readonly result: Promise<Checked | null>;
}

interface Kept extends Checked {
  readonly generation: number;
}

/** How often a check that was overtaken is begun again for one request. */
const ATTEMPTS = 20;

export class Drafts {
  busy = 0;
  readonly #context: DraftsContext;
  readonly #kept = new Map<string, Kept>();
  readonly #running = new Map<string, Running>();
  readonly #readings = new Map<string, ProseDocument>();

  constructor(context: DraftsContext) {
    this.#context = context;
  }

  /**
   * The report on the draft as it is when the check ends: a text or source that changes in between begins it again.
   * Null when the document is closed or `gone` says so. Throws what the checker throws.
   */
  async check(uri: string, gone: Gone): Promise<Checked | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await this.#context.ready(uri);
      const document = this.#context.current(uri);
      if (!document || gone()) return null;
      const generation = this.#context.generation();
      const kept = this.#kept.get(uri);
      if (kept && kept.document === document && kept.generation === generation) return kept;
      const result = await this.#join(document, generation, gone);
      if (result && this.#isCurrent(result.document, generation)) return result;
    }
    return null;
  }

  /** The last finished report, which may be of an earlier text. */
  last(uri: string): Checked | undefined {
    return this.#kept.get(uri);
  }

  /** The reading of a document's text, for edits that need its structure. */
  reading(document: TextDocument): ProseDocument {
    const text = document.getText();
    const reading = this.#context.engine.readDraft(text, this.#readings.get(document.uri));
    this.#readings.set(document.uri, reading);
    return reading;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
    this.#running.delete(uri);
    this.#readings.delete(uri);
    this.#context.checker.forget(uri);
  }

  #isCurrent(document: TextDocument, generation: number): boolean {
    return this.#context.current(document.uri) === document && this.#context.generation() === generation;
  }

  /** Joins the check of this very text that is running, or begins one. */
  #join(document: TextDocument, generation: number, gone: Gone): Promise<Checked | null> {
    const { uri } = document;
    const running = this.#running.get(uri);
    if (running && running.document === document && running.generation === generation) {
      running.waiting.push(gone);
      return running.result;
    }
    const waiting = [gone];
    const cancelled = () => !this.#isCurrent(document, generation) || waiting.every((isGone) => isGone());
    const result = this.#run(document, generation, cancelled);
    this.#running.set(uri, { document, generation, waiting, result });
    return result;
  }

  async #run(document: TextDocument, generation: number, cancelled: Gone): Promise<Checked | null> {
    const { uri } = document;
    const text = document.getText();
    this.busy++;
    this.#context.activity();
    try {
      const limit = this.#context.maxFileSize();
      const report = isLarger(text, limit * 1_000_000)
        ? tooLarge(uri, limit)
        : await this.#context.report(uri, text, cancelled);
      if (!report || this.#context.current(uri) !== document) return null;
      const checked = { document, report, generation };
      this.#kept.set(uri, checked);
      return checked;
    } finally {
      this.busy--;
      if (this.#running.get(uri)?.document === document) this.#running.delete(uri);
      this.#context.activity();
    }
  }
}

/** The claim that a client names, where it still stands: of several with the same words the one on the same line. */
export function claimOfPlace({ report }: Checked, { fingerprint, range }: ClaimPlace): Claim | undefined {
  const alike = report.claims.filter((claim) => claim.fingerprint === fingerprint);
  return alike.find((claim) => claim.range.start.line === range.start.line) ?? alike[0];
}

/** What the client is told of a draft that was checked. */
export function draftStatus({ document, report }: Checked): DraftStatus {
  const { uri, version } = document;
  return { uri, version, summary: summaryOf(report), ignored: hiddenIn(report) };
}

/** How many findings the writer has put aside, by a comment or in the file of accepted ones. */
export function hiddenIn({ ignored = [], accepted = [] }: DraftReport): number {
  return ignored.length + accepted.length;
}

/** True when the text has more bytes in UTF-8 than `limit`. */
export function isLarger(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  return new TextEncoder().encode(text).length > limit;
}

function tooLarge(path: string, limit: number): DraftReport {
  const start = { line: 0, character: 0 };
  const note: Note = {
    start: 0,
    end: 0,
    range: { start, end: start },
    code: "not-checked",
    message: `This draft is larger than ${limit} MB and was not checked: split it or raise claimcheck.maxFileSize.`,
  };
  return { path, claims: [], notes: [note] };
}
