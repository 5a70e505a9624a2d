/**
 * Where a command's text goes: the file that the user names, else standard output, never over a file it was made from; or
 * back into the file that it corrects.
 */
import { identityOf, replaceFile, writeWhole } from "../node/paths.ts";
import type { Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { type InputText, reason } from "./inputs.ts";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Writes `text`. Throws where the file cannot be written, or is one of those that were `read`. */
export async function writeOutput(
  console: Console,
  output: string | null,
  text: string,
  read: readonly string[],
): Promise<void> {
  if (output === null) {
    console.write(text);
    return;
  }
  const identity = await identityOf(output);
  const identities = await Promise.all(read.map(identityOf));
  if (identities.includes(identity))
    throw new CliError(`${output}: is one of the files that were read. Name another output.`);
  try {
    await writeWhole(output, text);
  } catch (error) {
    // Of a file that is to be made only its folder can be missing.
    const why =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such folder" : reason(error);
    throw new CliError(`${output}: cannot be written (${why}). Check the folder and its permissions.`);
  }
  if (!console.quiet) console.say(`wrote ${output}`);
}

/** Writes a text file anew, in UTF-8 and with the mark that it had. Throws where it is not UTF-8 or was changed. */
export async function writeBack(
  path: string,
  name: string,
  { bytes, writable }: Pick<InputText, "bytes" | "writable">,
  text: string,
): Promise<void> {
  if (!writable) throw new CliError(`${name}: not written, since it is not UTF-8. Save it as UTF-8 first.`);
  try {
    await replaceFile(path, bytes, encode(text, bytes));
  } catch (error) {
    throw new CliError(`${name}: not written (${reason(error)}). Nothing in it was changed.`);
  }
}

function encode(text: string, before: Uint8Array): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (!BYTE_ORDER_MARK.every((byte, at) => before[at] === byte)) return bytes;
  return Uint8Array.from([...BYTE_ORDER_MARK, ...bytes]);
}
