/**
 * Whether two bodies of one name for their kind are one body: the foreign ministry and the interior ministry are not.
 * Knows the words before a head noun.
 */
import { sameEntity } from "../../lexicon/gazetteer.ts";
import { opposites, sameFamily, siblings } from "../../lexicon/index.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";

/** A head noun in its sentence, with where its phrase begins. */
export interface HeadedPhrase {
  readonly sentence: Sentence;
  readonly first: number;
  readonly head: number;
}

/**
 * "same" where one phrase only says less than the other, "different" where a word of each names another country or
 * another thing of one sort, "unknown" where each says something that the other does not.
 */
export function compareModifiers(mine: HeadedPhrase, theirs: HeadedPhrase): "same" | "different" | "unknown" {
  const a = modifiers(mine);
  const b = modifiers(theirs);
  const onlyMine = a.filter((one) => !b.some((other) => isSame(one, other)));
  const onlyTheirs = b.filter((one) => !a.some((other) => isSame(one, other)));
  if (onlyMine.length === 0 || onlyTheirs.length === 0) return "same";
  return onlyMine.some((one) => onlyTheirs.some((other) => excludes(one, other))) ? "different" : "unknown";
}

function modifiers({ sentence, first, head }: HeadedPhrase): Token[] {
  return sentence.tokens
    .slice(first, head)
    .filter(({ pos }) => pos === "ADJ" || pos === "NOUN" || pos === "PROPN");
}

function isSame(one: Token, other: Token): boolean {
  return (
    one.lemma === other.lemma ||
    sameFamily(one.lemma, other.lemma) ||
    sameEntity(one.text, other.text) === "same"
  );
}

/** What a ministry, a department or a minister is for. */
const PORTFOLIOS = new Set(
  `foreign interior defence defense finance health justice education agriculture environment transport energy labour
   labor trade economy culture housing home treasury industry development fisheries tourism science`.split(
    /\s+/,
  ),
);

function excludes(one: Token, other: Token): boolean {
  if (PORTFOLIOS.has(one.lemma) && PORTFOLIOS.has(other.lemma)) return true;
  return (
    sameEntity(one.text, other.text) === "different" ||
    siblings(one.lemma, other.lemma) ||
    opposites(one.lemma, other.lemma)
  );
}
