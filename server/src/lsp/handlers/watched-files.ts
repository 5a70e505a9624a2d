/**
 * Files that change on disk: sources, bibliographies, project files and accepted findings are read again.
 */
import {
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import { CONFIG_FILE } from "../../service/config/types.ts";
import type { Session } from "../session.ts";
import { normalUri } from "../source-places.ts";
import { readAccepted } from "./acceptance.ts";
import { readProjects } from "./configuration.ts";

/** Bibliographies; of JSON and YAML files only those that are called like one. */
const BIBLIOGRAPHIES = "**/{*.bib,*.bibtex,*.biblatex,*{bib,Bib,ref,Ref,cit,lit,csl,lib}*.{json,yaml,yml}}";
const BIBLIOGRAPHY = /\.(?:bib|bibtex|biblatex|json|ya?ml)$/i;

/** Every file that may be or become a source: the globs of the settings may name any of them. */
const WATCHED = "**/*.{md,markdown,txt,html,htm,xhtml,pdf,docx}";

/** Serves what clients tell of files that changed. */
export function serveWatchedFiles(session: Session): void {
  const { connection, client } = session;
  connection.onDidChangeWatchedFiles(({ changes }) =>
    session.guard("Watched files", "", undefined, async () => {
      if (changes.some(({ uri }) => BIBLIOGRAPHY.test(uri))) session.refreshBibliographies();
      const isProject = changes.some(({ uri }) => uri.endsWith(`/${CONFIG_FILE}`));
      const matters = changes.some(
        ({ uri, type }) =>
          (type !== FileChangeType.Changed && !BIBLIOGRAPHY.test(uri)) || session.library.has(normalUri(uri)),
      );
      const namesDrafts = session.projects.some(({ config }) => config.drafts !== null);
      if (changes.some(({ uri }) => session.accepted.has(normalUri(uri)))) await readAccepted(session);
      if (isProject || (matters && namesDrafts)) await readProjects(session);
      else if (matters) await session.library.reload();
    }),
  );
  const moved = () => {
    session.refreshBibliographies();
    void session.guard("Moved files", "", undefined, () => readProjects(session));
  };
  // A folder that goes or moves as a whole is no change of any file in it to some watchers.
  connection.workspace.onDidRenameFiles(moved);
  connection.workspace.onDidDeleteFiles(moved);
  connection.workspace.onDidCreateFiles(moved);
  session.documents.onDidSave(() => {
    // Who is not told of files looks at them now and then.
    if (client.registersWatchers) return;
    session.refreshBibliographies();
    void session.guard("Project files", "", undefined, () => readProjects(session));
  });
}

/** After `initialized`: asks to be told of files that change, and of the text of bibliographies while they are open. */
export async function startWatching(session: Session): Promise<void> {
  const { connection, client } = session;
  if (client.registersWatchers) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [WATCHED, `**/${CONFIG_FILE}`, BIBLIOGRAPHIES].map((globPattern) => ({ globPattern })),
    });
  }
  if (client.registersDocuments) session.onBibliographyFound = (uri) => void followText(session, uri);
  for (const uri of session.bibliographies.uris) session.onBibliographyFound(uri);
}

/** Asks to be told what stands in a bibliography while it is open, since entries are added to that. */
async function followText(session: Session, uri: string): Promise<void> {
  const path = URI.parse(uri).path;
  // What means something in a pattern would name other files too.
  if (/[*?{}[\]!]/.test(path)) return;
  const documentSelector = [{ scheme: URI.parse(uri).scheme, pattern: path }];
  const { client } = session.connection;
  await session.guard("Following a bibliography", uri, undefined, async () => {
    await client.register(DidOpenTextDocumentNotification.type, { documentSelector });
    await client.register(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    await client.register(DidCloseTextDocumentNotification.type, { documentSelector });
  });
}
