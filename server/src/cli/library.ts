/**
 * Which sources a draft is checked against: the given ones, else those in the folders beside it, else the built-in
 * sheet. Reads each source once and keeps one checker for each set. Knows files and the façade; nothing of printing.
 */
import { dirname, resolve } from "node:path";
import { nodeHost } from "../node/host.ts";
import { below, uriOf } from "../node/paths.ts";
import { createChecker } from "../service/checker.ts";
import type { SourceInReport } from "../service/reporting/index.ts";
import type { Checker, SourceInfo, SourceInput } from "../service/types.ts";
import { attempt, type Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { distinct, filesOf, type InputFile, readSourceText, SOURCE_FILES } from "./inputs.ts";
import type { UnreadSource } from "./result.ts";

/** Folders that hold sources where none are given. */
export const SOURCE_FOLDERS = ["sources", "references"];

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
}

/** A draft's checker; `own` is the draft's path where the draft is one of the sources. */
export interface Desk {
  readonly checker: Checker;
  readonly own: SourceText | null;
}
type SourceText = SourceInput;

export class Library {
  /** What could not be read so far. */
  readonly unread: UnreadSource[] = [];
  readonly #console: Console;
  readonly #options: LibraryOptions;
  readonly #folders = new Map<string, Promise<InputFile[]>>();
  readonly #texts = new Map<string, Promise<SourceText | null>>();
  readonly #checkers = new Map<string, Promise<Checker>>();

  constructor(console: Console, options: LibraryOptions) {
    this.#console = console;
    this.#options = options;
  }

  /** Tells of a source that is named and not there. */
  miss(source: UnreadSource): void {
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

  /** The checker for a draft at `path`. Throws where there is no source at all. */
  async deskFor(path: string, identity: string): Promise<Desk> {
    const files = this.#options.given ?? (await this.#nearest(path));
    const key = files.map((file) => file.identity).join("\n");
    const checker = await once(this.#checkers, key, () => this.#build(files));
    if (checker.sources().length === 0) throw new CliError(this.#noSource(path));
    const own = files.find((file) => file.identity === identity);
    if (!own) return { checker, own: null };
    if (files.length === 1)
      this.#console.note(`${own.path}: is its own only source, so nothing can contradict it.`);
    return { checker, own: (await this.#textOf(own)) ?? null };
  }

  /** All sources that were used, each once. */
  async infos(): Promise<SourceInfo[]> {
    const checkers = await Promise.all(this.#checkers.values());
    const byUri = new Map(checkers.flatMap((checker) => checker.sources()).map((info) => [info.uri, info]));
    return [...byUri.values()];
  }

  /** The same with what they state. */
  async reported(): Promise<SourceInReport[]> {
    const checkers = await Promise.all(this.#checkers.values());
    return checkers.flatMap((checker) => checker.sources().flatMap((info) => reportedSource(checker, info)));
  }

  async #build(files: readonly InputFile[]): Promise<Checker> {
    const checker = createChecker({ builtin: this.#options.builtin && files.length === 0 });
    for (const [at, file] of files.entries()) {
      this.#console.progress(`Reading source ${at + 1} of ${files.length}: ${file.path}`);
      const source = await this.#textOf(file);
      if (source) checker.setSource(source);
    }
    for (const { uri, problem } of checker.sources())
      if (problem !== null) this.#console.note(`${uri}: ${problem}`);
    return checker;
  }

  #textOf(file: InputFile): Promise<SourceText | null> {
    return once(this.#texts, file.identity, () => this.#read(file));
  }

  async #read(file: InputFile): Promise<SourceText | null> {
    const tell = (message: string) => {
      this.unread.push({ path: file.path, message });
      const line = `${message} Claims that rest on it are not checked.`;
      if (file.named) this.#console.error(line);
      else this.#console.warn(line);
    };
    return attempt(tell, async () => {
      const { text, metadata, note } = await readSourceText(file);
      if (note !== null) this.#console.note(note);
      return { uri: file.path, text, ...metadata };
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
    for (const name of SOURCE_FOLDERS) {
      const path = folder === "." ? name : `${folder.replace(/[\\/]$/, "")}/${name}`;
      if ((await nodeHost.kindOf(uriOf(path))) !== "folder") continue;
      files.push(
        ...((await attempt(
          () => {},
          () => filesOf(path, SOURCE_FILES, "source"),
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
  const extract = checker.extract(uri);
  if (text === undefined || !extract) return [];
  return [{ info, name: builtin ? uri.replace(/^.*[:/]/, "") : uri, text, extract }];
}

/** What `map` holds under `key`, made where it holds nothing. */
function once<T>(map: Map<string, T>, key: string, make: () => T): T {
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
