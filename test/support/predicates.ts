/** The predicates of a draft's sentence beside those of a source: what would be compared, and how it stands. */
import type { Pairing } from "../../server/src/checking/alignment/align.ts";
import { statementsBeside } from "../../server/src/checking/alignment/pairings.ts";
import {
  comparisonOf,
  type PredicateValue,
  predicateKind,
} from "../../server/src/checking/polarity/predicate-kind.ts";
import { readSource } from "../../server/src/sources/read-source.ts";
import { StatementIndex } from "../../server/src/sources/statement-index.ts";
import { createSentenceCache, readDocument } from "../../server/src/statements/read.ts";
import { readMarkdown } from "../../server/src/text/markdown.ts";

const DAY = "2026-05-01";
const cache = createSentenceCache();

/** The last sentence of a draft beside each statement of one source. */
export function beside(draft: string, source: string): readonly Pairing[] {
  const index = new StatementIndex();
  index.add(readSource({ uri: "a.md", text: source }, DAY, cache));
  const reading = readDocument(readMarkdown(draft), DAY, cache);
  return statementsBeside(reading, reading.sentences.at(-1)!, index).pairings;
}

/** "join/take: polarity" for each pair of which the draft's is of a form that counts and the two disagree. */
export function disagreements(
  draft: string,
  source: string,
  counts: (value: PredicateValue) => boolean = isVerb,
): string[] {
  return beside(draft, source).flatMap((pairing) => {
    const claims = predicateKind.claims(pairing.query.sentence).filter(counts);
    const facts = predicateKind.values(pairing.statement.sentence);
    return claims.flatMap((claim) =>
      facts.flatMap((fact) => {
        const { relation, difference } = comparisonOf(claim.predicate, fact.predicate);
        if (relation !== "conflicts" || !predicateKind.comparable(claim, fact, pairing)) return [];
        return [`${claim.predicate.lemma}/${fact.predicate.lemma}: ${difference}`];
      }),
    );
  });
}

export function isVerb({ predicate }: PredicateValue): boolean {
  return predicate.form === "verb";
}
