/**
 * Finds the holder of a role that a verb gives: "is", "was elected", "served as", "you have been". Knows one sentence.
 */
import type { RolePhrase } from "./phrase.ts";
import { type Holder, holderFrom, type Reader } from "./reader.ts";
import { mayHeadRole } from "./words.ts";

const between = /^(?:as|also|now|still|currently|again|been|elected|re-elected|appointed|named|made|chosen)$/;
const serving = /^(?:serves|served|acts|acted|sits|sat|works|worked)$/;

/** "Ana Lobo is a governor of the school", "Ana Lobo, who asked about it, was elected chair". */
export function subject(reader: Reader, phrase: RolePhrase): Holder | null {
  const { tokens } = reader;
  if (/^(?:until|before|till)$/.test(tokens[phrase.end]?.text ?? "")) return null;
  let i = phrase.outer - 1;
  while (i > 0 && phrase.outer - i <= 4 && between.test(tokens[i]?.text ?? "")) i--;
  const verb = tokens[i]?.text ?? "";
  const bare = i === phrase.outer - 1;
  if (serving.test(verb)) return tokens[phrase.outer - 1]?.text === "as" ? subjectOf(reader, i) : null;
  if (/^(?:are|have)$/.test(verb) && tokens[i - 1]?.text === "you")
    return verb === "have" && bare ? null : addressed(reader, i - 1);
  if (!/^(?:is|was|became|becomes|remains|has|had)$/.test(verb)) return null;
  return /^(?:has|had)$/.test(verb) && bare ? null : subjectOf(reader, i);
}

function subjectOf(reader: Reader, verb: number): Holder | null {
  return subjectBefore(reader, reader.tokens[verb - 1]?.text === "who" ? verb - 1 : verb);
}

/** "Mr Strand, [you] have been director since May": whoever is addressed right before. */
function addressed({ tokens, holders }: Reader, you: number): Holder | null {
  if (tokens[you - 1]?.text !== ",") return null;
  return holders.find((holder) => holder.last === you - 2) ?? null;
}

/** "The panel's chair is [Ana Lobo]": the name that follows the role and its verb. */
export function predicated(reader: Reader, phrase: RolePhrase): Holder | null {
  const { tokens } = reader;
  const first = tokens[phrase.outer]?.text ?? "";
  if (!/^(?:is|was|remains)$/.test(tokens[phrase.end]?.text ?? "")) return null;
  if (phrase.start === phrase.outer && !/^(?:its|their|our)$/i.test(first) && phrase.outer > 0) return null;
  const holder = holderFrom(reader, phrase.end + 1);
  return holder && !/^['’]/.test(tokens[holder.last + 1]?.text ?? "") ? holder : null;
}

/** The name that is the subject of a verb at token `i`: next to it, or before a clause between commas. */
export function subjectBefore(reader: Reader, i: number): Holder | null {
  const { tokens, holders } = reader;
  const endingAt = (at: number): Holder | null => holders.find((holder) => holder.last === at) ?? null;
  if (tokens[i - 1]?.text !== ",") return endingAt(i - 1);
  const direct = endingAt(i - 2);
  if (direct?.name.type === "person") return direct;
  let at = i - 2;
  while (at > 0 && i - at < 16 && tokens[at]?.text !== ",") at--;
  const opening = (tokens[at + 1]?.text ?? "").toLowerCase();
  const inserted = /^(?:who|whose|the|an?|i|we)$/.test(opening) || mayHeadRole(opening);
  return (tokens[at]?.text === "," && inserted ? endingAt(at - 1) : null) ?? direct;
}
