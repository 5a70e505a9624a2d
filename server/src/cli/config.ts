/**
 * Finds the configuration that counts for a draft: the named file, else the nearest `claimcheck.yaml` from the draft's
 * folder upwards. Each is read once, and what is wrong in it told once. Knows files; the keys are the reader's.
 */
import { dirname, resolve } from "node:path";
import { nodeHost } from "../node/host.ts";
import { below, isStream, uriOf } from "../node/paths.ts";
import { readConfig } from "../service/config/read.ts";
import { CONFIG_FILE, type ConfigPlace, type ProjectConfig } from "../service/config/types.ts";
import type { Console } from "./console.ts";
import { CliError } from "./errors.ts";
import { reason, textOf } from "./inputs.ts";

export interface FoundConfig extends ProjectConfig {
  /** The file as messages call it. */
  readonly file: string;
  /** The folder that its patterns start from, relative to the current one where that is shorter to read. */
  readonly folder: string;
  /** True where the nearest file was taken, false where the user named it. */
  readonly isFound: boolean;
}

/** No configuration, or one that is wrong: then nothing that it governs is checked. */
export type ConfigAnswer = FoundConfig | null | "wrong";

export class Configs {
  readonly #console: Console;
  readonly #named: string | undefined;
  readonly #folders = new Map<string, Promise<ConfigAnswer>>();

  constructor(console: Console, named: string | undefined) {
    this.#console = console;
    this.#named = named;
  }

  /** The configuration for what lies in `folder`. Throws where the named file is not there. */
  async for(folder: string): Promise<ConfigAnswer> {
    const key = this.#named === undefined ? resolve(folder) : "";
    const known = this.#folders.get(key);
    if (known) return known;
    const answer = this.#named === undefined ? this.#nearest(key) : this.#open(this.#named);
    this.#folders.set(key, answer);
    return answer;
  }

  async #nearest(folder: string): Promise<ConfigAnswer> {
    const file = `${folder.replace(/[\\/]$/, "")}/${CONFIG_FILE}`;
    if ((await nodeHost.kindOf(uriOf(file))) === "file") return this.#found(folder, shown(file));
    const above = dirname(folder);
    return above === folder ? null : this.for(above);
  }

  /** The file may be a link to another one in its own folder or below the current one, since anybody may have put it there. */
  async #found(folder: string, file: string): Promise<ConfigAnswer> {
    if (await nodeHost.isWithin(uriOf(file), [uriOf(folder), uriOf(".")])) return this.#read(file, true);
    this.#console.error(
      `${file} is not read: a symbolic link leads out of its folder. Copy the file, or name it with --config.`,
    );
    return "wrong";
  }

  async #open(file: string): Promise<ConfigAnswer> {
    if ((await nodeHost.kindOf(uriOf(file))) !== "file" && !(await isStream(file)))
      throw new CliError(`${file}: there is no such file. Check --config.`);
    return this.#read(file, false);
  }

  async #read(file: string, isFound: boolean): Promise<ConfigAnswer> {
    let bytes: Uint8Array;
    try {
      bytes = await nodeHost.readFile(uriOf(file));
    } catch (error) {
      throw new CliError(`${file}: cannot be read (${reason(error)}). Check its permissions.`);
    }
    const { text } = textOf(bytes, file, "configuration");
    const { config, problems } = readConfig(text, { outside: !isFound });
    for (const problem of problems) this.#console.error(`${placeIn(file, problem)}: ${problem.message}`);
    return problems.length > 0 ? "wrong" : { ...config, file, folder: dirname(file), isFound };
  }
}

/** "claimcheck.yaml:3:5" */
export function placeIn(file: string, { line, character }: ConfigPlace): string {
  return `${file}:${line + 1}:${character + 1}`;
}

/** A path from the current folder, unless that would climb far. */
function shown(path: string): string {
  const short = below(".", path);
  return short.startsWith("../../../") ? path : short;
}
