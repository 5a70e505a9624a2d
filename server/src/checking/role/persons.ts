/**
 * Which of a role and its holder a draft has wrong, where the sources give the role to somebody else: the person, if they
 * tell of the other one what the sentence tells. Knows roles, their holders and the words of sentences.
 */
import { compareRoles } from "../../kinds/role/compare.ts";
import { parseRole } from "../../kinds/role/parse.ts";
import type { RoleMention, Sentence } from "../../statements/types.ts";
import { type SourceRole, samePerson, surnameOf } from "../name/role-index.ts";
import type { Corpus } from "../types.ts";

/** So much more of the sentence, in rare words, the sources must tell of the other. */
const MORE = 0.6;

/** Who holds the claimed role in the sources and does what the sentence tells, or null. */
export function otherPerson(
  sentence: Sentence,
  role: RoleMention,
  all: readonly SourceRole[],
  { sources }: Corpus,
): SourceRole | null {
  const { headClass, ranks } = parseRole(role.text);
  const rival = all.find((entry) => {
    if (samePerson(entry.holder, role.holder) || !entry.holder.includes(" ")) return false;
    const other = parseRole(entry.role.text);
    if (other.headClass !== headClass || other.ranks.join() !== ranks.join()) return false;
    return compareRoles(role.text, entry.role.text).relation === "agrees";
  });
  if (!rival || sentence.text.includes(surnameWritten(rival.holder))) return null;
  const told = (holder: string) => {
    const of = surnameOf(holder);
    const best = sources.flatMap(({ sentences }) =>
      sentences
        .filter(({ names }) => names.some(({ canonical }) => surnameOf(canonical) === of))
        .map((one) => shared(sentence, role, one)),
    );
    return Math.max(0, ...best);
  };
  return told(rival.holder) - told(role.holder) >= MORE ? rival : null;
}

const surnameWritten = (holder: string): string => holder.slice(holder.lastIndexOf(" ") + 1);

/** Weight of the words of both sentences, the role's own and names aside, and of the numbers. */
function shared(sentence: Sentence, role: RoleMention, other: Sentence): number {
  const keys = new Set(other.terms.map(({ key }) => key));
  let sum = 0;
  for (const { key, weight, start, end, name } of sentence.terms)
    if (!name && keys.has(key) && (end <= role.start || start >= role.end)) sum += weight;
  for (const { nominal } of sentence.quantities)
    if (other.quantities.some((one) => one.nominal === nominal)) sum += 1;
  return sum;
}
