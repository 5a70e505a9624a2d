/**
 * Finds persons whose name the draft spells otherwise than the sources do. Knows names and roles.
 */

import { compareRoles } from "../../kinds/role/compare.ts";
import { parseRole } from "../../kinds/role/parse.ts";
import { foldName } from "../../lexicon/gazetteer.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import { editDistance } from "../../text/edit-distance.ts";
import type { Span } from "../../text/types.ts";
import type { Corpus, Finding } from "../types.ts";
import { type RoleIndex, roleIndexOf, type SourcePerson, surnameOf } from "./role-index.ts";

/** Persons named in full whose nearest namesake in the sources is spelt a little differently. */
export function misspelt(sentence: Sentence, corpus: Corpus): Finding[] {
  const index = roleIndexOf(corpus);
  const findings: Finding[] = [];
  for (const name of sentence.names) {
    if (name.type === "organisation" || name.type === "place" || name.type === "group") continue;
    if (!name.text.includes(" ") || index.persons.has(foldName(name.text))) continue;
    const finding = namesake(sentence, name, index);
    if (finding) findings.push(finding);
  }
  return findings;
}

function namesake(sentence: Sentence, name: NameMention, index: RoleIndex): Finding | null {
  const words = name.text.split(" ");
  const folded = words.map(foldName);
  for (const person of candidates(name, index)) {
    const others = person.canonical.split(" ");
    if (others.length !== words.length) continue;
    const differing = others.flatMap((word, i) => (foldName(word) === folded[i] ? [] : [i]));
    const at = differing[0];
    if (differing.length !== 1 || at === undefined) continue;
    const [own, other] = [folded[at] as string, foldName(others[at] as string)];
    const close = resembles(own, other) || (at < words.length - 1 && sameRole(sentence, name, person, index));
    if (close) return finding(sentence, name, person, at, words, others[at] as string);
  }
  return null;
}

/** Bearers of the same surname, or of the same given name with a surname that begins alike. */
function candidates(name: NameMention, index: RoleIndex): SourcePerson[] {
  const given = foldName(name.text).split(" ")[0] as string;
  const surname = surnameOf(name.text);
  const same = index.fullNames.get(surname) ?? [];
  if (same.length > 0) return [...same];
  const found: SourcePerson[] = [];
  for (const [key, persons] of index.fullNames)
    if (key[0] === surname[0] && Math.abs(key.length - surname.length) <= 2)
      found.push(...persons.filter((person) => foldName(person.canonical).startsWith(`${given} `)));
  return found;
}

/** Two letters apart at most, one in a short word; both begin alike. */
function resembles(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 4) return false;
  return editDistance(a, b) <= (Math.min(a.length, b.length) >= 6 ? 2 : 1);
}

function sameRole(sentence: Sentence, name: NameMention, person: SourcePerson, index: RoleIndex): boolean {
  const own = sentence.roles.filter((role) => role.holderSpan?.start === name.start);
  const theirs = (index.bySurname.get(surnameOf(person.canonical)) ?? []).filter(
    (entry) => entry.holder === person.canonical,
  );
  return own.some((role) => theirs.some((entry) => isOneOffice(role.text, entry.role.text)));
}

/** The same office of the same body; "president of the union" and "President" may be two. */
function isOneOffice(own: string, theirs: string): boolean {
  if ((parseRole(own).body === "") !== (parseRole(theirs).body === "")) return false;
  return compareRoles(own, theirs).relation === "agrees";
}

function finding(
  sentence: Sentence,
  name: NameMention,
  person: SourcePerson,
  at: number,
  words: readonly string[],
  right: string,
): Finding {
  const start = name.start + words.slice(0, at).join(" ").length + (at > 0 ? 1 : 0);
  const span: Span = { start, end: start + (words[at] as string).length };
  return {
    kind: "name",
    verdict: "contradicted",
    sentence,
    span,
    confidence: 0.9,
    actual: words[at] as string,
    expected: right,
    message: `The name is spelt ${person.canonical} in “${person.source.title}”.`,
    arithmetic: null,
    passages: [{ source: person.source, sentence: person.sentence, focus: [] }],
    replacements: [{ span, newText: right }],
    features: {},
  };
}
