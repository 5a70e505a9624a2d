/**
 * Checks a fact sheet against the sources that it names. Knows where such a name leads to; how a fact is judged is the
 * façade's.
 */
import { dirname, resolve } from "node:path";
import { createChecker } from "../library.ts";
import { nodeHost } from "../node/host.ts";
import { below, uriOf } from "../node/paths.ts";
import { originsOf } from "../service/fact-sheets/origins.ts";
import type { DraftReport } from "../service/report.ts";
import { readFrontMatter } from "../text/front-matter.ts";
import { attempt, type Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { inputFile, readSourceText } from "./inputs.ts";

/** A sheet by the name that it is reported under and the file that it is. */
export interface Sheet {
  readonly path: string;
  readonly file: string;
  readonly text: string;
  /** The folder, besides the sheet's own, from which its sources may be named, and outside of which none is read. */
  readonly top: string;
}

/** The report on a sheet; null for a document that names no source. Throws where none of its sources can be read. */
export async function checkFactSheet(console: Console, sheet: Sheet): Promise<DraftReport | null> {
  const names = originsOf(readFrontMatter(sheet.text));
  if (names.length === 0) return null;
  const checker = createChecker({ builtin: false });
  for (const name of names) {
    await attempt(
      (message) => console.warn(`${sheet.path}: “source: ${name}” was not read. ${message}`),
      async () => {
        const file = await originFile(sheet, name);
        const { text, metadata, note } = await readSourceText(file);
        if (note !== null) console.note(note);
        checker.setSource({ uri: file.path, text, ...metadata });
      },
    );
  }
  const uris = checker.sources().map(({ uri }) => uri);
  if (uris.length === 0)
    throw new CliError(`${sheet.path}: none of the sources that “source” names could be read. Correct it.`);
  return checker.checkFacts({ uri: sheet.path, text: sheet.text, sources: { key: "facts", uris } });
}

/** A source is named from the sheet's folder, or from the project's. */
async function originFile({ file, top }: Sheet, name: string) {
  for (const folder of [dirname(file), top]) {
    const path = resolve(folder, name);
    const uri = uriOf(path);
    if (below(top, path).startsWith("..") || (await nodeHost.kindOf(uri)) !== "file") continue;
    if (await nodeHost.isWithin(uri, [uriOf(top)])) return inputFile(below(".", path), uri, true);
  }
  throw new CliError(`There is no such file below ${top}. Correct the path.`);
}
