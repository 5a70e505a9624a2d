/**
 * One connection with everything that its handlers share: client, settings, sources, drafts, status.
 * The only place where these are wired to one another.
 */
import type { Connection, TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { SOURCE_SCHEME, type Status } from "../protocol.ts";
import { draftDay, severitiesOf } from "../service/config/scope.ts";
import { traceOf } from "../service/failures.ts";
import type { Checker, DraftInput } from "../service/types.ts";
import { readFrontMatter } from "../text/front-matter.ts";
import { AcceptedFindings } from "./accepted-findings.ts";
import { Bibliographies } from "./bibliographies.ts";
import type { Client } from "./client.ts";
import { DraftMemory } from "./draft-memory.ts";
import { Drafts, draftStatus } from "./drafts.ts";
import { FactSheets, namesOrigin } from "./fact-sheets.ts";
import { FolderWatcher, watchedFolders } from "./folder-watcher.ts";
import type { Engine, Host } from "./host.ts";
import { OwnSources } from "./own-sources.ts";
import { Progress } from "./progress.ts";
import { ProjectDiagnostics } from "./project-diagnostics.ts";
import { isLeftDraft, type Project, projectOf } from "./project-file.ts";
import { DEFAULTS, readSettings, type Settings } from "./settings.ts";
import { normalUri } from "./source-places.ts";
import { SourceLibrary } from "./sources.ts";
import { StatusTeller } from "./status-teller.ts";
import type { Typing } from "./typing.ts";

export class Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: Client;
  readonly checker: Checker;
  readonly documents: TextDocuments<TextDocument>;
  readonly typing: Typing;
  readonly drafts: Drafts;
  readonly library: SourceLibrary;
  readonly bibliographies: Bibliographies;
  readonly accepted = new AcceptedFindings(this);
  readonly memory = new DraftMemory(this);
  readonly ownSources = new OwnSources(this);
  readonly readDraft: Engine["readDraft"];
  settings: Settings = DEFAULTS;
  /** Settings of single workspace folders, by uri. */
  folderSettings: ReadonlyMap<string, Settings> = new Map();
  roots: readonly string[];
  projects: readonly Project[] = [];
  /** Goes up whenever the project files are read. */
  projectTurn = 0;
  /** Called when the sources have changed and open drafts must be shown anew. */
  onSourcesChanged: () => void = () => {};
  /** Called when a bibliography is read for the first time. */
  onBibliographyFound: (uri: string) => void = () => {};
  /** Settles when the settings have been read for the first time: no check comes before. */
  readonly #started: Promise<void>;
  #begin: () => void = () => {};
  readonly #folders = new FolderWatcher(this);
  readonly #projectDiagnostics: ProjectDiagnostics;
  readonly #progress: Progress;
  readonly #status: StatusTeller;
  readonly #sheets: FactSheets;

  constructor(
    connection: Connection,
    host: Host,
    engine: Engine,
    client: Client,
    typing: Typing,
    documents: TextDocuments<TextDocument>,
  ) {
    this.connection = connection;
    this.host = host;
    this.client = client;
    this.typing = typing;
    this.documents = documents;
    this.roots = client.roots;
    this.readDraft = engine.readDraft;
    this.#projectDiagnostics = new ProjectDiagnostics(connection);
    this.#status = new StatusTeller(
      connection,
      () => this.#activity(),
      () => this.library.knownStatuses(),
    );
    this.#progress = new Progress(connection, client.showsProgress);
    this.#started = new Promise((resolve) => {
      this.#begin = resolve;
    });
    this.settings = readSettings(client.settings);
    this.checker = engine.createChecker({ builtin: this.settings.builtin });
    this.library = this.#newLibrary();
    this.bibliographies = this.#newBibliographies();
    this.#sheets = new FactSheets(this, engine);
    this.drafts = this.#newDrafts(engine);
  }

  /** Lets checks begin: the settings are known, and sources are being read. */
  settingsKnown(): void {
    this.#begin();
  }

  /** Runs the first reading of settings and sources; checks go on even if it fails. */
  async start(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } finally {
      this.#begin();
    }
  }

  normal(uri: string): string {
    return normalUri(uri);
  }

  /** Hands the text of a source that is open in the editor to the checker. */
  takeEdited(uri: string): void {
    const text = this.openDocument(uri)?.getText();
    if (text !== undefined) this.library.edited(uri, text);
  }

  /** True for an open document that is checked: Markdown, not one of the sources, and not left out by its project. */
  isDraft(uri: string): boolean {
    const isOther =
      this.isSource(uri) || this.isFactSheet(uri) || this.bibliographies.uris.has(normalUri(uri));
    return !isOther && isLeftDraft(this.projects, normalUri(uri));
  }

  /** True for an open source, or one not saved yet, that names what it was made from: it is checked against that. */
  isFactSheet(uri: string): boolean {
    const document = this.documents.get(uri);
    if (!document || !(this.isSource(uri) || uri.startsWith("untitled:"))) return false;
    return namesOrigin(document.getText());
  }

  /** True for an open document on which there is a report: a draft or a fact sheet. */
  isChecked(uri: string): boolean {
    return this.isDraft(uri) || this.isFactSheet(uri);
  }

  /** True for a document that lies where only sources lie. */
  isSource(uri: string): boolean {
    return uri.startsWith(`${SOURCE_SCHEME}:`) || this.library.holds(normalUri(uri));
  }

  settingsOf(root: string): Settings {
    return this.folderSettings.get(root) ?? this.settings;
  }

  /** The settings that count for a draft: what its project's file says stands in their place. */
  settingsFor(uri: string): Settings {
    const project = projectOf(this.projects, normalUri(uri));
    if (!project) return this.settings;
    return { ...project.settings, severity: severitiesOf(project.config, project.settings.severity) };
  }

  tellProjects(): void {
    this.#projectDiagnostics.tell(this.projects, this.library.missingEntries(), this.accepted.unread());
  }

  /** An open document by its uri in normal spelling; clients may spell it otherwise. */
  openDocument(uri: string): TextDocument | undefined {
    return (
      this.documents.get(uri) ?? this.documents.all().find((document) => normalUri(document.uri) === uri)
    );
  }

  /**
   * What the checker is given for a draft: the sources that count for it, and the day that its project says its relative
   * dates count from.
   */
  draftInput(uri: string, text: string): DraftInput {
    const normal = normalUri(uri);
    const project = projectOf(this.projects, normal);
    const date = project && draftDay(project.config, text);
    const sources = this.library.setFor(normal);
    const { entries: bibliography } = this.bibliographies.known(uri, readFrontMatter(text));
    return { uri, text, sources, bibliography, ...(date ? { date } : {}) };
  }

  /** The uri under which the client can open a source of a report. */
  openable(source: string): string {
    return this.library.openable(source);
  }

  status(): Status {
    return { ...this.#activity(), sources: this.library.statuses() };
  }

  /** Tells the client the status shortly, where it differs from what the client knows. */
  tellStatus(): void {
    this.#status.tell();
  }

  /** Writes a line to the client's log; a client that has gone is no reason to fail. */
  log(level: "warn" | "error", message: string): void {
    try {
      this.connection.console[level](message);
    } catch {
      // Nobody is left to tell.
    }
  }

  /** Answers a request about a document, once the settings that decide what is a draft have been read. */
  async answer<T>(name: string, uri: string, otherwise: T, work: () => T | Promise<T>): Promise<T> {
    await this.#started;
    return this.guard(name, uri, otherwise, work);
  }

  /** Runs some work; an exception is logged once with its place and answered with `otherwise`. */
  async guard<T>(name: string, uri: string, otherwise: T, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const version = this.documents.get(uri)?.version ?? "closed";
      this.log("error", `${name} failed on ${uri} (version ${version}): ${traceOf(error)}`);
      return otherwise;
    }
  }

  dispose(): void {
    this.#status.dispose();
    this.#progress.end();
  }

  /** Reads the bibliographies of open drafts again: one of them may have changed. */
  refreshBibliographies(): void {
    this.bibliographies.stale();
    for (const { uri } of this.documents.all())
      if (this.drafts.last(uri))
        void this.bibliographies.read(uri, readFrontMatter(this.documents.get(uri)?.getText() ?? ""));
  }

  #newLibrary(): SourceLibrary {
    return new SourceLibrary(this.checker, this.host, this.settings, {
      changed: () => this.#sourcesChanged(),
      looking: (places) => this.#folders.follow(watchedFolders(places, this.roots)),
      progress: (done, all) => this.#progress.tell(done, all),
      isChecking: () => this.drafts.busy > 0,
      log: (message) => this.log("warn", message),
      openText: (uri) => this.openDocument(uri)?.getText(),
      isOpen: (uri) => this.openDocument(uri) !== undefined,
    });
  }

  #newBibliographies(): Bibliographies {
    return new Bibliographies({
      host: this.host,
      projectOf: (uri) => projectOf(this.projects, uri),
      openText: (uri) => this.openDocument(uri)?.getText(),
      changed: () => this.#bibliographiesChanged(),
      found: (uri) => this.onBibliographyFound(uri),
      log: (message) => this.log("warn", message),
    });
  }

  #newDrafts(engine: Engine): Drafts {
    return new Drafts({
      checker: this.checker,
      engine,
      current: (uri) => this.documents.get(uri),
      ready: (uri) => this.#readyFor(uri),
      generation: () => this.library.generation,
      report: (uri, text, cancelled) =>
        this.isFactSheet(uri)
          ? this.#sheets.check(uri, text, cancelled)
          : this.accepted.applied(uri, this.checker.checkInSlices(this.draftInput(uri, text), cancelled)),
      maxFileSize: () => this.settings.maxFileSize,
      activity: () => this.tellStatus(),
    });
  }

  async #readyFor(uri: string): Promise<void> {
    await Promise.all([this.#started, this.memory.recall(uri)]);
    if (!this.ownSources.follows(uri)) await this.ownSources.follow(uri);
    await this.library.ready;
  }

  /** What keys mean may change the findings of a draft although no source has changed. */
  #bibliographiesChanged(): void {
    this.ownSources.refresh();
    this.library.changed();
    this.onSourcesChanged();
  }

  #activity(): Omit<Status, "sources"> {
    const drafts = this.documents.all().flatMap((document) => {
      const last = this.isDraft(document.uri) ? this.drafts.last(document.uri) : undefined;
      return last ? [draftStatus(last)] : [];
    });
    return { busy: this.library.busy || this.drafts.busy > 0, drafts };
  }

  #sourcesChanged(): void {
    if (this.#status.isOver) return;
    this.tellStatus();
    this.tellProjects();
    this.onSourcesChanged();
  }
}
