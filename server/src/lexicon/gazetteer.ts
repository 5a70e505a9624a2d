/**
 * Which names are the same country or body: names, acronyms, capitals that stand for governments, what peoples
 * are called. Knows common reference facts only; nothing of documents.
 */
import { bodyLines } from "./gazetteer-bodies.ts";
import { countryLines } from "./gazetteer-countries.ts";

/** How a name stands for its entity: its own name, a town that is its seat, what its people are called, a town in it. */
export type NameSense = "name" | "capital" | "people" | "city" | "metonym";

export interface GazetteerEntity {
  /** Country code, or the body's name. */
  readonly id: string;
  readonly name: string;
  readonly type: "place" | "organisation";
}

export interface GazetteerEntry {
  readonly entity: GazetteerEntity;
  readonly sense: NameSense;
  /** True for an abbreviation, which is one in capitals only: "WHO" is a body, "Who" is not. */
  readonly acronym: boolean;
}

export type EntityRelation = "same" | "metonym" | "different" | "unknown";

const entries = new Map<string, GazetteerEntry[]>();
/** The first word of known names → the most words of a name that begins with it. */
const longestByWord = new Map<string, number>();

const folded = new Map<string, string>();
const FOLDED_LIMIT = 20_000;

/** Lower case, no accents, no full stops in abbreviations, straight apostrophes, no leading article. */
export function foldName(name: string): string {
  const cached = folded.get(name);
  if (cached !== undefined) return cached;
  if (folded.size >= FOLDED_LIMIT) folded.clear();
  const result = fold(name);
  folded.set(name, result);
  return result;
}

function fold(name: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name) ? name : name.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return plain
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/ð/g, "d")
    .replace(/æ/g, "ae")
    .replace(/[‐‑–]/g, "-")
    .replace(/\./g, "")
    .replace(/\u00a0/g, " ")
    .replace(/^the /, "");
}

function addEntry(name: string, entity: GazetteerEntity, sense: NameSense): void {
  const key = foldName(name.trim());
  if (key === "") return;
  const known = entries.get(key);
  const entry: GazetteerEntry = { entity, sense, acronym: !/\p{Ll}/u.test(name) };
  if (known) known.push(entry);
  else entries.set(key, [entry]);
  const words = key.split(" ");
  const first = (words[0] ?? "").split(/['-]/)[0] ?? "";
  longestByWord.set(first, Math.max(longestByWord.get(first) ?? 1, words.length));
}

function loadCountries(): void {
  for (const line of countryLines.trim().split("\n")) {
    const [id = "", name = "", capitals = "", peoples = "", aliases = "", cities = ""] = line.split("|");
    const entity: GazetteerEntity = { id, name, type: "place" };
    addEntry(name, entity, "name");
    for (const alias of aliases.split(",")) addEntry(alias, entity, "name");
    for (const capital of capitals.split(",")) addEntry(capital, entity, "capital");
    for (const people of peoples.split(",")) addEntry(people, entity, "people");
    for (const city of cities.split(",")) addEntry(city, entity, "city");
  }
}

function loadBodies(): void {
  for (const line of bodyLines.trim().split("\n")) {
    const [name = "", acronyms = "", aliases = ""] = line.split("|");
    const entity: GazetteerEntity = { id: name, name, type: "organisation" };
    addEntry(name, entity, "name");
    for (const acronym of acronyms.split(",")) addEntry(acronym, entity, "name");
    for (const alias of aliases.split(","))
      addEntry(alias.replace("@", ""), entity, alias.startsWith("@") ? "metonym" : "name");
  }
}

loadCountries();
loadBodies();

/** The most words of a known name that begins with `word`; 0 where none does. */
export function longestKnownName(word: string): number {
  return longestByWord.get(foldName(word).split(/['-]/)[0] ?? "") ?? 0;
}

/** What a name may stand for, the likeliest first; empty for a name that is not known. */
export function lookUpName(name: string): readonly GazetteerEntry[] {
  const found = entries.get(foldName(name)) ?? none;
  if (found[0]?.acronym && /^\p{Lu}?[\p{Ll}\d]+$/u.test(name)) return none;
  return found;
}

const none: readonly GazetteerEntry[] = [];

const regions: ReadonlySet<string> = new Set(
  `europe asia africa america americas oceania antarctica arctic mediterranean pacific atlantic caribbean balkans
baltic nordic scandinavia benelux caucasus sahel maghreb levant gulf west east north south european african asian
western eastern northern southern`.split(/\s+/),
);

/** Whether a name is of a part of the world that holds many countries ("Europe", "the western Balkans"). */
export function isRegion(name: string): boolean {
  return foldName(name)
    .split(" ")
    .every((word) => regions.has(word));
}

/**
 * Whether two names mean the same country or body. "metonym" when one is a seat that can stand for the other
 * (Beijing and China); "different" only when both are known and cannot be the same; "unknown" otherwise.
 */
export function sameEntity(a: string, b: string): EntityRelation {
  if (foldName(a) === foldName(b)) return "same";
  const left = lookUpName(a);
  const right = lookUpName(b);
  if (left.length === 0 || right.length === 0) return "unknown";
  if (isPartOfBody(left, right) || isPartOfBody(right, left)) return "unknown";
  let found: EntityRelation = "different";
  for (const one of left) {
    for (const other of right) {
      if (one.entity !== other.entity) continue;
      const kind = compareSenses(one.sense, other.sense);
      if (kind === "same") return "same";
      if (kind === "metonym") found = "metonym";
    }
  }
  return found;
}

/** The bodies of the United Nations and the European Union, which may be named by the whole. */
function isPartOfBody(part: readonly GazetteerEntry[], whole: readonly GazetteerEntry[]): boolean {
  const name = whole[0]?.entity.name;
  if (name === part[0]?.entity.name) return false;
  const own = part[0]?.entity.name ?? "";
  if (name === "United Nations") return /^(?:UN |World |International|Intergov|Food)/.test(own);
  return name === "European Union" && /^(?:European |Council of the|Frontex|Europol)/.test(own);
}

function compareSenses(a: NameSense, b: NameSense): EntityRelation {
  const nominal = (sense: NameSense): boolean => sense === "name" || sense === "people";
  if (nominal(a) && nominal(b)) return "same";
  if (a === "city" || b === "city") return "different";
  if (nominal(a) || nominal(b)) return "metonym";
  return "same";
}

/** Whether `town` is a town of `country` (a capital or another city), both as written: ("Porto", "Portugal"). */
export function liesIn(town: string, country: string): boolean {
  const towns = lookUpName(town).filter((entry) => entry.sense === "capital" || entry.sense === "city");
  const countries = lookUpName(country).filter((entry) => entry.sense === "name" || entry.sense === "people");
  return towns.some((one) => countries.some((other) => other.entity === one.entity));
}
