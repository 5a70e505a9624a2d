/**
 * Finds the body that a person heads in the sources where the draft gives another ("who heads the Harbour Office" against
 * "director of the Harbour Inspectorate"). Knows roles and the bodies named in them; not what the offices are called.
 */
import { parseRole } from "../../kinds/role/parse.ts";
import { foldName } from "../../lexicon/gazetteer.ts";
import type { NameMention, RoleMention, Sentence } from "../../statements/types.ts";
import { sameName } from "../name/context.ts";
import { type SourceRole, surnameOf } from "../name/role-index.ts";
import type { Corpus } from "../types.ts";

/** A body of the draft's role, and the one that the sources give instead. */
export interface OtherBody {
  readonly claimed: NameMention;
  readonly right: NameMention;
  readonly entry: SourceRole;
}

/**
 * The body that a source says the holder heads instead of the one that the draft's role names. Both bodies are named in
 * full in the sources, and no sentence of them has the holder and the draft's body together.
 */
export function otherBody(
  sentence: Sentence,
  role: RoleMention,
  own: readonly SourceRole[],
  corpus: Corpus,
): OtherBody | null {
  const claimed = parseRole(role.text).top ? bodyIn(sentence, role) : undefined;
  if (!claimed) return null;
  const heading = own.filter((entry) => parseRole(entry.role.text).top);
  const bodies = heading.flatMap((entry) => {
    const right = bodyIn(entry.sentence, entry.role);
    return right ? [{ claimed, right, entry }] : [];
  });
  const first = bodies[0];
  if (!first || bodies.length < heading.length) return null;
  if (!isNamed(claimed, corpus) || bodies.some(({ right }) => !isOther(claimed, right))) return null;
  return standTogether(surnameOf(role.holder), claimed, corpus) ? null : first;
}

/** The last body named in a role's words, as far as it is told in full. */
function bodyIn({ names }: Sentence, role: RoleMention): NameMention | undefined {
  return names
    .filter(
      ({ start, end, type, canonical }) =>
        role.start <= start && end <= role.end && type === "organisation" && canonical.includes(" "),
    )
    .at(-1);
}

const isOther = (claimed: NameMention, right: NameMention): boolean =>
  foldName(claimed.canonical) !== foldName(right.canonical) &&
  !/^(?:same|metonym)$/.test(sameName(claimed, right));

function isNamed({ canonical }: NameMention, { sources }: Corpus): boolean {
  const key = foldName(canonical);
  return sources.some(({ sentences }) =>
    sentences.some(({ names }) => names.some((one) => foldName(one.canonical) === key)),
  );
}

function standTogether(surname: string, body: NameMention, { sources }: Corpus): boolean {
  return sources.some(({ sentences }) =>
    sentences.some(
      ({ names }) =>
        names.some((one) => surnameOf(one.canonical) === surname) &&
        names.some((one) => sameName(one, body) === "same"),
    ),
  );
}
