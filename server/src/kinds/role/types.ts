/**
 * What the reader of roles finds. Knows the text layer only.
 */
import type { Span } from "../../text/types.ts";

/** A person's title or what an organisation is, next to the name. */
export interface RoleMention extends Span {
  readonly text: string;
  /** Whose role, as the name's canonical form. */
  readonly holder: string;
  /** Span of the holder's name in the same sentence, null when the holder was found by coreference. */
  readonly holderSpan: Span | null;
}

/** A role taken apart. */
export interface RoleValue {
  /** The head as written, lower case: "director general". */
  readonly head: string;
  /** Its class, or "" for an unknown head. */
  readonly headClass: string;
  readonly top: boolean;
  readonly office: boolean;
  /** Rank classes: deputy, acting, former … */
  readonly ranks: readonly string[];
  /** Field words, lower case: "finance", "control". */
  readonly domain: readonly string[];
  /** The body or country as written, "" where none is named. */
  readonly body: string;
  /** The adjective of nationality as written, "" where there is none. */
  readonly nationality: string;
  /** The head with its modifiers, offsets in the role's text: "deputy director" in "its deputy director for control". */
  readonly core: Span;
  /** The core with the field that follows it: "deputy director for control". */
  readonly coreWithField: Span;
}
