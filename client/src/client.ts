/**
 * The language client: how the server is started, what it is told, and what becomes of a crash. Knows the protocol;
 * nothing of commands and views, which ask it.
 */
import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from "vscode-languageclient/node";
import {
  ACCEPT_COMMAND,
  IGNORE_COMMAND,
  type InitializationOptions,
  Methods,
  SHOW_PASSAGE_COMMAND,
  type Status,
  type StatusUpdate,
} from "../../server/src/protocol.ts";
import { answered, Crashes } from "./failures.ts";

/** The documents that are checked: Markdown on disk, and Markdown that has no file yet. */
export const DRAFTS = [
  { scheme: "file", language: "markdown" },
  { scheme: "untitled", language: "markdown" },
];

export interface Session extends Disposable {
  readonly context: ExtensionContext;
  readonly client: LanguageClient;
  readonly log: LogOutputChannel;
  /** What the server said last; null before it said anything and while it is down. */
  readonly status: Status | null;
  /** Fires with every new status, and when the server starts or stops. */
  readonly onStatus: Event<void>;
  /** Why there is no server, in one sentence, or null. */
  readonly failure: string | null;
  start(): Promise<void>;
  restart(): Promise<void>;
}

/** A client with its server not yet started. Never shows a message by itself: its state is for the views. */
export function createSession(context: ExtensionContext): Session {
  const log = window.createOutputChannel("Claimcheck", { log: true });
  const changed = new EventEmitter<void>();
  let status: Status | null = null;
  let failure: string | null = null;
  const fail = (message: string) => {
    log.error(message);
    failure = message;
    changed.fire();
  };
  const crashes = new Crashes();
  const options = clientOptions(log, fail, crashes);
  const client = new LanguageClient("claimcheck", "Claimcheck", serverOptions(context), options);
  client.onNotification(Methods.status, (next: StatusUpdate) => {
    status = { ...next, sources: next.sources ?? status?.sources ?? [] };
    changed.fire();
  });
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) failure = null;
    else status = null;
    changed.fire();
  });
  const start = () =>
    client.start().catch((error) => fail(`The language server did not start: ${String(error)}`));
  return {
    context,
    client,
    log,
    onStatus: changed.event,
    get status() {
      return status;
    },
    get failure() {
      return failure;
    },
    start,
    restart() {
      crashes.clear();
      return client.isRunning() ? client.restart() : start();
    },
    dispose() {
      changed.dispose();
      void client.dispose().catch(() => undefined);
      log.dispose();
    },
  };
}

/** Megabytes for what is young: a keystroke leaves four, and with the usual 16 every third of them waits for the collector. */
const ROOM = "--max-semi-space-size=64";

function serverOptions(context: ExtensionContext): ServerOptions {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
  // What was read of sources is kept with the extension's own data, which goes when the extension goes.
  const env = { CLAIMCHECK_CACHE: Uri.joinPath(context.globalStorageUri, "readings").fsPath };
  const run = { module, transport: TransportKind.ipc, options: { env, execArgv: [ROOM] } };
  return { run, debug: { ...run, options: { env, execArgv: [ROOM, "--nolazy", "--inspect=6019"] } } };
}

function clientOptions(
  log: LogOutputChannel,
  fail: (message: string) => void,
  crashes: Crashes,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    settings: JSON.parse(JSON.stringify(workspace.getConfiguration("claimcheck"))),
    commands: [IGNORE_COMMAND, ACCEPT_COMMAND],
  };
  return {
    documentSelector: DRAFTS,
    initializationOptions,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: [SHOW_PASSAGE_COMMAND] }, supportThemeIcons: false },
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: true },
    middleware: {
      sendRequest: async (type, param, token, next) => answered(await next(type, param, token)),
    },
    errorHandler: errorHandler(fail, crashes),
    initializationFailedHandler(error) {
      fail(`The language server could not be set up: ${String(error)}`);
      return false;
    },
  };
}

/** Restarts a crashed server a few times, in silence; then the status item says so. */
function errorHandler(fail: (message: string) => void, crashes: Crashes): ErrorHandler {
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const recent = crashes.add(Date.now());
      if (recent <= crashes.limit) return { action: CloseAction.Restart, handled: true };
      fail(`The language server stopped ${recent} times within ${crashes.minutes} minutes and stays off.`);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
