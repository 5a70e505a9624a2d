/**
 * The drafts that are open or being checked, with the sources that each names itself. Knows projects and paths; touches
 * no disk.
 */
import { isExcluded, mayBeDraft } from "../service/config/scope.ts";
import { type NamedSources, namedSources, withBibliographies } from "../service/draft-sources.ts";
import type { ProseDocument } from "../text/types.ts";
import type { Bibliographies } from "./bibliographies.ts";
import { draftPlaces } from "./draft-places.ts";
import { type Project, pathIn, projectOf } from "./project-file.ts";
import { isUnder, parentOf, pathBeside, type SourcePlace } from "./source-places.ts";
import { outsideStatus, type Problem, writtenWrongStatus } from "./source-status.ts";

/** Links of longer drafts are not followed, in UTF-16 code units. */
const LONGEST = 2_000_000;

/** What a draft names as its sources, the files of its bibliographies included. Never throws. */
export async function namedBy(
  draft: string,
  reading: ProseDocument,
  known: Bibliographies,
): Promise<NamedSources> {
  if (reading.text.length > LONGEST) return { entries: [], problems: [] };
  const { bibliographies } = await known.read(draft, reading.frontMatter);
  return withBibliographies(namedSources(reading), bibliographies, pathBeside);
}

interface Followed {
  readonly named: NamedSources;
  /** The same as a text, to tell whether it changed. */
  readonly text: string;
}

export class FollowedDrafts {
  readonly #drafts = new Map<string, Followed>();

  has(draft: string): boolean {
    return this.#drafts.has(draft);
  }

  /** Takes what a draft names; false where that is as before. */
  follow(draft: string, named: NamedSources): boolean {
    const { entries, problems } = named;
    const text = JSON.stringify([
      entries.map(({ base, text: written, by }) => [base, written, by]),
      problems,
    ]);
    if ((this.#drafts.get(draft)?.text ?? NOTHING) === text) return false;
    if (text === NOTHING) this.#drafts.delete(draft);
    else this.#drafts.set(draft, { named, text });
    return true;
  }

  /** False where the draft named nothing. */
  unfollow(draft: string): boolean {
    return this.#drafts.delete(draft);
  }

  /** Where to look for what the drafts name, and what they name in vain. `others`: where else sources are looked for. */
  places(
    projects: readonly Project[],
    others: readonly SourcePlace[],
    nameOf: (uri: string) => string,
  ): { places: SourcePlace[]; problems: Problem[] } {
    const roots = projects.map(({ root }) => root);
    const readable = [...new Set([...roots, ...others.flatMap((place) => place.within)])];
    const places: SourcePlace[] = [];
    const problems: Problem[] = [];
    for (const [owner, { named }] of this.#drafts) {
      // A draft that was opened by itself may lean on what lies beside it.
      const around = roots.some((root) => isUnder(owner, root)) ? [] : [parentOf(owner)];
      const found = draftPlaces(owner, named.entries, [...readable, ...around], (uri) =>
        mayBeSource(projects, uri),
      );
      places.push(...found.places);
      for (const problem of named.problems)
        problems.push({ owner, status: writtenWrongStatus(nameOf(owner), owner, problem) });
      for (const { entry, base, named: where } of found.outside)
        problems.push({ owner, status: outsideStatus(entry.text, base, `its path in ${where}`) });
    }
    return { places, problems };
  }
}

/** What a draft without sources of its own names. */
const NOTHING = JSON.stringify([[], []]);

/** False for a linked file that its project leaves out or says is a draft. */
function mayBeSource(projects: readonly Project[], uri: string): boolean {
  const project = projectOf(projects, uri);
  if (!project) return true;
  const { config, root } = project;
  const path = pathIn(root, uri);
  return !isExcluded(config, path) && (config.drafts === null || !mayBeDraft(config, path));
}
