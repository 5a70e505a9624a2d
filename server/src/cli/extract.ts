/**
 * The command `extract`: prints what sources state. Knows files and printers; reading is the façade's.
 */
import { createChecker } from "../service/checker.ts";
import type { SourceExtract, SourceInput } from "../service/types.ts";
import type { ExtractOptions } from "./arguments.ts";
import { attempt, Console } from "./console.ts";
import { printExtractJson } from "./format/json.ts";
import { type ExtractedSource, printFactSheet, printStatements } from "./format/statements.ts";
import { distinct, filesOf, type InputFile, readSourceText, SOURCE_FILES } from "./inputs.ts";
import { writeOutput } from "./output.ts";

/** Runs the command and returns its exit status. */
export async function runExtract(options: ExtractOptions): Promise<number> {
  const console = new Console({ quiet: options.quiet, strict: false });
  const files: InputFile[] = [];
  for (const entry of options.sources) {
    const found = await attempt(
      (message) => console.error(message),
      () => filesOf(entry, SOURCE_FILES, "source"),
    );
    files.push(...(found ?? []));
  }
  const sources: ExtractedSource[] = [];
  for (const file of distinct(files)) {
    const tell = (message: string) => (file.named ? console.error(message) : console.warn(message));
    const source = await attempt(tell, () => extractFile(console, file, options.date));
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

async function extractFile(
  console: Console,
  file: InputFile,
  date: string | undefined,
): Promise<ExtractedSource> {
  const { text, metadata, note } = await readSourceText(file);
  if (note !== null) console.note(note);
  const extract = extractText({ uri: file.path, text, ...metadata }, date);
  if (extract.info?.problem) console.note(`${file.path}: ${extract.info.problem}`);
  return { extract: extract.extract, text };
}

function extractText(source: SourceInput, date: string | undefined) {
  const { uri } = source;
  const checker = createChecker({ builtin: false });
  checker.setSource(source);
  // A day of the source's own goes before the option's.
  if (date !== undefined && checker.sources()[0]?.published === null)
    checker.setSource({ ...source, published: date });
  const nothing: SourceExtract = {
    path: uri,
    title: uri,
    publisher: null,
    published: null,
    url: null,
    statements: [],
  };
  return { extract: checker.extract(uri) ?? nothing, info: checker.sources()[0] };
}

function printed(options: ExtractOptions, sources: readonly ExtractedSource[], console: Console): string {
  switch (options.format) {
    case "json":
      return printExtractJson(sources.map(({ extract }) => extract));
    case "markdown":
      return printFactSheet(sources);
    case "pretty":
      return printStatements(sources, console.colors);
  }
}
