/**
 * The command `report`: checks drafts as `check` does and writes what was found for people who did not write them.
 * Knows files; how the report looks is the service's.
 */
import { clock } from "../node/clock.ts";
import { type DraftInReport, printReport } from "../service/reporting/index.ts";
import type { ReportOptions } from "./arguments.ts";
import { Baselines } from "./baselines.ts";
import { checkFiles } from "./check.ts";
import { Console } from "./console.ts";
import { writeOutput } from "./output.ts";
import { Projects } from "./projects.ts";
import { failuresOf } from "./result.ts";
import { version } from "./version.ts";

/** Runs the command and returns its exit status, which is that of `check`. */
export async function runReport({ check: options, format, output }: ReportOptions): Promise<number> {
  const console = new Console(options);
  const projects = new Projects(console, options);
  await projects.open();
  const baselines = new Baselines(console);
  const found = await checkFiles({ console, projects, baselines, options });
  const drafts = found.filter((draft) => draft !== null);
  console.clearProgress();
  if (drafts.length === 0) return 2;
  const sources = await projects.reported();
  const names = drafts.map(({ report, text }): DraftInReport => ({ report, text, name: report.path }));
  const unread = (await projects.unread()).map(({ message }) => message);
  const day = clock.today();
  const text = printReport({ drafts: names, sources, unread, day, version }, format);
  const read = [...names.map(({ name }) => name), ...sources.map(({ name }) => name)];
  await writeOutput(console, output, text, read);
  if (console.failed) return 2;
  return failuresOf(drafts) > 0 ? 1 : 0;
}
