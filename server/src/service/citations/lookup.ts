/**
 * The sources and entries of a context by what they are known by: file, address, title. Made once a context, so that a
 * library of thousands costs a draft no more than its citations. Knows what a source says of itself.
 */
import { bareUrl, definesSource, plain } from "../footnotes.ts";
import type { BibliographyEntry, CitationContext, KnownSource } from "./types.ts";

/** Shorter titles are told from prose by nothing. */
const SHORTEST_TITLE = 8;

/** What a source or an entry is known by; "" for what is not known. */
interface Marks {
  readonly files: readonly string[];
  readonly address: string;
  readonly title: string;
}

class Index<T> {
  readonly #byMark = new Map<string, { readonly item: T; readonly marks: Marks; readonly place: number }[]>();

  constructor(items: readonly T[], marksOf: (item: T) => Marks) {
    items.forEach((item, place) => {
      const marks = marksOf(item);
      for (const key of keysOf(marks)) {
        const list = this.#byMark.get(key);
        if (list) list.push({ item, marks, place });
        else this.#byMark.set(key, [{ item, marks, place }]);
      }
    });
  }

  /** The item that is meant: that with most of a path in common, else the first. */
  find(marks: Marks): T | null {
    const found = keysOf(marks).flatMap((key) => this.#byMark.get(key) ?? []);
    const meant = found.filter((one) => isSame(one.marks, marks));
    meant.sort((a, b) => commonTail(b.marks, marks) - commonTail(a.marks, marks) || a.place - b.place);
    return meant[0]?.item ?? null;
  }
}

export class Lookup {
  readonly #entries: Index<BibliographyEntry>;
  readonly #sources: Index<KnownSource>;
  readonly #byKey = new Map<string, BibliographyEntry>();
  readonly #context: CitationContext;
  #named: readonly { readonly source: KnownSource; readonly isNamed: (text: string) => boolean }[] | null =
    null;

  private constructor(context: CitationContext) {
    this.#context = context;
    const entries = context.bibliographies.flatMap((one) => one.entries);
    for (const entry of entries) if (!this.#byKey.has(entry.key)) this.#byKey.set(entry.key, entry);
    this.#entries = new Index(entries, marksOfEntry);
    this.#sources = new Index(context.sources, marksOfSource);
  }

  static for(context: CitationContext): Lookup {
    const lookup = lookups.get(context) ?? new Lookup(context);
    lookups.set(context, lookup);
    return lookup;
  }

  entry(key: string): BibliographyEntry | null {
    return this.#byKey.get(key) ?? null;
  }

  entryOf(source: KnownSource): BibliographyEntry | null {
    return this.#entries.find(marksOfSource(source));
  }

  sourceOf(entry: BibliographyEntry): KnownSource | null {
    return this.#sources.find(marksOfEntry(entry));
  }

  /** What a link leads to: a source, else an entry. */
  target(target: string): { readonly source: KnownSource } | { readonly entry: BibliographyEntry } | null {
    const isWeb = /^https?:\/\//i.test(target);
    const marks = { files: isWeb ? [] : [target], address: isWeb ? bareUrl(target) : "", title: "" };
    const source = this.#sources.find(marks);
    if (source) return { source };
    const entry = this.#entries.find(marks);
    return entry && { entry };
  }

  /** The sources that a text names by address or title; those of entries without a source have no uri. */
  namedIn(text: string): KnownSource[] {
    this.#named ??= [...this.#context.sources, ...this.#loneEntries()].map((source) => ({
      source,
      isNamed: definesSource({ ...source, source: source.uri }),
    }));
    return this.#named.filter(({ isNamed }) => isNamed(text)).map(({ source }) => source);
  }

  /** Entries behind which no source stands, as sources. */
  #loneEntries(): KnownSource[] {
    const lone = [...this.#byKey.values()].filter((entry) => this.sourceOf(entry) === null);
    return lone.map(describedBy);
  }
}

const lookups = new WeakMap<CitationContext, Lookup>();

/** A source as its entry describes it, where nothing else is known of it. */
export function describedBy({ key, title, publisher, published, url }: BibliographyEntry): KnownSource {
  return {
    uri: "",
    title: title ?? key,
    publisher: publisher ?? null,
    published: published ?? null,
    url: url ?? null,
  };
}

/** Whether two descriptions mean one source. */
export function isOneSource(one: KnownSource, other: KnownSource): boolean {
  return isSame(marksOfSource(one), marksOfSource(other));
}

/** By file, by address, or by title where they do not differ in address. */
function isSame(one: Marks, other: Marks): boolean {
  if (one.files.some((file) => other.files.some((path) => fileName(file) === fileName(path)))) return true;
  if (one.address !== "" && other.address !== "") return one.address === other.address;
  return one.title.length >= SHORTEST_TITLE && one.title === other.title;
}

function keysOf({ files, address, title }: Marks): string[] {
  const keys = files.map((file) => `file ${fileName(file)}`);
  if (address !== "") keys.push(`address ${address}`);
  if (title.length >= SHORTEST_TITLE) keys.push(`title ${title}`);
  return [...new Set(keys)];
}

function marksOfSource({ uri, title, url }: KnownSource): Marks {
  const files = fileName(uri) === "" ? [] : [uri];
  return { files, address: url === null ? "" : bareUrl(url), title: plain(title) };
}

function marksOfEntry({ files = [], title = "", url }: BibliographyEntry): Marks {
  return {
    files: files.filter((file) => fileName(file) !== ""),
    address: url === undefined ? "" : bareUrl(url),
    title: plain(title),
  };
}

/** How many names two paths have in common from their ends. */
function commonTail({ files }: Marks, other: Marks): number {
  const [here, there] = [files[0] ?? "", other.files[0] ?? ""].map((path) => path.split(/[\\/]/).reverse());
  let same = 0;
  while (same < here!.length && same < there!.length && fileName(here![same]!) === fileName(there![same]!))
    same++;
  return same;
}

/** A path's last part, decoded and in lower case. */
export function fileName(path: string): string {
  const name = path.replace(/[#?].*$/s, "").replace(/^.*[/\\]/s, "");
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
