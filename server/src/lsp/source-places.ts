/**
 * Where sources are looked for: the entries of `claimcheck.sources`, or the default folders, as globs, and whether a
 * file counts as a source by its place. Knows paths; touches no disk.
 */

import { URI, Utils } from "vscode-uri";
import type { ConfigPlace } from "../service/config/types.ts";
import { isSourceName, SOURCE_FILES } from "../service/file-kinds.ts";

const SETTING = "claimcheck.sources";
const DEFAULT_FOLDERS = ["sources", "references"];

export interface SourcePlace {
  /** Whose sources these are: a workspace folder, or a draft that names them. */
  readonly owner: string;
  /** The folder that the globs are relative to. */
  readonly root: string;
  /** Folders that hold whatever is read, wherever links lead. */
  readonly within: readonly string[];
  /** What the setting says, for messages. */
  readonly entry: string;
  readonly globs: readonly string[];
  /** Files below this uri are sources and never drafts; null for a glob over everything. */
  readonly base: string | null;
  /** Where the entry stands, for messages: the setting or the project file. */
  readonly named: string;
  /** False for the default folders and for links, behind which there may be nothing. */
  readonly expected: boolean;
  /** Where the project file names it; absent for the settings. */
  readonly declared?: { readonly uri: string; readonly place: ConfigPlace };
  /** False for a file that the globs name and that is no source. */
  accepts(uri: string): boolean;
}

/** Where to look in one workspace folder. */
export function sourcePlaces(root: string, entries: readonly string[]): SourcePlace[] {
  if (entries.length > 0) return entries.map((entry) => named(placeOf(root, entry.trim(), true)));
  return DEFAULT_FOLDERS.map((folder) => placeOf(root, folder, false));
}

/** True for a file that lies where only sources lie. */
export function isUnder(uri: string, base: string): boolean {
  return uri === base || uri.startsWith(base.endsWith("/") ? base : `${base}/`);
}

/** One spelling for a uri, however the client escapes it. */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** A file's path below the first workspace folder that holds it, else its full path. */
export function shortName(uri: string, roots: readonly string[]): string {
  const root = roots.find((candidate) => isUnder(uri, candidate));
  const path = URI.parse(uri).path;
  return root === undefined ? path : path.slice(URI.parse(root).path.length).replace(/^\//, "");
}

/** A file or folder, which may hold characters that mean something in a glob. */
export function placesIn(root: string, path: string): Pick<SourcePlace, "root" | "globs" | "base"> {
  const bare = literal(path);
  const globs = isSourceName(path) ? [bare] : [bare === "" ? SOURCE_FILES : `${bare}/${SOURCE_FILES}`, bare];
  return { root, globs: globs.filter((glob) => glob !== ""), base: absolute(root, path) };
}

/** A glob for this very path. */
export function literal(path: string): string {
  return path.replace(/[()[{*?+@|]/g, "[$&]");
}

/** True for a path that is a file's, by its name. */
export function isFile(path: string): boolean {
  return isSourceName(path);
}

function placeOf(root: string, entry: string, expected: boolean): SourcePlace {
  const path = entry.replaceAll("\\", "/").replace(/^\.\//, "");
  const magic = path.search(/[*?{[(!]/);
  const told = { owner: root, within: [root], entry, named: SETTING, expected, accepts: () => true };
  if (magic < 0) return { ...told, ...placesIn(root, path.replace(/\/+$/, "")) };
  const fixed = path.slice(0, path.lastIndexOf("/", magic) + 1).replace(/\/$/, "");
  const base = fixed === "" ? null : absolute(root, fixed);
  return { ...told, root, globs: [path], base };
}

/** What the writer's own settings name is read, wherever it lies. */
function named(place: SourcePlace): SourcePlace {
  if (place.base === null) return place;
  const folder = isSourceName(place.base) ? parentOf(place.base) : place.base;
  return { ...place, within: [...place.within, folder] };
}

/** The folder of a file, by uris. */
export function parentOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The whole path of a file that is named in another one, from where that lies. */
export function pathBeside({ uri }: { readonly uri: string }, file: string): string {
  return URI.parse(absolute(parentOf(uri), file)).path;
}

/** A path, which may be absolute, from a folder. */
export function absolute(root: string, path: string): string {
  if (/^(?:\/|[a-z]:\/)/i.test(path)) return URI.file(path).toString();
  return Utils.joinPath(URI.parse(root), path).toString();
}
