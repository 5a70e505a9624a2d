/**
 * What is wrong in the project files and the files of accepted findings, shown at the lines that are wrong, whether a file
 * is open or not. Knows problems and the protocol; reads nothing.
 */
import { type Connection, type Diagnostic, DiagnosticSeverity, type Range } from "vscode-languageserver/node";
import type { ConfigPlace } from "../service/config/types.ts";
import type { Project } from "./project-file.ts";
import { SOURCE_NAME } from "./to-proto.ts";

/** A file beside the project file that cannot be read, with the sentence that says why. */
export interface UnreadFile {
  readonly uri: string;
  readonly message: string;
}

/** An entry of a project file behind which there is nothing. */
export interface MissingEntry {
  readonly uri: string;
  readonly place: ConfigPlace;
  readonly message: string;
}

export class ProjectDiagnostics {
  readonly #connection: Connection;
  /** What was sent last, by the file's uri. */
  readonly #sent = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Sends what has changed since; a file without a fault that never had one is not spoken of. */
  tell(projects: readonly Project[], missing: readonly MissingEntry[], unread: readonly UnreadFile[]): void {
    const wanted = new Map(projects.map((project) => [project.uri, diagnosticsOf(project, missing)]));
    for (const { uri, message } of unread) wanted.set(uri, [diagnostic(TOP, message)]);
    for (const uri of this.#sent.keys()) if (!wanted.has(uri)) wanted.set(uri, []);
    for (const [uri, diagnostics] of wanted) {
      const text = JSON.stringify(diagnostics);
      if (text === (this.#sent.get(uri) ?? "[]")) continue;
      this.#sent.set(uri, text);
      this.#connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
    }
  }
}

function diagnosticsOf({ uri, problems }: Project, missing: readonly MissingEntry[]): Diagnostic[] {
  const entries = missing.filter((entry) => entry.uri === uri);
  return [
    ...problems.map(({ message, ...place }) => diagnostic(place, message)),
    ...entries.map(({ place, message }) => diagnostic(place, message)),
  ];
}

const TOP: ConfigPlace = { line: 0, character: 0, start: 0, end: 0 };

function diagnostic(place: ConfigPlace, message: string): Diagnostic {
  return { range: rangeOf(place), severity: DiagnosticSeverity.Warning, source: SOURCE_NAME, message };
}

/** An entry stands in one line; what spans several is shown at its first. */
function rangeOf({ line, character, start, end }: ConfigPlace): Range {
  return { start: { line, character }, end: { line, character: character + Math.max(1, end - start) } };
}
