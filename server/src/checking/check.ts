/**
 * Checks a draft against the index: each sentence by every rule, kept while its words, its context and the sources
 * stay the same. Knows no offsets of files and no editor.
 */
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import { assessSentence } from "./assess.ts";
import { decide } from "./decide.ts";
import type { Finding } from "./types.ts";

export interface Checking {
  /** Yields between sentences; returns the findings in the order of the sentences. */
  steps(draft: Reading): Generator<void, Finding[]>;
}

/** How many sentences' findings are kept. */
const KEPT = 20_000;

export function createChecking(index: StatementIndex): Checking {
  const kept = new Map<string, readonly Finding[]>();
  let version = -1;
  return {
    *steps(draft) {
      if (version !== index.version) {
        kept.clear();
        version = index.version;
      }
      const findings: Finding[] = [];
      for (const sentence of draft.sentences) {
        if (index.size === 0) break;
        const key = contextKey(draft, sentence);
        let found = kept.get(key);
        if (!found) {
          found = decide(assessSentence(draft, sentence, index));
          if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
          kept.set(key, found);
          yield;
        }
        for (const finding of found)
          findings.push(finding.sentence === sentence ? finding : { ...finding, sentence });
      }
      return findings;
    },
  };
}

/** Everything of a draft that the findings of a sentence depend on. */
function contextKey(draft: Reading, sentence: Sentence): string {
  const { block } = sentence;
  const previous = draft.sentences[sentence.index - 1];
  return [
    draft.day,
    sentence.text,
    block.kind,
    previous && previous.blockIndex === sentence.blockIndex ? previous.text : "",
    block.leadIn ?? "",
    block.cell ? `${block.cell.rowHeader}|${block.cell.columnHeader}` : "",
    block.headings.join("|"),
    sentence.names.map((name) => name.canonical).join("|"),
    sentence.attributions.map((attribution) => attribution.canonical).join("|"),
  ].join("\u0001");
}
