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
        corpus = { sources: index.sources(), version: index.version, index };
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

/** What tells most of one wrong word comes first: who said it before who he is, a value before the predicate around it. */
const RANKING: readonly Finding["kind"][] = [
  "quotation",
  "speaker",
  "role",
  "quantity",
  "date",
  "name",
  "polarity",
  "relation",
];

/** One wrong word is told once, and what a contradiction denies is not called supported. */
function reconcile(findings: readonly Finding[]): Finding[] {
  const ranked = [...findings].sort((a, b) => RANKING.indexOf(a.kind) - RANKING.indexOf(b.kind));
  const told: Finding[] = [];
  for (const finding of ranked) {
    if (finding.verdict !== "contradicted") continue;
    if (!told.some((other) => touches(other, finding))) told.push(finding);
  }
  return findings.filter((finding) => {
    if (finding.verdict === "contradicted") return told.includes(finding);
    return (
      finding.verdict !== "supported" ||
      !told.some((other) => other.kind === finding.kind && touches(other, finding))
    );
  });
}

function touches(a: Finding, b: Finding): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/** Everything of a draft that the findings of a sentence depend on. */
function contextKey(draft: Reading, sentence: Sentence): string {
  const { block } = sentence;
  const previous = draft.sentences[sentence.index - 1];
  // A speaker named behind a quotation may speak of one in the block before.
  const before = draft.document.blocks[sentence.blockIndex - 1]?.prose;
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
    sentence.quotations.length + sentence.attributions.length > 0 ? block.prose.text : "",
    sentence.attributions.some(({ content }) => content.start === content.end) ? (before?.text ?? "") : "",
  ].join("\u0001");
}
