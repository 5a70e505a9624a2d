/**
 * A document read whole: its sentences with their values, names, quotations and who said what.
 * Drafts and sources are read with the same eyes. Spans in a sentence are offsets in `sentence.text`.
 */
import type { Predicate } from "../kinds/proposition/types.ts";
import type { DateValue, Day, QuantityValue } from "../kinds/types.ts";
import type { Block, ProseDocument, Span, Token } from "../text/types.ts";

/** Words between quotation marks, or a whole quoted block. */
export interface Quotation extends Span {
  /** The words inside the marks; the marks are outside. */
  readonly text: string;
  /** A block quote without marks. */
  readonly block: boolean;
  /** One or two words, not attributed: irony or a term, not a quotation. */
  readonly scare: boolean;
}

export type NameType = "person" | "organisation" | "place" | "group" | "work" | "unknown";

/** A proper name as it stands, tied to its entity by `canonical`. */
export interface NameMention extends Span {
  readonly text: string;
  readonly type: NameType;
  /** The fullest form that the document gives for the entity: "Kahofer" → "Robert Kahofer", "the IOM" → its long name. */
  readonly canonical: string;
}

/** A person's title or what an organisation is, next to the name. */
export interface RoleMention extends Span {
  readonly text: string;
  /** Whose role, as `NameMention.canonical`. */
  readonly holder: string;
  /** Span of the holder's name in the same sentence, null when the holder was found by coreference. */
  readonly holderSpan: Span | null;
}

/** Who said it. */
export interface Attribution {
  /** The words that name the speaker in this sentence ("he", "the spokesman", "Mr Kahofer"), null when only context tells. */
  readonly speaker: Span | null;
  /** The speaker resolved: a name's canonical form, else the noun phrase ("U.S. official"). */
  readonly canonical: string;
  readonly role: Span | null;
  /** The reporting words ("said", "according to"). */
  readonly cue: Span | null;
  readonly content: Span;
  /** True for quoted words. */
  readonly direct: boolean;
  /** "denied", "rejected": the content is not asserted. */
  readonly denied: boolean;
  /** Only the neighbourhood tells who speaks: the sentence before, the paragraph before, a subject without a cue. */
  readonly inferred?: boolean;
}

/** A content word of a sentence: one key a word family. */
export interface Term extends Span {
  /** The word family: "adopted" and "adoption" share one. */
  readonly key: string;
  readonly lemma: string;
  /** How much the word tells by itself, 0 to 1. */
  readonly weight: number;
  /** Index of the token. */
  readonly token: number;
  readonly verb: boolean;
  readonly name: boolean;
}

export interface Sentence {
  readonly block: Block;
  /** Index of the block and of the sentence in the document, in reading order. */
  readonly blockIndex: number;
  readonly index: number;
  /** In `block.prose.text`. */
  readonly span: Span;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly dates: readonly DateValue[];
  readonly quantities: readonly QuantityValue[];
  readonly quotations: readonly Quotation[];
  readonly names: readonly NameMention[];
  readonly roles: readonly RoleMention[];
  readonly attributions: readonly Attribution[];
  readonly predicates: readonly Predicate[];
  readonly terms: readonly Term[];
}

export interface Reading {
  readonly document: ProseDocument;
  /** The day from which relative dates count. */
  readonly day: Day;
  readonly sentences: readonly Sentence[];
  /** The same sentences by block and table row, in order; absent where a reading was not made by `readDocument`. */
  readonly units?: readonly Unit[];
}

/** The sentences of one block, or of the cells of one row of a table. */
export interface Unit {
  /** Index of the first sentence, and one past the last. */
  readonly from: number;
  readonly to: number;
  /**
   * Stands for all that the reading of these sentences says, without where they stand: the same object in a later
   * reading means the same words in the same context, with the same names and speakers.
   */
  readonly identity: object;
}

/** What a fact sheet notes of one fact. */
export interface FactNotes {
  /** Other names of what the fact tells of, as written. */
  readonly aliases: readonly string[];
  /** The first and the last day on which the fact holds, both inside; null where it is open. */
  readonly notBefore: Day | null;
  readonly notAfter: Day | null;
}

/** A source with its metadata. */
export interface SourceReading extends Reading {
  readonly uri: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly url: string | null;
  /** What is noted of facts, by the block that states them; absent where nothing is. */
  readonly notes?: ReadonlyMap<Block, FactNotes>;
  /** Where the pages of a format that has them begin in the text, in the order of offsets; absent without pages. */
  readonly pages?: readonly { readonly offset: number; readonly page: number }[];
  /** What is declared of its rank, of the sources that it replaces and of those that replace it; see `sources/standing.ts`. */
  readonly standing?: {
    readonly rank?: number;
    readonly supersedes?: readonly string[];
    readonly supersededBy?: readonly string[];
  };
}
