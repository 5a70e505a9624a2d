/** Kinds of clients for tests, as their capabilities. */

/** `push`: cannot pull diagnostics; `poor`: has no dynamic registration, no configuration and plain text only. */
export type ClientKind = "full" | "push" | "poor";

/** What a client of a kind tells the server that it can do. */
export function capabilities(kind: ClientKind) {
  const pull = kind === "full" ? { diagnostic: { dynamicRegistration: true, relatedInformation: true } } : {};
  if (kind === "poor") return { textDocument: { hover: { contentFormat: ["plaintext"] } } };
  return {
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      workspaceFolders: true,
      diagnostics: { refreshSupport: true },
      workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
      textDocumentContent: {},
    },
    textDocument: {
      ...pull,
      synchronization: { dynamicRegistration: true },
      publishDiagnostics: { relatedInformation: true, versionSupport: true },
      hover: { contentFormat: ["markdown", "plaintext"] },
      definition: { linkSupport: true },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
      },
    },
    window: { showDocument: { support: true }, workDoneProgress: true },
  };
}
