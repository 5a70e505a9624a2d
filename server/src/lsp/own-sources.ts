/**
 * The sources that open drafts name themselves: asked of each draft when it is first checked and when it changes, and
 * handed to the library. Knows the session; where a name leads to is said elsewhere.
 */
import { namedBy } from "./followed-drafts.ts";
import type { Session } from "./session.ts";
import { normalUri } from "./source-places.ts";

/** What a session knows that is asked for here. */
type OwnSourcesContext = Pick<Session, "bibliographies" | "documents" | "drafts" | "isDraft" | "library">;

export class OwnSources {
  readonly #context: OwnSourcesContext;
  /** Open drafts whose sources have been asked for, as the client spells them. */
  readonly #followed = new Set<string>();

  /** The context may be completed later. */
  constructor(context: OwnSourcesContext) {
    this.#context = context;
  }

  /** True for an open draft whose sources have been asked for. */
  follows(uri: string): boolean {
    return this.#followed.has(uri);
  }

  /** Takes what an open draft names as its sources; the library is busy where that is new. */
  async follow(uri: string): Promise<void> {
    const { documents, drafts, bibliographies, library } = this.#context;
    const document = documents.get(uri);
    if (!document || !this.#context.isDraft(uri)) return;
    this.#followed.add(uri);
    const named = await namedBy(uri, drafts.reading(document), bibliographies);
    if (this.#followed.has(uri)) void library.follow(normalUri(uri), named);
  }

  /** Takes it anew of all drafts that are followed: what they name may mean something else. */
  refresh(): void {
    for (const uri of this.#followed) void this.follow(uri);
  }

  /** Forgets what a draft that is closed names. */
  unfollow(uri: string): void {
    this.#followed.delete(uri);
    this.#context.library.unfollow(normalUri(uri));
  }
}
