/**
 * Reads a document into sentences with their values, names, roles and attributions. The same for drafts and sources.
 * What depends on one sentence alone is cached by its text, so that an edit costs the sentences that it changed.
 */
import { readDates } from "../kinds/date/read.ts";
import { readNames } from "../kinds/name/read.ts";
import { resolveNames } from "../kinds/name/registry.ts";
import { readPredicates } from "../kinds/proposition/read.ts";
import type { Predicate } from "../kinds/proposition/types.ts";
import { readQuantities } from "../kinds/quantity/read.ts";
import { readBlockQuotations } from "../kinds/quotation/read.ts";
import { readRoles } from "../kinds/role/read.ts";
import type { DateValue, Day, QuantityValue } from "../kinds/types.ts";
import { tokenize } from "../text/tokens.ts";
import type { Block, ProseDocument, Span, Token } from "../text/types.ts";
import { createSpeechMemory, type SpeechMemory, withAttributions } from "./attributions.ts";
import { readTerms } from "./terms.ts";
import type { NameMention, Quotation, Reading, Sentence, Term } from "./types.ts";

/** What a sentence says by itself, before the document around it is asked. */
interface LocalReading {
  readonly tokens: readonly Token[];
  readonly dates: readonly DateValue[];
  readonly quantities: readonly QuantityValue[];
  readonly names: readonly NameMention[];
  readonly predicates: readonly Predicate[];
  readonly terms: readonly Term[];
}

/** Keeps local readings by day and text; bounded, oldest out first. */
export interface SentenceCache {
  readonly entries: Map<string, LocalReading>;
  readonly limit: number;
  readonly speech: SpeechMemory;
}

export function createSentenceCache(limit = 50_000): SentenceCache {
  return { entries: new Map(), limit, speech: createSpeechMemory() };
}

/** Reads a document whole. `day` is the day from which its relative dates count. Never throws on prose. */
export function readDocument(document: ProseDocument, day: Day, cache: SentenceCache): Reading {
  const drafts = document.blocks.flatMap((block, blockIndex) => readBlock(block, blockIndex, day, cache));
  const { names } = resolveNames(drafts);
  const sentences: Sentence[] = drafts.map((sentence, index) => {
    const resolved = names[index]!;
    return {
      ...sentence,
      index,
      names: resolved,
      roles: readRoles(sentence.text, sentence.tokens, resolved),
      attributions: [],
    };
  });
  return { document, day, sentences: withAttributions(sentences, cache.speech) };
}

type DraftSentence = Omit<Sentence, "index" | "roles" | "attributions">;

/** What a block was read as; a block that did not change keeps its list of sentence spans from edit to edit. */
interface BlockReading {
  readonly day: Day;
  readonly sentences: readonly Omit<DraftSentence, "block" | "blockIndex">[];
}
const blockReadings = new WeakMap<readonly Span[], BlockReading>();

function readBlock(block: Block, blockIndex: number, day: Day, cache: SentenceCache): DraftSentence[] {
  let reading = blockReadings.get(block.sentences);
  if (reading?.day !== day) {
    reading = { day, sentences: readSentences(block, day, cache) };
    blockReadings.set(block.sentences, reading);
  }
  return reading.sentences.map((sentence) => ({ ...sentence, block, blockIndex }));
}

function readSentences(block: Block, day: Day, cache: SentenceCache): BlockReading["sentences"] {
  const { text } = block.prose;
  const quotations = readBlockQuotations(text, block.sentences, block.quoteDepth);
  return block.sentences.map((span, at) => {
    const sentenceText = text.slice(span.start, span.end);
    const local = readLocally(sentenceText, block, day, cache);
    return { span, text: sentenceText, ...local, quotations: quotations[at] as Quotation[] };
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
