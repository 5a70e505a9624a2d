/**
 * The state of each source as the client is told it, and where a client can open a source.
 * Knows the protocol's types; finds and reads nothing.
 */

import type { SourceReading, SourceStatus } from "../protocol.ts";
import { SOURCE_SCHEME } from "../protocol.ts";
import { readingInWords } from "../service/explanation.ts";
import { causeOf, failed } from "../service/failures.ts";
import { isDocument } from "../service/file-kinds.ts";
import type { SourceInfo } from "../service/types.ts";
import type { SourcePlace } from "./source-places.ts";

/** What stands between an owner of sources and some of them. */
export interface Problem {
  /** A workspace folder, or a draft that names the source. */
  readonly owner: string;
  /** Where the project file names it; absent elsewhere. */
  readonly declared?: SourcePlace["declared"];
  readonly status: SourceStatus;
}

/** What became of a file. */
export interface Loaded {
  readonly stamp: string;
  readonly state: SourceReading;
  readonly message: string | null;
}

/** States in which the text of a source is not known, so that claims that rest on it are not checked. */
const UNREAD: ReadonlySet<SourceReading> = new Set<SourceReading>([
  "not-found",
  "not-text",
  "too-large",
  "unreadable",
  "no-text",
  "damaged",
  "encrypted",
]);

/** A file among the sources; `info` is what the checker knows of it, if it took it. */
export function fileStatus(
  uri: string,
  name: string,
  loaded: Loaded,
  info: SourceInfo | undefined,
): SourceStatus {
  const { title = name, statements = 0, values = 0, problem = null } = info ?? {};
  const broken = info !== undefined && problem !== null;
  const state = broken ? "broken-front-matter" : loaded.state;
  return {
    uri: info ? openableUri(info) : uri,
    name,
    title: title || name,
    builtin: false,
    ...stated(state),
    message: broken ? `${name}: ${problem}` : loaded.message,
    statements,
    values,
  };
}

/** An entry of the settings or the project file behind which there is no source. */
export function missingStatus(place: SourcePlace, isThere: boolean): SourceStatus {
  const { entry, named } = place;
  const isGlob = /[*?{[]/.test(entry);
  const message = isThere
    ? isGlob
      ? `${entry} matches no source: correct it in ${named} or add one there.`
      : `${entry} holds no Markdown, text, HTML, PDF or Word file: put sources there or change ${named}.`
    : `${entry} was not found: correct the path in ${named} or create it.`;
  return {
    uri: place.base ?? place.root,
    name: entry,
    title: entry,
    builtin: false,
    ...stated(isThere && !isGlob ? "empty" : "not-found"),
    // Whatever was meant to be there, nothing of it was read.
    unread: true,
    message,
    statements: 0,
    values: 0,
  };
}

/** A source that lies outside all folders that may be read; `way` says how one gets there. */
export function outsideStatus(name: string, uri: string, way = "A symbolic link"): SourceStatus {
  const message = `${name} is not read: ${way} leads out of the workspace. Copy the file into it, or name its folder in claimcheck.sources.`;
  return unreadStatus(name, uri, "unreadable", message);
}

/** A folder of sources that cannot be looked into. */
export function unlistedStatus(name: string, uri: string, error: unknown): SourceStatus {
  const message = `The sources in “${name}” could not be listed (${causeOf(error)}), so nothing was checked against them. Check the folder's permissions.`;
  return unreadStatus(name, uri, "unreadable", message);
}

/** The sources of a workspace folder, where listing them broke for a reason that is ours. */
export function failedStatus(root: string): SourceStatus {
  return unreadStatus(
    "sources",
    root,
    "unreadable",
    failed("read the sources, so nothing was checked against them"),
  );
}

/** An entry of a draft's front matter that cannot be used, with the sentence that says why. */
export function writtenWrongStatus(name: string, uri: string, problem: string): SourceStatus {
  return unreadStatus(name, uri, "not-found", `${name}, front matter: ${problem}`);
}

function unreadStatus(name: string, uri: string, state: SourceReading, message: string): SourceStatus {
  const source = { uri, name, title: name, builtin: false, statements: 0, values: 0 };
  return { ...source, ...stated(state), message };
}

/** How a built-in sheet stands; its text is always there. */
export function builtinStatus(info: SourceInfo): SourceStatus {
  const { uri, title, statements, values, problem } = info;
  return {
    uri: openableUri(info),
    name: uri,
    title,
    builtin: true,
    ...stated(problem === null ? "read" : "broken-front-matter"),
    message: problem,
    statements,
    values,
  };
}

/**
 * Where a client can open a source: a file as it is, extracted text and a built-in sheet under our own scheme. An editor's
 * tab has the last part of the path: extracted text says there that it is the text of a file, and of which.
 */
export function openableUri(info: Pick<SourceInfo, "uri" | "builtin">): string {
  const isExtracted = isDocument(info.uri);
  if (!info.builtin && !isExtracted) return info.uri;
  const ending = isExtracted ? "%20%28text%29" : /\.\w{1,8}$/.test(info.uri) ? "" : ".md";
  return `${SOURCE_SCHEME}:/${encodeURIComponent(info.uri)}${ending}`;
}

function stated(state: SourceReading): Pick<SourceStatus, "state" | "stateInWords" | "unread"> {
  return { state, stateInWords: readingInWords(state), unread: UNREAD.has(state) };
}
