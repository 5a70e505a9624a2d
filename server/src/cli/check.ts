/**
 * The command `check`: finds drafts and sources, checks, corrects, prints. Knows the order of things; how a claim
 * is decided is the façade's, how it looks the printers'.
 */
import { basename, resolve } from "node:path";
import { below, identityOf, pathOf, readStandardInput } from "../node/paths.ts";
import type { DraftReport } from "../service/report.ts";
import { readFrontMatter } from "../text/front-matter.ts";
import type { CheckOptions } from "./arguments.ts";
import { type Config, readConfig } from "./config.ts";
import { attempt, Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { correctFile } from "./fix.ts";
import { printGithub } from "./format/github.ts";
import { printJson } from "./format/json.ts";
import { printPretty } from "./format/pretty.ts";
import { printSarif } from "./format/sarif.ts";
import {
  DRAFT_FILES,
  distinct,
  filesOf,
  type InputFile,
  type InputText,
  readText,
  textOf,
} from "./inputs.ts";
import { Library } from "./library.ts";
import { type CheckedDraft, type CheckResult, summaryOf, type View } from "./result.ts";
import { version } from "./version.ts";

const PRINTERS: Readonly<Record<CheckOptions["format"], (result: CheckResult, view: View) => string>> = {
  pretty: printPretty,
  json: printJson,
  sarif: printSarif,
  github: printGithub,
};

/** Runs the command and returns its exit status. */
export async function runCheck(options: CheckOptions): Promise<number> {
  const console = new Console(options);
  const config = await readConfig(options.config);
  const library = await openLibrary(console, options, config);
  const run: Run = { console, library, options, date: options.date ?? config.date };
  const drafts =
    options.stdin === null ? await checkFiles(run) : [await checkStandardInput(run, options.stdin)];
  console.clearProgress();
  const checked = drafts.filter((draft) => draft !== null);
  const result: CheckResult = {
    drafts: checked,
    sources: await library.infos(),
    summary: summaryOf(checked),
    unread: library.unread,
    complete: !console.failed,
    version,
  };
  const { colors, columns } = console;
  if (checked.length > 0 || options.format === "json" || options.format === "sarif")
    console.write(PRINTERS[options.format](result, { ...options, colors, columns }));
  if (console.failed) return 2;
  return result.summary.contradicted > options.maxWarnings ? 1 : 0;
}

interface Run {
  readonly console: Console;
  readonly library: Library;
  readonly options: CheckOptions;
  readonly date: string | undefined;
}

async function openLibrary(console: Console, options: CheckOptions, config: Config): Promise<Library> {
  const given = options.sources.length > 0;
  const library = new Library(console, {
    entries: given ? options.sources : config.sources,
    folder: given ? "." : config.folder,
    builtin: options.builtin && config.builtin,
  });
  await library.open();
  return library;
}

async function checkFiles(run: Run): Promise<(CheckedDraft | null)[]> {
  const { console } = run;
  const files = await findDrafts(run);
  const drafts: (CheckedDraft | null)[] = [];
  for (const [at, file] of files.entries()) {
    if (files.length > 1) console.progress(`Checking ${at + 1} of ${files.length}: ${file.path}`);
    const tell = (message: string) => (file.named ? console.error(message) : console.warn(message));
    drafts.push(await attempt(tell, () => checkFile(run, file)));
  }
  return drafts;
}

/** The drafts that the user names; what lies among the sources counts only where it is named itself. */
async function findDrafts({ console, library, options }: Run): Promise<InputFile[]> {
  const found: InputFile[] = [];
  for (const entry of options.drafts) {
    const files = await attempt(
      (message) => console.error(message),
      () => filesOf(entry, DRAFT_FILES, "draft"),
    );
    if (files === null) continue;
    const drafts = files.filter((file) => file.named || !library.holds(file, placeIn(entry, file)));
    if (drafts.length === 0) console.error(`${entry}: holds sources only. Name a draft or another folder.`);
    found.push(...drafts);
  }
  return distinct(found);
}

/** A file's path from the folder that was named, that folder's own name included. */
function placeIn(entry: string, file: InputFile): string {
  const path = pathOf(file.uri);
  if (below(".", entry) === "" || /[*?{[(!]/.test(entry)) return below(".", path);
  return `${basename(resolve(entry))}/${below(entry, path)}`;
}

async function checkFile(run: Run, file: InputFile): Promise<CheckedDraft> {
  const input = await readText(file, "draft");
  const draft = await checkText(run, file.path, file.identity, input);
  if (!run.options.fix) return draft;
  const corrected = await correctFile(run.console, file, input, draft.report, run.options.dryRun);
  return corrected === null ? draft : checkText(run, file.path, file.identity, { ...input, text: corrected });
}

async function checkStandardInput(run: Run, name: string): Promise<CheckedDraft | null> {
  return attempt(
    (message) => run.console.error(message),
    async () => {
      const input = textOf(await readStandardInput(), name, "draft");
      const place = name === "<stdin>" ? "draft.md" : name;
      return checkText(run, name, await identityOf(place), input, place);
    },
  );
}

async function checkText(
  run: Run,
  path: string,
  identity: string,
  input: Pick<InputText, "text" | "note">,
  place = path,
): Promise<CheckedDraft> {
  const { console, library, date } = run;
  if (input.note !== null) console.note(input.note);
  const { checker, own } = await library.deskFor(place, identity);
  const draft = { uri: path, text: input.text, ...(date === undefined ? {} : { date }) };
  if (own) checker.removeSource(own.uri);
  try {
    const report = withFrontMatterNote(checker.check(draft), input.text);
    checker.forget(path);
    return { report, text: input.text };
  } catch (error) {
    throw new CliError(`${path}: the check failed (${String(error)}). Please report this.`);
  } finally {
    if (own) checker.setSource(own);
  }
}

/** Says where the front matter, and so the draft's day, could not be read. */
function withFrontMatterNote(report: DraftReport, text: string): DraftReport {
  const { problem } = readFrontMatter(text);
  if (problem === null || report.notes.some(({ code }) => code === "front-matter")) return report;
  const end = Math.max(1, text.search(/\r?\n|$/));
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: end } };
  const note = { start: 0, end, range, code: "front-matter" as const, message: problem };
  return { ...report, notes: [note, ...report.notes] };
}
