/**
 * What a fact sheet says of a fact in a list below it: other names for what it tells of, and from when to when it holds.
 *
 *     - Officials from 32 countries met in Prague on 2–3 May 2019.
 *       - also: the Prague meeting; the Prague 5G conference
 *       - not before: 2019-05-02
 *       - not after: 2020-09-23
 *
 * Knows read documents; nothing of how facts are compared.
 */
import { readDates } from "../kinds/date/read.ts";
import type { Day } from "../kinds/types.ts";
import type { FactNotes } from "../statements/types.ts";
import { tokenize } from "../text/tokens.ts";
import type { Block, ProseDocument, Span } from "../text/types.ts";
import { dayOf } from "./metadata.ts";

/** A note that says nothing: no day, or no name. `span` is its place in the document. */
export interface FaultyNote {
  readonly span: Span;
  readonly message: string;
}

export interface NotedDocument {
  /** The document without the notes, which are no prose. */
  readonly document: ProseDocument;
  /** The facts of which anything is noted. */
  readonly notes: ReadonlyMap<Block, FactNotes>;
  readonly faulty: readonly FaultyNote[];
}

const NONE: FactNotes = { aliases: [], notBefore: null, notAfter: null };
const NOTE = /^(also|not before|not after)\s?:\s*(.*)$/is;

/** Takes the notes out of a document. Never throws. */
export function readFactNotes(document: ProseDocument): NotedDocument {
  const notes = new Map<Block, FactNotes>();
  const faulty: FaultyNote[] = [];
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    const note = block.kind === "item" && block.leadIn !== null ? NOTE.exec(block.prose.text) : null;
    const fact = note && factAbove(blocks, block);
    if (!note || !fact) {
      blocks.push(block);
      continue;
    }
    const read = readNote(note[1]!.toLowerCase(), note[2]!);
    if (typeof read === "string") faulty.push({ span: block.span, message: read });
    else notes.set(fact, merged(notes.get(fact) ?? NONE, read));
  }
  const isPlain = blocks.length === document.blocks.length;
  return { document: isPlain ? document : { ...document, blocks }, notes, faulty };
}

/** What is noted of the fact at an offset of a document; undefined where nothing is. */
export function notesAt(document: ProseDocument, offset: number): FactNotes | undefined {
  for (const [{ span }, notes] of readFactNotes(document).notes)
    if (span.start <= offset && offset <= span.end) return notes;
  return undefined;
}

/** The item in whose sub-list a note stands. */
function factAbove(blocks: readonly Block[], note: Block): Block | null {
  const fact = blocks.at(-1);
  const isAbove = fact?.kind === "item" && fact.container !== note.container;
  return isAbove && fact.prose.text === note.leadIn ? fact : null;
}

/** What a note says, or what is wrong with it in a sentence. */
function readNote(name: string, value: string): Partial<FactNotes> | string {
  if (name === "also") {
    const aliases = value.split(";").map((alias) => alias.trim().replace(/\.$/, ""));
    const named = aliases.filter((alias) => alias !== "");
    return named.length > 0 ? { aliases: named } : "“also:” names nothing. Write another name, or remove it.";
  }
  const days = daysOf(value);
  const found = name === "not before" ? days?.from : days?.to;
  if (!found) return `“${name}:” gives no day with its year. Write one, such as 2019-05-02.`;
  return name === "not before" ? { notBefore: found } : { notAfter: found };
}

/** "2019-05-02", "2 May 2019", "May 2019". What lacks a year would depend on when the sheet was written. */
function daysOf(value: string): { readonly from: Day | null; readonly to: Day | null } | undefined {
  const iso = dayOf(value);
  if (iso) return { from: iso, to: iso };
  return /\b\d{4}\b/.test(value) ? readDates(value, "2000-01-01", tokenize(value))[0] : undefined;
}

function merged(before: FactNotes, read: Partial<FactNotes>): FactNotes {
  return { ...before, ...read, aliases: [...before.aliases, ...(read.aliases ?? [])] };
}
