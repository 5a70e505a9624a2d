/**
 * Fact sheets that are open in the editor: which documents are any, which sources they name, and their check.
 * Knows the library and the host; how a fact is judged is the checker's.
 */
import { URI, Utils } from "vscode-uri";
import { originsOf } from "../service/fact-sheets/origins.ts";
import type { DraftReport, Note } from "../service/report.ts";
import type { Cancelled, SourceInput } from "../service/types.ts";
import { readFrontMatter } from "../text/front-matter.ts";
import type { Engine } from "./host.ts";
import type { Session } from "./session.ts";
import { isUnder, normalUri, shortName } from "./source-places.ts";

/** What a session knows that a sheet asks for. */
type SheetContext = Pick<Session, "checker" | "host" | "library" | "roots" | "settings">;

/** A source that a sheet names: one of the library's, one that was read for the sheet alone, or why there is none. */
type Origin = { readonly uri: string } | { readonly source: SourceInput } | { readonly problem: string };

export class FactSheets {
  readonly #context: SheetContext;
  readonly #engine: Engine;

  /** The context may be completed later, and changes. */
  constructor(context: SheetContext, engine: Engine) {
    this.#context = context;
    this.#engine = engine;
  }

  /** The report on a sheet; null when cancelled. */
  async check(uri: string, text: string, cancelled: Cancelled): Promise<DraftReport | null> {
    const { frontMatter, origins } = await this.#originsOf(uri, text);
    const problems = origins.flatMap((origin) => ("problem" in origin ? [origin.problem] : []));
    const notes = problems.map((problem) => problemNote(problem, frontMatter));
    const report = await this.#checkAgainst(uri, text, origins, cancelled);
    return report && { ...report, notes: [...notes, ...report.notes] };
  }

  async #checkAgainst(
    uri: string,
    text: string,
    origins: readonly Origin[],
    cancelled: Cancelled,
  ): Promise<DraftReport | null> {
    const { checker } = this.#context;
    const known = origins.flatMap((origin) => ("uri" in origin ? [origin.uri] : []));
    const read = origins.flatMap((origin) => ("source" in origin ? [origin.source] : []));
    if (known.length + read.length === 0) return { path: uri, claims: [], notes: [], facts: [] };
    const sources = { key: `facts\n${known.join("\n")}`, uris: known };
    if (read.length === 0) return checker.checkFacts({ uri, text, sources }, cancelled);
    const own = this.#engine.createChecker({ builtin: false });
    for (const source of read) own.setSource(source);
    for (const one of known) own.setSource({ uri: one, text: checker.sourceText(one) ?? "" });
    return own.checkFacts({ uri, text }, cancelled);
  }

  async #originsOf(uri: string, text: string) {
    const frontMatter = readFrontMatter(text);
    const origins: Origin[] = [];
    for (const name of originsOf(frontMatter)) origins.push(await this.#origin(normalUri(uri), name));
    return { frontMatter: text.slice(0, frontMatter.span.end), origins };
  }

  /** A file is named from the sheet's folder or from the workspace folder; nothing outside the workspace is read. */
  async #origin(sheet: string, name: string): Promise<Origin> {
    const { checker, library, host, roots, settings } = this.#context;
    const cited = checker.sources().find(({ url, uri }) => url === name && uri !== sheet);
    if (cited) return { uri: cited.uri };
    const place = URI.parse(sheet).with({ scheme: "file" });
    for (const folder of [Utils.dirname(place), ...roots.map((root) => URI.parse(root))]) {
      const candidate = Utils.resolvePath(folder, name).toString();
      if (library.has(candidate) && candidate !== sheet) return { uri: candidate };
      if (!roots.some((root) => isUnder(candidate, root))) continue;
      const kind = await host.kindOf(candidate).catch(() => null);
      if (kind !== "file" || !(await host.isWithin(candidate, roots))) continue;
      const read = await host.readSource(
        candidate,
        shortName(candidate, roots),
        settings.maxFileSize * 1_000_000,
      );
      if (read.state !== "read" && read.state !== "doubtful") return { problem: read.message ?? name };
      return { source: { uri: candidate, text: read.text, ...read.metadata } };
    }
    return { problem: `${name} was not found in the workspace: correct “source”.` };
  }
}

/** True for the text of a fact sheet that says what it was made from. */
export function namesOrigin(text: string): boolean {
  return text.startsWith("---") && originsOf(readFrontMatter(text)).length > 0;
}

/** At the line of the front matter that names the sources. */
function problemNote(problem: string, frontMatter: string): Note {
  const at = Math.max(0, frontMatter.search(/^source\s*:/m));
  const end = at + (/^[^\r\n]*/.exec(frontMatter.slice(at))?.[0].length ?? 0);
  const line = frontMatter.slice(0, at).split("\n").length - 1;
  const range = { start: { line, character: 0 }, end: { line, character: end - at } };
  return {
    start: at,
    end,
    range,
    code: "source-not-read",
    message: `This sheet was not checked against all of its sources: ${problem}`,
  };
}
