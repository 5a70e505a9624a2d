/**
 * What the library of sources asks and tells the session that it serves. Interface only.
 */
import type { SourcePlace } from "./source-places.ts";

export interface LibraryEvents {
  /** Something that a check depends on has changed. */
  changed(): void;
  /** So many of the files that are new or have changed have been read. */
  progress(done: number, all: number): void;
  /** True while a draft is being checked, which is let finish. */
  isChecking(): boolean;
  /** Sources are looked for in these places from now on. */
  looking(places: readonly SourcePlace[]): void;
  log(message: string): void;
  /** The text of a file that is open in the editor, which goes before the file's. */
  openText(uri: string): string | undefined;
  /** True for an open document that is a draft although a glob over everything names it. */
  isOpen(uri: string): boolean;
}
