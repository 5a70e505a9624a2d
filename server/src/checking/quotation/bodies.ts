/**
 * Bodies that speak for themselves: of what sort they are, and whether two are named as two. Knows the nouns that bodies are
 * called by, and readings; no draft.
 */
import { fold } from "../../kinds/speaker/surnames.ts";
import type { SourceReading } from "../../statements/types.ts";

/** Sorts of bodies of which none speaks for one of another sort. */
const BODY_SORTS: readonly ReadonlySet<string>[] = [
  "ministry government cabinet department treasury agency authority regulator inspectorate",
  "federation union association confederation league society chamber",
  "court tribunal",
  "company firm bank airline manufacturer maker supplier retailer insurer operator",
  "university institute school museum library church",
].map((list) => new Set(list.split(" ")));

/** The sort of body that the head of a phrase tells, -1 where it tells none. */
export function bodySortOf(canonical: string): number {
  const head = canonical
    .toLowerCase()
    .split(/ (?:of|for|at|in) /)[0]!
    .split(" ")
    .at(-1)!;
  return BODY_SORTS.findIndex((sort) => sort.has(head));
}

/** Both are proper names that the source itself uses for two entities. */
export function areTwoNames(draft: string, source: string, reading: SourceReading): boolean {
  const [a, b] = [entityCalled(draft, reading), entityCalled(source, reading)];
  if (a === null || b === null || a === b || a.includes(b) || b.includes(a)) return false;
  return !reading.sentences.some(({ text }) => areTied(fold(text), a, b));
}

/** "The Council, speaking for the Alliance", "Tennis North, once the Lawn Union": the one may stand for the other. */
function areTied(text: string, a: string, b: string): boolean {
  const [one, other] = [text.indexOf(a), text.indexOf(b)];
  if (one < 0 || other < 0) return false;
  const between = one < other ? text.slice(one + a.length, other) : text.slice(other + b.length, one);
  return between.length < 60 && TIES.test(between);
}
const TIES =
  /\b(?:for|behalf|of|once|now|formerly|former|through|part|member|department|unit|branch|arm|or)\b/;

/** What a source calls an entity in full, folded: a body or place that it names, or one that speaks there; null for none. */
function entityCalled(words: string, reading: SourceReading): string | null {
  const wanted = fold(words.replace(/^(?:[Tt]he )?[Gg]overnment of (?=\p{Lu})/u, ""));
  for (const { names, attributions } of reading.sentences) {
    for (const name of names) {
      if (fold(name.text) !== wanted && fold(name.canonical) !== wanted) continue;
      const canonical = fold(name.canonical);
      if (name.type === "organisation" || name.type === "place") return canonical;
      if (attributions.some((one) => fold(one.canonical) === canonical)) return canonical;
    }
    const speaks = attributions.some(({ canonical }) => fold(canonical) === wanted && PROPER.test(canonical));
    if (speaks) return wanted;
  }
  return null;
}

/** "Shippers' Council": capitals throughout, more than one word. */
const PROPER = /^\p{Lu}\S*(?: (?:of|for|and|the) \p{Lu}\S*| \p{Lu}\S*)+$/u;
