/**
 * The command `check`: finds drafts and sources, checks, corrects, prints. Knows the order of things; how a claim
 * is decided is the façade's, how it looks the printers'.
 */

import { basename, resolve } from "node:path";
import { below, identityOf, pathOf, readStandardInput } from "../node/paths.ts";
import { draftDay } from "../service/config/scope.ts";
import { DRAFT_FILES } from "../service/file-kinds.ts";
import type { DraftReport } from "../service/report.ts";
import { summaryOf } from "../service/summary.ts";
import { readFrontMatter } from "../text/front-matter.ts";
import type { CheckOptions } from "./arguments.ts";
import { Baselines } from "./baselines.ts";
import { bibliographiesFor } from "./bibliographies.ts";
import { changedOnly } from "./changes.ts";
import { configuredDrafts, pathFrom } from "./configured.ts";
import { attempt, Console } from "./console.ts";
import { CliError, isTold, UsageError } from "./errors.ts";
import { checkFactSheet } from "./fact-sheet.ts";
import { correctFile } from "./fix.ts";
import { printGithub } from "./format/github.ts";
import { printJson } from "./format/json.ts";
import { printPretty } from "./format/pretty.ts";
import { printSarif } from "./format/sarif.ts";
import { distinct, filesOf, type InputFile, type InputText, readText, textOf } from "./inputs.ts";
import { Projects } from "./projects.ts";
import { type CheckedDraft, type CheckResult, failuresOf, type View } from "./result.ts";
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
  const projects = new Projects(console, options);
  await projects.open();
  const baselines = new Baselines(console);
  const run: Run = { console, projects, baselines, options };
  const drafts =
    options.stdin === null ? await checkFiles(run) : [await checkStandardInput(run, options.stdin)];
  console.clearProgress();
  const found = drafts.filter((draft) => draft !== null);
  const { acceptance } = options;
  const checked = acceptance === null ? found : await baselines.update(found, acceptance);
  const result: CheckResult = {
    drafts: checked,
    sources: await projects.infos(),
    summary: summaryOf(...checked.map(({ report }) => report)),
    unread: await projects.unread(),
    complete: !console.failed,
    version,
  };
  const { colors, columns } = console;
  if (checked.length > 0 || options.format === "json" || options.format === "sarif")
    console.write(PRINTERS[options.format](result, { ...options, colors, columns }));
  if (console.failed) return 2;
  return failuresOf(checked) > options.maxWarnings ? 1 : 0;
}

/** What checking drafts needs from first to last. */
export interface Run {
  readonly console: Console;
  readonly projects: Projects;
  readonly baselines: Baselines;
  readonly options: CheckOptions;
}

/** The reports on the drafts that the options name, null for each that could not be checked, which has been told. */
export async function checkFiles(run: Run): Promise<(CheckedDraft | null)[]> {
  const { console } = run;
  const files = await draftFiles(run);
  const drafts: (CheckedDraft | null)[] = [];
  for (const [at, file] of files.entries()) {
    if (files.length > 1) console.progress(`Checking ${at + 1} of ${files.length}: ${file.path}`);
    // A draft of a folder that was not checked must not pass for one that is right.
    drafts.push(
      await attempt(
        (message) => console.error(message),
        () => checkFile(run, file),
      ),
    );
  }
  return drafts;
}

/** The drafts that the options name, else those that the configuration names. */
export async function draftFiles(run: Run): Promise<readonly InputFile[]> {
  return run.options.drafts.length > 0 ? findDrafts(run) : configuredHere(run);
}

/** The drafts that the configuration of the current folder names. */
async function configuredHere({ console, projects }: Run): Promise<readonly InputFile[]> {
  const config = await projects.here();
  if (console.failed) return [];
  if (!config?.drafts)
    throw new UsageError(
      "Name a draft to check, or list your drafts under “drafts” in claimcheck.yaml.",
      "check",
    );
  const { files, missing } = await configuredDrafts(config);
  for (const { message } of missing) console.warn(message);
  const project = await projects.of(`${config.folder}/draft.md`);
  const drafts = files.filter((file) => !project?.library.holds(file, pathFrom(config, file)));
  if (drafts.length === 0)
    console.error(`${config.file}: “drafts” names nothing that can be checked. Correct it.`);
  return drafts;
}

/** The drafts that the user names; what lies among the sources counts only where it is named itself. */
async function findDrafts(run: Run): Promise<InputFile[]> {
  const { console, options } = run;
  const found: InputFile[] = [];
  for (const entry of options.drafts) {
    const files = await attempt(
      (message) => console.error(message),
      () => filesOf(entry, DRAFT_FILES, "draft", { unlisted: ({ message }) => console.warn(message) }),
    );
    if (files === null) continue;
    const kept = await Promise.all(files.map((file) => isDraft(run, entry, file)));
    const drafts = files.filter((_, at) => kept[at]);
    if (drafts.length === 0 && !console.failed)
      console.error(`${entry}: holds nothing but sources and what claimcheck.yaml leaves out. Name a draft.`);
    found.push(...drafts);
  }
  return distinct(found);
}

async function isDraft({ projects }: Run, entry: string, file: InputFile): Promise<boolean> {
  if (file.named) return true;
  const project = await projects.of(pathOf(file.uri));
  return (
    project !== null &&
    projects.mayBeDraft(project, file) &&
    !project.library.holds(file, placeIn(entry, file))
  );
}

/** A file's path from the folder that was named, that folder's own name included. */
function placeIn(entry: string, file: InputFile): string {
  const path = pathOf(file.uri);
  if (below(".", entry) === "" || /[*?{[(!]/.test(entry)) return below(".", path);
  return `${basename(resolve(entry))}/${below(entry, path)}`;
}

async function checkFile(run: Run, file: InputFile): Promise<CheckedDraft | null> {
  const input = await readText(file, "draft");
  const draft = await checkText(run, file.path, file.identity, input);
  if (draft === null || !run.options.fix) return draft;
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

/** Checks a text under a name; null where its configuration is wrong, which has been told. */
export async function checkText(
  run: Run,
  path: string,
  identity: string,
  input: Pick<InputText, "text" | "note">,
  place = path,
): Promise<CheckedDraft | null> {
  const { console, projects, options } = run;
  if (input.note !== null) console.note(input.note);
  const project = await projects.of(place);
  if (project === null) return null;
  const { config, library } = project;
  const date = options.date ?? (config === null ? undefined : draftDay(config, input.text));
  const { text } = input;
  const { bibliographies } = await bibliographiesFor(console, config, place, text);
  const named = { path: place, identity, text, bibliographies };
  const { checker, sources, isSource } = await library.deskFor(named, config);
  const severity = config?.severity ?? {};
  const top = config?.folder ?? ".";
  const facts = isSource && (await checkFactSheet(console, { path, file: place, text, top }));
  if (facts) return { report: withFrontMatterNote(facts, text), text, severity };
  const bibliography = bibliographies.flatMap(({ entries }) => entries);
  const draft = { uri: path, text, bibliography, sources, ...(date === undefined ? {} : { date }) };
  try {
    const whole = withFrontMatterNote(checker.check(draft), text);
    const explained = options.explain
      ? { explanations: checker.explain(draft).flatMap(({ claims }) => claims) }
      : {};
    checker.forget(path);
    const { changedSince } = options;
    const report = changedSince === null ? whole : await changedOnly(whole, path, changedSince);
    return { report: await run.baselines.accept(report, place, config), text, severity, ...explained };
  } catch (error) {
    if (isTold(error)) throw error;
    throw new CliError(`${path}: the check failed (${String(error)}). Please report this.`, { cause: error });
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
