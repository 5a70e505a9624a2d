/**
 * Looks words up in the hand-made synonym classes. Knows nothing of vectors.
 */

import { family } from "./families.ts";
import { once } from "./once.ts";
import { SYNONYM_CLASSES } from "./synonym-classes.ts";

const NONE: readonly number[] = [];

/** The words that news prose uses for `lemma` ("meeting" → conference, summit, …), without itself; empty for none. */
export function synonyms(lemma: string): readonly string[] {
  const found = new Set<string>();
  for (const id of synonymClassIds(lemma)) for (const word of members(id)) found.add(word);
  found.delete(lemma);
  return [...found];
}

/** Whether one hand-made class holds both words themselves or, failing that, their families' roots. */
export function areSynonyms(a: string, b: string): boolean {
  return intersects(synonymClassIds(a), synonymClassIds(b));
}

/** The numbers of the classes that hold the word or its family's root: index terms for retrieval. */
export function synonymClassIds(lemma: string): readonly number[] {
  const table = classesOf();
  return table.get(lemma) ?? table.get(family(lemma)) ?? NONE;
}

function intersects(a: readonly number[], b: readonly number[]): boolean {
  for (const id of a) if (b.includes(id)) return true;
  return false;
}

function members(id: number): string[] {
  return SYNONYM_CLASSES[id]!.split(", ");
}

const classesOf = once((): Map<string, readonly number[]> => {
  const table = new Map<string, number[]>();
  SYNONYM_CLASSES.forEach((_, id) => {
    for (const word of members(id)) {
      const ids = table.get(word);
      if (ids === undefined) table.set(word, [id]);
      else if (!ids.includes(id)) ids.push(id);
    }
  });
  return table;
});
