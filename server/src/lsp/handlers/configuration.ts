/**
 * Settings, workspace folders and changed files: whatever makes the sources be read again.
 */
import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import { CONFIG_FILE } from "../../service/config/types.ts";
import { type Project, readProject } from "../project-file.ts";
import type { Session } from "../session.ts";
import { readSettings } from "../settings.ts";
import { normalUri } from "../source-places.ts";
import { readAccepted } from "./acceptance.ts";

/** Bibliographies; of JSON and YAML files only those that are called like one. */
const BIBLIOGRAPHIES = "**/{*.bib,*.bibtex,*.biblatex,*{bib,Bib,ref,Ref,cit,lit,csl,lib}*.{json,yaml,yml}}";
const BIBLIOGRAPHY = /\.(?:bib|bibtex|biblatex|json|ya?ml)$/i;

/** Every file that may be or become a source: the globs of the settings may name any of them. */
const WATCHED = "**/*.{md,markdown,txt,html,htm,xhtml,pdf,docx}";

export function serveConfiguration(session: Session): void {
  const { connection, client } = session;
  connection.onDidChangeConfiguration(({ settings }) =>
    session.guard("Configuration", "", undefined, () => {
      const sent = (settings as { claimcheck?: unknown } | null | undefined)?.claimcheck;
      return client.configuration ? pull(session) : apply(session, sent ?? settings);
    }),
  );
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

/** After `initialized`: asks to be told of changes, and reads settings and sources for the first time. */
export async function startConfiguration(session: Session): Promise<void> {
  const { connection, client } = session;
  if (client.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "claimcheck" });
  }
  if (client.registersWatchers) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [WATCHED, `**/${CONFIG_FILE}`, BIBLIOGRAPHIES].map((globPattern) => ({ globPattern })),
    });
  }
  if (client.registersDocuments) session.onBibliographyFound = (uri) => void followText(session, uri);
  for (const uri of session.bibliographies.uris) session.onBibliographyFound(uri);
  if (client.changesFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => normalUri(folder.uri)));
      session.roots = [
        ...session.roots.filter((root) => !gone.has(root)),
        ...added.map((folder) => normalUri(folder.uri)),
      ];
      void session.guard("Workspace folders", "", undefined, () => pull(session));
    });
  }
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

/** Reads the settings, from the client where it answers, and then the sources. */
export async function pull(session: Session): Promise<void> {
  if (!session.client.configuration) return apply(session, session.client.settings);
  const { roots, connection } = session;
  const items = [
    { section: "claimcheck" },
    ...roots.map((scopeUri) => ({ scopeUri, section: "claimcheck" })),
  ];
  const [value, ...own] = (await connection.workspace.getConfiguration(items)) as unknown[];
  const folders = new Map(own.map((settings, at) => [roots[at]!, settings]));
  await apply(session, value ?? session.client.settings, folders);
}

/** `folders`: what counts in single workspace folders, by uri. */
async function apply(
  session: Session,
  value: unknown,
  folders: ReadonlyMap<string, unknown> = new Map(),
): Promise<void> {
  const said = () =>
    JSON.stringify([session.settings, session.roots.map((root) => session.settingsOf(root))]);
  const before = said();
  session.settings = readSettings(value);
  session.folderSettings = new Map([...folders].map(([root, own]) => [root, readSettings(own ?? value)]));
  await readProjects(session);
  // Severities and what is shown change without any source changing.
  if (said() !== before) session.onSourcesChanged();
  session.tellStatus();
}

/** Reads the project files of all workspace folders, and then the sources. Of calls that overlap the last one counts. */
async function readProjects(session: Session): Promise<void> {
  const turn = ++session.projectTurn;
  const { host, roots } = session;
  const projects = await Promise.all(roots.map((root) => readProject(host, root, session.settingsOf(root))));
  if (turn !== session.projectTurn) return;
  logProblems(session, projects);
  const said = (list: readonly Project[]) => JSON.stringify(list.map(({ config }) => config));
  const isOther = said(projects) !== said(session.projects);
  session.projects = projects;
  // A day or a severity changes what is shown without any source changing.
  if (isOther) session.library.version++;
  if (isOther) session.refreshBibliographies();
  const isAccepted = await session.accepted.read(projects);
  if (isAccepted) session.library.version++;
  const reading = session.library.configure(session.settings, projects);
  session.settingsKnown();
  await reading;
  session.tellProjects();
  if (isOther || isAccepted) session.onSourcesChanged();
}

/** What is new among the problems; a client may show nothing of a file that is not open. */
function logProblems(session: Session, projects: readonly Project[]): void {
  const lines = (list: readonly Project[]) =>
    list.flatMap(({ problems }) =>
      problems.map(
        ({ line, character, message }) => `${CONFIG_FILE}:${line + 1}:${character + 1}: ${message}`,
      ),
    );
  const told = new Set(lines(session.projects));
  for (const line of lines(projects)) if (!told.has(line)) session.log("warn", line);
}
