/**
 * Reads a source: its metadata from the front matter, then its sentences. Knows texts, not files.
 */
import type { SentenceCache } from "../statements/read.ts";
import { drained, readDocumentSteps } from "../statements/read.ts";
import type { SourceReading } from "../statements/types.ts";
import { readMarkdown } from "../text/markdown.ts";
import { readPlainText } from "../text/plain-text.ts";
import type { ProseDocument } from "../text/types.ts";
import { readFactNotes } from "./fact-notes.ts";
import { metadataOf } from "./metadata.ts";
import type { PageMark } from "./pages.ts";
import { standingOf } from "./standing.ts";
import type { SourceStanding } from "./types.ts";

/** A source as it is handed in; given metadata outrank the front matter. */
export interface RawSource {
  readonly uri: string;
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  /** Where pages begin in `text`, for `pageAt`. */
  readonly pages?: readonly PageMark[];
  /** Goes before what the front matter declares, key by key. */
  readonly standing?: SourceStanding;
}

/** Reads a source's text by its format: plain text where the name says so, else Markdown. Never throws. */
export function readSourceText(uri: string, text: string): ProseDocument {
  return /\.(txt|text)$/i.test(uri) ? readPlainText(text) : readMarkdown(text);
}

/** Reads a source whole. `today` stands in where neither the source nor the caller gives a day. Never throws. */
export function readSource(raw: RawSource, today: string, cache: SentenceCache): SourceReading {
  return drained(readSourceSteps(raw, today, cache));
}

/** The same, with a pause after each block. `whole`: the source's text if it stands in blocks already. */
export function* readSourceSteps(
  raw: RawSource,
  today: string,
  cache: SentenceCache,
  whole: ProseDocument = readSourceText(raw.uri, raw.text),
): Generator<void, SourceReading> {
  const { document, notes } = readFactNotes(whole);
  const metadata = metadataOf(raw, document);
  const reading = yield* readDocumentSteps(document, metadata.published ?? today, cache);
  const standing = { ...standingOf(document.frontMatter.data), ...raw.standing };
  return {
    ...reading,
    uri: raw.uri,
    ...metadata,
    ...(notes.size > 0 ? { notes } : {}),
    ...(raw.pages && raw.pages.length > 0 ? { pages: raw.pages } : {}),
    ...(Object.keys(standing).length > 0 ? { standing } : {}),
  };
}
