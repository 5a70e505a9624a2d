/**
 * Finds the files behind the places where sources are looked for, and says where there is nothing or where a link leads
 * out. Knows the host's lists; reads no file.
 */
import type { SourceStatus } from "../protocol.ts";
import type { Host, ListedFile } from "./host.ts";
import { isUnder, type SourcePlace } from "./source-places.ts";
import { missingStatus, outsideStatus, type Problem, unlistedStatus } from "./source-status.ts";

export interface Found {
  readonly files: ReadonlyMap<string, ListedFile>;
  /** The files of each owner of a place, by uri. */
  readonly owned: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

/** `isSource` is false for a file that a glob names and that is a draft all the same. */
export async function findSources(
  host: Host,
  places: readonly SourcePlace[],
  nameOf: (uri: string) => string,
  isSource: (uri: string, place: SourcePlace) => boolean,
): Promise<Found> {
  const files = new Map<string, ListedFile>();
  const owned = new Map<string, string[]>();
  const problems: Problem[] = [];
  const refused = new Map<string, Problem>();
  for (const place of places) {
    const { owner, within } = place;
    const before = refused.size;
    const unlisted = new Map<string, unknown>();
    const listed = await host
      .listFiles(place.root, place.globs, {
        within,
        refused: (uri) => {
          if (leadsThere(uri, place)) refused.set(uri, { owner, status: outsideStatus(nameOf(uri), uri) });
        },
        unlisted: (uri, error) => unlisted.set(uri, error),
      })
      .catch((error) => {
        unlisted.set(place.base ?? place.root, error);
        return [];
      });
    const found = listed.filter(({ uri }) => place.accepts(uri));
    const matters = [...unlisted].filter(([uri]) => found.length === 0 || mayHoldSources(uri, place));
    // Several places may lie behind one folder.
    for (const [uri, error] of matters)
      if (!problems.some((known) => known.owner === owner && known.status.uri === uri))
        problems.push(problemOf(place, unlistedStatus(nameOf(uri) || place.entry, uri, error)));
    const counted = found.filter(({ uri }) => isSource(uri, place));
    for (const file of counted) files.set(file.uri, file);
    if (counted.length > 0) owned.set(owner, [...(owned.get(owner) ?? []), ...counted.map(({ uri }) => uri)]);
    if (found.length === 0 && place.expected && refused.size === before && matters.length === 0)
      problems.push(await missingAt(host, place));
  }
  return { files, owned, problems: [...problems, ...refused.values()] };
}

/** True for a link in the place, or on the way to it; one that lies beside it is no affair of the writer's. */
function leadsThere(uri: string, { base, root, accepts }: SourcePlace): boolean {
  if (base !== null && isUnder(base, uri)) return true;
  return isUnder(root, uri) || (accepts(uri) && (base === null || isUnder(uri, base)));
}

/** True for a folder that is the place, lies around it, or lies in it and is not left out. */
function mayHoldSources(uri: string, { base, root, accepts }: SourcePlace): boolean {
  const top = base ?? root;
  // Any name stands for the files in there.
  return isUnder(top, uri) || (isUnder(uri, top) && accepts(`${uri}/a.md`));
}

async function missingAt(host: Host, place: SourcePlace): Promise<Problem> {
  const { base, entry } = place;
  if (base === null) return problemOf(place, missingStatus(place, false));
  try {
    return problemOf(place, missingStatus(place, (await host.kindOf(base)) === "folder"));
  } catch (error) {
    return problemOf(place, unlistedStatus(entry, base, error));
  }
}

function problemOf({ owner, declared }: SourcePlace, status: SourceStatus): Problem {
  return { owner, ...(declared ? { declared } : {}), status };
}
