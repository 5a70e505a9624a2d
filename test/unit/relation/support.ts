/** Checks a draft's sentences against one source by the rule on relations, and applies what it corrects. */
import { checkRelations } from "../../../server/src/checking/relation/relations.ts";
import type { Corpus, Finding } from "../../../server/src/checking/types.ts";
import { readSource } from "../../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../../server/src/statements/read.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const DAY = "2026-05-01";
const cache = createSentenceCache();

/** A corpus of one source. */
export function corpusOf(text: string): Corpus {
  const index = new StatementIndex();
  index.add(readSource({ uri: "a.md", text }, DAY, cache));
  return { sources: index.sources(), version: 1, index };
}

export function check(draft: string, corpus: Corpus): Finding[] {
  const reading = readDocument(readMarkdown(draft), DAY, cache);
  return reading.sentences.flatMap((sentence) => checkRelations(sentence, reading, corpus));
}

/** The draft with every correction made, or null where nothing is contradicted. */
export function corrected(draft: string, corpus: Corpus): string | null {
  const wrong = check(draft, corpus).filter(({ verdict }) => verdict === "contradicted");
  if (wrong.length === 0) return null;
  return wrong.reduceRight((text, { sentence, replacements }) => {
    if (!replacements[0]) return text;
    const { span, newText } = replacements[0];
    const at = sentence.block.prose.toSource({
      start: sentence.span.start + span.start,
      end: sentence.span.start + span.end,
    });
    return text.slice(0, at.start) + newText + text.slice(at.end);
  }, draft);
}
