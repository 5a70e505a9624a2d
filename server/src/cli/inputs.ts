/**
 * From the words of the command line to files, and from files to texts, with what went wrong in one line each.
 * Knows files and encodings; nothing of claims.
 */
import { readCachedSource } from "../node/cache/cached-source.ts";
import { userCache } from "../node/cache/user-cache.ts";
import type { FileMetadata } from "../node/formats/types.ts";
import { type ListOptions, nodeHost } from "../node/host.ts";
import { identityOf, isStream, pathOf, sizeOf, uriOf } from "../node/paths.ts";
import { causeOf, remedyFor } from "../service/failures.ts";
import type { SourceCard } from "../service/types.ts";
import { decodeBytes } from "../text/encoding.ts";
import { CliError } from "./errors.ts";
import { version } from "./version.ts";

export { causeOf as reason } from "../service/failures.ts";

/** Largest file that is read, in bytes: a book has less than 1 MB of text. The same as the language server's default. */
const LARGEST = 5_000_000;

export interface InputFile {
  /** The path as the user wrote it, or below the folder that the user wrote. */
  readonly path: string;
  readonly uri: string;
  /** The same for every name of the file. */
  readonly identity: string;
  /** True when the user named this very file. */
  readonly named: boolean;
}

export interface InputText {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** False for what was decoded as anything but UTF-8, so that it must not be written back. */
  readonly writable: boolean;
  /** What the user should know about it, or null. */
  readonly note: string | null;
}

const MAGIC = /[*?{[(!]/;

export interface Limits {
  /** Folders besides the one that is named that may be read. */
  readonly within?: readonly string[];
  readonly refused?: (source: { readonly path: string; readonly message: string }) => void;
  /** Hears of folders that cannot be looked into; without it such a folder is an error. */
  readonly unlisted?: (source: { readonly path: string; readonly message: string }) => void;
}

function optionsOf(folder: string, { within = [], refused, unlisted }: Limits): ListOptions {
  const nameOf = (uri: string) =>
    uri === uriOf(folder) ? folder : tidyPath(`${folder}/${pathBelow(uriOf(folder), uri) ?? pathOf(uri)}`);
  return {
    within: [folder, ...within].map(uriOf),
    refused: (uri) => refused?.({ path: nameOf(uri), message: leadsOut(nameOf(uri)) }),
    ...(unlisted && {
      unlisted: (uri, error) => unlisted({ path: nameOf(uri), message: cannotList(nameOf(uri), error) }),
    }),
  };
}

/** What is told of a folder that cannot be looked into. */
export function cannotList(path: string, error: unknown): string {
  return `${path} cannot be listed (${causeOf(error)}), so nothing in it is read. ${remedyFor(error)}`;
}

/** Why a file behind a symbolic link is not read. */
export function leadsOut(path: string): string {
  return `${path} is not read: a symbolic link leads out of its folder. Copy the file, or name it with --source.`;
}

/**
 * The files behind one word: a file, a folder's files that match `files`, or a glob. Throws where there is none. What lies
 * in a folder must lie there in truth, or in one of `within`; `refused` hears why what a link leads out to is not read.
 */
export async function filesOf(
  entry: string,
  files: string,
  what: string,
  limits: Limits = {},
): Promise<InputFile[]> {
  const kind = await nodeHost.kindOf(uriOf(entry));
  if (kind === "file" || (kind === null && (await isStream(entry))))
    return [await inputFile(tidyPath(entry), uriOf(entry), true)];
  if (kind === "folder") return folderFiles(entry, files, what, limits);
  if (MAGIC.test(entry)) return globFiles(entry, what, limits);
  throw new CliError(`${entry}: there is no such file or folder. Check the path.`);
}

async function folderFiles(
  folder: string,
  files: string,
  what: string,
  limits: Limits,
): Promise<InputFile[]> {
  const uri = uriOf(folder);
  const listed = await nodeHost.listFiles(uri, [files], optionsOf(folder, limits));
  const found = listed.map((file) =>
    inputFile(tidyPath(`${folder}/${pathBelow(uri, file.uri)}`), file.uri, false),
  );
  if (found.length > 0) return Promise.all(found);
  throw new CliError(
    `${folder}: this folder holds no ${what} (${files.replace("**/", "")}). Name a file or another folder.`,
  );
}

async function globFiles(glob: string, what: string, limits: Limits): Promise<InputFile[]> {
  const root = uriOf(".");
  const pattern = glob.replaceAll("\\", "/").replace(/^\.\//, "");
  const fixed = pattern.slice(0, pattern.lastIndexOf("/", pattern.search(MAGIC)) + 1);
  const listed = await nodeHost.listFiles(root, [pattern], optionsOf(fixed || ".", limits));
  const found = listed.map((file) => {
    const inside = pathBelow(root, file.uri);
    return inputFile(isAbsolute(glob) || inside === null ? pathOf(file.uri) : inside, file.uri, false);
  });
  if (found.length > 0) return Promise.all(found);
  throw new CliError(
    `${glob}: no ${what} matches this pattern. Put it in quotation marks so that the shell does not expand it, and check the spelling.`,
  );
}

/** A file that is called `path`; `named` where the user named this very file. */
export async function inputFile(path: string, uri: string, named: boolean): Promise<InputFile> {
  return { path, uri, named, identity: await identityOf(pathOf(uri)) };
}

/** Each file once, under its first name; a file that is named stays named. */
export function distinct(files: readonly InputFile[]): InputFile[] {
  const seen = new Map<string, InputFile>();
  for (const file of files) {
    const before = seen.get(file.identity);
    if (!before) seen.set(file.identity, file);
    else if (file.named && !before.named) seen.set(file.identity, { ...before, named: true });
  }
  return [...seen.values()];
}

/** A source's text, with what its own format records of it. */
export interface InputSource {
  readonly text: string;
  readonly metadata: FileMetadata;
  /** What the user should know about it, or null. */
  readonly note: string | null;
  /** What the engine knew of this very file at another time. */
  readonly card?: SourceCard;
  /** Keeps what the engine knows of it for the next run. */
  readonly keepCard?: (card: SourceCard | undefined) => void;
}

const cache = userCache(version);

/** Reads a source of any format. Throws, in one line, where there is no text to be had. */
export async function readSourceText(file: InputFile): Promise<InputSource> {
  const limits = { name: file.path, textBytes: LARGEST };
  const read = await readCachedSource<SourceCard>(cache, pathOf(file.uri), limits);
  if (read.state !== "read" && read.state !== "doubtful") throw new CliError(read.message ?? file.path);
  if (read.text.trim() === "")
    throw new CliError(`${file.path}: the source is empty. Put the document's text into it.`);
  const { text, metadata, message: note, card, keepCard } = read;
  return { text, metadata, note, ...(card ? { card } : {}), ...(keepCard ? { keepCard } : {}) };
}

/** Reads a file as text. Throws, in one line, where it is too large, is not text or cannot be read. */
export async function readText(file: InputFile, what: string): Promise<InputText> {
  const size = await sizeOf(pathOf(file.uri));
  if (size > LARGEST)
    throw new CliError(
      `${file.path}: too large (${Math.round(size / 1e6)} MB; at most ${LARGEST / 1e6} MB). Split it.`,
    );
  let bytes: Uint8Array;
  try {
    bytes = await nodeHost.readFile(file.uri);
  } catch (error) {
    throw new CliError(`${file.path}: cannot be read (${causeOf(error)}). Check its permissions.`);
  }
  return textOf(bytes, file.path, what);
}

/** Decodes bytes that are called `path`. Throws where they are not text. */
export function textOf(bytes: Uint8Array, path: string, what: string): InputText {
  const decoded = decodeBytes(bytes);
  if (!decoded)
    throw new CliError(`${path}: not a text ${what}: save it as Markdown or plain text, or leave it out.`);
  const note = decoded.guessed
    ? `${path}: not valid UTF-8, read as ${decoded.encoding}. Save it as UTF-8.`
    : null;
  return { text: decoded.text, bytes, writable: decoded.encoding === "utf-8" && !decoded.guessed, note };
}

function pathBelow(root: string, uri: string): string | null {
  const [folder, path] = [pathOf(root), pathOf(uri)].map((name) => name.replaceAll("\\", "/")) as [
    string,
    string,
  ];
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : null;
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
}

/** Without "./" in front and doubled slashes inside. */
function tidyPath(path: string): string {
  const slashed = path.replace(/(?<=[^\\/])[\\/]{2,}/g, "/");
  return slashed.replace(/^(?:\.\/)+(?=.)/, "");
}
