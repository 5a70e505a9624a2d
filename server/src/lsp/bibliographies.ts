/**
 * The bibliographies that drafts cite from: which files they are, what stands in them now, also unsaved. Knows the host;
 * what an entry means is the service's affair.
 */
import { URI, Utils } from "vscode-uri";
import { bibliographyNames } from "../service/citations/bibliography-names.ts";
import {
  findBibliographies,
  linkedOut,
  NOTHING_FOUND,
  notFindable,
} from "../service/citations/find-bibliographies.ts";
import type { Bibliography, BibliographyEntry } from "../service/citations/types.ts";
import { causeOf } from "../service/failures.ts";
import type { FrontMatter } from "../text/types.ts";
import type { BibliographyDocument, Host } from "./host.ts";
import type { Project } from "./project-file.ts";
import { normalUri, shortName } from "./source-places.ts";

export interface BibliographiesContext {
  readonly host: Host;
  projectOf(uri: string): Project | undefined;
  /** The text of a file that is open in the editor, which goes before the file's. */
  openText(uri: string): string | undefined;
  /** A draft's entries have changed, or are known for the first time. */
  changed(): void;
  /** A file is read for the first time. */
  found(uri: string): void;
  log(message: string): void;
}

export interface DraftBibliographies {
  readonly bibliographies: readonly Bibliography[];
  /** Of all of them; the same list while nothing changes. */
  readonly entries: readonly BibliographyEntry[];
  /** Where one is begun if there is none; null without a folder. */
  readonly newBibliography: string | null;
}

interface Read {
  readonly stamp: string;
  readonly document: BibliographyDocument;
}

interface Draft {
  readonly asked: string;
  readonly known: DraftBibliographies;
}

const NONE: DraftBibliographies = { bibliographies: [], entries: [], newBibliography: null };

export class Bibliographies {
  readonly #context: BibliographiesContext;
  readonly #read = new Map<string, Promise<Read>>();
  readonly #drafts = new Map<string, Draft>();
  readonly #uris = new Set<string>();
  /** Goes up when a file may have changed. */
  #turn = 0;
  readonly #told = new Set<string>();

  constructor(context: BibliographiesContext) {
    this.#context = context;
  }

  /** The files that are read, as uris. */
  get uris(): ReadonlySet<string> {
    return this.#uris;
  }

  /** What is known of a draft's bibliographies by now; what is not yet read is read in the background. */
  known(draft: string, frontMatter: FrontMatter): DraftBibliographies {
    const last = this.#drafts.get(draft);
    if (last?.asked === this.#asked(frontMatter)) return last.known;
    void this.read(draft, frontMatter);
    return last?.known ?? NONE;
  }

  /** The draft's bibliographies as they are now. Never throws. */
  async read(draft: string, frontMatter: FrontMatter): Promise<DraftBibliographies> {
    const asked = this.#asked(frontMatter);
    const before = this.#drafts.get(draft)?.known ?? NONE;
    this.#drafts.set(draft, { asked, known: before });
    const project = this.#context.projectOf(normalUri(draft));
    const name = shortName(normalUri(draft), project ? [project.root] : []);
    const { uris, missing, outside, newBibliography } = await findBibliographies(this.#context.host, {
      draft: normalUri(draft),
      root: project?.root ?? null,
      names: bibliographyNames(frontMatter.data),
      entries: project?.config.bibliography ?? null,
    }).catch((error) => {
      this.#tell(notFindable(name, causeOf(error)));
      return NOTHING_FOUND;
    });
    for (const one of missing)
      this.#tell(`${name}: the bibliography “${one}” was not found. Correct the path.`);
    for (const one of outside) this.#tell(`${name}: ${linkedOut(one)}`);
    const read = await Promise.all(uris.map((uri) => this.#file(uri)));
    const bibliographies = uris.flatMap((uri, at) => {
      const { format, text, entries, read: isRead } = read[at]!.document;
      return isRead ? [{ uri, format, text, entries }] : [];
    });
    const all = bibliographies.flatMap(({ entries }) => entries);
    const isOther = JSON.stringify(all) !== JSON.stringify(before.entries);
    const known = { bibliographies, entries: isOther ? all : before.entries, newBibliography };
    this.#drafts.set(draft, { asked, known });
    if (isOther) this.#context.changed();
    return known;
  }

  /** Something on disk or in an editor has changed that may be a bibliography. */
  stale(): void {
    this.#turn++;
  }

  forget(draft: string): void {
    this.#drafts.delete(draft);
  }

  #asked({ data }: FrontMatter): string {
    return JSON.stringify([bibliographyNames(data), this.#turn]);
  }

  async #file(uri: string): Promise<Read> {
    const open = this.#context.openText(uri);
    const stamp = open ?? `${this.#turn}`;
    const last = await this.#read.get(uri);
    if (last?.stamp === stamp) return last;
    const name = shortName(uri, [Utils.dirname(URI.parse(uri)).toString()]);
    const reading = this.#context.host
      .readBibliography(uri, name, open)
      .then((document) => ({ stamp, document }));
    this.#read.set(uri, reading);
    if (!this.#uris.has(uri)) {
      this.#uris.add(uri);
      this.#context.found(uri);
    }
    const { document } = await reading;
    if (document.message !== null) this.#tell(document.message);
    return reading;
  }

  #tell(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#context.log(message);
  }
}
