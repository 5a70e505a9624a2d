/**
 * Reads a document into sentences with their values, names, roles and attributions. The same for drafts and sources.
 * What depends on one sentence alone is cached by its text, what depends on the document is kept by block, so that an
 * edit costs the blocks that it changed.
 */
import { readDates } from "../kinds/date/read.ts";
import { readNames } from "../kinds/name/read.ts";
import { type CollectedNames, collectNames, nameSignature } from "../kinds/name/registry.ts";
import { readPredicates } from "../kinds/proposition/read.ts";
import { readQuantities } from "../kinds/quantity/read.ts";
import { readBlockQuotations } from "../kinds/quotation/read.ts";
import { readRoles } from "../kinds/role/read.ts";
import type { Day } from "../kinds/types.ts";
import { tokenize } from "../text/tokens.ts";
import type { Block, ProseDocument, Span } from "../text/types.ts";
import { createSpeechReader } from "./attributions.ts";
import {
  type BlockReading,
  identityOf,
  identityOfRow,
  type LocalReading,
  type LocalSentence,
  type ResolvedBlock,
} from "./block-reading.ts";
import { readTerms } from "./terms.ts";
import type { Attribution, NameMention, Reading, Sentence, Unit } from "./types.ts";

/** Keeps local readings by day and text; bounded, oldest out first. */
export interface SentenceCache {
  readonly entries: Map<string, LocalReading>;
  readonly limit: number;
}

/** An empty cache of at most `limit` sentences, the oldest of which go first: by default those of about 100 long documents. */
export function createSentenceCache(limit = 50_000): SentenceCache {
  return { entries: new Map(), limit };
}

/** The names of a document, and what they were collected from. */
interface NameState {
  readonly signatures: readonly string[];
  readonly names: CollectedNames;
}
const nameStates = new WeakMap<Reading, NameState>();

/**
 * Reads a document whole. `day` is the day from which its relative dates count; `previous` is a reading of nearly the
 * same document, with which the result is the same, sooner. Never throws on prose.
 */
export function readDocument(
  document: ProseDocument,
  day: Day,
  cache: SentenceCache,
  previous?: Reading,
): Reading {
  return drained(readDocumentSteps(document, day, cache, previous));
}

/** The same, with a pause after each block. */
export function* readDocumentSteps(
  document: ProseDocument,
  day: Day,
  cache: SentenceCache,
  previous?: Reading,
): Generator<void, Reading> {
  const blocks = document.blocks.filter((block) => block.sentences.length > 0);
  const readings: BlockReading[] = [];
  for (const block of blocks) {
    readings.push(readBlock(block, day, cache));
    yield;
  }
  const state = collect(readings, previous && nameStates.get(previous));
  for (const reading of readings) {
    yield;
    resolve(reading, state.names);
  }
  yield* readSpeech(blocks, readings);
  const reading = { document, day, ...assemble(document, readings, previous?.sentences ?? []) };
  nameStates.set(reading, state);
  return reading;
}

/** Runs some work to its end without a pause. */
export function drained<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A block that did not change keeps its list of sentence spans from edit to edit. */
const blockReadings = new WeakMap<readonly Span[], BlockReading>();

function readBlock(block: Block, day: Day, cache: SentenceCache): BlockReading {
  const { quoteDepth } = block;
  const heading = block.kind === "heading";
  const known = blockReadings.get(block.sentences);
  if (known && known.day === day && known.quoteDepth === quoteDepth && known.heading === heading)
    return known;
  const sentences = readSentences(block, day, cache);
  const named = sentences.filter(({ local }) => local.names.length > 0);
  const signature = named
    .map(({ text, local }) => nameSignature({ text, names: local.names }))
    .join("\u0003");
  const kept = { registry: null, resolved: null, speech: null, placed: null, row: null };
  const reading: BlockReading = { day, heading, quoteDepth, sentences, signature, ...kept };
  blockReadings.set(block.sentences, reading);
  return reading;
}

function readSentences(block: Block, day: Day, cache: SentenceCache): LocalSentence[] {
  const { text } = block.prose;
  const quotations = readBlockQuotations(text, block.sentences, block.quoteDepth);
  return block.sentences.map((span, at) => {
    const sentenceText = text.slice(span.start, span.end);
    const local = readLocally(sentenceText, block, day, cache);
    return { span, text: sentenceText, quotations: quotations[at]!, local };
  });
}

function readLocally(text: string, block: Block, day: Day, cache: SentenceCache): LocalReading {
  const heading = block.kind === "heading";
  const key = `${day}${heading ? "#" : " "}${text}`;
  const known = cache.entries.get(key);
  if (known) return known;
  const tokens = tokenize(text);
  const dates = readDates(text, day, tokens);
  const local: LocalReading = {
    tokens,
    dates,
    quantities: readQuantities(text, tokens, dates),
    names: readNames(text, tokens, heading),
    predicates: readPredicates(tokens),
    terms: readTerms(tokens),
  };
  if (cache.entries.size >= cache.limit) cache.entries.delete(cache.entries.keys().next().value!);
  cache.entries.set(key, local);
  return local;
}

/** The names of the document: those of before while its sentences tell the same of them. */
function collect(readings: readonly BlockReading[], before: NameState | undefined): NameState {
  const naming = readings.filter(({ signature }) => signature !== "");
  const old = before?.signatures;
  if (before && old?.length === naming.length && naming.every((one, at) => one.signature === old[at]))
    return before;
  const sentences = naming.flatMap((one) =>
    one.sentences.map(({ text, local }) => ({ text, names: local.names })),
  );
  return { signatures: naming.map(({ signature }) => signature), names: collectNames(sentences) };
}

/** Brings the names and roles of a block up to date. */
function resolve(reading: BlockReading, names: CollectedNames): void {
  if (reading.registry === names.registry) return;
  reading.registry = names.registry;
  const { sentences, resolved } = reading;
  if (resolved && reading.signature === "") return;
  const found = sentences.map(({ text, local }) =>
    local.names.length > 0 ? names.resolve({ text, names: local.names }) : NO_NAMES,
  );
  if (resolved?.names.every((before, at) => sameNames(before, found[at]!))) return;
  reading.resolved = {
    names: found,
    roles: sentences.map(({ text, local }, at) => readRoles(text, local.tokens, found[at]!)),
  } satisfies ResolvedBlock;
}

const NO_NAMES: readonly NameMention[] = [];

function sameNames(a: readonly NameMention[], b: readonly NameMention[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((one, at) => {
    const other = b[at]!;
    return (
      one === other ||
      (one.start === other.start && one.canonical === other.canonical && one.type === other.type)
    );
  });
}

/** Brings the attributions of all blocks up to date. */
function* readSpeech(blocks: readonly Block[], readings: readonly BlockReading[]): Generator<void, void> {
  const reader = createSpeechReader();
  for (const [at, reading] of readings.entries()) {
    yield;
    const { prose, quoteDepth } = blocks[at]!;
    const { names } = reading.resolved!;
    const next = blocks[at + 1]?.prose.text ?? null;
    const sentences = () =>
      reading.sentences.map(({ span, text, local }, one) => ({
        span,
        text,
        tokens: local.tokens,
        names: names[one]!,
      }));
    reading.speech = reader.read({ text: prose.text, quoteDepth, next, names, sentences }, reading.speech);
  }
}

/** The sentences of all blocks, and the units that they make up. */
function assemble(
  document: ProseDocument,
  readings: readonly BlockReading[],
  before: readonly Sentence[],
): { sentences: Sentence[]; units: Unit[] } {
  const sentences: Sentence[] = [];
  const units: Unit[] = [];
  let row: { first: BlockReading; cells: object[]; from: number; place: Block["cell"] } | null = null;
  const endRow = () => {
    if (row)
      units.push({ from: row.from, to: sentences.length, identity: identityOfRow(row.first, row.cells) });
    row = null;
  };
  let at = 0;
  document.blocks.forEach((block, blockIndex) => {
    if (block.sentences.length === 0) return;
    const reading = readings[at++]!;
    const { cell } = block;
    if (row && !(cell && sameRow(row.place, cell))) endRow();
    const from = sentences.length;
    addSentences(sentences, reading, block, blockIndex, before);
    const identity = identityOf(reading, block);
    if (!cell) units.push({ from, to: sentences.length, identity });
    else if (row) row.cells.push(identity);
    else row = { first: reading, cells: [identity], from, place: cell };
  });
  endRow();
  return { sentences, units };
}

function sameRow(a: Block["cell"], b: Block["cell"]): boolean {
  return a !== null && b !== null && a.table === b.table && a.row === b.row;
}

/**
 * Up to the first change the sentences of before come back. Written out, for copying by spreading costs more than all
 * the rest of an edit.
 */
function addSentences(
  to: Sentence[],
  { sentences, resolved, speech }: BlockReading,
  block: Block,
  blockIndex: number,
  before: readonly Sentence[],
): void {
  const { names, roles } = resolved!;
  for (let at = 0; at < sentences.length; at++) {
    const { span, text, quotations, local } = sentences[at]!;
    const known = before[to.length];
    const told = speech!.attributions[at] ?? NO_ATTRIBUTIONS;
    const isSame =
      known?.block === block &&
      known.blockIndex === blockIndex &&
      known.span === span &&
      known.tokens === local.tokens &&
      known.names === names[at] &&
      known.roles === roles[at] &&
      known.attributions === told;
    if (isSame) to.push(known);
    else
      to.push({
        block,
        blockIndex,
        index: to.length,
        span,
        text,
        tokens: local.tokens,
        dates: local.dates,
        quantities: local.quantities,
        quotations,
        names: names[at]!,
        roles: roles[at]!,
        attributions: told,
        predicates: local.predicates,
        terms: local.terms,
      });
  }
}

const NO_ATTRIBUTIONS: readonly Attribution[] = [];
