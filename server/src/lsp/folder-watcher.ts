/**
 * Asks to be told of the folders in which sources lie: that one comes, goes or moves as a whole is no change of any file to
 * some editors, and what lies outside the workspace they do not watch by themselves. Knows the protocol.
 */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  RegistrationRequest,
  UnregistrationRequest,
} from "vscode-languageserver/node";
import { SOURCE_FILES } from "../service/file-kinds.ts";
import type { Client } from "./client.ts";
import { pathIn } from "./project-file.ts";
import { isFile, isUnder, literal, parentOf, type SourcePlace } from "./source-places.ts";

const WATCHED = DidChangeWatchedFilesNotification.method;

/** A glob below a folder, given by its uri. */
export interface Watched {
  readonly baseUri: string;
  readonly pattern: string;
}

/** Of drafts that link to more, some folders are looked at when anything else changes. */
const MOST = 400;

/** What to watch for the places where sources are looked for. `roots` are the workspace's folders, as uris. */
export function watchedFolders(places: readonly SourcePlace[], roots: readonly string[]): Watched[] {
  const all = places.flatMap(({ base }) => (base === null ? [] : watchedAt(base, roots)));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].slice(0, MOST);
}

/** The folder, all that is in it, and inside the workspace the folders around it. */
function watchedAt(base: string, roots: readonly string[]): Watched[] {
  const folder = isFile(base) ? parentOf(base) : base;
  const root = roots.find((one) => isUnder(folder, one));
  if (root === undefined) {
    const parent = parentOf(folder);
    const inside = { baseUri: folder, pattern: isFile(base) ? SOURCE_FILES : "**" };
    return parent === folder
      ? [inside]
      : [inside, { baseUri: parent, pattern: literal(pathIn(parent, folder)) }];
  }
  const steps = pathIn(root, folder).split("/").filter(Boolean).map(literal);
  const folders = steps.map((_, at) => ({ baseUri: root, pattern: steps.slice(0, at + 1).join("/") }));
  if (isFile(base) || steps.length === 0) return folders;
  return [...folders, { baseUri: root, pattern: `${steps.join("/")}/**` }];
}

export class FolderWatcher {
  readonly #context: { readonly connection: Connection; readonly client: Client };
  #watched = "[]";
  /** What the client knows the present watch by. */
  #turn: Promise<string | null> = Promise.resolve(null);
  #count = 0;

  /** The context may be completed later. */
  constructor(context: { readonly connection: Connection; readonly client: Client }) {
    this.#context = context;
  }

  /** Watches these and nothing else any more, where the client can watch globs below a folder. */
  follow(watched: readonly Watched[]): void {
    const { client } = this.#context;
    const text = JSON.stringify(watched.map((one) => JSON.stringify(one)).sort());
    if (!client.watchesBelow || text === this.#watched) return;
    this.#watched = text;
    this.#turn = this.#turn.then(async (before) => {
      try {
        // What happens between the two is told twice rather than not at all.
        const now = watched.length === 0 ? null : await this.#begin(watched);
        if (before !== null) await this.#end(before);
        return now;
      } catch {
        // A client that refuses, or has gone, looks again when a file in the workspace changes.
        return null;
      }
    });
  }

  async #begin(watched: readonly Watched[]): Promise<string> {
    const id = `claimcheck-folders-${++this.#count}`;
    const registerOptions = { watchers: watched.map((globPattern) => ({ globPattern })) };
    await this.#context.connection.sendRequest(RegistrationRequest.type, {
      registrations: [{ id, method: WATCHED, registerOptions }],
    });
    return id;
  }

  async #end(id: string): Promise<void> {
    await this.#context.connection.sendRequest(UnregistrationRequest.type, {
      unregisterations: [{ id, method: WATCHED }],
    });
  }
}
