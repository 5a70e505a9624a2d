/**
 * The state of each source as the client is told it, and where a client can open a source.
 * Knows the protocol's types; finds and reads nothing.
 */
import type { SourceReading, SourceStatus } from "../protocol.ts";
import { SOURCE_SCHEME } from "../protocol.ts";
import { readingInWords } from "../service/explanation.ts";
import type { SourceInfo } from "../service/types.ts";
import { isDocument, type SourcePlace } from "./source-places.ts";

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

/** Where a client can open a source: a file as it is, extracted text and a built-in sheet under our own scheme. */
export function openableUri(info: Pick<SourceInfo, "uri" | "builtin">): string {
  const isExtracted = isDocument(info.uri);
  if (!info.builtin && !isExtracted) return info.uri;
  const ending = isExtracted || !/\.\w{1,8}$/.test(info.uri) ? ".md" : "";
  return `${SOURCE_SCHEME}:/${encodeURIComponent(info.uri)}${ending}`;
}

function stated(state: SourceReading): Pick<SourceStatus, "state" | "stateInWords" | "unread"> {
  return { state, stateInWords: readingInWords(state), unread: UNREAD.has(state) };
}
