/**
 * What the client can do, read once from its `initialize` request. Knows the protocol only.
 */
import { type InitializeParams, MarkupKind } from "vscode-languageserver/node";
import type { InitializationOptions } from "../protocol.ts";
import { normalUri } from "./source-places.ts";

export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsRelatedInformation: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** Watches globs below a given folder, inside the workspace or not. */
  readonly watchesBelow: boolean;
  readonly changesFolders: boolean;
  readonly markdownHover: boolean;
  readonly linksDefinitions: boolean;
  readonly showsDocuments: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  /** Tells of documents of further kinds once asked to. */
  readonly registersDocuments: boolean;
  readonly literalActions: boolean;
  readonly readsSourceScheme: boolean;
  /** Shows how far long work has come. */
  readonly showsProgress: boolean;
  /** Commands that the client offers. */
  readonly commands: readonly string[];
  /** Settings handed in at the start, for clients without `workspace/configuration`. */
  readonly settings: unknown;
  /** Workspace folders, as uris. */
  readonly roots: readonly string[];
}

/** What the client can do and asks for, with "no" for all that it does not name. */
export function readClient(params: InitializeParams): Client {
  const { workspace, textDocument, window } = params.capabilities;
  const options = (params.initializationOptions ?? {}) as Partial<InitializationOptions>;
  const formats = textDocument?.hover?.contentFormat ?? [];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsRelatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesBelow:
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true &&
      workspace.didChangeWatchedFiles.relativePatternSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    markdownHover: formats.length === 0 || formats.includes(MarkupKind.Markdown),
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    registersDocuments: textDocument?.synchronization?.dynamicRegistration === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    readsSourceScheme: workspace?.textDocumentContent !== undefined,
    showsProgress: window?.workDoneProgress === true,
    commands: Array.isArray(options.commands)
      ? options.commands.filter((name) => typeof name === "string")
      : [],
    settings: options.settings,
    roots: rootsOf(params),
  };
}

function rootsOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders ?? [];
  if (folders.length > 0) return folders.map((folder) => normalUri(folder.uri));
  return params.rootUri ? [normalUri(params.rootUri)] : [];
}
