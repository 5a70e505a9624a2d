/**
 * Whether two speakers, one of a draft and one of a source, are the same: persons by surname, roles by who holds them
 * in the source, bodies and countries by the gazetteer. Knows readings; decides nothing about a draft.
 */
import { HONORIFICS, headOf, isTitleNoun, ORGANISATION_WORDS } from "../../kinds/speaker/cues.ts";
import { isGivenName } from "../../kinds/speaker/given-names.ts";
import { fold, surnameOf } from "../../kinds/speaker/surnames.ts";
import { lookUpName, sameEntity } from "../../lexicon/gazetteer.ts";
import type { Attribution, Sentence, SourceReading } from "../../statements/types.ts";
import { areTwoNames, bodySortOf } from "./bodies.ts";
import { mayLead } from "./leaders.ts";

/** A speaker with the words that name it. */
export interface VoiceReference {
  readonly canonical: string;
  /** The words in the text, "" where only context tells. */
  readonly words: string;
  readonly role: string;
  readonly person: boolean;
}

export type VoiceRelation = "same" | "different" | "unknown";

/** Persons of a source by surname, with all that it calls them. */
interface Persons {
  readonly bySurname: ReadonlyMap<string, { readonly full: string; readonly roles: ReadonlySet<string> }>;
}

const persons = new WeakMap<SourceReading, Persons>();

/** The speaker of an attribution in a sentence; `source` is null for a draft, of which one sentence must do. */
export function voiceOf(
  attribution: Attribution,
  sentence: Sentence,
  source: SourceReading | null,
): VoiceReference {
  const { speaker, role } = attribution;
  const words = speaker ? sentence.text.slice(speaker.start, speaker.end) : "";
  const known = source
    ? personsOf(source).bySurname.has(surnameOf(attribution.canonical))
    : role !== null || looksPersonal(attribution, sentence);
  const person = isPersonName(attribution.canonical) && known;
  return {
    canonical: attribution.canonical,
    words,
    role: role ? sentence.text.slice(role.start, role.end) : "",
    person,
  };
}

function isPersonName(canonical: string): boolean {
  const words = canonical.split(/\s+/);
  // "al-Kharusi"
  if (!/^(?:\p{Ll}{2,3}-)?\p{Lu}/u.test(words.at(-1) ?? "") || words.length > 5) return false;
  const given = words.length > 1 && isGivenName(words[0]!);
  return !words.some(
    (word) => ORGANISATION_WORDS.has(word.toLowerCase()) || (!given && isTitleNoun(word.toLowerCase())),
  );
}

/** A speaker with an honorific, or of two names that no reader took for a body or place. */
function looksPersonal({ canonical, speaker }: Attribution, sentence: Sentence): boolean {
  const first = speaker ? sentence.text.slice(speaker.start, speaker.end).split(/\s+/)[0]!.toLowerCase() : "";
  if (HONORIFICS.has(first)) return true;
  const typed =
    speaker && sentence.names.find((name) => name.start >= speaker.start && name.start < speaker.end);
  if (typed?.type === "person") return true;
  if (!/\s/.test(canonical) || lookUpName(canonical).length > 0) return false;
  return !typed || typed.type === "unknown";
}

function personsOf(reading: SourceReading): Persons {
  const known = persons.get(reading);
  if (known) return known;
  const bySurname = new Map<string, { full: string; roles: Set<string> }>();
  const note = (canonical: string, role: string | null) => {
    if (!isPersonName(canonical)) return;
    const surname = surnameOf(canonical);
    const entry = bySurname.get(surname) ?? { full: canonical, roles: new Set<string>() };
    if (canonical.length > entry.full.length) entry.full = canonical;
    if (role) entry.roles.add(role);
    bySurname.set(surname, entry);
  };
  for (const sentence of reading.sentences) {
    for (const name of sentence.names) if (name.type === "person") note(name.canonical, null);
    for (const role of sentence.roles) note(role.holder, role.text);
    for (const attribution of sentence.attributions) {
      const { canonical, role, speaker } = attribution;
      if (role && speaker) note(canonical, sentence.text.slice(role.start, role.end));
      else if (speaker && looksPersonal(attribution, sentence)) note(canonical, null);
    }
  }
  const result = { bySurname };
  persons.set(reading, result);
  return result;
}

/** How the draft's speaker stands to the source's. Careful: "different" only where both are told apart. */
export function compareVoices(
  draft: VoiceReference,
  source: VoiceReference,
  reading: SourceReading,
): VoiceRelation {
  if (isPartOf(draft.canonical, source.canonical) || isPartOf(source.canonical, draft.canonical))
    return "same";
  // "Peter" for "Peter Dace", whom the passage calls "Dace".
  if (source.person && isPartOf(draft.canonical, fullName(source.canonical, reading))) return "same";
  if (isOutlet(draft.canonical, reading)) return "unknown";
  const person = draft.person || isPersonOf(reading, draft.canonical);
  if (person && source.person) {
    const relation = comparePersons(draft, source);
    return relation === "different" && isSomeBodysOwn(draft, source, reading) ? "unknown" : relation;
  }
  if (person) {
    const relation = personAgainstPhrase(draft, source, reading);
    // "Blue Charter" looks like a person by itself; in the source it speaks beside the other body.
    const isBody = relation === "unknown" && !isPersonOf(reading, draft.canonical);
    return isBody && areTwoNames(draft.canonical, source.canonical, reading) ? "different" : relation;
  }
  if (source.person) return phraseAgainstPerson(draft, source, reading);
  return comparePhrases(draft, source, reading);
}

/** The source knows a person by that very name or surname, whatever the draft's sentence shows. */
function isPersonOf(reading: SourceReading, canonical: string): boolean {
  const known = personsOf(reading).bySurname.get(surnameOf(canonical));
  if (known === undefined) return false;
  return /\s/.test(canonical) ? fold(known.full) === fold(canonical) : /^\p{Lu}\p{Ll}/u.test(canonical);
}

/** "Their leader": whose, only the sentences before tell, and the source's speaker is a leader, too. */
function isSomeBodysOwn(draft: VoiceReference, source: VoiceReference, reading: SourceReading): boolean {
  if (!/^(?:its|their)\s/i.test(draft.words)) return false;
  const head = headOf(draft.words);
  const roles = personsOf(reading).bySurname.get(surnameOf(source.canonical))?.roles ?? [];
  return head !== null && [...roles, source.role].some((role) => headOf(role) === head);
}

/** All words of the one are words of the other: "Kolar" and "Marta Kolar", "official" and "U.S. official" are not told apart. */
function isPartOf(part: string, whole: string): boolean {
  const words = fold(whole).split(/\s+/);
  return fold(part)
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function comparePersons(draft: VoiceReference, source: VoiceReference): VoiceRelation {
  const surname = surnameOf(draft.canonical);
  const other = fold(source.canonical).split(/\s+/);
  return surname === other.at(-1) ||
    other.slice(1).includes(surname) ||
    fold(draft.canonical).split(/\s+/).includes(other.at(-1)!)
    ? "same"
    : "different";
}

/** The draft names a person, the source an unnamed official: told apart where the source gives the person another office. */
function personAgainstPhrase(
  draft: VoiceReference,
  source: VoiceReference,
  reading: SourceReading,
): VoiceRelation {
  const known = personsOf(reading).bySurname.get(surnameOf(draft.canonical));
  const head = headOf(source.canonical);
  if (!known || !head || !isOneOffice(source)) return "unknown";
  const heads = [...known.roles].map((role) => headOf(role));
  if (heads.length === 0 || heads.includes(head)) return "unknown";
  return "different";
}

/** Some one person whom the source leaves unnamed ("a Danish official"), or a holder of an office by its full title. */
function isOneOffice({ words, canonical }: VoiceReference): boolean {
  if (/^(?:a|an|one|another)\s/i.test(words)) return true;
  return /^\p{Lu}\S*\s(?:of|for)\s/u.test(canonical) || /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(canonical);
}

/** The draft names a role, the source a person: same if the source gives that person the role. */
function phraseAgainstPerson(
  draft: VoiceReference,
  source: VoiceReference,
  reading: SourceReading,
): VoiceRelation {
  const people = personsOf(reading).bySurname;
  const holder = people.get(surnameOf(source.canonical));
  const roles = [...(holder?.roles ?? []), source.role].filter((role) => role !== "");
  const countries = compareCountries(draft.words || draft.canonical, roles.join(" "));
  const head = headOf(draft.canonical);
  if (!head) {
    const apart = countries === "different" ? roles.length > 0 : isOtherBody(draft, source, reading);
    return apart ? "different" : "unknown";
  }
  const own = roles.filter((role) => headOf(role) === head);
  if (own.some((role) => sameRank(role, draft.canonical))) return "same";
  if (countries === "different") return "different";
  if (mayLead(head, roles)) return "unknown";
  if (/^(?:a|an|one|some|another|many|several)\s/i.test(draft.words)) return "unknown";
  for (const [surname, entry] of people) {
    if (surname === surnameOf(source.canonical)) continue;
    if ([...entry.roles].some((role) => headOf(role) === head && sameRank(role, draft.canonical))) {
      return roles.length > 0 ? "different" : "unknown";
    }
  }
  return "unknown";
}

/** The draft names a body that speaks for itself in the source, and nowhere beside that person. */
function isOtherBody(draft: VoiceReference, source: VoiceReference, reading: SourceReading): boolean {
  // "its head of policy": whose, only the sentences before tell.
  if (/^(?:its|their)\b/i.test(source.role)) return false;
  const name = fold(draft.canonical);
  const surname = surnameOf(source.canonical);
  let speaks = false;
  for (const sentence of reading.sentences) {
    const body = sentence.names.some(
      ({ canonical, text }) => fold(canonical) === name || fold(text) === name,
    );
    const own = sentence.attributions.some(({ canonical }) => fold(canonical) === name);
    speaks ||= own;
    const said = sentence.attributions.find(({ canonical }) => surnameOf(canonical) === surname);
    // "Its president, Irena Vass, said": whose, only the sentence before tells.
    if (said && (body || own || WHOSE.test(sentence.text.slice(0, said.speaker?.start ?? 0)))) return false;
  }
  return speaks && /^\p{Lu}/u.test(draft.canonical);
}

const WHOSE = /\b(?:its|their) (?:[\w-]+ ){0,3}[\w-]+,? $/i;

const RANK = /\b(?:deputy|vice|former|acting|assistant|junior|ex)\b/gi;

function sameRank(a: string, b: string): boolean {
  return (a.match(RANK) ?? []).join(" ").toLowerCase() === (b.match(RANK) ?? []).join(" ").toLowerCase();
}

function comparePhrases(
  draft: VoiceReference,
  source: VoiceReference,
  reading: SourceReading,
): VoiceRelation {
  const head = headOf(draft.canonical);
  const other = headOf(source.canonical);
  const countries = compareCountries(draft.canonical, source.canonical);
  if (head && head === other) return countries === "unknown" ? "unknown" : countries;
  if (head || other)
    return countries === "different" && head !== null && other !== null ? "different" : "unknown";
  if (countries !== "unknown") return countries;
  const [sort, sortOther] = [bodySortOf(draft.canonical), bodySortOf(source.canonical)];
  if (sort >= 0 && sortOther >= 0 && sort !== sortOther) return "different";
  return areTwoNames(draft.canonical, source.canonical, reading) ? "different" : "unknown";
}

/** Compares the countries that two phrases name; unknown where one names none. */
function compareCountries(a: string, b: string): VoiceRelation {
  const left = countriesIn(a);
  const right = countriesIn(b);
  if (left.length === 0 || right.length === 0) return "unknown";
  for (const one of left) {
    for (const other of right) {
      const relation = sameEntity(one, other);
      if (relation !== "different") return relation === "unknown" ? "unknown" : "same";
    }
  }
  return "different";
}

function countriesIn(phrase: string): string[] {
  const found: string[] = [];
  for (const match of phrase.matchAll(/\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2}/gu)) {
    const words = match[0].split(/\s+/);
    for (let length = words.length; length >= 1; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const name = words.slice(at, at + length).join(" ");
        if (lookUpName(name).some((entry) => entry.entity.type === "place")) found.push(name);
      }
    }
  }
  return found;
}

/** The draft names the paper or agency that reports, not who speaks in it. */
function isOutlet(canonical: string, reading: SourceReading): boolean {
  const name = fold(canonical);
  const publisher = fold(reading.publisher ?? "");
  if (publisher !== "" && (publisher.includes(name) || name.includes(publisher))) return true;
  return /\b(?:press release|statement|report|article|paper|news agency|newspaper|transcript|communique|reuters|document|text)\b/.test(
    name,
  );
}

/** The fullest name that the reading gives a person. */
export function fullName(canonical: string, reading: SourceReading): string {
  return personsOf(reading).bySurname.get(surnameOf(canonical))?.full ?? canonical;
}

/** A role that the reading gives a person, "" where it gives none. */
export function knownRole(canonical: string, reading: SourceReading): string {
  const roles = personsOf(reading).bySurname.get(surnameOf(canonical))?.roles ?? new Set<string>();
  for (const role of roles) if (!/^(?:its|his|her|their)\b/i.test(role)) return role;
  return "";
}
