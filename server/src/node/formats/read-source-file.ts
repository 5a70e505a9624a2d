/**
 * Reads a file that a writer leans on, whatever it is: Markdown, text, HTML, PDF or DOCX. Always answers; what goes wrong
 * becomes a state and one line. Knows files, limits and which reader to ask; nothing of claims.
 */
import { readFile, stat } from "node:fs/promises";
import { decodeBytes } from "../../text/encoding.ts";
import { extractApart } from "./reader-thread.ts";
import { formatByName, sniff } from "./sniff.ts";
import { type Format, FormatError, type ReadLimits, type SourceFile, toldOf } from "./types.ts";

/** A book has less than 1 MB of text; a report with pictures may have fifty. */
export const DEFAULT_LIMITS = { textBytes: 5_000_000, fileBytes: 50_000_000, milliseconds: 10_000 } as const;

/** Reads the file at `path`. Never throws. Offsets of what is found in it count in `text`. */
export async function readSourceFile(path: string, limits: ReadLimits = {}): Promise<SourceFile> {
  const named = { ...DEFAULT_LIMITS, name: path, ...limits };
  let format = formatByName(path);
  try {
    const bytes = await readBytes(path, format, named);
    const found = sniff(bytes, path);
    format = found.format;
    if (format === "text") return readText(bytes, named.name, found.surprise);
    checkSize(bytes.length, named.fileBytes);
    const { text, metadata, doubt } = await extractApart(format, bytes, named.milliseconds);
    if (Buffer.byteLength(text) > named.textBytes)
      throw new FormatError("too-large", `holds more than ${megabytes(named.textBytes)} of text. Split it`);
    const message = doubtful(named.name, [
      found.surprise && misnamed(found.surprise),
      doubt && `${doubt}. Look at its text`,
    ]);
    return { text, metadata, format, state: message ? "doubtful" : "read", message, encoding: null };
  } catch (error) {
    const told = error instanceof FormatError ? error : systemError(error);
    // Something else under a text's name, and nothing that could be read as what it is.
    const isOther = format !== "text" && formatByName(path) === "text";
    const { state, message } = isOther ? notText() : told;
    return { text: "", metadata: {}, format, state, message: toldOf(named.name, message), encoding: null };
  }
}

type Named = Required<ReadLimits>;

async function readBytes(path: string, format: Format, limits: Named): Promise<Uint8Array<ArrayBuffer>> {
  const { size, isDirectory } = await stat(path).then((found) => ({
    size: found.size,
    isDirectory: found.isDirectory(),
  }));
  if (isDirectory) throw new FormatError("unreadable", "cannot be read (it is a folder). Name a file");
  if (size === 0 && format !== "text") throw new FormatError("no-text", "is empty. Get the file again");
  checkSize(size, format === "text" ? limits.textBytes : limits.fileBytes);
  // A copy, since the readers' thread takes the memory with it.
  return Uint8Array.from(await readFile(path));
}

function checkSize(size: number, most: number): void {
  if (size > most)
    throw new FormatError(
      "too-large",
      `is too large (${megabytes(size)}; at most ${megabytes(most)}). Split it`,
    );
}

/** "5 MB", "0.4 MB". */
function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  return `${value >= 1 ? Math.round(value) : Number(value.toPrecision(1))} MB`;
}

function readText(bytes: Uint8Array, name: string, surprise: string | null): SourceFile {
  const decoded = decodeBytes(bytes);
  if (!decoded)
    throw new FormatError(
      "not-text",
      "is not a text source: save it as Markdown or plain text, or leave it out",
    );
  const { text, encoding, guessed } = decoded;
  const message = doubtful(name, [
    surprise && misnamed(surprise),
    guessed && `is not valid UTF-8 and was read as ${encoding}. Save it as UTF-8`,
  ]);
  return { text, metadata: {}, format: "text", state: message ? "doubtful" : "read", message, encoding };
}

function notText(): FormatError {
  return new FormatError(
    "not-text",
    "is not a text source: save it as Markdown or plain text, or leave it out",
  );
}

function misnamed(surprise: string): string {
  return `is in truth ${surprise} and was read as one. Give it the right ending`;
}

function doubtful(name: string, reasons: readonly (string | false | null | undefined)[]): string | null {
  const told = reasons.filter((reason) => typeof reason === "string" && reason !== "");
  return told.length === 0 ? null : toldOf(name, told.join("; it "));
}

function systemError(error: unknown): { state: FormatError["state"]; message: string } {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "ENOENT" || code === "ENOTDIR")
    return { state: "not-found", message: "does not exist. Correct the path" };
  const cause =
    code === "EACCES" || code === "EPERM" ? "no permission" : String(error).split("\n", 1)[0]!.slice(0, 200);
  return { state: "unreadable", message: `cannot be read (${cause}). Check its permissions` };
}
