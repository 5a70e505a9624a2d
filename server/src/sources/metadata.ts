/**
 * What a source tells of itself: title, publisher, day, address. Knows read documents; judges nothing.
 */
import type { FrontMatter, ProseDocument } from "../text/types.ts";
import type { SourceMetadata } from "./types.ts";

/** What is handed in with a source; it outranks the front matter. */
export interface GivenMetadata {
  readonly uri: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
}

/** The metadata of a source: as given, else from its front matter, else its first heading or the file's name as title. */
export function metadataOf(given: GivenMetadata, document: ProseDocument): SourceMetadata {
  const { data } = document.frontMatter;
  return {
    title: given.title ?? textOf(data.title) ?? firstHeading(document) ?? nameOf(given.uri),
    publisher: given.publisher ?? textOf(data.publisher) ?? null,
    published: given.published ?? dayOf(data.published) ?? dayOf(data.date) ?? null,
    url: given.url ?? textOf(data.url) ?? null,
  };
}

/** Why the front matter of a source does not tell what it should, with what to do; null where it does. */
export function frontMatterProblem({ data, problem }: FrontMatter): string | null {
  if (problem !== null) return problem;
  for (const key of ["published", "date"]) {
    const value = data[key];
    if (value === undefined || value === null || value === "") continue;
    return dayOf(value) === undefined
      ? `“${key}: ${String(value).slice(0, LONGEST)}” in the front matter is no day that can be read: write it as 2024-05-31.`
      : null;
  }
  return null;
}
const LONGEST = 40;

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
