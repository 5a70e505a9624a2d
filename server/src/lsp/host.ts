/**
 * What the language server needs from the machine it runs on, and the engine it is given. Interfaces only, so that
 * tests and a browser can supply their own.
 */
import type { Checker, CheckerOptions } from "../service/types.ts";
import type { ProseDocument } from "../text/types.ts";

/** A file as the host lists it. `stamp` changes when the file does. */
export interface ListedFile {
  readonly uri: string;
  readonly stamp: string;
  /** Bytes. */
  readonly size: number;
}

export interface Host {
  /**
   * The files that match any of the globs, sorted by uri. Globs are relative to the folder `root` (a uri) or absolute;
   * version control and package folders are left out. Never throws: what cannot be read is not listed.
   */
  listFiles(root: string, globs: readonly string[]): Promise<readonly ListedFile[]>;
  /** One file or folder, or null where there is none. */
  kindOf(uri: string): Promise<"file" | "folder" | null>;
  /** Throws where the file cannot be read; the message is one line. */
  readFile(uri: string): Promise<Uint8Array>;
}

/** The engine, handed in where everything is wired. */
export interface Engine {
  createChecker(options: CheckerOptions): Checker;
  /** Reads a draft's Markdown; `previous` is an earlier reading of nearly the same text. */
  readDraft(text: string, previous?: ProseDocument): ProseDocument;
}
