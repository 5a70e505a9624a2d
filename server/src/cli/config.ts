/**
 * The configuration file: YAML or JSON with `sources`, `builtin` and `date`. Knows the file, not the options
 * that outrank it.
 */
import { dirname } from "node:path";
import { parse } from "yaml";
import { nodeHost } from "../node/host.ts";
import { uriOf } from "../node/paths.ts";
import { isDay } from "./arguments.ts";
import { CliError } from "./errors.ts";
import { reason, textOf } from "./inputs.ts";

export interface Config {
  readonly sources: readonly string[];
  /** The folder that `sources` are relative to. */
  readonly folder: string;
  readonly builtin: boolean;
  readonly date: string | undefined;
}

const DEFAULT_FILE = "claimcheck.yaml";
const NONE: Config = { sources: [], folder: ".", builtin: true, date: undefined };

/** Reads the named file, else claimcheck.yaml of the current folder, else nothing. Throws on a wrong file. */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? DEFAULT_FILE;
  const kind = await nodeHost.kindOf(uriOf(file));
  if (kind !== "file") {
    if (path === undefined) return NONE;
    throw new CliError(`${file}: there is no such file. Check --config.`);
  }
  let bytes: Uint8Array;
  try {
    bytes = await nodeHost.readFile(uriOf(file));
  } catch (error) {
    throw new CliError(`${file}: cannot be read (${reason(error)}). Check its permissions.`);
  }
  return checked(parsed(textOf(bytes, file, "configuration").text, file), file);
}

function parsed(text: string, file: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (error) {
    const cause = error instanceof Error ? error.message.split("\n", 1)[0]!.replace(/:$/, "") : String(error);
    throw new CliError(`${file}: not valid YAML or JSON (${cause}). Correct it.`);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new CliError(`${file}: write keys such as “sources: [press]”.`);
}

function checked(data: Readonly<Record<string, unknown>>, file: string): Config {
  const unknown = Object.keys(data).find((key) => !["sources", "builtin", "date"].includes(key));
  if (unknown !== undefined)
    throw new CliError(`${file}: unknown key “${unknown}”. Known are sources, builtin and date.`);
  const { sources = [], builtin = true, date } = data;
  const list = typeof sources === "string" ? [sources] : sources;
  if (!Array.isArray(list) || !list.every((entry) => typeof entry === "string"))
    throw new CliError(`${file}: “sources” takes a list of files, folders or globs.`);
  if (typeof builtin !== "boolean") throw new CliError(`${file}: “builtin” takes true or false.`);
  if (date !== undefined && (typeof date !== "string" || !isDay(date)))
    throw new CliError(`${file}: “date” takes a day such as 2024-05-31.`);
  return { sources: list, folder: dirname(file), builtin, date };
}
