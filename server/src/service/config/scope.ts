/**
 * What a project's configuration means for a file, a draft, and beside the settings of an editor: the one place where
 * their order is decided. The file goes before the settings, key by key, so that the editor and the command line agree;
 * a draft's own front matter goes before both. Knows configurations and paths; touches no disk.
 */
import { dayOf } from "../../sources/metadata.ts";
import type { SourceStanding } from "../../sources/types.ts";
import { readFrontMatter } from "../../text/front-matter.ts";
import { BASELINE_FILE } from "../baseline.ts";
import type { Severities } from "../severity.ts";
import { covers } from "./pattern.ts";
import type { ProjectConfig } from "./types.ts";

/** True for a path from the file's folder that `exclude` names, or that lies in a folder that it names. */
export function isExcluded({ exclude }: Pick<ProjectConfig, "exclude">, path: string): boolean {
  return exclude.some(({ pattern }) => covers(pattern, path));
}

/** True where the path may be a draft: `drafts` names it or says nothing, and `exclude` does not name it. */
export function mayBeDraft(config: Pick<ProjectConfig, "drafts" | "exclude">, path: string): boolean {
  if (isExcluded(config, path)) return false;
  return config.drafts === null || config.drafts.some(({ pattern }) => pattern.matches(path));
}

/**
 * True where a path that an entry of `sources` matches is no source: it is excluded, the file of accepted findings, or the entry is a glob over every
 * folder (`**\/*.md`) and the path is among the drafts.
 */
export function isNoSource(config: ProjectConfig, path: string, overEverything: boolean): boolean {
  if (isExcluded(config, path) || path === baselineFile(config)) return true;
  return overEverything && config.drafts !== null && mayBeDraft(config, path);
}

/** The day that a draft is handed in with, or undefined: what the project says, unless the draft says one itself. */
export function draftDay(config: Pick<ProjectConfig, "date">, text: string): string | undefined {
  if (config.date === null) return undefined;
  const own = dayOf(readFrontMatter(text).data.date);
  return own === undefined ? config.date : undefined;
}

/** Severities of the settings with those of the file in their place. */
export function severitiesOf(config: Pick<ProjectConfig, "severity">, settings: Severities): Severities {
  return { ...settings, ...config.severity };
}

/** Whether the built-in sheets may be used: a project's word goes before the setting, and one no among several wins. */
export function builtinOf(configs: readonly Pick<ProjectConfig, "builtin">[], setting: boolean): boolean {
  const said = configs.map(({ builtin }) => builtin).filter((value) => value !== null);
  return said.length === 0 ? setting : said.every(Boolean);
}

/** How a source stands to others by the entries that name it; of several that say so the last counts, key by key. */
export function standingAt({ sources }: Pick<ProjectConfig, "sources">, path: string): SourceStanding {
  const said = (sources ?? []).filter(({ pattern, standing }) => standing && covers(pattern, path));
  return Object.assign({}, ...said.map(({ standing }) => standing)) as SourceStanding;
}

/** The path of the file of accepted findings, from the project's folder. */
export function baselineFile({ baseline }: Pick<ProjectConfig, "baseline">): string {
  return baseline?.pattern.base ?? BASELINE_FILE;
}
