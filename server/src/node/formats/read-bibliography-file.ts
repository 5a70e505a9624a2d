/**
 * Reads a bibliography file, or the text of one that is open in an editor. Always answers; what goes wrong becomes one
 * line. Knows files, limits and endings; the formats are read in the readers' thread.
 */
import { readFile, stat } from "node:fs/promises";
import { decodeBytes } from "../../text/encoding.ts";
import type { BibliographyEntry, BibliographyFormat } from "./bibliography.ts";
import { extractApart } from "./reader-thread.ts";
import { FormatError, toldOf } from "./types.ts";

export interface BibliographyFile {
  /** As it stands in the file, so that an entry can be added at an offset of it; empty where it cannot be read. */
  readonly text: string;
  readonly format: BibliographyFormat;
  readonly entries: readonly BibliographyEntry[];
  /** One line that names the file and says what to do, or null. Entries may be there all the same. */
  readonly message: string | null;
  /** False where nothing of it is known, so that nothing may be added to it. */
  readonly read: boolean;
}

const LIMITS = { bytes: 20_000_000, milliseconds: 10_000 } as const;

/** The format that a path's ending names; null for a file that is no bibliography. */
function bibliographyFormat(path: string): BibliographyFormat | null {
  if (/\.(?:bib|bibtex|biblatex)$/i.test(path)) return "bibtex";
  if (/\.json$/i.test(path)) return "csl-json";
  return /\.ya?ml$/i.test(path) ? "csl-yaml" : null;
}

/** Reads the file at `path`, or `text` in its place. `name` is what messages call it. Never throws. */
export async function readBibliographyFile(
  path: string,
  name: string,
  text?: string,
): Promise<BibliographyFile> {
  const format = bibliographyFormat(path);
  const failed = (why: string): BibliographyFile => ({
    text: "",
    format: format ?? "bibtex",
    entries: [],
    message: toldOf(name, why),
    read: false,
  });
  if (format === null) return failed("is no bibliography. Name a .bib, .json or .yaml file");
  try {
    const content = text ?? (await textAt(path));
    const bytes = Uint8Array.from(Buffer.from(content));
    if (bytes.length > LIMITS.bytes) throw tooLarge(bytes.length);
    const { entries, doubt } = await extractApart(format, bytes, LIMITS.milliseconds);
    const message = doubt === undefined ? null : toldOf(name, `${doubt}. Correct it`);
    return { text: content, format, entries, message, read: true };
  } catch (error) {
    if (error instanceof FormatError) return failed(error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return failed("does not exist. Correct the path");
    return failed("cannot be read. Check its permissions");
  }
}

async function textAt(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > LIMITS.bytes) throw tooLarge(size);
  const decoded = decodeBytes(await readFile(path));
  if (!decoded) throw new FormatError("not-text", "is no text. Save it as UTF-8");
  return decoded.text;
}

function tooLarge(size: number): FormatError {
  const [is, most] = [size, LIMITS.bytes].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
  return new FormatError("too-large", `is too large (${is}; at most ${most}). Split it`);
}
