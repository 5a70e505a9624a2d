/**
 * The command `cite`: cites the sources of supported claims, brings a draft's citations into one style, or takes them out.
 * Knows files; where a citation goes and how it reads is the service's.
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathOf } from "../node/paths.ts";
import { convertCitations, removeCitations } from "../service/citations/convert.ts";
import { type Insertion, insertCitations, uncitedClaims } from "../service/citations/insert.ts";
import { citationStyle } from "../service/citations/style.ts";
import type { BibliographyChange, CitationChange, CitationContext } from "../service/citations/types.ts";
import { counted } from "../service/messages.ts";
import type { Claim } from "../service/report.ts";
import { readMarkdown } from "../text/markdown.ts";
import type { ProseDocument } from "../text/types.ts";
import type { CiteOptions } from "./arguments.ts";
import { Baselines } from "./baselines.ts";
import { bibliographiesFor, forgetBibliographies } from "./bibliographies.ts";
import { checkText, draftFiles, type Run } from "./check.ts";
import { attempt, Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { applyEdits } from "./fix.ts";
import { type InputFile, readText, reason, textOf } from "./inputs.ts";
import { writeBack } from "./output.ts";
import { Projects } from "./projects.ts";

/** Runs the command and returns its exit status: 0, or 2 where a draft could not be read or written. */
export async function runCite({ check: options, ...wanted }: CiteOptions): Promise<number> {
  const console = new Console(options);
  const projects = new Projects(console, options);
  await projects.open();
  const run = { console, projects, baselines: new Baselines(console), options };
  for (const file of await draftFiles(run)) {
    const tell = (message: string) => console.error(message);
    await attempt(tell, () => citeIn(run, wanted, file));
  }
  console.clearProgress();
  return console.failed ? 2 : 0;
}

type Wanted = Omit<CiteOptions, "check">;

async function citeIn(run: Run, wanted: Wanted, file: InputFile): Promise<void> {
  const { console, projects } = run;
  const input = await readText(file, "draft");
  const project = await projects.of(file.path);
  const checked = project && (await checkText(run, file.path, file.identity, input));
  if (!project || !checked) return;
  const { path, identity } = file;
  const { text } = input;
  const found = await bibliographiesFor(console, project.config, path, text);
  const { bibliographies } = found;
  const desk = await project.library.deskFor({ path, identity, text, bibliographies }, project.config);
  const sources = desk.checker.sources().filter(({ uri }) => desk.sources.uris.includes(uri));
  const context: CitationContext = { draft: path, sources, ...found };
  const document = readMarkdown(input.text);
  const set = wanted.style ?? project.config?.citations.style ?? null;
  const { change, told } = changeOf(document, checked.report.claims, { ...wanted, style: set }, context);
  console.say(`${file.path}: ${wanted.dryRun && change.edits.length > 0 ? "would have " : ""}${told}`);
  if (wanted.dryRun || change.edits.length === 0) return;
  // The entry comes first: a key without one would be worse than an entry that nobody cites.
  if (change.bibliography) await writeBibliography(change.bibliography, context);
  await writeBack(pathOf(file.uri), file.path, input, applyEdits(input.text, change.edits));
}

function changeOf(
  document: ProseDocument,
  claims: readonly Claim[],
  { style: set, what }: Wanted,
  context: CitationContext,
): { change: CitationChange; told: string } {
  const style = citationStyle(document, set);
  if (what === "insert") {
    const wanted = uncitedClaims(claims);
    const change = insertCitations(document, wanted, style, context);
    if (wanted.length === 0) return { change, told: "every supported claim has a citation" };
    const barred =
      change.edits.length === 0 && change.barred > 0
        ? `no citation: a ${style} cannot be written for these sources`
        : null;
    return { change, told: barred ?? `${counted(change.cited, "claim")} cited${leftInWords(change)}` };
  }
  const change =
    what === "remove"
      ? removeCitations(document, context)
      : convertCitations(document, style, context, claims);
  const kept = change.kept > 0 ? `, ${change.kept} left as they are` : "";
  return {
    change,
    told: `${counted(change.converted, "citation")} ${what === "remove" ? "removed" : "converted"}${kept}`,
  };
}

function leftInWords({ already, barred }: Insertion): string {
  return [
    ...(already > 0 ? [`, ${already} left: cited in the sentence already`] : []),
    ...(barred > 0 ? [`, ${barred} left: their source cannot be cited in this style`] : []),
  ].join("");
}

async function writeBibliography(
  { uri, isNew, edits }: BibliographyChange,
  context: CitationContext,
): Promise<void> {
  const before = context.bibliographies.find((one) => one.uri === uri)?.text ?? "";
  const text = applyEdits(before, edits);
  try {
    if (isNew) await writeFile(uri, text, { flag: "wx" });
    else await writeBack(uri, uri, textOf(await readFile(uri), uri, "bibliography"), text);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${uri}: cannot be written (${reason(error)}). Check its permissions.`);
  }
  forgetBibliographies();
}
