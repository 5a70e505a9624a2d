/**
 * The sources of a workspace: where they are found, which of them count for which draft, and the state of each.
 * Knows the host port and the checker; nothing of the protocol.
 */
import type { SourceStatus } from "../protocol.ts";
import { builtinOf } from "../service/config/scope.ts";
import type { NamedSources } from "../service/draft-sources.ts";
import { traceOf } from "../service/failures.ts";
import type { Checker, SourceInfo, SourceSet } from "../service/types.ts";
import { FollowedDrafts } from "./followed-drafts.ts";
import type { Host, ListedFile } from "./host.ts";
import type { LibraryEvents } from "./library-events.ts";
import type { MissingEntry } from "./project-diagnostics.ts";
import { type Project, projectOf, standingIn } from "./project-file.ts";
import { projectPlaces } from "./project-places.ts";
import type { Settings } from "./settings.ts";
import { findSources } from "./source-finder.ts";
import { SourceLoader } from "./source-loader.ts";
import { isUnder, normalUri, type SourcePlace, shortName } from "./source-places.ts";
import { builtinStatus, failedStatus, fileStatus, openableUri, type Problem } from "./source-status.ts";

/** How long drafts wait for the sources; then they are checked against what is read so far. In milliseconds. */
const PATIENCE = 4000;
/** How often drafts are checked anew while sources are being read, in milliseconds. */
const TICK = 4000;

export class SourceLibrary {
  /** Goes up with every change of the sources, and of what else checks are made of. */
  #version = 0;
  readonly #checker: Checker;
  readonly #host: Host;
  readonly #events: LibraryEvents;
  readonly #loader: SourceLoader;
  readonly #drafts = new FollowedDrafts();
  /** The files of each workspace folder and of each draft that names some. */
  #files: ReadonlyMap<string, readonly string[]> = new Map();
  #problems: readonly Problem[] = [];
  #projects: readonly Project[] = [];
  #places: readonly SourcePlace[] = [];
  #settings: Settings;
  #running: Promise<void> = Promise.resolve();
  #queued: Promise<void> | null = null;
  #begun = 0;
  #builtin: boolean;
  #busy = 0;
  /** The version that drafts were told of last. */
  #announced = 0;
  #told: ReadonlySet<string> = new Set();
  #statuses: { version: number; list: readonly SourceStatus[] } | null = null;
  #infos: { version: number; byUri: ReadonlyMap<string, SourceInfo> } | null = null;
  #sets = new Map<string, { version: number; set: SourceSet }>();

  constructor(checker: Checker, host: Host, settings: Settings, events: LibraryEvents) {
    this.#checker = checker;
    this.#host = host;
    this.#settings = settings;
    this.#builtin = settings.builtin;
    this.#events = events;
    this.#loader = new SourceLoader({
      checker,
      host,
      openText: events.openText,
      nameOf: (uri) => this.#nameOf(uri),
      standingOf: (uri) => standingIn(this.#projects, uri),
      maxFileSize: () => this.#settings.maxFileSize,
      changed: () => this.changed(),
    });
  }

  get busy(): boolean {
    return this.#busy > 0;
  }

  /** Something that checks depend on has changed: what was found before no longer counts. Tells nobody. */
  changed(): void {
    this.#version++;
  }

  /** What checks are made of: while sources are being read it goes up now and then only. */
  get generation(): number {
    return this.busy ? this.#announced : this.#version;
  }

  /** Resolves when the sources asked for last have been read, or have been waited for long enough. */
  get ready(): Promise<void> {
    const done = this.#queued ?? this.#running;
    if (!this.#queued && !this.busy) return done;
    const left = Math.max(0, this.#begun + PATIENCE - Date.now());
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, left);
    });
    return Promise.race([done, patience]).finally(() => clearTimeout(timer));
  }

  /** Takes new settings and workspace folders with their project files; reads what they bring in. */
  configure(settings: Settings, projects: readonly Project[]): Promise<void> {
    this.#settings = settings;
    this.#projects = projects;
    this.#places = projects.flatMap((project) => projectPlaces(project, project.settings.sources));
    const configs = projects.map(({ config }) => config);
    const builtin = builtinOf(configs, settings.builtin);
    if (builtin !== this.#builtin) {
      this.#builtin = builtin;
      this.#checker.setBuiltin(builtin);
      this.#version++;
    }
    return this.reload();
  }

  /** Lists the sources again and reads those that changed. Calls while one is waiting are answered by that one. */
  reload(): Promise<void> {
    if (!this.busy) this.#begun = Date.now();
    this.#queued ??= this.#running.then(() => {
      this.#queued = null;
      this.#running = this.#reload();
      return this.#running;
    });
    return this.#queued;
  }

  /** Takes what a draft (in normal spelling) names as its sources; resolves at once where that is as before. */
  async follow(draft: string, named: NamedSources): Promise<void> {
    if (this.#drafts.follow(draft, named)) await this.reload();
  }

  /** Forgets what a draft that is closed names. */
  unfollow(draft: string): void {
    if (this.#drafts.unfollow(draft)) void this.reload();
  }

  /** The sources that count for a draft: those of its folder of the workspace, and those that it names. */
  setFor(draft: string): SourceSet {
    const root = projectOf(this.#projects, draft)?.root;
    const named = this.#files.get(draft) ?? [];
    const key = `${root ?? ""}${named.length > 0 ? `\n${draft}` : ""}`;
    const known = this.#sets.get(key);
    if (known?.version === this.#version) return known.set;
    const owners = root === undefined ? this.#projects.map((project) => project.root) : [root];
    const all = owners.flatMap((owner) => this.#files.get(owner) ?? []);
    const set = { key, uris: [...new Set([...all, ...named])], named };
    this.#sets.set(key, { version: this.#version, set });
    return set;
  }

  /** True when the file lies where only sources lie, so that it is never checked as a draft. */
  holds(uri: string): boolean {
    return this.#places.some(
      (place) => place.base !== null && isUnder(uri, place.base) && place.accepts(uri),
    );
  }

  /** True when facts come from this file, or would if it could be read. */
  has(uri: string): boolean {
    return this.#loader.loaded.has(uri);
  }

  /** True when a glob over everything may name the file, so that being open decides what it is. */
  isDoubtful(uri: string): boolean {
    return !this.holds(uri) && this.#places.some((place) => place.base === null);
  }

  /** Takes the text of a source that is being edited. */
  edited(uri: string, text: string): void {
    const before = this.#version;
    this.#loader.edited(uri, text);
    if (this.#version !== before) this.#announce();
  }

  /** All sources with their states, the built-in ones only while they are in use. */
  statuses(): SourceStatus[] {
    const infos = new Map(this.#checker.sources().map((info) => [info.uri, info]));
    const files = [...this.#loader.loaded].map(([uri, loaded]) =>
      fileStatus(uri, this.#nameOf(uri), loaded, infos.get(uri)),
    );
    const builtin = [...infos.values()].filter((info) => info.builtin).map((info) => builtinStatus(info));
    return [...files, ...this.#problems.map(({ status }) => status), ...builtin];
  }

  /** The same, and the same object, for as long as no source changes. */
  knownStatuses(): readonly SourceStatus[] {
    if (this.#statuses?.version !== this.#version || this.busy)
      this.#statuses = { version: this.#version, list: this.statuses() };
    return this.#statuses.list;
  }

  /** Why sources of a draft, or of any, could not be read, a line each: claims that rest on them are not checked. */
  unread(draft?: string): string[] {
    const owners = draft === undefined ? null : [projectOf(this.#projects, draft)?.root, draft];
    const uris = draft === undefined ? null : new Set(this.setFor(draft).uris);
    const files = [...this.#loader.loaded].filter(([uri]) => uris?.has(uri) ?? true);
    const states = [
      ...files.map(([uri, loaded]) => fileStatus(uri, this.#nameOf(uri), loaded, undefined)),
      ...this.#problems.filter(({ owner }) => owners?.includes(owner) ?? true).map(({ status }) => status),
    ];
    return states.flatMap(({ unread, message }) => (unread && message !== null ? [message] : []));
  }

  /** Entries of project files behind which there is no source. */
  missingEntries(): MissingEntry[] {
    return this.#problems.flatMap(({ declared, status }) =>
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
    const source = this.sourceAt(uri);
    return source === null ? null : (this.#checker.sourceText(source) ?? null);
  }

  /** The source of a file's uri or of an openable one, as reports name it; null where there is none. */
  sourceAt(uri: string): string | null {
    const wanted = normalUri(uri);
    for (const info of this.#checker.sources())
      if ([info.uri, normalUri(info.uri), normalUri(openableUri(info))].includes(wanted)) return info.uri;
    return null;
  }

  #nameOf(uri: string): string {
    const roots = this.#projects.map(({ root }) => root);
    return shortName(uri, roots);
  }

  #byUri(): ReadonlyMap<string, SourceInfo> {
    if (this.#infos?.version !== this.#version) {
      const byUri = new Map(this.#checker.sources().map((info) => [info.uri, info]));
      this.#infos = { version: this.#version, byUri };
    }
    return this.#infos.byUri;
  }

  async #reload(): Promise<void> {
    this.#busy++;
    this.#begun = Date.now();
    const before = this.#version;
    this.#announced = before;
    try {
      const files = await this.#find();
      for (const uri of [...this.#loader.loaded.keys()]) if (!files.has(uri)) this.#loader.drop(uri);
      await this.#read([...files.values()].filter((file) => !this.#loader.isFresh(file)));
      this.#tell();
    } catch (error) {
      this.#events.log(`Reading the sources failed: ${traceOf(error)}`);
      this.#problems = this.#projects.map(({ root }) => ({ owner: root, status: failedStatus(root) }));
      this.#version++;
    } finally {
      this.#busy--;
    }
    if (this.#version !== before) this.#announce();
  }

  async #find(): Promise<ReadonlyMap<string, ListedFile>> {
    const nameOf = (uri: string) => this.#nameOf(uri);
    const named = this.#drafts.places(this.#projects, this.#places, nameOf);
    const places = [...this.#places, ...named.places];
    this.#events.looking(places);
    const isSource = (uri: string, place: SourcePlace) =>
      place.owner !== uri && (this.#drafts.has(place.owner) || this.holds(uri) || !this.#events.isOpen(uri));
    const { files, owned, problems } = await findSources(this.#host, places, nameOf, isSource);
    const told = [...problems, ...named.problems];
    const said = (list: readonly Problem[]) => list.map(({ status }) => status.message).join("\n");
    const key = (of: ReadonlyMap<string, readonly string[]>) => JSON.stringify([...of]);
    if (said(told) !== said(this.#problems) || key(owned) !== key(this.#files)) this.#version++;
    this.#problems = told;
    this.#files = owned;
    return files;
  }

  async #read(files: readonly ListedFile[]): Promise<void> {
    let last = Date.now();
    for (const [at, file] of files.entries()) {
      this.#events.progress(at, files.length);
      await this.#loader.read(file);
      if (Date.now() - last < TICK || this.#events.isChecking()) continue;
      last = Date.now();
      this.#announce();
    }
    this.#events.progress(files.length, files.length);
  }

  #announce(): void {
    this.#announced = this.#version;
    this.#events.changed();
  }

  /** Logs what is wrong with a source once, and again when it is something else. */
  #tell(): void {
    const messages = this.statuses().flatMap(({ message }) => message ?? []);
    for (const message of messages) if (!this.#told.has(message)) this.#events.log(message);
    this.#told = new Set(messages);
  }
}
