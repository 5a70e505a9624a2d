/**
 * A small editor without a screen: starts a server over stdio, opens and edits documents in a folder of its own, and
 * keeps what the server sends. Every wait has a limit and polls; nothing sleeps for luck.
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import {
  CancellationTokenSource,
  type CodeAction,
  type Connection,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { startServer } from "../../../server/src/lsp/server.ts";
import { DraftRecords } from "../../../server/src/node/cache/draft-records.ts";
import { createNodeHost } from "../../../server/src/node/host.ts";
import { Methods, type Status, type StatusUpdate } from "../../../server/src/protocol.ts";
import { type ClientKind, capabilities } from "./capabilities.ts";
import { fakeEngine } from "./fake-engine.ts";

export interface EditorOptions {
  /** The command that starts a server; without it the server runs in this process, with the fake engine. */
  readonly server?: string;
  /** The folder of the workspace, which is kept; one is made where absent, and removed. */
  readonly root?: string;
  /** The folder for readings of sources and for what is kept of drafts; none is used where absent. */
  readonly cache?: string;
  /** Files of the workspace by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The `claimcheck.*` settings. */
  readonly settings?: Record<string, unknown>;
  /** Workspace folders by path, with their own settings; the whole workspace where absent. */
  readonly folders?: Readonly<Record<string, Record<string, unknown>>>;
  readonly client?: ClientKind;
  readonly commands?: readonly string[];
}

export class Editor {
  readonly root: string;
  readonly log: string[] = [];
  readonly pushed: PublishDiagnosticsParams[] = [];
  readonly statuses: Status[] = [];
  readonly shown: { uri: string; selection?: Range }[] = [];
  readonly watched: unknown[] = [];
  /** The kinds of progress reports. */
  readonly progress: string[] = [];
  refreshes = 0;
  settings: Record<string, unknown>;
  connection!: ProtocolConnection;
  initialized!: InitializeResult;
  exitCode: number | null = null;
  #process: ChildProcessWithoutNullStreams | undefined;
  #embedded: Connection | undefined;
  #isKept = false;
  readonly #documents = new Map<string, TextDocument>();
  readonly #folders = new Map<string, Record<string, unknown>>();

  private constructor(root: string, settings: Record<string, unknown>) {
    this.root = root;
    this.settings = settings;
  }

  static async open(options: EditorOptions = {}): Promise<Editor> {
    const root = await realpath(options.root ?? (await mkdtemp(join(tmpdir(), "claimcheck-"))));
    const editor = new Editor(root, options.settings ?? {});
    editor.#isKept = options.root !== undefined;
    for (const [path, own] of Object.entries(options.folders ?? {}))
      editor.#folders.set(editor.uri(path), own);
    for (const [path, content] of Object.entries(options.files ?? {})) await editor.write(path, content);
    if (options.server) editor.#spawn(options.server, options.cache ?? "off");
    else editor.#embed(options.cache);
    editor.#answer();
    editor.connection.listen();
    editor.initialized = await editor.connection.sendRequest<InitializeResult>("initialize", {
      processId: options.server ? process.pid : null,
      rootUri: URI.file(root).toString(),
      workspaceFolders: Object.keys(options.folders ?? { "": {} }).map((path) => ({
        uri: editor.uri(path),
        name: path,
      })),
      capabilities: capabilities(options.client ?? "full"),
      initializationOptions: { settings: options.settings, commands: options.commands ?? [] },
    });
    await editor.connection.sendNotification("initialized", {});
    return editor;
  }

  /** Of the server's process; undefined where it runs in this one. */
  get serverId(): number | undefined {
    return this.#process?.pid;
  }

  uri(path: string): string {
    return URI.file(join(this.root, path)).toString();
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const full = join(this.root, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, content);
  }

  /** Tells the server that files changed on disk: 1 created, 2 changed, 3 deleted. */
  async tell(path: string, type: 1 | 2 | 3): Promise<void> {
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: this.uri(path), type }],
    });
  }

  /** Tells the server that the writer has renamed a file or folder in the editor. */
  async tellRenamed(from: string, to: string): Promise<void> {
    await this.connection.sendNotification("workspace/didRenameFiles", {
      files: [{ oldUri: this.uri(from), newUri: this.uri(to) }],
    });
  }

  async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(join(this.root, to)), { recursive: true });
    await rename(join(this.root, from), join(this.root, to));
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.root, path), { recursive: true });
  }

  async openDraft(path: string, text: string): Promise<string> {
    const uri = this.uri(path);
    this.#documents.set(uri, TextDocument.create(uri, "markdown", 1, text));
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "markdown", version: 1, text },
    });
    return uri;
  }

  async closeDraft(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#documents.get(uri)!.getText();
  }

  /** Edits a document as the server is told it. */
  async edit(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.#documents.get(uri)!;
    const version = document.version + 1;
    // The protocol applies changes one after another, so that the last one in the text goes first.
    const contentChanges = [...edits]
      .map((edit, index) => ({ edit, index }))
      .sort(
        (a, b) =>
          document.offsetAt(b.edit.range.start) - document.offsetAt(a.edit.range.start) || b.index - a.index,
      )
      .map(({ edit }) => ({ range: edit.range, text: edit.newText }));
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  /** Replaces the first occurrence of some words. */
  async replace(uri: string, words: string, by: string): Promise<void> {
    await this.edit(uri, [{ range: this.rangeOf(uri, words), newText: by }]);
  }

  async apply(uri: string, action: CodeAction): Promise<void> {
    const [change] = action.edit?.documentChanges ?? [];
    if (change && "edits" in change) await this.edit(uri, change.edits as TextEdit[]);
    else await this.edit(uri, action.edit?.changes?.[uri] ?? []);
  }

  at(uri: string, words: string): Position {
    return this.rangeOf(uri, words).start;
  }

  rangeOf(uri: string, words: string): Range {
    const document = this.#documents.get(uri)!;
    const start = document.getText().indexOf(words);
    if (start < 0) throw new Error(`“${words}” does not stand in the draft.`);
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
  }

  wordsAt(uri: string, range: Range): string {
    return this.#documents.get(uri)!.getText(range);
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      identifier: "claimcheck",
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** A pull that is cancelled as soon as it is sent. */
  async cancelled(uri: string): Promise<DocumentDiagnosticReport> {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, identifier: "claimcheck" };
    const answer = this.connection.sendRequest<DocumentDiagnosticReport>(
      "textDocument/diagnostic",
      params,
      source.token,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    source.cancel();
    return answer;
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== "full") throw new Error("The report is not full.");
    return report.items;
  }

  async hover(uri: string, words: string, shift = 0): Promise<Hover | null> {
    const { line, character } = this.at(uri, words);
    return this.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line, character: character + shift },
    });
  }

  async actions(uri: string, words: string, only?: string[]): Promise<CodeAction[]> {
    const range = this.rangeOf(uri, words);
    const diagnostics = (await this.diagnostics(uri)).filter(
      (item) => item.range.start.line === range.start.line,
    );
    return this.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
  }

  /** Waits until a question has an answer; fails with `what` after five seconds. */
  async until<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<T>> {
    for (const end = Date.now() + 5000; Date.now() < end; ) {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<T>;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Not within five seconds: ${what}. Log:\n${this.log.join("\n")}`);
  }

  async close(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    if (this.#process) {
      await this.connection.sendNotification("exit");
      await this.until("the server ends", () => this.exitCode !== null);
    }
    this.connection.dispose();
    this.#embedded?.dispose();
    if (!this.#isKept) await rm(this.root, { recursive: true, force: true });
  }

  #spawn(command: string, cache: string): void {
    const [program, ...args] = command.split(" ");
    const env = { ...process.env, CLAIMCHECK_CACHE: cache };
    const child = spawn(program!, args, { stdio: "pipe", env });
    child.on("exit", (code) => {
      this.exitCode = code ?? -1;
    });
    child.stderr.on("data", (data: Buffer) => this.log.push(`stderr: ${data.toString()}`));
    this.#process = child;
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
  }

  #embed(cache: string | undefined): void {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    this.#embedded = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    const records = cache === undefined ? null : new DraftRecords(join(cache, "drafts"), { program: "test" });
    startServer(this.#embedded, createNodeHost(null, records), fakeEngine);
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
  }

  #answer(): void {
    const { connection } = this;
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.log.push(message);
    });
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.pushed.push(params);
    });
    connection.onNotification(Methods.status, (update: StatusUpdate) => {
      this.statuses.push({ ...update, sources: update.sources ?? this.statuses.at(-1)?.sources ?? [] });
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => this.#folders.get(scopeUri ?? "") ?? this.settings),
    );
    connection.onRequest("client/registerCapability", ({ registrations }: { registrations: unknown[] }) => {
      this.watched.push(...registrations);
      return null;
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
      this.progress.push(value.kind);
    });
    connection.onRequest("window/showDocument", (params: { uri: string }) => {
      this.shown.push(params);
      return { success: true };
    });
  }
}
