/**
 * Where the sources of a project are looked for: what its `claimcheck.yaml` names, else what the settings name, else the
 * default folders; always without what the file leaves out. Knows both; touches no disk.
 */

import { URI, Utils } from "vscode-uri";
import { isExcluded, isNoSource } from "../service/config/scope.ts";
import { CONFIG_FILE, type ConfigEntry } from "../service/config/types.ts";
import { SOURCE_FILES } from "../service/file-kinds.ts";
import { type Project, pathIn } from "./project-file.ts";
import { isUnder, placesIn, type SourcePlace, sourcePlaces } from "./source-places.ts";

/**
 * Where a project's sources lie: what its `claimcheck.yaml` names, else what the setting does, else the default
 * folders.
 */
export function projectPlaces(project: Project, settings: readonly string[]): SourcePlace[] {
  const { root, config } = project;
  if (config.sources !== null) return config.sources.map((entry) => configuredPlace(project, entry));
  return sourcePlaces(root, settings).map((place) => ({
    ...place,
    accepts: (uri) => !isUnder(uri, root) || !isExcluded(config, pathIn(root, uri)),
  }));
}

function configuredPlace({ root, uri: file, config }: Project, entry: ConfigEntry): SourcePlace {
  const { pattern, line } = entry;
  const isEverywhere = pattern.isGlob && pattern.base === "";
  const accepts = (uri: string) =>
    pattern.matches(pathIn(root, uri)) &&
    !isNoSource(config, pathIn(root, uri), config.drafts !== null && isEverywhere);
  const told = {
    owner: root,
    within: [root],
    entry: pattern.text,
    named: `line ${line + 1} of ${CONFIG_FILE}`,
    expected: true,
    declared: { uri: file, place: entry },
    accepts,
  };
  if (!pattern.isGlob) return { ...told, ...placesIn(root, pattern.base) };
  const folder = Utils.joinPath(URI.parse(root), pattern.base).toString();
  // A pattern that gives an ending may name files of any kind, one that does not only documents.
  const globs = [/\.\w{1,10}$|\}$/.test(pattern.text) ? "**/*" : SOURCE_FILES];
  return { ...told, root: folder, globs, base: isEverywhere ? null : folder };
}
