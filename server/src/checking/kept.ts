/**
 * Keeps what was read of a thing for as long as the thing is there: sentences are asked again and again. Knows nothing
 * of what is read.
 */

/** `read`, asked once for each thing. */
export function keptFor<K extends object, V>(read: (of: K) => V): (of: K) => V {
  const kept = new WeakMap<K, V>();
  return (of) => {
    let found = kept.get(of);
    if (found === undefined) {
      found = read(of);
      kept.set(of, found);
    }
    return found;
  };
}
