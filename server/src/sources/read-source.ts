/**
 * Reads a source: its metadata from the front matter, then its sentences. Knows texts, not files.
 */

import type { SentenceCache } from "../statements/read.ts";
import { readDocument } from "../statements/read.ts";
import type { SourceReading } from "../statements/types.ts";
import { readMarkdown } from "../text/markdown.ts";
import { readPlainText } from "../text/plain-text.ts";
import type { ProseDocument } from "../text/types.ts";
import type { PageMark } from "./pages.ts";

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
}

/** Reads a source whole. `today` stands in where neither the source nor the caller gives a day. Never throws. */
export function readSource(raw: RawSource, today: string, cache: SentenceCache): SourceReading {
  const document = /\.(txt|text)$/i.test(raw.uri) ? readPlainText(raw.text) : readMarkdown(raw.text);
  const data = document.frontMatter.data;
  const published = raw.published ?? dayOf(data.published) ?? dayOf(data.date);
  const reading = readDocument(document, published ?? today, cache);
  return {
    ...reading,
    uri: raw.uri,
    title: raw.title ?? textOf(data.title) ?? firstHeading(document) ?? nameOf(raw.uri),
    publisher: raw.publisher ?? textOf(data.publisher) ?? null,
    published: published ?? null,
    url: raw.url ?? textOf(data.url) ?? null,
    ...(raw.pages && raw.pages.length > 0 ? { pages: raw.pages } : {}),
  };
}

/** An ISO day from a front matter value, or undefined. */
export function dayOf(value: unknown): string | undefined {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  if (typeof value !== "string") return undefined;
  const match = /^\s*(\d{4}-\d{2}-\d{2})/.exec(value);
  return match && !Number.isNaN(Date.parse(match[1]!)) ? match[1] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function firstHeading(document: ProseDocument): string | undefined {
  return document.blocks.find((block) => block.kind === "heading")?.prose.text;
}

function nameOf(uri: string): string {
  const name = uri.split(/[\\/]/).pop() ?? uri;
  return name.replace(/\.\w+$/, "");
}
