/**
 * The language server: capabilities, and which handler serves what. Knows the protocol and the engine's façade;
 * the machine it runs on and the engine are handed in.
 */
import {
  CodeActionKind,
  type Connection,
  type FileOperationRegistrationOptions,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { SOURCE_SCHEME } from "../protocol.ts";
import { type Client, readClient } from "./client.ts";
import { serveAcceptance } from "./handlers/acceptance.ts";
import { serveCheckAll } from "./handlers/check-all.ts";
import { serveCitations } from "./handlers/citations.ts";
import { FIX_ALL, serveCodeActions } from "./handlers/code-actions.ts";
import { COMMANDS, serveCommands } from "./handlers/commands.ts";
import { COMPLETION_TRIGGERS, serveCompletion } from "./handlers/completion.ts";
import { pull, serveConfiguration, startConfiguration } from "./handlers/configuration.ts";
import { serveDefinition } from "./handlers/definition.ts";
import { serveDiagnostics } from "./handlers/diagnostics.ts";
import { serveExplanations } from "./handlers/explain.ts";
import { serveClaimExplanations } from "./handlers/explain-claim.ts";
import { serveFactSheets } from "./handlers/fact-sheet.ts";
import { serveHover } from "./handlers/hover.ts";
import { serveReferences } from "./handlers/references.ts";
import { serveReports } from "./handlers/report.ts";
import { serveRequests } from "./handlers/requests.ts";
import { serveWatchedFiles, startWatching } from "./handlers/watched-files.ts";
import type { Engine, Host } from "./host.ts";
import { Session } from "./session.ts";
import { Typing } from "./typing.ts";

const FOLDERS: FileOperationRegistrationOptions = {
  filters: [{ scheme: "file", pattern: { glob: "**", matches: "folder" } }],
};

/** Serves a connection until the client ends it. `version` is told to the client. */
export function startServer(connection: Connection, host: Host, engine: Engine, version = "0.1.0"): void {
  const typing = new Typing();
  const documents = new TextDocuments(typing.documents);
  let session: Session | undefined;
  connection.onInitialize((params) => {
    const client = readClient(params);
    session = new Session(connection, host, engine, client, typing, documents);
    serve(session, version);
    return { capabilities: capabilities(client), serverInfo: { name: "Claimcheck", version } };
  });
  connection.onInitialized(() => {
    if (session) void start(session);
  });
  connection.onShutdown(async () => {
    session?.memory.flush();
    session?.dispose();
    // What was read is kept for the next start, if that takes no longer than a client waits.
    await Promise.race([host.settled?.(), new Promise((resolve) => setTimeout(resolve, 1500))]);
  });
  documents.listen(connection);
  connection.listen();
}

function serve(session: Session, version: string): void {
  serveDiagnostics(session);
  serveHover(session);
  serveCodeActions(session);
  serveDefinition(session);
  serveCommands(session);
  serveReferences(session);
  serveFactSheets(session);
  serveRequests(session);
  serveAcceptance(session);
  serveCitations(session);
  serveCompletion(session);
  serveExplanations(session);
  serveClaimExplanations(session);
  serveCheckAll(session);
  serveReports(session, version);
  serveConfiguration(session);
  serveWatchedFiles(session);
  followDocuments(session);
}

async function start(session: Session): Promise<void> {
  await session.guard("Reading the sources", "", undefined, () => session.start(() => pull(session)));
  await session.guard("Registering", "", undefined, () => startConfiguration(session));
  await session.guard("Registering watchers", "", undefined, () => startWatching(session));
}

/** A source that is edited counts as it stands in the editor; once closed, as it stands in its file. */
function followDocuments(session: Session): void {
  const { documents, library, drafts, typing } = session;
  const timers = new Map<string, NodeJS.Timeout>();
  let opened: TextDocument | null = null;
  documents.onDidOpen(({ document }) => {
    opened = document;
    if (library.isDoubtful(session.normal(document.uri))) void library.reload();
  });
  documents.onDidChangeContent(({ document }) => {
    const uri = session.normal(document.uri);
    clearTimeout(timers.get(uri));
    const take = () => {
      if (library.has(uri)) session.takeEdited(uri);
      if (session.bibliographies.uris.has(uri)) session.refreshBibliographies();
      void session.ownSources.follow(document.uri);
    };
    // A draft that was just opened is followed by its first check. Versions may begin at any number.
    if (document !== opened || library.has(uri)) timers.set(uri, setTimeout(take, session.settings.pause));
  });
  documents.onDidClose(({ document }) => {
    const uri = session.normal(document.uri);
    clearTimeout(timers.get(uri));
    drafts.forget(document.uri);
    session.ownSources.unfollow(document.uri);
    session.bibliographies.forget(document.uri);
    if (session.bibliographies.uris.has(uri)) session.refreshBibliographies();
    typing.forget(document.uri);
    session.tellStatus();
    if (library.has(uri) || library.isDoubtful(uri)) void library.reload();
  });
}

function capabilities(client: Client): InitializeResult["capabilities"] {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
      resolveProvider: false,
    },
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS },
    executeCommandProvider: { commands: [...COMMANDS] },
    ...(client.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: "claimcheck",
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: client.changesFolders },
      fileOperations: { didCreate: FOLDERS, didRename: FOLDERS, didDelete: FOLDERS },
      ...(client.readsSourceScheme ? { textDocumentContent: { schemes: [SOURCE_SCHEME] } } : {}),
    },
  };
}
