/**
 * Where the sources that a draft names itself are looked for. They may lie anywhere in the workspace and in the folders
 * that its settings name, and nowhere else, since a draft may be anybody's. Knows paths; touches no disk.
 */

import type { NamedSource } from "../service/draft-sources.ts";
import { SOURCE_FILES } from "../service/file-kinds.ts";
import { pathIn } from "./project-file.ts";
import { absolute, isUnder, parentOf, placesIn, type SourcePlace, shortName } from "./source-places.ts";

export interface DraftPlaces {
  readonly places: readonly SourcePlace[];
  /** Entries that lead out of all folders that may be read. */
  readonly outside: readonly { readonly entry: NamedSource; readonly base: string; readonly named: string }[];
}

/** `within`: folders that may be read, as uris; `mayBeSource` is false for files that the project says are drafts. */
export function draftPlaces(
  draft: string,
  entries: readonly NamedSource[],
  within: readonly string[],
  mayBeSource: (uri: string) => boolean,
): DraftPlaces {
  const folder = parentOf(draft);
  const places: SourcePlace[] = [];
  const outside: DraftPlaces["outside"][number][] = [];
  for (const entry of entries) {
    const base = absolute(folder, entry.base);
    const named = `the ${entry.by === "link" ? "links" : entry.by} of ${shortName(draft, within)}`;
    if (!within.some((one) => isUnder(base, one))) {
      // A bibliography may serve many drafts, from wherever its program keeps the files.
      if (entry.by !== "bibliography") outside.push({ entry, base, named });
      continue;
    }
    const isLink = entry.by !== "front matter";
    places.push({
      owner: draft,
      within,
      entry: entry.text,
      named,
      expected: !isLink,
      ...globsOf(entry, base),
      base,
      accepts: (uri) =>
        uri !== draft &&
        (!isLink || mayBeSource(uri)) &&
        (!entry.isGlob || entry.matchesBelow(pathIn(base, uri))),
    });
  }
  return { places, outside };
}

function globsOf({ isGlob, text }: NamedSource, base: string): Pick<SourcePlace, "root" | "globs"> {
  // A pattern that gives an ending may name files of any kind, one that does not only documents.
  if (isGlob) return { root: base, globs: [/\.\w{1,10}$|\}$/.test(text) ? "**/*" : SOURCE_FILES] };
  const parent = parentOf(base);
  if (parent === base) return { root: base, globs: [SOURCE_FILES] };
  const { root, globs } = placesIn(parent, pathIn(parent, base));
  return { root, globs };
}
