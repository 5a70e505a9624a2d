/**
 * The files of accepted findings that count for the drafts of a run: reads each once, takes what they accept out of
 * reports, and writes them anew on request. Knows files; what a line says is the service's affair.
 */

import { dirname } from "node:path";
import { clock } from "../node/clock.ts";
import { userName } from "../node/git.ts";
import { nodeHost } from "../node/host.ts";
import { below, uriOf, writeWhole } from "../node/paths.ts";
import {
  applyBaseline,
  BASELINE_FILE,
  type Baseline,
  type CheckedForBaseline,
  EMPTY_BASELINE,
  printBaseline,
  readBaseline,
  updateBaseline,
} from "../service/baseline.ts";
import { baselineFile } from "../service/config/scope.ts";
import { counted } from "../service/messages.ts";
import type { DraftReport } from "../service/report.ts";
import type { FoundConfig } from "./config.ts";
import type { Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { inputFile, readText, reason as reasonOf } from "./inputs.ts";
import { type CheckedDraft, shownClaims } from "./result.ts";

interface Book {
  readonly file: string;
  /** The folders that it must really lie in, as uris; null where the user named its place himself. */
  readonly within: readonly string[] | null;
  readonly folder: string;
  /** Null where there is no such file. */
  readonly text: string | null;
  readonly baseline: Baseline;
}

/** A draft as it was found, before anything of it was accepted. */
interface Seen {
  readonly book: Book;
  /** Its path from the book's folder. */
  readonly draft: string;
  readonly report: DraftReport;
}

export class Baselines {
  readonly #console: Console;
  readonly #books = new Map<string, Promise<Book>>();
  /** By the path that the report has. */
  readonly #seen = new Map<string, Seen>();

  constructor(console: Console) {
    this.#console = console;
  }

  /** The report on the draft at `place` without what was accepted. */
  async accept(report: DraftReport, place: string, config: FoundConfig | null): Promise<DraftReport> {
    const book = await this.#bookFor(place, config);
    const draft = below(book.folder, place);
    this.#seen.set(report.path, { book, draft, report });
    return applyBaseline(report, draft, book.baseline);
  }

  /** Accepts all that is shown of the drafts, drops what is gone, and gives the drafts as they then stand. */
  async update(drafts: readonly CheckedDraft[], reason: string): Promise<CheckedDraft[]> {
    const wholes = drafts.flatMap((draft) => {
      const seen = this.#seen.get(draft.report.path);
      return seen ? [{ seen, whole: { ...draft, report: seen.report } }] : [];
    });
    const after = new Map<Book, Baseline>();
    for (const book of new Set(wholes.map(({ seen }) => seen.book))) {
      const checked = wholes.flatMap(({ seen, whole }): CheckedForBaseline[] => {
        if (seen.book !== book) return [];
        const accept = shownClaims(whole, { verbose: false, quiet: false });
        return [{ draft: seen.draft, claims: seen.report.claims, accept }];
      });
      after.set(book, await this.#write(book, checked, reason));
    }
    return drafts.map((draft) => {
      const seen = this.#seen.get(draft.report.path);
      const baseline = seen && after.get(seen.book);
      return seen && baseline
        ? { ...draft, report: applyBaseline(seen.report, seen.draft, baseline) }
        : draft;
    });
  }

  async #write(book: Book, checked: readonly CheckedForBaseline[], reason: string): Promise<Baseline> {
    const { file, folder, within, baseline: before } = book;
    if (before.problems.length > 0)
      throw new CliError(
        `${file}: not updated, since line ${before.problems[0]!.line + 1} is wrong. Correct it.`,
      );
    const others = new Set(before.findings.map(({ draft }) => draft));
    for (const { draft } of checked) others.delete(draft);
    const gone = new Set<string>();
    for (const draft of others)
      if ((await nodeHost.kindOf(uriOf(`${folder}/${draft}`))) === null) gone.add(draft);
    const acceptance = { reason, who: await userName(folder), date: clock.today() };
    const { baseline, added, removed } = updateBaseline(before, checked, acceptance, (draft) =>
      gone.has(draft),
    );
    const text = printBaseline(baseline);
    const isNeeded = book.text !== null || baseline.findings.length > 0;
    if (isNeeded && text !== book.text) {
      await refuseOutside(file, dirname(file), within);
      await written(file, text);
    }
    const kept = baseline.findings.length - added;
    this.#console.say(`${file}: ${counted(added, "finding")} accepted, ${removed} taken out, ${kept} kept.`);
    return baseline;
  }

  async #bookFor(place: string, config: FoundConfig | null): Promise<Book> {
    const { file, folder } = bookPlace(place, config);
    let book = this.#books.get(file);
    if (!book) {
      const isNamed = config !== null && !config.isFound;
      book = this.#read(file, folder, isNamed ? null : [uriOf(folder), uriOf(".")]);
      this.#books.set(file, book);
    }
    return book;
  }

  async #read(file: string, folder: string, within: Book["within"]): Promise<Book> {
    if ((await nodeHost.kindOf(uriOf(file))) !== "file")
      return { file, within, folder, text: null, baseline: EMPTY_BASELINE };
    await refuseOutside(file, file, within);
    const { text } = await readText(await inputFile(file, uriOf(file), false), "list of accepted findings");
    const baseline = readBaseline(text);
    for (const { line, message } of baseline.problems) this.#console.warn(`${file}:${line + 1}: ${message}`);
    return { file, within, folder, text, baseline };
  }
}

/** Throws where `place`, the file or its folder, really lies elsewhere: anybody may have put a link there. */
async function refuseOutside(file: string, place: string, within: Book["within"]): Promise<void> {
  if (within === null || (await nodeHost.isWithin(uriOf(place), within))) return;
  if ((await nodeHost.kindOf(uriOf(place))) !== null)
    throw new CliError(
      `${file}: a symbolic link leads out of its folder. Copy the file, or name the configuration with --config.`,
    );
}

/** Beside the configuration; without one in the current folder, or with the draft where that lies elsewhere. */
function bookPlace(place: string, config: FoundConfig | null): { file: string; folder: string } {
  const folder = config ? config.folder : below(".", place).startsWith("..") ? dirname(place) : ".";
  const name = config ? baselineFile(config) : BASELINE_FILE;
  return { folder, file: folder === "." ? name : `${folder.replace(/[\\/]$/, "")}/${name}` };
}

async function written(file: string, text: string): Promise<void> {
  try {
    await writeWhole(file, text);
  } catch (error) {
    throw new CliError(
      `${file}: cannot be written (${reasonOf(error)}). Check the folder and its permissions.`,
    );
  }
}
