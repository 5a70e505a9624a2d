/**
 * Which files are a draft's bibliographies: what its front matter names, else what its project names, else the only one at
 * the top of its folder. Nothing outside that folder. Asks the host that is handed in; touches no disk itself.
 */
import { URI, Utils } from "vscode-uri";
import type { ConfigEntry } from "../config/types.ts";
import { soleBibliography } from "./bibliography-names.ts";

/** The file that is begun where there is none. */
const NEW = "references.bib";

export interface FileFinder {
  kindOf(uri: string): Promise<"file" | "folder" | null>;
  listFiles(root: string, globs: readonly string[]): Promise<readonly { readonly uri: string }[]>;
  /** True for a file or folder that really lies in one of the folders, symbolic links followed. */
  isWithin(uri: string, folders: readonly string[]): Promise<boolean>;
}

export interface BibliographyQuestion {
  /** The draft's uri. */
  readonly draft: string;
  /** The folder that nothing is read outside of, as a uri; null for a draft outside every folder. */
  readonly root: string | null;
  /** What the draft's front matter names. */
  readonly names: readonly string[];
  /** What the project's file names, from `root`. */
  readonly entries: readonly ConfigEntry[] | null;
}

export interface FoundBibliographies {
  readonly uris: readonly string[];
  /** Names behind which there is no file. */
  readonly missing: readonly string[];
  /** Names behind which a symbolic link leads out of the folder. */
  readonly outside: readonly string[];
  /** Where one is begun if there is none; null where that is not to be done. */
  readonly newBibliography: string | null;
}

export const NOTHING_FOUND: FoundBibliographies = {
  uris: [],
  missing: [],
  outside: [],
  newBibliography: null,
};

/** What is told where the bibliographies of a draft cannot be looked for. */
export function notFindable(draft: string, cause: string): string {
  return `${draft}: its bibliographies could not be looked for (${cause}). Check the permissions of its folder.`;
}

/** What is told of a name behind which a symbolic link leads out. */
export function linkedOut(name: string): string {
  return `the bibliography “${name}” is not read: a symbolic link leads out of its folder. Copy the file.`;
}

/**
 * The bibliographies that a draft cites from: those it names, else the project's, else the only one beside it or at
 * the root.
 */
export async function findBibliographies(
  host: FileFinder,
  { draft, root, names, entries }: BibliographyQuestion,
): Promise<FoundBibliographies> {
  const folder = Utils.dirname(URI.parse(draft));
  const bases = root === null ? [folder] : [folder, URI.parse(root)];
  const wanted =
    names.length > 0 || root === null
      ? names.map((name) => ({ name, bases }))
      : (entries ?? [])
          .filter(({ pattern }) => !pattern.isGlob)
          .map(({ pattern }) => ({ name: pattern.base, bases: [URI.parse(root)] }));
  if (wanted.length > 0) return named(host, wanted, root ?? folder.toString());
  if (root === null || entries !== null) return NOTHING_FOUND;
  return soleOf(host, root);
}

/** The only one at the top of the folder. */
async function soleOf(host: FileFinder, root: string): Promise<FoundBibliographies> {
  const files = await host.listFiles(root, ["*.{bib,bibtex,biblatex,json,yaml,yml}"]);
  const sole = soleBibliography(files.map(({ uri }) => uri));
  if (sole !== null && !(await host.isWithin(sole, [root])))
    return { uris: [], missing: [], outside: [sole.replace(/^.*\//, "")], newBibliography: null };
  const isFree = sole === null && !files.some(({ uri }) => /\.bib(?:la)?(?:tex)?$/i.test(uri));
  return {
    uris: sole === null ? [] : [sole],
    missing: [],
    outside: [],
    newBibliography: isFree ? Utils.joinPath(URI.parse(root), NEW).toString() : null,
  };
}

async function named(
  host: FileFinder,
  wanted: readonly { readonly name: string; readonly bases: readonly URI[] }[],
  within: string,
): Promise<FoundBibliographies> {
  const uris: string[] = [];
  const missing: string[] = [];
  const outside: string[] = [];
  let newBibliography: string | null = null;
  for (const { name, bases } of wanted) {
    const places = bases
      .map((base) => Utils.resolvePath(base, name).toString())
      .filter((uri) => uri.startsWith(`${within}/`));
    const found = await first(host, places);
    if (found === null) missing.push(name);
    else if (await host.isWithin(found, [within])) uris.push(found);
    else outside.push(name);
    // What is named and not there yet may be begun.
    const [place] = places;
    if (
      found === null &&
      place !== undefined &&
      /\.bib$/i.test(name) &&
      (await mayBegin(host, place, within))
    )
      newBibliography ??= place;
  }
  const isNew = uris.length === 0;
  return { uris: [...new Set(uris)], missing, outside, newBibliography: isNew ? newBibliography : null };
}

/** True where the folder that a file would be made in really lies inside, or will be made there itself. */
async function mayBegin(host: FileFinder, uri: string, within: string): Promise<boolean> {
  let folder = Utils.dirname(URI.parse(uri)).toString();
  while (folder.startsWith(`${within}/`) && (await host.kindOf(folder)) === null)
    folder = Utils.dirname(URI.parse(folder)).toString();
  return host.isWithin(folder, [within]);
}

async function first(host: FileFinder, uris: readonly string[]): Promise<string | null> {
  for (const uri of uris) if ((await host.kindOf(uri)) === "file") return uri;
  return null;
}
