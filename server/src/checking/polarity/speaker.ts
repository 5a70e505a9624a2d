/**
 * Who "I" and "we" are in a statement of a source: the speaker by name and by role, or the publisher. Knows one source.
 */
import { family } from "../../lexicon/index.ts";
import type { Statement } from "../../sources/statement-index.ts";
import type { SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";

/**
 * Word families that name who speaks where the subject is the first person; null where it is not, or where nothing
 * tells who that is.
 */
export function speakerWords(
  { sentence, source }: Statement,
  subject: Span | null,
): ReadonlySet<string> | null {
  if (!subject) return null;
  const words = sentence.tokens.slice(subject.start, subject.end).filter(({ pos }) => pos !== "PUNCT");
  const pronoun = words.length === 1 ? words[0]!.text.toLowerCase() : "";
  if (pronoun !== "i" && pronoun !== "we") return null;
  const phrases = sentence.attributions.flatMap(({ canonical }) => [
    canonical,
    ...(rolesOf(source).get(canonical) ?? []),
  ]);
  if (pronoun === "we" && source.publisher) phrases.push(source.publisher);
  return phrases.length > 0 ? new Set(phrases.flatMap(wordsOf)) : null;
}

function wordsOf(phrase: string): string[] {
  return (phrase.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).flatMap((word) => [word, family(word)]);
}

const kept = new WeakMap<SourceReading, ReadonlyMap<string, readonly string[]>>();

/** The roles of a source's people, by the holder's full name. */
function rolesOf(source: SourceReading): ReadonlyMap<string, readonly string[]> {
  const known = kept.get(source);
  if (known) return known;
  const roles = new Map<string, string[]>();
  for (const { holder, text } of source.sentences.flatMap((sentence) => sentence.roles)) {
    const list = roles.get(holder);
    if (list) list.push(text);
    else roles.set(holder, [text]);
  }
  kept.set(source, roles);
  return roles;
}
