/**
 * Which sources a draft is checked against: the given ones, else those in the folders beside it, else the built-in
 * sheet. Reads each source once and keeps one checker for each set. Knows files and the façade; nothing of printing.
 */

import { dirname, resolve } from "node:path";
import { createChecker } from "../library.ts";
import { nodeHost } from "../node/host.ts";
import { below, uriOf } from "../node/paths.ts";
import type { Bibliography } from "../service/citations/types.ts";
import { SOURCE_FILES } from "../service/file-kinds.ts";
import type { SourceInReport } from "../service/reporting/index.ts";
import type { Checker, SourceInfo, SourceSet, SourceStanding } from "../service/types.ts";
import type { FoundConfig } from "./config.ts";
import { attempt, type Console } from "./console.ts";
import { draftSources } from "./draft-sources.ts";
import { CliError } from "./errors.ts";
import { distinct, filesOf, type InputFile, readSourceText } from "./inputs.ts";
import type { UnreadSource } from "./result.ts";

/** Folders that hold sources where none are given. */
const SOURCE_FOLDERS = ["sources", "references"];

export interface LibraryOptions {
  /** The sources that somebody names; null for those of the default folders. */
  readonly given: readonly InputFile[] | null;
  /** Who names them, for messages. */
  readonly by: string;
  readonly builtin: boolean;
  /** The uppermost folder whose default folders are looked at, if the draft lies in it. */
  readonly top: string;
  /** False for a file of the default folders that is left out. */
  isSource(file: InputFile): boolean;
  /** How a source stands to others by the configuration. */
  standing(file: InputFile): SourceStanding;
}

/** A draft as it is checked: `identity` tells whether it is one of its sources. */
export interface DraftFile {
  readonly path: string;
  readonly identity: string;
  readonly text: string;
  readonly bibliographies: readonly Bibliography[];
}

/** A draft's checker, and which of its sources count for the draft. */
export interface Desk {
  readonly checker: Checker;
  readonly sources: SourceSet;
  /** True where the draft is among the sources itself. */
  readonly isSource: boolean;
}

export class Library {
  /** What could not be read so far. */
  readonly unread: UnreadSource[] = [];
  readonly #console: Console;
  readonly #options: LibraryOptions;
  readonly #folders = new Map<string, Promise<InputFile[]>>();
  /** The uri of each source, by the file's identity. */
  readonly #sources = new Map<string, Promise<string | null>>();
  /** With and without the built-in sheets. */
  readonly #checkers = new Map<boolean, Checker>();

  constructor(console: Console, options: LibraryOptions) {
    this.#console = console;
    this.#options = options;
  }

  /** Tells of a source that is named and not there. */
  miss(source: UnreadSource): void {
    if (this.unread.some(({ message }) => message === source.message)) return;
    this.unread.push(source);
    this.#console.warn(`${source.message} Claims that rest on it are not checked.`);
  }

  /** True for a file that is a source and not, unless named, a draft. `inside` is its path below the folder checked. */
  holds(file: InputFile, inside: string): boolean {
    const { given } = this.#options;
    if (given === null)
      return inside
        .split("/")
        .slice(0, -1)
        .some((name) => SOURCE_FOLDERS.includes(name));
    return given.some(({ identity }) => identity === file.identity);
  }

  /** What a draft is checked against, what it names itself included. Throws where there is no source at all. */
  async deskFor(draft: DraftFile, config: FoundConfig | null): Promise<Desk> {
    const { path, identity, text, bibliographies } = draft;
    const { given, builtin } = this.#options;
    const readable = given?.map((file) => dirname(file.path)) ?? [];
    const named = await draftSources(path, text, config, bibliographies, readable);
    for (const source of named.missing) this.miss(source);
    const files = distinct([...(given ?? (await this.#nearest(path))), ...named.files]);
    const standIn = builtin && files.length === 0;
    const checker = once(this.#checkers, standIn, () => createChecker({ builtin: standIn }));
    const uris = await this.#put(files, checker);
    if (uris.size === 0 && !standIn) throw new CliError(this.#noSource(path));
    const own = files.find((file) => file.identity === identity);
    if (own && files.length === 1)
      this.#console.note(
        `${own.path}: the only source found is this file itself, so there is nothing to check it against.`,
      );
    const counted = [...uris].filter(([file]) => file !== own);
    const ids = new Set(named.files.map((file) => file.identity));
    const ofDraft = counted.filter(([file]) => ids.has(file.identity));
    const [all, first] = [counted, ofDraft].map((list) => list.map(([, uri]) => uri)) as [string[], string[]];
    return {
      checker,
      sources: { key: all.join("\n"), uris: all, named: first },
      isSource: own !== undefined,
    };
  }

  /** All sources that were used, each once. */
  infos(): SourceInfo[] {
    const infos = [...this.#checkers.values()].flatMap((checker) => checker.sources());
    return [...new Map(infos.map((info) => [info.uri, info])).values()];
  }

  /** The same with what they state. */
  reported(): SourceInReport[] {
    return [...this.#checkers.values()].flatMap((checker) =>
      checker.sources().flatMap((info) => reportedSource(checker, info)),
    );
  }

  /** Hands the files to the checker that it does not have yet; their uris there, of those that could be read. */
  async #put(files: readonly InputFile[], checker: Checker): Promise<Map<InputFile, string>> {
    const uris = new Map<InputFile, string>();
    for (const [at, file] of files.entries()) {
      this.#console.progress(`Reading source ${at + 1} of ${files.length}: ${file.path}`);
      const uri = await once(this.#sources, file.identity, () => this.#read(file, checker));
      if (uri !== null) uris.set(file, uri);
    }
    return uris;
  }

  /** The source's uri in the checker; null where it could not be read. */
  async #read(file: InputFile, checker: Checker): Promise<string | null> {
    const tell = (message: string) => {
      this.unread.push({ path: file.path, message });
      const line = `${message} Claims that rest on it are not checked.`;
      if (file.named) this.#console.error(line);
      else this.#console.warn(line);
    };
    return attempt(tell, async () => {
      const { text, metadata, note, card, keepCard } = await readSourceText(file);
      if (note !== null) this.#console.note(note);
      const standing = this.#options.standing(file);
      checker.setSource({ uri: file.path, text, ...metadata, standing }, card);
      const known = checker.card(file.path);
      keepCard?.(known);
      const problem = known?.problem ?? null;
      if (problem !== null) this.#console.note(`${file.path}: ${problem}`);
      return file.path;
    });
  }

  /** The files of the source folders in the first folder, from the draft's upwards, that has any. */
  async #nearest(path: string): Promise<InputFile[]> {
    for (const folder of foldersAbove(path, this.#options.top)) {
      const files = await once(this.#folders, folder, () => this.#sourcesIn(folder));
      if (files.length > 0) return files;
    }
    return [];
  }

  async #sourcesIn(folder: string): Promise<InputFile[]> {
    const files: InputFile[] = [];
    const miss = (source: UnreadSource) => this.miss(source);
    const limits = { within: [folder, this.#options.top], refused: miss, unlisted: miss };
    for (const name of SOURCE_FOLDERS) {
      const path = folder === "." ? name : `${folder.replace(/[\\/]$/, "")}/${name}`;
      if ((await nodeHost.kindOf(uriOf(path))) !== "folder") continue;
      files.push(
        ...((await attempt(
          () => {},
          () => filesOf(path, SOURCE_FILES, "source", limits),
        )) ?? []),
      );
    }
    return distinct(files.filter((file) => this.#options.isSource(file)));
  }

  #noSource(path: string): string {
    if (this.#options.given !== null)
      return `${path}: none of the sources could be read. Correct ${this.#options.by}.`;
    return `${path}: no sources. Name some with --source, or put them into a folder “sources” beside the draft.`;
  }
}

function reportedSource(checker: Checker, info: SourceInfo): SourceInReport[] {
  const { uri, builtin } = info;
  const text = checker.sourceText(uri);
  if (text === undefined) return [];
  return [
    { info, name: builtin ? uri.replace(/^.*[:/]/, "") : uri, text, extract: () => checker.extract(uri) },
  ];
}

/** What `map` holds under `key`, made where it holds nothing. */
function once<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The draft's folder, those above it up to `top`, and `top`. */
function foldersAbove(path: string, top: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path), depth = 0; depth < 64; depth++) {
    folders.push(folder);
    const inside = below(top, folder);
    const above = parentOf(folder);
    if (inside === "" || inside.startsWith("..") || resolve(above) === resolve(folder)) break;
    folder = above;
  }
  return folders.some((folder) => below(top, folder) === "") ? folders : [...folders, top];
}

/** The folder above, as it is written from the current one. */
function parentOf(folder: string): string {
  if (folder === ".") return "..";
  return /(?:^|[\\/])\.\.$/.test(folder) ? `${folder}/..` : dirname(folder);
}
