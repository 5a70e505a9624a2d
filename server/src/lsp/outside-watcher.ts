/**
 * Asks to be told of changes in folders outside the workspace that the settings name as sources: what the client watches
 * by itself is only the workspace. Knows the protocol.
 */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
} from "vscode-languageserver/node";
import { SOURCE_FILES } from "./source-places.ts";

export class OutsideWatcher {
  readonly #connection: Connection;
  readonly #isAble: boolean;
  #watched = "[]";
  #turn: Promise<Disposable | null> = Promise.resolve(null);

  /** `isAble` is false for a client that watches nothing outside. */
  constructor(connection: Connection, isAble: boolean) {
    this.#connection = connection;
    this.#isAble = isAble;
  }

  /** Watches these folders, as uris, and no others any more. */
  follow(folders: readonly string[]): void {
    const watched = JSON.stringify([...folders].sort());
    if (!this.#isAble || watched === this.#watched) return;
    this.#watched = watched;
    this.#turn = this.#turn.then(async (before) => {
      try {
        before?.dispose();
        if (folders.length === 0) return null;
        const watchers = folders.map((baseUri) => ({ globPattern: { baseUri, pattern: SOURCE_FILES } }));
        return await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      } catch {
        // A client that refuses looks again when something in the workspace changes.
        return null;
      }
    });
  }
}
