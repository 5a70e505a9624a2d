/**
 * `claimcheck.yaml` of a workspace folder, which the command line reads too: what it says goes before the settings.
 * Reads the file by the host and tells which files of the folder are drafts; its keys are the reader's.
 */

import { URI, Utils } from "vscode-uri";
import { readConfig } from "../service/config/read.ts";
import { mayBeDraft, standingAt } from "../service/config/scope.ts";
import {
  CONFIG_FILE,
  type ConfigProblem,
  EMPTY_CONFIG,
  type ProjectConfig,
} from "../service/config/types.ts";
import { causeOf } from "../service/failures.ts";
import { DRAFT_FILES } from "../service/file-kinds.ts";
import type { SourceStanding } from "../service/types.ts";
import { decodeBytes } from "../text/encoding.ts";
import type { Host } from "./host.ts";
import type { Settings } from "./settings.ts";
import { isUnder } from "./source-places.ts";

export interface Project {
  readonly root: string;
  /** Those of the folder, or of the workspace where it has none of its own. */
  readonly settings: Settings;
  /** The file, whether it is there or not. */
  readonly uri: string;
  readonly config: ProjectConfig;
  readonly problems: readonly ConfigProblem[];
}

/** Reads the project file of a workspace folder; without one nothing is said. Never throws. */
export async function readProject(host: Host, root: string, settings: Settings): Promise<Project> {
  const uri = Utils.joinPath(URI.parse(root), CONFIG_FILE).toString();
  try {
    if ((await host.kindOf(uri)) !== "file")
      return { root, settings, uri, config: EMPTY_CONFIG, problems: [] };
    if (!(await host.isWithin(uri, [root]))) throw new Error("a symbolic link leads out of its folder");
    const decoded = decodeBytes(await host.readFile(uri));
    if (!decoded) throw new Error("it is no text");
    const { config, problems } = readConfig(decoded.text);
    return {
      root,
      settings,
      uri,
      config,
      problems: [...problems, ...(await idleDrafts(host, root, config))],
    };
  } catch (error) {
    const message = `This cannot be read (${causeOf(error)}).`;
    const problem = { start: 0, end: 0, line: 0, character: 0, message };
    return { root, settings, uri, config: EMPTY_CONFIG, problems: [problem] };
  }
}

/** Entries of `drafts` that match nothing. */
async function idleDrafts(host: Host, root: string, { drafts }: ProjectConfig): Promise<ConfigProblem[]> {
  if (drafts === null) return [];
  let isWhole = true;
  const unlisted = () => {
    isWhole = false;
  };
  const files = await host.listFiles(root, [DRAFT_FILES], { within: [root], unlisted });
  // What an entry matches may lie where nobody may look.
  if (!isWhole) return [];
  const paths = files.map(({ uri }) => pathIn(root, uri));
  return drafts
    .filter(({ pattern }) => !paths.some((path) => pattern.matches(path)))
    .map(({ pattern, ...place }) => ({
      ...place,
      message: `“${pattern.text}” matches no Markdown file: correct it or add a draft there.`,
    }));
}

/** The project that a file belongs to: that of the innermost workspace folder around it. `uri` is in normal spelling. */
export function projectOf(projects: readonly Project[], uri: string): Project | undefined {
  const around = projects.filter(({ root }) => isUnder(uri, root));
  return around.sort((a, b) => b.root.length - a.root.length)[0];
}

/** False for a file that its project leaves out by `drafts` or `exclude`. */
export function isLeftDraft(projects: readonly Project[], uri: string): boolean {
  const project = projectOf(projects, uri);
  return project === undefined || mayBeDraft(project.config, pathIn(project.root, uri));
}

/** How a source stands to others by the file of its project. `uri` is in normal spelling. */
export function standingIn(projects: readonly Project[], uri: string): SourceStanding {
  const project = projectOf(projects, uri);
  return project ? standingAt(project.config, pathIn(project.root, uri)) : {};
}

/** A file's path below a folder that holds it, with forward slashes and as its name reads. */
export function pathIn(root: string, uri: string): string {
  return URI.parse(uri).path.slice(URI.parse(root).path.length).replace(/^\//, "");
}
