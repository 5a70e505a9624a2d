/**
 * Sorts of bodies that speak for themselves. Knows the nouns that bodies are called by; nothing of sources.
 */

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
