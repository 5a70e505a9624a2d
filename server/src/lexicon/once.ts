/**
 * Tables that are made when they are first asked for. Knows nothing of what is in them.
 */

/** `build`, called at the first question; all later ones get the same. */
export function once<T extends object>(build: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= build();
    return made;
  };
}
