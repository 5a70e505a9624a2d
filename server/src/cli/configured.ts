/**
 * From the patterns of a configuration to files. What matches nothing is told with its line. Knows the disk by the
 * host's lists; what a pattern matches is the pattern's own affair.
 */
import { resolve } from "node:path";
import { nodeHost } from "../node/host.ts";
import { below, pathOf, uriOf } from "../node/paths.ts";
import { isExcluded, isNoSource } from "../service/config/scope.ts";
import type { ConfigEntry } from "../service/config/types.ts";
import { type FoundConfig, placeIn } from "./config.ts";
import { DRAFT_FILES, distinct, type InputFile, inputFile, SOURCE_FILES, tidyPath } from "./inputs.ts";

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
    const all = await filesOf(config, entry, kinds);
    const found = (all ?? []).filter((file) => accepts(entry, pathFrom(config, file)));
    files.push(...found);
    if (found.length > 0) continue;
    const { text } = entry.pattern;
    const why =
      all === null
        ? `“${text}” was not found. Correct the path or create it`
        : `“${text}” matches no ${what}. Correct it, or add a ${what} there`;
    missing.push({ path: text, message: `${placeIn(config.file, entry)}: ${why}.` });
  }
  return { files: distinct(files), missing };
}

/** Null where there is no such file or folder. */
async function filesOf(
  { folder }: FoundConfig,
  { pattern }: ConfigEntry,
  kinds: string,
): Promise<InputFile[] | null> {
  const base = resolve(folder, pattern.base);
  const kind = await nodeHost.kindOf(uriOf(base));
  const under = (path: string) => tidyPath([folder, pattern.base, path].filter(Boolean).join("/"));
  if (kind === null) return null;
  if (kind === "file") return pattern.isGlob ? [] : [await inputFile(under(""), uriOf(base), false)];
  // A pattern that gives an ending may name files of any kind, one that does not only documents.
  const listed = await nodeHost.listFiles(uriOf(base), [
    /\.\w{1,10}$|\}$/.test(pattern.text) ? EVERY_FILE : kinds,
  ]);
  const found = listed.map(({ uri }) => ({ uri, path: below(base, pathOf(uri)) }));
  return Promise.all(
    found
      .filter(({ path }) => pattern.matchesBelow(path))
      .map(({ uri, path }) => inputFile(under(path), uri, false)),
  );
}
