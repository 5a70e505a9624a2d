/**
 * `claimcheck.yaml` of a workspace folder, which the command line reads too: its sources count where the settings
 * name none. Knows the file's keys; what is wrong in it is told and left out.
 */
import { URI, Utils } from "vscode-uri";
import { parse } from "yaml";
import { decodeText } from "../service/decode.ts";
import type { Host } from "./host.ts";

export const PROJECT_FILE = "claimcheck.yaml";

export interface Project {
  readonly root: string;
  readonly sources: readonly string[];
  readonly builtin: boolean;
  /** The day that relative dates of drafts count from, or null. */
  readonly date: string | null;
  /** One line that names the file and says what to do, or null. */
  readonly problem: string | null;
}

/** Reads the project file of a workspace folder; without one every key has its default. */
export async function readProject(host: Host, root: string): Promise<Project> {
  const none: Project = { root, sources: [], builtin: true, date: null, problem: null };
  const uri = Utils.joinPath(URI.parse(root), PROJECT_FILE).toString();
  if ((await host.kindOf(uri)) !== "file") return none;
  try {
    const text = decodeText(await host.readFile(uri))?.text ?? "";
    return { ...none, ...keysOf(parse(text)) };
  } catch (error) {
    const cause = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    return { ...none, problem: `${PROJECT_FILE} could not be read (${cause}): correct it.` };
  }
}

function keysOf(value: unknown): Partial<Project> {
  const given =
    typeof value === "object" && value !== null ? (value as Partial<Record<string, unknown>>) : {};
  const { sources, builtin, date } = given;
  const list = typeof sources === "string" ? [sources] : sources;
  const isList = Array.isArray(list) && list.every((entry) => typeof entry === "string");
  const isDay = typeof date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(date);
  const wrong = [
    list === undefined || isList ? "" : "“sources” takes a list of files, folders or globs",
    builtin === undefined || typeof builtin === "boolean" ? "" : "“builtin” takes true or false",
    date === undefined || isDay ? "" : "“date” takes a day such as 2024-05-31",
  ].filter(Boolean);
  return {
    ...(isList ? { sources: list } : {}),
    ...(typeof builtin === "boolean" ? { builtin } : {}),
    ...(isDay ? { date } : {}),
    problem: wrong.length > 0 ? `${PROJECT_FILE}: ${wrong.join("; ")}.` : null,
  };
}
