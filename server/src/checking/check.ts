/**
 * Checks a draft against the index: each sentence by every rule, kept while its words, its context and the sources
 * stay the same. Knows no offsets of files and no editor.
 */
import type { StatementIndex } from "../sources/statement-index.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import { assessSentence } from "./assess.ts";
import { decide } from "./decide.ts";
import { createRules } from "./rules.ts";
import type { Corpus, Finding } from "./types.ts";

export interface Checking {
  /** Yields between sentences; returns the findings in the order of the sentences. */
  steps(draft: Reading): Generator<void, Finding[]>;
}

/** How many sentences' findings are kept. */
const KEPT = 20_000;

export function createChecking(index: StatementIndex): Checking {
  const kept = new Map<string, readonly Finding[]>();
  const rules = createRules();
  let corpus: Corpus = { sources: [], version: -1 };
  return {
    *steps(draft) {
      if (corpus.version !== index.version) {
        kept.clear();
        corpus = { sources: index.sources(), version: index.version };
      }
      const findings: Finding[] = [];
      for (const sentence of draft.sentences) {
        if (index.size === 0) break;
        const key = contextKey(draft, sentence);
        let found = kept.get(key);
        if (!found) {
          found = reconcile([
            ...decide(assessSentence(draft, sentence, index)),
            ...rules.flatMap((rule) => rule(sentence, draft, corpus)),
          ]);
          if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
          kept.set(key, found);
          yield;
        }
        for (const finding of found)
          findings.push(finding.sentence === sentence ? finding : { ...finding, sentence, origin: finding });
      }
      return findings;
    },
  };
}

/** One wrong word is told once: a value, a quotation, a name or a role outranks the predicate that holds it. */
function reconcile(findings: readonly Finding[]): Finding[] {
  const told = findings.filter(
    ({ verdict, kind }) => verdict === "contradicted" && kind !== "polarity" && kind !== "relation",
  );
  return findings.filter(
    ({ kind, verdict, span }) =>
      verdict !== "contradicted" ||
      (kind !== "polarity" && kind !== "relation") ||
      !told.some((other) => span.start < other.span.end && other.span.start < span.end),
  );
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
