/**
 * What the reader of names finds. The same shape as the mentions of a sentence, with what only names need.
 */
import type { Span } from "../../text/types.ts";

export type NameType = "person" | "organisation" | "place" | "group" | "work" | "unknown";

/** A proper name as it stands, tied to its entity by `canonical`. */
export interface NameMention extends Span {
  readonly text: string;
  readonly type: NameType;
  /** The fullest form known for the entity. */
  readonly canonical: string;
  /** The honorific before it ("Mr", "Dr"), outside the span. */
  readonly honorific?: string;
  /** One word that opens its sentence: whether its capital makes a name of it only the document can tell. */
  readonly opening?: boolean;
}
