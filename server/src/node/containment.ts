/**
 * Whether a file really lies in one of some folders, symbolic links followed. What a workspace brings along may point
 * anywhere; only what the writer named is read. Knows real paths; reads no file.
 */
import { realpath as realpathCallback } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";

export class Containment {
  readonly #folders: readonly string[];
  readonly #known = new Map<string, Promise<string | null>>();

  private constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Of folders by their paths; one that is not there holds nothing. */
  static async of(paths: readonly string[]): Promise<Containment> {
    const real = await Promise.all(paths.map((path) => realpath(path).catch(() => null)));
    return new Containment(real.filter((path) => path !== null));
  }

  /** True for a path that has no link in it any more. */
  holdsReal(path: string): boolean {
    return this.#folders.some((folder) => isBelow(folder, path));
  }

  /** True for a file or folder that lies inside once all links are followed; false for one that is not there. */
  async holds(path: string): Promise<boolean> {
    try {
      return this.holdsReal(await realpath(path));
    } catch {
      return false;
    }
  }

  /** Where a file really lies, if that is inside; its own name may still be a link that `follower` let through. */
  async place(path: string): Promise<string | null> {
    const folder = dirname(path);
    let known = this.#known.get(folder);
    if (!known) {
      known = realpath(folder).catch(() => null);
      this.#known.set(folder, known);
    }
    const real = await known;
    return real !== null && this.holdsReal(real) ? join(real, basename(path)) : null;
  }

  /** Follows links for a walk through folders and refuses those that lead out; `tell` hears of them. */
  follower(tell: (path: string) => void): typeof realpathCallback {
    const follow = (path: string, done: (error: Error | null, resolved: string) => void) => {
      realpathCallback(path, (error, resolved) => {
        if (error) return done(error, "");
        if (this.holdsReal(resolved)) return done(null, resolved);
        tell(path);
        done(new Error("It leads out."), "");
      });
    };
    return follow as typeof realpathCallback;
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^(?:[a-z]:|\\\\)/i.test(way));
}
