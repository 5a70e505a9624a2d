/**
 * Where a command's text goes: the file that the user names, else standard output. Never over a file it was made from.
 */
import { identityOf, writeWhole } from "../node/paths.ts";
import type { Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { reason } from "./inputs.ts";

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
