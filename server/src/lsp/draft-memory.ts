/**
 * What the claims of drafts rest on, from one session to the next: asked of the host before a draft is followed, handed
 * to it a while after something may have changed, and at the end. Knows the host and what may be stale; nothing of what is kept.
 */
import { isDocument } from "../service/file-kinds.ts";
import { Staleness } from "../service/staleness.ts";
import type { Host } from "./host.ts";
import { normalUri } from "./source-places.ts";

/** From a change until it is kept, in milliseconds: no key waits for it, and typing makes no file a key. */
const PAUSE = 2000;

export class DraftMemory {
  readonly staleness = new Staleness();
  readonly #context: { readonly host: Host };
  readonly #recalled = new Map<string, Promise<void>>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** The context may be completed later. */
  constructor(context: { readonly host: Host }) {
    this.#context = context;
  }

  /** Resolves when what an earlier session kept of a draft is known, which it asks for once. Never rejects. */
  recall(uri: string): Promise<void> {
    const known = this.#recalled.get(uri);
    if (known) return known;
    const recalled = this.#recall(uri).catch(() => {});
    this.#recalled.set(uri, recalled);
    return recalled;
  }

  /** What a draft's claims rest on may have changed. */
  changed(uri: string): void {
    if (!this.#isKept(uri)) return;
    this.#changed.add(uri);
    // A new change puts nothing off: who types on and on is to lose no more than a moment.
    this.#timer ??= setTimeout(() => this.flush(), PAUSE);
  }

  /** Hands everything to the host now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const uri of this.#changed)
      this.#context.host.remember?.(normalUri(uri), this.staleness.recordOf(uri));
    this.#changed.clear();
  }

  async #recall(uri: string): Promise<void> {
    const found = this.#isKept(uri) ? await this.#context.host.recall?.(normalUri(uri)) : null;
    if (!found) return;
    const { value, isOwn } = found;
    // Another version may take another text out of the same document.
    this.staleness.recall(uri, value, (source) => isOwn || !isDocument(source));
  }

  /** A draft that was never saved has no name by which to know it again. */
  #isKept(uri: string): boolean {
    return this.#context.host.remember !== undefined && uri.startsWith("file:");
  }
}
