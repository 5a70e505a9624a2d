/**
 * Reads files into the checker, each once for as long as it stays the same, and knows what became of each. Knows the host
 * and the checker; which files are sources is said elsewhere.
 */

import type { SourceReading } from "../protocol.ts";
import { isDocument } from "../service/file-kinds.ts";
import type { Checker, SourceInput, SourceStanding } from "../service/types.ts";
import type { Host, ListedFile } from "./host.ts";
import type { Loaded } from "./source-status.ts";

export interface LoaderContext {
  readonly checker: Checker;
  readonly host: Host;
  /** The text of a file that is open in the editor, which goes before the file's. */
  openText(uri: string): string | undefined;
  /** What messages call a file. */
  nameOf(uri: string): string;
  /** How a source stands to others by the project's file. */
  standingOf(uri: string): SourceStanding;
  /** Megabytes. */
  maxFileSize(): number;
  /** A source has come, changed or gone. */
  changed(): void;
}

export class SourceLoader {
  readonly #context: LoaderContext;
  readonly #loaded = new Map<string, Loaded>();
  /** What the project's file said of a source when it was taken last. */
  readonly #standings = new Map<string, string>();

  constructor(context: LoaderContext) {
    this.#context = context;
  }

  /** What became of each file, in the order in which they came. */
  get loaded(): ReadonlyMap<string, Loaded> {
    return this.#loaded;
  }

  /** True where the file is as it was when it was read last, so that `read` will do nothing. */
  isFresh(file: ListedFile): boolean {
    const stamp = this.#loaded.get(file.uri)?.stamp;
    return stamp !== undefined && stamp !== OPEN && stamp === this.#stampOf(file);
  }

  /** Reads a file that is new or has changed. Never throws. */
  async read(file: ListedFile): Promise<void> {
    if (this.isFresh(file)) return;
    const { uri } = file;
    const stamp = this.#stampOf(file);
    const open = stamp === OPEN ? this.#context.openText(uri) : undefined;
    const loaded =
      open === undefined ? await this.#readFile(uri, stamp) : this.#take({ uri, text: open }, stamp);
    this.#loaded.set(uri, loaded);
  }

  /** Takes the text of a source as it stands in the editor. */
  edited(uri: string, text: string): void {
    // The text of a web page is taken out of its markup, whoever edits that.
    if (this.#loaded.has(uri) && !isDocument(uri)) this.#loaded.set(uri, this.#take({ uri, text }, OPEN));
  }

  drop(uri: string): void {
    this.#loaded.delete(uri);
    this.#remove(uri);
  }

  #stampOf({ uri, stamp }: ListedFile): string {
    const { openText, maxFileSize, standingOf } = this.#context;
    if (!isDocument(uri) && openText(uri) !== undefined) return OPEN;
    return `${stamp} ${maxFileSize()} ${JSON.stringify(standingOf(uri))}`;
  }

  async #readFile(uri: string, stamp: string): Promise<Loaded> {
    const { host, nameOf, maxFileSize } = this.#context;
    const read = await host.readSource(uri, nameOf(uri), maxFileSize() * 1_000_000);
    const { text, metadata, state, message } = read;
    if (state === "read" || state === "doubtful") {
      const doubt = read.format === "text" ? "other-encoding" : "doubtful";
      const loaded = this.#take({ uri, text, ...metadata }, stamp, state === "read" ? "read" : doubt, read);
      return { ...loaded, message: loaded.message ?? message };
    }
    this.#remove(uri);
    const hint = state === "too-large" && read.format === "text" ? " Or raise claimcheck.maxFileSize." : "";
    return { stamp, state, message: message && `${message}${hint}` };
  }

  #take(
    source: SourceInput,
    stamp: string,
    state: SourceReading = "read",
    kept: Pick<Awaited<ReturnType<Host["readSource"]>>, "card" | "keepCard"> = {},
  ): Loaded {
    const { checker, nameOf, standingOf, changed } = this.#context;
    const { uri, text } = source;
    const standing = standingOf(uri);
    if (text.trim() === "") {
      this.#remove(uri);
      return { stamp, state: "empty", message: `${nameOf(uri)} is empty: put the source's text into it.` };
    }
    // What a file's format records may change although its text does not.
    const isSame = JSON.stringify(standing) === this.#standings.get(uri);
    if (checker.sourceText(uri) !== text || source.published !== undefined || !isSame) {
      this.#standings.set(uri, JSON.stringify(standing));
      checker.setSource({ ...source, standing }, kept.card);
      changed();
    }
    if (!kept.card) kept.keepCard?.(checker.card(uri));
    return { stamp, state, message: null };
  }

  #remove(uri: string): void {
    this.#context.checker.removeSource(uri);
    this.#context.changed();
  }
}

/** The stamp of a text that is open in the editor. */
const OPEN = "open";
