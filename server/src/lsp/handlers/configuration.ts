/**
 * Settings, workspace folders and project files: what says which files are sources and drafts.
 */
import { DidChangeConfigurationNotification } from "vscode-languageserver/node";
import { CONFIG_FILE } from "../../service/config/types.ts";
import { type Project, readProject } from "../project-file.ts";
import type { Session } from "../session.ts";
import { readSettings } from "../settings.ts";
import { normalUri } from "../source-places.ts";

export function serveConfiguration(session: Session): void {
  const { connection, client } = session;
  connection.onDidChangeConfiguration(({ settings }) =>
    session.guard("Configuration", "", undefined, () => {
      const sent = (settings as { claimcheck?: unknown } | null | undefined)?.claimcheck;
      return client.configuration ? pull(session) : apply(session, sent ?? settings);
    }),
  );
}

/** After `initialized`: asks to be told of changed settings and workspace folders. */
export async function startConfiguration(session: Session): Promise<void> {
  const { connection, client } = session;
  if (client.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "claimcheck" });
  }
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
export async function readProjects(session: Session): Promise<void> {
  const turn = ++session.projectTurn;
  const { host, roots } = session;
  const projects = await Promise.all(roots.map((root) => readProject(host, root, session.settingsOf(root))));
  if (turn !== session.projectTurn) return;
  logProblems(session, projects);
  const said = (list: readonly Project[]) => JSON.stringify(list.map(({ config }) => config));
  const isOther = said(projects) !== said(session.projects);
  session.projects = projects;
  // A day or a severity changes what is shown without any source changing.
  if (isOther) session.library.changed();
  if (isOther) session.refreshBibliographies();
  const isAccepted = await session.accepted.read(projects);
  if (isAccepted) session.library.changed();
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
