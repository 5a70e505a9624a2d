/**
 * The command line's entry: reads the arguments, runs a command, sets the exit status. Decides nothing else.
 */
import { readArguments } from "./arguments.ts";
import { isTold, tellTrace } from "./errors.ts";
import { helpText } from "./help.ts";
import { version } from "./version.ts";

/** Runs a command and returns the exit status; undefined for one that goes on. */
async function run(words: readonly string[]): Promise<number | undefined> {
  const command = readArguments(words);
  switch (command.name) {
    case "help":
      process.stdout.write(helpText(command.topic));
      return 0;
    case "version":
      process.stdout.write(`${version}\n`);
      return 0;
    case "lsp":
      await import("../lsp/main.ts");
      return undefined;
    case "check":
      return (await import("./check.ts")).runCheck(command.options);
    case "cite":
      return (await import("./cite.ts")).runCite(command.options);
    case "report":
      return (await import("./report.ts")).runReport(command.options);
    case "extract":
      return (await import("./extract.ts")).runExtract(command.options);
  }
}

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  const known = isTold(error);
  const text = known ? error.message : `unexpected error, please report it: ${String(error)}`;
  process.stderr.write(`claimcheck: ${text.replace(/\s+/g, " ")}\n`);
  tellTrace(known ? error.cause : error);
}
