/**
 * The command `extract`: prints what sources state. Knows files and printers; reading is the façade's.
 */

import { dirname } from "node:path";
import { createChecker } from "../library.ts";
import { below } from "../node/paths.ts";
import { SOURCE_FILES } from "../service/file-kinds.ts";
import type { Checker, SourceInput } from "../service/types.ts";
import type { ExtractOptions } from "./arguments.ts";
import { attempt, Console } from "./console.ts";
import { printExtractJson } from "./format/json.ts";
import { type ExtractedSource, printStatements } from "./format/statements.ts";
import { distinct, filesOf, type InputFile, readSourceText } from "./inputs.ts";
import { writeOutput } from "./output.ts";

/** Runs the command and returns its exit status. */
export async function runExtract(options: ExtractOptions): Promise<number> {
  const console = new Console({ quiet: options.quiet, strict: false });
  const files: InputFile[] = [];
  for (const entry of options.sources) {
    const found = await attempt(
      (message) => console.error(message),
      () => filesOf(entry, SOURCE_FILES, "source", { unlisted: ({ message }) => console.warn(message) }),
    );
    files.push(...(found ?? []));
  }
  const sources: SourceInput[] = [];
  for (const file of distinct(files)) {
    const tell = (message: string) => (file.named ? console.error(message) : console.warn(message));
    const source = await attempt(tell, () => readFile(console, file, options.date));
    if (source) sources.push(source);
  }
  if (options.format === "markdown" && sources.length > 1)
    console.note(
      "several sources in one sheet lose their days of publication. Extract them one by one to keep them.",
    );
  if (sources.length > 0 || options.format === "json") {
    const read = files.map(({ path }) => path);
    await writeOutput(console, options.output, printed(options, sources, console), read);
  }
  return console.failed ? 2 : 0;
}

/** A day of the source's own goes before the option's. */
async function readFile(console: Console, file: InputFile, date: string | undefined): Promise<SourceInput> {
  const { text, metadata, note } = await readSourceText(file);
  if (note !== null) console.note(note);
  const source = { uri: file.path, text, ...metadata };
  const checker = checkerWith([source]);
  const [info] = checker.sources();
  if (info?.problem) console.note(`${file.path}: ${info.problem}`);
  return date !== undefined && info?.published === null ? { ...source, published: date } : source;
}

function checkerWith(sources: readonly SourceInput[]): Checker {
  const checker = createChecker({ builtin: false });
  for (const source of sources) checker.setSource(source);
  return checker;
}

function printed(options: ExtractOptions, sources: readonly SourceInput[], console: Console): string {
  const checker = checkerWith(sources);
  const extracts = sources.flatMap(({ uri, text }): ExtractedSource[] => {
    const extract = options.format === "markdown" ? undefined : checker.extract(uri);
    return extract ? [{ extract, text }] : [];
  });
  switch (options.format) {
    case "json":
      return printExtractJson(extracts.map(({ extract }) => extract));
    case "markdown":
      return checker.factSheet(
        sources.map(({ uri }) => uri),
        (uri) => below(dirname(options.output ?? "sheet.md"), uri),
      );
    case "pretty":
      return printStatements(extracts, console.colors);
  }
}
