/**
 * From the patterns of a configuration to files. What matches nothing is told with its line. Knows the disk by the
 * host's lists; what a pattern matches is the pattern's own affair.
 */

import { isAbsolute, posix, resolve } from "node:path";
import { nodeHost } from "../node/host.ts";
import { below, pathOf, uriOf } from "../node/paths.ts";
import type { PathPattern } from "../service/config/pattern.ts";
import { isExcluded, isNoSource } from "../service/config/scope.ts";
import type { ConfigEntry } from "../service/config/types.ts";
import { DRAFT_FILES, SOURCE_FILES } from "../service/file-kinds.ts";
import { type FoundConfig, placeIn } from "./config.ts";
import { cannotList, distinct, type InputFile, inputFile, leadsOut } from "./inputs.ts";

const EVERY_FILE = "**/*";

export interface Matched {
  readonly files: readonly InputFile[];
  /** Entries behind which there is nothing. */
  readonly missing: readonly { readonly path: string; readonly message: string }[];
}

/** The sources that a configuration names. */
export function configuredSources(config: FoundConfig): Promise<Matched> {
  const { drafts } = config;
  const isSource = (entry: ConfigEntry, path: string) =>
    !isNoSource(config, path, drafts !== null && entry.pattern.isGlob && entry.pattern.base === "");
  return matched(config, config.sources ?? [], SOURCE_FILES, "source", isSource);
}

/** The drafts that a configuration names. */
export function configuredDrafts(config: FoundConfig): Promise<Matched> {
  const isDraft = (_: ConfigEntry, path: string) => !isExcluded(config, path);
  return matched(config, config.drafts ?? [], DRAFT_FILES, "draft", isDraft);
}

/** A path from the configuration's folder; starts with ".." where it is not below. */
export function pathFrom({ folder }: Pick<FoundConfig, "folder">, file: InputFile): string {
  return below(folder, pathOf(file.uri));
}

async function matched(
  config: FoundConfig,
  entries: readonly ConfigEntry[],
  kinds: string,
  what: string,
  accepts: (entry: ConfigEntry, path: string) => boolean,
): Promise<Matched> {
  const files: InputFile[] = [];
  const missing: { path: string; message: string }[] = [];
  for (const entry of entries) {
    const { all, refused, unlisted } = await behind(config, entry, kinds);
    const found = (all ?? []).filter((file) => accepts(entry, pathFrom(config, file)));
    files.push(...found);
    const { text } = entry.pattern;
    const miss = (path: string, message: string) =>
      missing.push({ path, message: `${placeIn(config.file, entry)}: ${message}` });
    for (const path of refused) if (/\.\w{1,8}$/.test(path) || all?.length === 0) miss(path, leadsOut(path));
    for (const message of unlisted) miss(text, message);
    if (found.length === 0 && refused.length === 0 && unlisted.length === 0)
      miss(text, idle(text, all === null, what));
  }
  return { files: distinct(files), missing };
}

function idle(text: string, isMissing: boolean, what: string): string {
  return isMissing
    ? `“${text}” was not found. Correct the path or create it.`
    : `“${text}” matches no ${what}. Correct it, or add a ${what} there.`;
}

/** The files behind an entry, null where what it names is not there; paths that lead out, and what is told of folders. */
async function behind(config: FoundConfig, { pattern }: ConfigEntry, kinds: string) {
  const refused: string[] = [];
  const unlisted: string[] = [];
  // A file that the user names himself may lead anywhere.
  const within = config.isFound ? [config.folder] : [config.folder, resolve(config.folder, pattern.base)];
  const all = await filesBehind(config.folder, pattern, kinds, {
    within,
    refused: (uri) => refused.push(pathOf(uri)),
    unlisted: (uri, error) => {
      // What is left out need not be told; any name stands for the files in there.
      if (!isExcluded(config, below(config.folder, `${pathOf(uri)}/a.md`)))
        unlisted.push(cannotList(pathOf(uri), error));
    },
  });
  return { all, refused, unlisted };
}

export interface Walk {
  /** Folders, as paths, that what is found must really lie in. */
  readonly within: readonly string[];
  /** Hears of links that lead out of them, by uri. */
  readonly refused: (uri: string) => void;
  /** Hears of folders that cannot be looked into, by uri, and why. */
  readonly unlisted: (uri: string, error: unknown) => void;
}

/** The files behind a pattern that starts from `folder`; null where there is no such file or folder. */
export async function filesBehind(
  folder: string,
  pattern: Pick<PathPattern, "text" | "base" | "isGlob" | "matchesBelow">,
  kinds: string,
  { within, refused, unlisted }: Walk,
): Promise<InputFile[] | null> {
  const base = resolve(folder, pattern.base);
  const uri = uriOf(base);
  const options = { within: within.map(uriOf), refused, unlisted };
  const kind = await nodeHost.kindOf(uri);
  const start = isAbsolute(pattern.base) ? pattern.base : `${folder}/${pattern.base}`;
  const under = (path: string) =>
    posix.normalize(`${start}/${path}`.replaceAll("\\", "/")).replace(/\/$/, "");
  if (kind === null) return null;
  if (!(await nodeHost.isWithin(uri, options.within))) {
    refused(uri);
    return [];
  }
  if (kind === "file") return pattern.isGlob ? [] : [await inputFile(under(""), uri, false)];
  // A pattern that gives an ending may name files of any kind, one that does not only documents.
  const globs = [/\.\w{1,10}$|\}$/.test(pattern.text) ? EVERY_FILE : kinds];
  const listed = await nodeHost.listFiles(uri, globs, options);
  const found = listed.map((file) => ({ uri: file.uri, path: below(base, pathOf(file.uri)) }));
  return Promise.all(
    found
      .filter(({ path }) => pattern.matchesBelow(path))
      .map((file) => inputFile(under(file.path), file.uri, false)),
  );
}
