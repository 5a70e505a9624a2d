/**
 * Whom the sources call what: roles by surname. Knows readings; decides nothing.
 */
import { foldName } from "../../lexicon/gazetteer.ts";
import type { RoleMention, Sentence, SourceReading } from "../../statements/types.ts";
import type { Corpus } from "../types.ts";

/** A role as a source gives it. */
export interface SourceRole {
  readonly holder: string;
  readonly role: RoleMention;
  readonly sentence: Sentence;
  readonly source: SourceReading;
}

/** A person as a source names them in full. */
export interface SourcePerson {
  readonly canonical: string;
  readonly sentence: Sentence;
  readonly source: SourceReading;
  /** Whether title, honorific or role show that it is a person. */
  readonly person: boolean;
}

export interface RoleIndex {
  /** Surname, folded → the roles of its bearers. */
  readonly bySurname: ReadonlyMap<string, readonly SourceRole[]>;
  readonly all: readonly SourceRole[];
  /** Full names, folded → the first mention. */
  readonly persons: ReadonlyMap<string, SourcePerson>;
  /** Surname, folded → the full names. */
  readonly fullNames: ReadonlyMap<string, readonly SourcePerson[]>;
}

const indexes = new WeakMap<Corpus, { version: number; index: RoleIndex }>();

/** The index of a corpus, built once a version. */
export function roleIndexOf(corpus: Corpus): RoleIndex {
  const known = indexes.get(corpus);
  if (known?.version === corpus.version) return known.index;
  const index = build(corpus.sources);
  indexes.set(corpus, { version: corpus.version, index });
  return index;
}

/** The last word of a name, folded; the key of persons. */
export function surnameOf(name: string): string {
  return foldName(name).split(" ").at(-1) ?? "";
}

/** Whether two names can be one person's: same surname, and given names that do not exclude each other. */
export function samePerson(a: string, b: string): boolean {
  const left = foldName(a).split(" ");
  const right = foldName(b).split(" ");
  if (left.at(-1) !== right.at(-1)) return false;
  if (left.length === 1 || right.length === 1) return true;
  const [one = "", other = ""] = [left[0], right[0]];
  return (
    one === other ||
    (one.length === 1 && other.startsWith(one)) ||
    (other.length === 1 && one.startsWith(other))
  );
}

function build(sources: readonly SourceReading[]): RoleIndex {
  const bySurname = new Map<string, SourceRole[]>();
  const all: SourceRole[] = [];
  const persons = new Map<string, SourcePerson>();
  const fullNames = new Map<string, SourcePerson[]>();
  for (const source of sources) {
    for (const sentence of source.sentences) {
      for (const role of sentence.roles) {
        const entry: SourceRole = { holder: role.holder, role, sentence, source };
        all.push(entry);
        append(bySurname, surnameOf(role.holder), entry);
      }
      for (const name of sentence.names) {
        if ((name.type !== "person" && name.type !== "unknown") || !name.canonical.includes(" ")) continue;
        const key = foldName(name.canonical);
        if (persons.has(key)) continue;
        const person: SourcePerson = {
          canonical: name.canonical,
          sentence,
          source,
          person: name.type === "person",
        };
        persons.set(key, person);
        append(fullNames, surnameOf(name.canonical), person);
      }
    }
  }
  return { bySurname, all, persons, fullNames };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
