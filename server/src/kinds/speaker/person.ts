/**
 * Whom a noun phrase names: a person with a title or a role, an organisation or an unnamed official.
 * Knows the phrase and who has been met in the document before.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { Span } from "../../text/types.ts";
import {
  FEMALE,
  genderOf,
  HONORIFICS,
  isPersonNoun,
  MALE,
  namesPerson,
  ORGANISATION_WORDS,
  TITLE_PARTS,
} from "./cues.ts";
import { genderByName, isGivenName } from "./given-names.ts";
import { headNoun, heldRole, isDescription, isOnePerson, registerRole } from "./offices.ts";
import { type FrameToken, firstBehind, isCapital, isOpener, type Phrase } from "./phrase.ts";
import { endsIn, firstKey, register, surnameOf, untitled } from "./surnames.ts";
import type { People } from "./trace.ts";

export type Gender = "m" | "f" | null;

/** A speaker as a frame names it; offsets in the block. */
export interface Speaker {
  /** The words that name the speaker: the name with its honorific, or the whole phrase. */
  readonly span: Span;
  readonly canonical: string;
  readonly role: Span | null;
  readonly person: boolean;
  readonly pronoun: boolean;
  readonly gender: Gender;
  /** "the biologist", "the 43-year-old": somebody named just before, whom only the neighbourhood tells. */
  readonly described?: boolean;
  /** Told by a person's name, not by a role or a pronoun. */
  readonly named?: boolean;
}

/** A name that another reader found, in the block. */
export interface KnownName extends Span {
  readonly type: string;
  readonly canonical: string;
}

/** Whom the phrase names. `text` is the block's. */
export function identify(
  text: string,
  tokens: readonly FrameToken[],
  phrase: Phrase,
  names: readonly KnownName[],
  people: People,
): Speaker {
  const name = personIn(tokens, phrase, people) ?? givenPerson(text, tokens, phrase, names);
  if (name) return asPerson(text, tokens, phrase, name, names, people);
  return asPhrase(text, tokens, phrase, people);
}

/** A pronoun, a role without a name, a body. */
function asPhrase(text: string, tokens: readonly FrameToken[], phrase: Phrase, people: People): Speaker {
  const first = tokens[phrase.first]!;
  const span = { start: first.start, end: tokens[phrase.last]!.end };
  const alone = phrase.first === phrase.last;
  if (alone && PRONOUN.test(first.text)) {
    const gender: Gender = /^(?:he|his|him)$/i.test(first.text)
      ? "m"
      : /^(?:she|her)$/i.test(first.text)
        ? "f"
        : null;
    return { span, canonical: first.text, role: null, person: gender !== null, pronoun: true, gender };
  }
  const canonical = withoutArticle(text.slice(span.start, span.end));
  const holder = heldRole(tokens, phrase, people.roles);
  const one = isOnePerson(tokens, phrase);
  const gender = one ? genderOf(headNoun(tokens, phrase)!) : null;
  if (holder) return { span, canonical: holder, role: span, person: true, pronoun: false, gender };
  if (one && /^(?:an?|one)$/i.test(first.text)) registerRole(tokens, phrase, canonical, people.roles);
  const described = isDescription(tokens, phrase);
  return { span, canonical, role: null, person: one, pronoun: false, gender, described };
}

const PRONOUN = /^(?:he|she|they|it|i|we|who|his|her|him)$/i;

function asPerson(
  text: string,
  tokens: readonly FrameToken[],
  phrase: Phrase,
  name: Phrase,
  names: readonly KnownName[],
  people: People,
): Speaker {
  const start = honorificStart(tokens, phrase, name.first);
  const title = tokens[start]!.text.toLowerCase();
  const gender: Gender = MALE.has(title) ? "m" : FEMALE.has(title) ? "f" : null;
  const written = text.slice(tokens[name.first]!.start, tokens[name.last]!.end).replace(/\s+/g, " ");
  const span = { start: tokens[start]!.start, end: tokens[name.last]!.end };
  const mention = names[firstBehind(names, tokens[name.first]!.start)];
  const known = mention && mention.start < span.end ? mention : null;
  const full =
    known && (known.type === "person" || endsIn(known, written)) ? untitled(known.canonical) : null;
  const canonical = register(written, full, people);
  if (gender) people.genders.set(canonical, gender);
  const role = roleAround(tokens, phrase, start, name.last);
  if (role) registerRole(tokens, role, canonical, people.roles);
  const roleSpan = role ? { start: tokens[role.first]!.start, end: tokens[role.last]!.end } : null;
  return {
    span,
    canonical,
    role: roleSpan,
    person: true,
    named: true,
    pronoun: false,
    gender: people.genders.get(canonical) ?? gender ?? genderByName(canonical),
  };
}

function givenPerson(
  text: string,
  tokens: readonly FrameToken[],
  phrase: Phrase,
  names: readonly KnownName[],
): Phrase | null {
  const start = tokens[phrase.first]!.start;
  const end = tokens[phrase.last]!.end;
  for (let at = firstBehind(names, start); at < names.length; at++) {
    const name = names[at]!;
    if (name.start >= end) break;
    if (name.start < start || name.end > end) continue;
    if (name.type !== "person" && !endsIn(name, text.slice(name.start, name.end))) continue;
    let first = phrase.first;
    while (first < phrase.last && tokens[first]!.end <= name.start) first++;
    let last = first;
    while (last < phrase.last && tokens[last + 1]!.start < name.end) last++;
    if (/^['’]s?$/.test(tokens[last + 1]?.text ?? "") && last < phrase.last) continue;
    return { first, last };
  }
  return null;
}

const PARTICLE =
  /^(?:van|von|der|den|de|da|di|du|del|della|bin|ibn|al|el|la|le|dos|das|ter|ten|zu|af|av|y|-)$/;

/** The person's name in a phrase by capitals and titles: the last capitalised run that is no organisation. */
function personIn(tokens: readonly FrameToken[], phrase: Phrase, people: People): Phrase | null {
  let last = phrase.last;
  while (last >= phrase.first) {
    if (!isCapital(tokens[last])) {
      last--;
      continue;
    }
    let first = last;
    while (first > phrase.first && (isCapital(tokens[first - 1]) || PARTICLE.test(tokens[first - 1]!.text)))
      first--;
    while (first < last && !isCapital(tokens[first])) first++;
    while (tokens[last + 1]?.text === "-" && last + 2 <= phrase.last) last += 2;
    const name = personRun(tokens, phrase, { first, last }, people);
    if (name) return name;
    last = first - 1;
  }
  return null;
}

/** What is left of a run of capitalised words as the name of a person, or null where it names none. */
function personRun(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  run: Phrase,
  people: People,
): Phrase | null {
  const { first, titled } = nameWithin(tokens, phrase, run);
  if (first > run.last) return null;
  const words = tokens.slice(first, run.last + 1);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word.text));
  if (namesNobody(words, capitals) || isPartOfMore(tokens, phrase, run)) return null;
  const name = { first, last: run.last };
  if (capitals.length === 1) return titled || isKnown(capitals[0]!, people) ? name : null;
  const isAllCapitals = capitals.every(({ text }) => /^[\p{Lu}.]{2,}$/u.test(text) && text.length < 6);
  if (capitals.length > 5 || isAllCapitals || isGoverned(tokens, phrase, first)) return null;
  const before = tokens[first - 1];
  if (titled || !before) return name;
  if (first > phrase.first && /^(?:of|for|at|in|from|and)$/.test(before.text)) return null;
  return /^the$/i.test(before.text) ? null : name;
}

/** Where the name begins behind titles, articles and openers, and whether something says that it is a person's. */
function nameWithin(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  run: Phrase,
): { first: number; titled: boolean } {
  let first = run.first;
  let titled =
    first > phrase.first && (isPersonNoun(tokens[first - 1]!.lemma) || standsBeside(tokens, phrase, run));
  for (let i = run.first; i < run.last; i++) {
    if (!namesPerson(tokens[i]!) || !isTitleWord(tokens[i]!)) continue;
    first = i + 1;
    titled = true;
  }
  while (
    first <= run.last &&
    (isTitleWord(tokens[first]!) || /^(?:the|a|an|its|his|her)$/i.test(tokens[first]!.text))
  ) {
    titled ||= HONORIFICS.has(tokens[first]!.text.toLowerCase()) || namesPerson(tokens[first]!);
    first++;
  }
  while (first <= run.last && isOpener(tokens[first]!)) first++;
  // "Minister of Early Learning Ana Lobo": the given name opens what is no field any more.
  if (/^(?:of|for)$/.test(tokens[run.first - 1]?.text ?? ""))
    for (let i = first + 1; i < run.last; i++)
      if (isGivenName(tokens[i]!.text)) return { first: i, titled: true };
  return { first, titled };
}

/** "Harbour Board", "U. S.", "France and Spain": bodies, initials and places. */
function namesNobody(words: readonly FrameToken[], capitals: readonly FrameToken[]): boolean {
  return (
    words.some((word) => ORGANISATION_WORDS.has(word.text.toLowerCase())) ||
    capitals.every((word) => word.text.endsWith(".")) ||
    (capitals.length > 1 && capitals.every((word) => lookUpName(word.text).length > 0))
  );
}

/** "Brandt's deputy", "Brandt & Sons": what stands beside it is meant. */
function isPartOfMore(tokens: readonly FrameToken[], phrase: Phrase, { first, last }: Phrase): boolean {
  if (/^['’]s?$/.test(tokens[last + 1]?.text ?? "") && last < phrase.last) return true;
  return tokens[last + 1]?.text === "&" || tokens[first - 1]?.text === "&";
}

function isKnown({ text }: FrameToken, { surnames }: People): boolean {
  return Boolean(surnames.get(surnameOf(text)) ?? surnames.get(firstKey(text)));
}

/** "a group under Professor Quill": a name with its title behind a preposition is not the one spoken of. */
function isGoverned(tokens: readonly FrameToken[], phrase: Phrase, first: number): boolean {
  const start = honorificStart(tokens, phrase, first);
  return start - 1 > phrase.first && /^(?:under|with|by|against|for|to)$/.test(tokens[start - 1]!.text);
}

/** "her mother, Sunita": a lone name behind a comma and a noun for a person. */
function standsBeside(tokens: readonly FrameToken[], phrase: Phrase, { first, last }: Phrase): boolean {
  if (first !== last || first - 2 < phrase.first || tokens[first - 1]!.text !== ",") return false;
  return isPersonNoun(tokens[first - 2]!.lemma) && lookUpName(tokens[first]!.text).length === 0;
}

function isTitleWord(token: FrameToken): boolean {
  const word = token.text.toLowerCase();
  return (
    HONORIFICS.has(word) ||
    TITLE_PARTS.has(word) ||
    namesPerson(token) ||
    namesPerson({ text: token.text, lemma: word })
  );
}

function honorificStart(tokens: readonly FrameToken[], phrase: Phrase, first: number): number {
  let start = first;
  while (start > phrase.first && HONORIFICS.has(tokens[start - 1]!.text.toLowerCase())) start--;
  return start;
}

/** The part of the phrase that says what the person is, before the name or behind it ("of the nurses' union" is none). */
function roleAround(
  tokens: readonly FrameToken[],
  phrase: Phrase,
  start: number,
  last: number,
): Phrase | null {
  let before = start - 1;
  while (before >= phrase.first && /^[,]$/.test(tokens[before]!.text)) before--;
  if (before >= phrase.first) {
    const role = { first: phrase.first, last: before };
    if (headNoun(tokens, role)) return role;
  }
  let after = last + 1;
  if (after <= phrase.last && tokens[after]!.text === ",") after++;
  if (after > phrase.last) return null;
  const role = { first: after, last: phrase.last };
  return headNoun(tokens, role) ? role : null;
}

/** The phrase without "a", "the", "one" or "some" at its start. */
function withoutArticle(phrase: string): string {
  return phrase.replace(/\s+/g, " ").replace(/^(?:a|an|the|one|some|another)\s+(?!of\b)/i, "");
}
