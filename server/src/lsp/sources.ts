/**
 * The sources of a workspace: finds them, reads them into the checker, and knows the state of each.
 * Knows the host port and the checker; nothing of the protocol.
 */
import type { SourceReading, SourceStatus } from "../protocol.ts";
import { builtinOf } from "../service/config/scope.ts";
import type { Checker, SourceInfo, SourceInput } from "../service/types.ts";
import type { Host, ListedFile } from "./host.ts";
import type { MissingEntry } from "./project-diagnostics.ts";
import type { Project } from "./project-file.ts";
import { projectPlaces } from "./project-places.ts";
import type { Settings } from "./settings.ts";
import { isDocument, isUnder, normalUri, type SourcePlace, shortName } from "./source-places.ts";
import { builtinStatus, fileStatus, type Loaded, missingStatus, openableUri } from "./source-status.ts";

interface Missing {
  readonly place: SourcePlace;
  readonly status: SourceStatus;
}

export interface LibraryEvents {
  /** Something that a check depends on has changed. */
  changed(): void;
  log(message: string): void;
  /** The text of a file that is open in the editor, which goes before the file's. */
  openText(uri: string): string | undefined;
  /** True for an open document that is a draft although a glob over everything names it. */
  isOpen(uri: string): boolean;
}

export class SourceLibrary {
  /** Goes up with every change of the sources. */
  version = 0;
  readonly #checker: Checker;
  readonly #host: Host;
  readonly #events: LibraryEvents;
  readonly #loaded = new Map<string, Loaded>();
  #missing: Missing[] = [];
  #places: readonly SourcePlace[] = [];
  #roots: readonly string[] = [];
  #settings: Settings;
  #running: Promise<void> = Promise.resolve();
  #queued: Promise<void> | null = null;
  #builtin: boolean;
  #busy = 0;
  #told: ReadonlySet<string> = new Set();
  #infos: { version: number; byUri: ReadonlyMap<string, SourceInfo> } | null = null;

  constructor(checker: Checker, host: Host, settings: Settings, events: LibraryEvents) {
    this.#checker = checker;
    this.#host = host;
    this.#settings = settings;
    this.#builtin = settings.builtin;
    this.#events = events;
  }

  get busy(): boolean {
    return this.#busy > 0;
  }

  /** Resolves when the sources asked for last have been read. */
  get ready(): Promise<void> {
    return this.#queued ?? this.#running;
  }

  /** Takes new settings and workspace folders with their project files; reads what they bring in. */
  configure(settings: Settings, projects: readonly Project[]): Promise<void> {
    this.#settings = settings;
    this.#roots = projects.map(({ root }) => root);
    this.#places = projects.flatMap((project) => projectPlaces(project, settings.sources));
    const builtin = builtinOf(
      projects.map(({ config }) => config),
      settings.builtin,
    );
    if (builtin !== this.#builtin) {
      this.#builtin = builtin;
      this.#checker.setBuiltin(builtin);
      this.version++;
    }
    return this.reload();
  }

  /** Lists the sources again and reads those that changed. Calls while one is waiting are answered by that one. */
  reload(): Promise<void> {
    this.#queued ??= this.#running.then(() => {
      this.#queued = null;
      this.#running = this.#reload();
      return this.#running;
    });
    return this.#queued;
  }

  /** True when the file lies where only sources lie, so that it is never checked as a draft. */
  holds(uri: string): boolean {
    return this.#places.some(
      (place) => place.base !== null && isUnder(uri, place.base) && place.accepts(uri),
    );
  }

  /** True when facts come from this file, or would if it could be read. */
  has(uri: string): boolean {
    return this.#loaded.has(uri);
  }

  /** True when a glob over everything may name the file, so that being open decides what it is. */
  isDoubtful(uri: string): boolean {
    return !this.holds(uri) && this.#places.some((place) => place.base === null);
  }

  /** Takes the text of a source that is being edited. */
  edited(uri: string, text: string): void {
    // The text of a web page is taken out of its markup, whoever edits that.
    if (!this.#loaded.has(uri) || isDocument(uri)) return;
    const before = this.version;
    this.#loaded.set(uri, this.#take({ uri, text }, "open"));
    if (this.version !== before) this.#events.changed();
  }

  /** All sources with their states, the built-in ones only while they are in use. */
  statuses(): SourceStatus[] {
    const infos = this.#byUri();
    const files = [...this.#loaded].map(([uri, loaded]) =>
      fileStatus(uri, shortName(uri, this.#roots), loaded, infos.get(uri)),
    );
    const builtin = [...infos.values()].filter((info) => info.builtin).map((info) => builtinStatus(info));
    return [...files, ...this.#missing.map(({ status }) => status), ...builtin];
  }

  /** Why sources could not be read, a line each, so that claims that rest on them are not checked. */
  unread(): string[] {
    return this.statuses().flatMap(({ unread, message }) => (unread && message !== null ? [message] : []));
  }

  /** Entries of project files behind which there is no source. */
  missingEntries(): MissingEntry[] {
    return this.#missing.flatMap(({ place: { declared }, status }) =>
      declared ? [{ ...declared, message: status.message ?? "" }] : [],
    );
  }

  /** The uri under which the client can open a source of a report. */
  openable(source: string): string {
    const info = this.#byUri().get(source);
    return info ? openableUri(info) : source;
  }

  /** The text behind an openable uri, or null. */
  text(uri: string): string | null {
    const wanted = normalUri(uri);
    for (const info of this.#byUri().values()) {
      if (info.uri === uri || normalUri(openableUri(info)) === wanted)
        return this.#checker.sourceText(info.uri) ?? null;
    }
    return null;
  }

  #byUri(): ReadonlyMap<string, SourceInfo> {
    if (this.#infos?.version !== this.version) {
      const byUri = new Map(this.#checker.sources().map((info) => [info.uri, info]));
      this.#infos = { version: this.version, byUri };
    }
    return this.#infos.byUri;
  }

  async #reload(): Promise<void> {
    this.#busy++;
    const before = this.version;
    try {
      const files = await this.#list();
      for (const uri of [...this.#loaded.keys()]) if (!files.has(uri)) this.#drop(uri);
      for (const file of files.values()) await this.#read(file);
      this.#tell();
    } catch (error) {
      this.#events.log(`The sources could not be listed: ${String(error)}`);
    } finally {
      this.#busy--;
    }
    if (this.version !== before) this.#events.changed();
  }

  async #list(): Promise<Map<string, ListedFile>> {
    const files = new Map<string, ListedFile>();
    const missing: Missing[] = [];
    for (const place of this.#places) {
      const listed = await this.#host.listFiles(place.root, place.globs);
      const found = listed.filter(({ uri }) => place.accepts(uri));
      for (const file of found) {
        const isDraft = !this.holds(file.uri) && this.#events.isOpen(file.uri);
        if (!isDraft) files.set(file.uri, file);
      }
      if (found.length === 0 && place.expected) missing.push(await this.#missingAt(place));
    }
    this.#setMissing(missing);
    return files;
  }

  #setMissing(missing: Missing[]): void {
    const names = (list: readonly Missing[]) => list.map(({ status }) => status.message).join("\n");
    if (names(missing) !== names(this.#missing)) this.version++;
    this.#missing = missing;
  }

  /** Logs what is wrong with a source once, and again when it is something else. */
  #tell(): void {
    const messages = this.statuses().flatMap(({ message }) => message ?? []);
    for (const message of messages) if (!this.#told.has(message)) this.#events.log(message);
    this.#told = new Set(messages);
  }

  async #missingAt(place: SourcePlace): Promise<Missing> {
    const isThere = place.base !== null && (await this.#host.kindOf(place.base)) === "folder";
    return { place, status: missingStatus(place, isThere) };
  }

  async #read(file: ListedFile): Promise<void> {
    const open = isDocument(file.uri) ? undefined : this.#events.openText(file.uri);
    const stamp = open === undefined ? `${file.stamp} ${this.#settings.maxFileSize}` : "open";
    if (this.#loaded.get(file.uri)?.stamp === stamp && stamp !== "open") return;
    const loaded =
      open === undefined
        ? await this.#readFile(file, stamp)
        : this.#take({ uri: file.uri, text: open }, stamp);
    this.#loaded.set(file.uri, loaded);
  }

  async #readFile({ uri }: ListedFile, stamp: string): Promise<Loaded> {
    const name = shortName(uri, this.#roots);
    const read = await this.#host.readSource(uri, name, this.#settings.maxFileSize * 1_000_000);
    const { text, metadata, state, message } = read;
    if (state === "read" || state === "doubtful") {
      const doubt = read.format === "text" ? "other-encoding" : "doubtful";
      return this.#take({ uri, text, ...metadata }, stamp, state === "read" ? "read" : doubt, message);
    }
    this.#checker.removeSource(uri);
    this.version++;
    const hint = state === "too-large" && read.format === "text" ? " Or raise claimcheck.maxFileSize." : "";
    return { stamp, state, message: message && `${message}${hint}` };
  }

  #take(
    source: SourceInput,
    stamp: string,
    state: SourceReading = "read",
    message: string | null = null,
  ): Loaded {
    const { uri, text } = source;
    if (text.trim() === "") {
      this.#checker.removeSource(uri);
      this.version++;
      const name = shortName(uri, this.#roots);
      return { stamp, state: "empty", message: `${name} is empty: put the source's text into it.` };
    }
    // What a file's format records may change although its text does not.
    if (this.#checker.sourceText(uri) !== text || source.published !== undefined) {
      this.#checker.setSource(source);
      this.version++;
    }
    return { stamp, state, message };
  }

  #drop(uri: string): void {
    this.#loaded.delete(uri);
    this.#checker.removeSource(uri);
    this.version++;
  }
}
