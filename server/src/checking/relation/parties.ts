/**
 * Whether two phrases can mean one party: names by their entities, other nouns by their heads and by what the source
 * calls a name. Knows phrases and words; nothing of what the parties do.
 */

import { headClass } from "../../kinds/role/words.ts";
import { type GazetteerEntry, lookUpName } from "../../lexicon/gazetteer.ts";
import { opposites, siblings, similarity } from "../../lexicon/index.ts";
import type { NameMention, Sentence, SourceReading } from "../../statements/types.ts";
import { sameName } from "../name/context.ts";
import { compareModifiers } from "./modifiers.ts";
import { type Phrase, phraseEndingAt, textOf } from "./phrases.ts";

export interface Party {
  readonly sentence: Sentence;
  readonly phrase: Phrase;
}

export type PartyRelation = "same" | "different" | "unknown";

/** Heads less alike than this are no two words for one party. */
const UNLIKE = 0.42;

/** Nouns that can stand for any party: nothing follows from them. */
const VAGUE = new Set(
  `one other others people person member group side party official officials body source expert critic man woman
  community public majority minority rest half third country state nation world team number many some all figure
  both neither none everyone who which that this these those it they he she we i you nobody anyone colleague leader
  representative delegate participant`.split(/\s+/),
);
/** Nouns that each can stand for a party of the sort: two of one sort may be one party. */
const SORTS: readonly ReadonlySet<string>[] = [
  `company firm business group maker manufacturer producer operator supplier provider contractor bank lender insurer
  utility carrier airline retailer chain dairy mill plant brand owner developer vendor corporation enterprise
  service platform app application website shop`,
  `agency authority regulator watchdog body office commission inspectorate administration
  service institute bureau`,
  `government ministry minister cabinet administration state country authority president premier executive department
  secretary`,
  `panel committee group board commission jury council team taskforce body`,
  `parliament assembly house chamber senate congress deputies lawmaker mp legislature council`,
  `union worker employee staff labour member`,
  `mission organisation organization charity ngo foundation trust fund agency union alliance league federation
  association society`,
  `farmer grower producer fisherman fishermen breeder`,
  `voter citizen resident taxpayer household consumer customer tenant`,
  `city town municipality council mayor county region province`,
  `judge court tribunal jury`,
  `school university teacher college`,
  `shareholder investor owner`,
].map((list) => new Set(list.split(/\s+/)));

/** A body inside another acts for it: the committee of a bank, the council of a city. */
const INSIDE: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    "committee board panel department division branch unit team chair",
    `bank company firm agency university city town county region country government state party union ministry
     organisation organization institute corporation group council`,
  ],
  ["council mayor", "university city town municipality county region country government state union party"],
].map(([inner, outer]) => [new Set(inner!.split(/\s+/)), new Set(outer!.split(/\s+/))] as const);

function isPartOf(one: string, other: string): boolean {
  return INSIDE.some(
    ([inner, outer]) => (inner.has(one) && outer.has(other)) || (inner.has(other) && outer.has(one)),
  );
}

/** Nouns for parties beyond the sorts and the words that end like doers. */
const ACTORS = new Set(
  `union donor employer employee voter farmer grower resident citizen taxpayer judge court tribunal police army
  parliament cabinet council mayor king queen pope minister ministry secretariat coalition opposition bloc ally rebel
  tenant landlord patient doctor nurse teacher parent pupil student lawyer scientist economist auditor ombudsman
  university school hospital newspaper museum church city town municipality county region province embassy navy
  delegation team staff management crew jury chair chairman president premier governor mps lawmaker senator
  fishermen fisherman household consumer customer shareholder investor bidder developer borrower creditor competitor`.split(
    /\s+/,
  ),
);
const SORTED = new Set(SORTS.flatMap((sort) => [...sort]));

/** Whether a phrase names somebody who can do a thing: a certain person, body or state. */
export function canAct(phrase: Phrase, { tokens }: Sentence): boolean {
  if (phrase.name) return phrase.name.type !== "work";
  if (/^(?:a|an|any|each|every|another|one)$/i.test(tokens[phrase.first]!.text)) return false;
  const word = singular(phrase.lemma);
  return SORTED.has(word) || ACTORS.has(word) || VAGUE.has(word);
}

/** Capitalised words keep their plural as lemma. */
function singular(lemma: string): string {
  const word = lemma.toLowerCase();
  return /[^s]s$/.test(word) && !/(?:us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** How the party of the draft stands to one of a source. */
export function compareParties(mine: Party, theirs: Party, source: SourceReading): PartyRelation {
  const a = mine.phrase;
  const b = theirs.phrase;
  if (a.pronoun || b.pronoun) return "unknown";
  if (mayHold(a, b) || mayHold(b, a)) return "unknown";
  if (a.name && b.name) {
    const relation = sameName(a.name, b.name);
    if (relation === "unknown" && isBareKind(a) && isBareKind(b)) return compareHeads(a.lemma, b.lemma);
    if (relation !== "different") return relation === "metonym" ? "same" : relation;
    if (isPartOf(singular(a.lemma), singular(b.lemma))) return "unknown";
    if (a.name.type === "work" || b.name.type === "work") return "unknown";
    if (standsApart(a.name, theirs)) return "different";
    if (a.name.type === "unknown" || b.name.type === "unknown")
      return namesSort(mine) === namesSort(theirs)
        ? "different"
        : headsDiffer(a, b)
          ? "different"
          : "unknown";
    if (isPlace(a) && isPlace(b)) return "different";
    if (isStateAndBody(a.name, b.name) || isStateAndBody(b.name, a.name)) return "different";
    if (a.name.type !== b.name.type) return bodiesDiffer(a, b) ? "different" : "unknown";
    return "different";
  }
  if (!a.name && !b.name) {
    if (singular(a.lemma) !== singular(b.lemma)) return compareHeads(a.lemma, b.lemma);
    return compareModifiers({ ...a, sentence: mine.sentence }, { ...b, sentence: theirs.sentence });
  }
  const [named, common] = a.name ? [mine, theirs] : [theirs, mine];
  if (isWrittenSmall(named.phrase, common)) return "same";
  return compareWithName(named.phrase, common.phrase, named.sentence, source);
}

function compareHeads(first: string, second: string): PartyRelation {
  const one = singular(first);
  const other = singular(second);
  if (one === other) return "same";
  if (VAGUE.has(one) || VAGUE.has(other)) return "unknown";
  if (isPartOf(one, other) || SORTS.some((sort) => sort.has(one) && sort.has(other))) return "unknown";
  if (siblings(one, other) || opposites(one, other)) return "different";
  const alike = similarity(one, other);
  if (alike >= 0.6) return "same";
  return alike >= UNLIKE && !(isParty(one) && isParty(other)) ? "unknown" : "different";
}

/** Whether one of two is a person and a sentence of the source has both in parts of their own: "Orr did what Vale had ordered." */
function standsApart(name: NameMention, { sentence, phrase }: Party): boolean {
  const own = sentence.tokens[phrase.head]!;
  if (phrase.name?.type !== "person" && name.type !== "person") return false;
  return sentence.names.some((other) => {
    if (other.start <= own.start && own.start < other.end) return false;
    if (sameName(name, other) !== "same") return false;
    const from = Math.min(other.end, own.end);
    const to = Math.max(other.start, own.start);
    return sentence.tokens.some(({ pos, start }) => pos === "VERB" && start >= from && start < to);
  });
}

/** "the Ministry", "the Council": a name that only says what sort of body it is. */
function isBareKind({ name, lemma }: Phrase): boolean {
  return name !== null && /^(?:the )?\p{L}+$/iu.test(name.text) && isParty(singular(lemma));
}

const isParty = (word: string): boolean => SORTED.has(word) || ACTORS.has(word);

/** Whether two nouns name parties that cannot be one: workers and employers. */
export function areOtherParties(one: string, other: string): boolean {
  return isParty(singular(one)) && isParty(singular(other)) && compareHeads(one, other) === "different";
}

/** A name against a common noun: the noun is compared with what the name says itself and what the source calls it. */
function compareWithName(
  named: Phrase,
  common: Phrase,
  sentence: Sentence,
  source: SourceReading,
): PartyRelation {
  if (namesMembers(named, common)) return "unknown";
  const own = headOfName(named);
  const words = [...(own === null ? [] : [own]), ...descriptions(named, source, sentence)];
  if (words.length === 0) return "unknown";
  const relations = words.map((word) => compareHeads(word, common.lemma));
  if (relations.includes("same")) return "same";
  return relations.includes("unknown") ? "unknown" : "different";
}

/** "Ana Lobo" and "the country's interior minister": whoever has a name may be the one who has the office. */
function mayHold({ name }: Phrase, { lemma, name: other }: Phrase): boolean {
  if (!name || !headClass(singular(lemma))) return false;
  const personal =
    name.type === "person" || (name.type === "unknown" && /^\p{Lu}\S+(?: \p{Lu}\S+)+$/u.test(name.text));
  return personal && other?.type !== "person";
}

/** "the Central Bank" and "the country's central bank": the name in small letters. */
function isWrittenSmall({ name }: Phrase, { sentence, phrase }: Party): boolean {
  const own = name!.text.toLowerCase().replace(/^the /, "");
  const words = textOf(sentence, phrase).toLowerCase();
  return own.includes(" ") && (words === own || words.endsWith(` ${own}`));
}

/** "the fishermen" and "the Fishermen's Union": a body that is named for those whom it speaks for. */
function namesMembers({ name }: Phrase, { lemma }: Phrase): boolean {
  const stem = (one: string) => singular(one).replace(/men$/, "man");
  const word = stem(lemma);
  return name!.text.split(/[^\p{L}]+/u).some((one) => word.length > 3 && stem(one) === word);
}

/** "Food Safety Agency" → agency; null for a name that says nothing of what it is. */
function headOfName({ name, lemma }: Phrase): string | null {
  if (!name || (name.type !== "organisation" && name.type !== "unknown")) return null;
  const last = lemma.toLowerCase();
  if (last === "bank" && /\b(?:central|reserve|national)\s/i.test(name.text)) return "authority";
  return SORTS.some((sort) => sort.has(last)) ? last : null;
}

/** Heads of the phrases that a source puts next to the name: "the cybersecurity agency X". */
function descriptions(named: Phrase, source: SourceReading, own: Sentence): string[] {
  let known = described.get(source);
  if (!known) {
    known = source.sentences.flatMap(appositions);
    described.set(source, known);
  }
  return [...known, ...appositions(own)]
    .filter(({ name }) => sameName(name, named.name!) === "same")
    .map(({ head }) => head);
}

interface Apposition {
  readonly name: NameMention;
  readonly head: string;
}

const described = new WeakMap<SourceReading, readonly Apposition[]>();

function appositions(sentence: Sentence): Apposition[] {
  return sentence.names.flatMap((name) => {
    const at = sentence.tokens.findIndex((token) => token.start >= name.start);
    if (sentence.tokens[at - 1]?.pos !== "NOUN") return [];
    const apposed = phraseEndingAt(sentence, at - 1);
    return apposed && !apposed.name && apposed.possessive < 0 ? [{ name, head: apposed.lemma }] : [];
  });
}

/** Thailand and the EU: a state and an international body of its own name, not one that its capital stands for. */
function isStateAndBody(state: NameMention, body: NameMention): boolean {
  const one = lookUpName(state.text);
  const other = lookUpName(body.text);
  const isState = ({ entity, sense }: GazetteerEntry) =>
    entity.type === "place" && (sense === "name" || sense === "people");
  const isBody = ({ entity, sense }: GazetteerEntry) => entity.type === "organisation" && sense === "name";
  return one.length > 0 && one.every(isState) && other.length > 0 && other.every(isBody);
}

const isPlace = ({ name }: Phrase): boolean => name?.type === "place" || name?.type === "group";

/** What sort of party a name is; one of unknown type with an article is a body. */
function namesSort({ phrase, sentence }: Party): string | null {
  const { name, first } = phrase;
  if (!name) return null;
  if (name.type !== "unknown") return name.type;
  if (!name.text.includes(" ")) return "word";
  return /^the$/i.test(sentence.tokens[first]!.text) ? "organisation" : "body";
}

function headsDiffer(a: Phrase, b: Phrase): boolean {
  const one = headOfName(a);
  const other = headOfName(b);
  return one !== null && other !== null && compareHeads(one, other) === "different";
}

/** A country against a union of employers: no metonymy joins them. A person may act for any body. */
function bodiesDiffer(a: Phrase, b: Phrase): boolean {
  if (a.name!.type === "person" || b.name!.type === "person") return false;
  return (isPlace(a) && isPrivate(b)) || (isPlace(b) && isPrivate(a));
}

function isPrivate(phrase: Phrase): boolean {
  return /^(union|association|federation|league|bank|committee|company)$/i.test(phrase.lemma);
}
