/**
 * Keeps what was read of a thing, or of a part of it, for as long as the thing is there, or by a key until newer ones
 * have come: sentences are asked again and again. Knows nothing of what is read.
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

/** `read`, asked once for each part of each thing; no part outlives what it is part of. */
export function keptWithin<K extends object, P, V>(read: (of: K, part: P) => V): (of: K, part: P) => V {
  const keptOf = keptFor((_: K) => new Map<P, V>());
  return (of, part) => {
    const kept = keptOf(of);
    let found = kept.get(part);
    if (found === undefined) {
      found = read(of, part);
      kept.set(part, found);
    }
    return found;
  };
}

/** What was made lately, by what it was made from; bounded, what was asked for longest ago goes first. */
export class KeptLately<V> {
  readonly #limit: number;
  readonly #kept = new Map<string, V>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, make: () => V): V {
    const found = this.#kept.get(key) ?? make();
    this.keep(key, found);
    return found;
  }

  /** Keeps what was made from the key, in place of what was kept before. */
  keep(key: string, made: V): void {
    this.#kept.delete(key);
    this.#kept.set(key, made);
    if (this.#kept.size > this.#limit) this.#kept.delete(this.#kept.keys().next().value!);
  }

  /** What was made from the key, where it is kept still. */
  find(key: string): V | undefined {
    const found = this.#kept.get(key);
    if (found !== undefined) this.keep(key, found);
    return found;
  }

  clear(): void {
    this.#kept.clear();
  }
}
