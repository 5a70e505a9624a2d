/**
 * The bibliographies of a draft on the command line, each file read once. Knows files; which they are and what they mean
 * is the service's.
 */
import { dirname } from "node:path";
import { nodeHost } from "../node/host.ts";
import { below, pathOf, uriOf } from "../node/paths.ts";
import { bibliographyNames } from "../service/citations/bibliography-names.ts";
import {
  findBibliographies,
  linkedOut,
  NOTHING_FOUND,
  notFindable,
} from "../service/citations/find-bibliographies.ts";
import type { Bibliography } from "../service/citations/types.ts";
import { causeOf } from "../service/failures.ts";
import { readFrontMatter } from "../text/front-matter.ts";
import type { FoundConfig } from "./config.ts";
import type { Console } from "./console.ts";
import { isTold } from "./errors.ts";

export interface DraftBibliographies {
  /** Their uris are paths, as those of sources are. */
  readonly bibliographies: readonly Bibliography[];
  readonly newBibliography: string | null;
}

type File = Awaited<ReturnType<typeof nodeHost.readBibliography>>;

const files = new Map<string, Promise<File>>();

/** The bibliographies of a draft at `place`; tells what is wrong with them once. */
export async function bibliographiesFor(
  console: Console,
  config: FoundConfig | null,
  place: string,
  text: string,
): Promise<DraftBibliographies> {
  const { uris, missing, outside, newBibliography } = await findBibliographies(nodeHost, {
    draft: uriOf(place),
    root: uriOf(config?.folder ?? dirname(place)),
    names: bibliographyNames(readFrontMatter(text).data),
    entries: config?.bibliography ?? null,
  }).catch((error) => {
    if (!isTold(error)) throw error;
    console.warn(notFindable(place, causeOf(error)));
    return NOTHING_FOUND;
  });
  for (const name of missing)
    console.warn(`${place}: the bibliography “${name}” was not found. Correct the path.`);
  for (const name of outside) console.warn(`${place}: ${linkedOut(name)}`);
  const bibliographies: Bibliography[] = [];
  for (const uri of uris) {
    const path = shown(uri);
    const isNew = !files.has(uri);
    const file = files.get(uri) ?? nodeHost.readBibliography(uri, path);
    files.set(uri, file);
    const { format, text: content, entries, message, read } = await file;
    if (isNew && message !== null) console.warn(message);
    if (read) bibliographies.push({ uri: path, format, text: content, entries });
  }
  return { bibliographies, newBibliography: newBibliography && shown(newBibliography) };
}

/** Forgets what was read of files, since one was written. */
export function forgetBibliographies(): void {
  files.clear();
}

function shown(uri: string): string {
  return below(".", pathOf(uri));
}
