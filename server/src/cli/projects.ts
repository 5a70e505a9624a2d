/**
 * What governs a draft: the configuration that counts for it, and the sources that it is checked against, shared with
 * all drafts of the same configuration. What the command line names goes before the file. Knows the order of the two.
 */

import { dirname } from "node:path";
import { isExcluded, isNoSource, mayBeDraft, standingAt } from "../service/config/scope.ts";
import { SOURCE_FILES } from "../service/file-kinds.ts";
import type { SourceInReport } from "../service/reporting/index.ts";
import type { SourceInfo } from "../service/types.ts";
import type { CheckOptions } from "./arguments.ts";
import { Configs, type FoundConfig } from "./config.ts";
import { configuredSources, pathFrom } from "./configured.ts";
import type { Console } from "./console.ts";
import { distinct, filesOf, type InputFile } from "./inputs.ts";
import { Library } from "./library.ts";
import type { UnreadSource } from "./result.ts";

export interface Project {
  readonly config: FoundConfig | null;
  readonly library: Library;
}

export class Projects {
  readonly #console: Console;
  readonly #options: CheckOptions;
  readonly #configs: Configs;
  readonly #projects = new Map<FoundConfig | null, Promise<Project>>();
  /** The sources of the command line, read once for all drafts. */
  #given: readonly InputFile[] | null = null;

  constructor(console: Console, options: CheckOptions) {
    this.#console = console;
    this.#options = options;
    this.#configs = new Configs(console, options.config);
  }

  /** Finds the sources that the command line names. Throws where one is not there. */
  async open(): Promise<void> {
    const { sources } = this.#options;
    if (sources.length === 0) return;
    const files: InputFile[] = [];
    const warn = ({ message }: UnreadSource) => this.#console.warn(message);
    const limits = { refused: warn, unlisted: warn };
    for (const entry of sources) files.push(...(await filesOf(entry, SOURCE_FILES, "source", limits)));
    this.#given = distinct(files);
  }

  /** The configuration of the current folder; null where there is none or it is wrong. */
  async here(): Promise<FoundConfig | null> {
    const answer = await this.#configs.for(".");
    return answer === "wrong" ? null : answer;
  }

  /** What governs a draft at `path`; null where its configuration is wrong, which has been told. */
  async of(path: string): Promise<Project | null> {
    const config = await this.#configs.for(dirname(path));
    if (config === "wrong") return null;
    const key = this.#given === null ? config : null;
    let project = this.#projects.get(key);
    if (!project) {
      project = this.#build(key);
      this.#projects.set(key, project);
    }
    return { ...(await project), config };
  }

  /** True for a file of a folder or glob that counts as a draft where its configuration leaves it one. */
  mayBeDraft({ config }: Project, file: InputFile): boolean {
    return config === null || mayBeDraft(config, pathFrom(config, file));
  }

  /** All sources that were used, each once. */
  async infos(): Promise<SourceInfo[]> {
    const infos = (await this.#all()).flatMap(({ library }) => library.infos());
    return [...new Map(infos.map((info) => [info.uri, info])).values()];
  }

  /** The same with what they state. */
  async reported(): Promise<SourceInReport[]> {
    const sources = await Promise.all((await this.#all()).map(({ library }) => library.reported()));
    return [...new Map(sources.flat().map((source) => [source.info.uri, source])).values()];
  }

  /** What could not be read so far, each once. */
  async unread(): Promise<UnreadSource[]> {
    const unread = (await this.#all()).flatMap(({ library }) => library.unread);
    return [...new Map(unread.map((source) => [source.message, source])).values()];
  }

  #all(): Promise<Project[]> {
    return Promise.all(this.#projects.values());
  }

  async #build(config: FoundConfig | null): Promise<Project> {
    const builtin = this.#options.builtin && (config?.builtin ?? true);
    const named = this.#given === null ? (config?.sources ?? null) : null;
    if (config === null || named === null) {
      const library = new Library(this.#console, {
        given: this.#given,
        by: "--source",
        builtin,
        top: config?.isFound ? config.folder : ".",
        isSource: (file) => config === null || !isNoSource(config, pathFrom(config, file), false),
        standing: () => ({}),
      });
      return { config, library };
    }
    const { files, missing } = await configuredSources(config);
    const isSource = (file: InputFile) => !isExcluded(config, pathFrom(config, file));
    const library = new Library(this.#console, {
      given: files,
      by: `“sources” in ${config.file}`,
      // A folder that is not there must not be replaced by a sheet on something else.
      builtin: builtin && files.length > 0,
      top: config.folder,
      isSource,
      standing: (file) => standingAt(config, pathFrom(config, file)),
    });
    for (const source of missing) library.miss(source);
    return { config, library };
  }
}
