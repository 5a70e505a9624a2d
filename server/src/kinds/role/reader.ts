/**
 * What the readers of roles share: a sentence with its names by token. Knows no roles.
 */
import type { Token } from "../../text/types.ts";
import type { NameMention } from "../name/types.ts";
import type { RoleMention } from "./types.ts";

export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Token index → the name it belongs to. */
  readonly nameAt: ReadonlyMap<number, NameMention>;
  /** Names that may hold a role, with their first and last token. */
  readonly holders: readonly Holder[];
  readonly found: RoleMention[];
}

export interface Holder {
  readonly name: NameMention;
  readonly first: number;
  readonly last: number;
}

/** Whether the token can stand in a noun phrase before its head. */
export function isNominal(reader: Reader, i: number): boolean {
  const token = reader.tokens[i] as Token;
  if (reader.nameAt.has(i)) return true;
  return /^(?:NOUN|ADJ|PROPN|PART)$/.test(token.pos) && !/^(?:not|to)$/.test(token.text);
}

/** The names that may hold a role, in reading order; fills `nameAt`. */
export function placeNames(
  tokens: readonly Token[],
  names: readonly NameMention[],
  nameAt: Map<number, NameMention>,
): Holder[] {
  const holders: Holder[] = [];
  let k = 0;
  for (const name of names) {
    while (k < tokens.length && (tokens[k] as Token).end <= name.start) k++;
    const first = k;
    while (k < tokens.length && (tokens[k] as Token).start < name.end) nameAt.set(k++, name);
    if (k > first && (name.type === "person" || name.type === "unknown"))
      holders.push({ name, first, last: k - 1 });
  }
  return holders;
}

/** "Mr", "Dr.", "Professor". */
export function isHonorific(token: Token | undefined): boolean {
  return (
    token !== undefined && /^(?:mr|mrs|ms|dr|prof|professor|sir|dame|lord|lady|cllr)\.?$/i.test(token.text)
  );
}

/** The holder that starts at token `i`, honorifics skipped. */
export function holderFrom(reader: Reader, i: number): Holder | null {
  const { tokens } = reader;
  let at = i;
  while (
    at < i + 2 &&
    /^(?:mr|mrs|ms|dr|prof|professor|sir|dame|lord|lady|cllr)\.?$/i.test(tokens[at]?.text ?? "")
  )
    at++;
  return reader.holders.find((holder) => holder.first === at) ?? null;
}
