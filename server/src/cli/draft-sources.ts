/**
 * The files behind what a draft names as its sources. They may lie in the folder that is worked in, in that of the
 * configuration and beside what the command line names; nothing else is read, since a draft may be anybody's.
 */

import { dirname, resolve } from "node:path";
import { below, pathOf } from "../node/paths.ts";
import type { Bibliography } from "../service/citations/types.ts";
import { isExcluded, mayBeDraft } from "../service/config/scope.ts";
import { type NamedSource, namedSources, withBibliographies } from "../service/draft-sources.ts";
import { SOURCE_FILES } from "../service/file-kinds.ts";
import { readMarkdown } from "../text/markdown.ts";
import type { FoundConfig } from "./config.ts";
import { filesBehind, pathFrom } from "./configured.ts";
import { cannotList, distinct, type InputFile } from "./inputs.ts";
import type { UnreadSource } from "./result.ts";

export interface DraftSources {
  readonly files: readonly InputFile[];
  /** What the front matter names in vain. */
  readonly missing: readonly UnreadSource[];
}

/** `bibliographies`: those of the draft, by path. `readable`: folders that may be read besides those of the draft and its configuration. */
export async function draftSources(
  path: string,
  text: string,
  config: FoundConfig | null,
  bibliographies: readonly Bibliography[],
  readable: readonly string[],
): Promise<DraftSources> {
  const folder = dirname(path);
  const named = namedSources(readMarkdown(text));
  const { entries, problems } = withBibliographies(named, bibliographies, ({ uri }, file) =>
    resolve(dirname(uri), file),
  );
  const within = [isBelow(".", path) ? "." : folder, ...(config ? [config.folder] : []), ...readable];
  const missing: UnreadSource[] = problems.map((message) => ({ path, message: `${path}: ${message}` }));
  const files: InputFile[] = [];
  for (const entry of entries) {
    const found = await behind(folder, entry, within, (uri, error) =>
      missing.push({ path: pathOf(uri), message: `${path}: ${cannotList(pathOf(uri), error)}` }),
    );
    const kept = typeof found === "string" ? [] : found.filter((file) => isSource(path, entry, config, file));
    files.push(...kept);
    // What a link or a bibliography leads to may be gone without anybody having named it as a source.
    if (kept.length > 0 || entry.by === "bibliography") continue;
    if (entry.by === "link" && found !== OUTSIDE) continue;
    const why = typeof found === "string" ? found : "matches no source. Correct it, or add a source there";
    missing.push({ path: entry.text, message: `${path}: “${entry.text}” ${why}.` });
  }
  return { files: distinct(files), missing };
}

const NOT_FOUND = "was not found. Correct the path or create it";
const OUTSIDE = "lies outside this folder and is not read. Name it with --source, or work in a folder above";

async function behind(
  folder: string,
  entry: NamedSource,
  within: readonly string[],
  unlisted: (uri: string, error: unknown) => void,
): Promise<InputFile[] | string> {
  const base = resolve(folder, entry.base);
  if (!within.some((one) => isBelow(one, base))) return OUTSIDE;
  const refused: string[] = [];
  const found = await filesBehind(folder, entry, SOURCE_FILES, {
    within,
    refused: (uri) => refused.push(uri),
    unlisted,
  });
  if (found === null) return NOT_FOUND;
  return found.length === 0 && refused.length > 0 ? OUTSIDE : found;
}

function isSource(path: string, entry: NamedSource, config: FoundConfig | null, file: InputFile): boolean {
  if (resolve(path) === resolve(pathOf(file.uri))) return false;
  if (config === null || entry.by === "front matter") return true;
  const inside = pathFrom(config, file);
  return !isExcluded(config, inside) && (config.drafts === null || !mayBeDraft(config, inside));
}

function isBelow(folder: string, path: string): boolean {
  return !/^\.\.(?:\/|$)|^(?:\/|[a-z]:)/i.test(below(folder, path));
}
