/**
 * Finds who leads a thing in the sources where the draft has another of their persons: "the panel, led by X" beside "the
 * panel was chaired by Y", "X was in the chair". Knows names, the words for leading and what is led; roles that are told as
 * titles are the business of the rule on roles.
 */
import type { NameMention, Reading, Sentence, SourceReading } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import { keptFor } from "../kept.ts";
import type { Corpus } from "../types.ts";
import { sameName } from "./context.ts";
import type { NamePassage } from "./finding.ts";
import { alike, slotsOf } from "./slot.ts";
import { sortOf } from "./sort.ts";

/** Somebody who leads something. */
interface Lead {
  readonly sentence: Sentence;
  readonly name: NameMention;
  /** Lemma of what is led: "panel"; "chair" for whoever sits in it. */
  readonly thing: string;
}

interface SourceLead extends Lead {
  readonly source: SourceReading;
}

/** What the sources tell of a lead that the draft gives to a name: the same person, or another one. */
export interface Leader extends NamePassage {
  readonly agrees: boolean;
  readonly shared: number;
}

/** Tokens between the verb and what is led. */
const REACH = 9;
/** Words for one thing that is led. */
const ALIKE = 0.6;

const PASSIVE = /^(?:chaired|led|headed|directed)$/;
const ACTIVE = /^(?:leads?|led|chairs?|chaired|heads?|headed|directs|directed|runs)$/;
const TITLE = /^(?:mr|mrs|ms|dr|prof|professor|sir|dame|lord|lady|cllr|councillor|judge|the|an?)\.?$/i;
/** What somebody is put at the head of, and of which a story mostly has one; each side has a team. */
const THINGS =
  /^(?:panel|committee|commission|subcommittee|inquiry|enquiry|review|council|board|tribunal|jury|bench|expedition)$/;

/** Who leads, in the sources, what the draft says that `name` leads; null where they do not tell, or tell of several. */
export function leaderOf(sentence: Sentence, name: NameMention, corpus: Corpus): Leader | null {
  const lead = leadsIn(sentence).find((one) => one.name === name);
  if (!lead || /\?$|\b(?:not|never|if|unless)\b/.test(sentence.text)) return null;
  const told = leadsOf(corpus).filter((one) => alike(one.thing, lead.thing) >= ALIKE);
  const own = told.find((one) => sameName(one.name, name) !== "different");
  if (own) return passage(own, lead, true);
  const [first, ...more] = told
    .filter(({ sentence: stated }) => !stated.names.some((one) => sameName(one, name) !== "different"))
    .sort((a, b) => sharedWith(lead, b) - sharedWith(lead, a));
  if (!first || more.some((one) => sameName(one.name, first.name) === "different")) return null;
  if (!isKnown(name, corpus) || sentence.names.some((one) => sameName(one, first.name) !== "different"))
    return null;
  return passage(first, lead, false);
}

function passage({ name, sentence, source, thing }: SourceLead, lead: Lead, agrees: boolean): Leader {
  const shared = sharedWith(lead, { name, sentence, thing });
  return { mention: name, aligned: { sentence, source, score: shared }, agrees, shared };
}

/** Whether a source names the person too: what is swapped is mostly taken from nearby. */
function isKnown(name: NameMention, { sources }: Corpus): boolean {
  return sources.some(({ sentences }) =>
    sentences.some(({ names }) => names.some((one) => sameName(one, name) === "same")),
  );
}

/** Weight of the words and numbers of both sentences, names and what is led aside. */
function sharedWith(lead: Lead, other: Lead): number {
  const keys = new Set(other.sentence.terms.filter(({ name }) => !name).map(({ key }) => key));
  let sum = 0;
  for (const { key, lemma, weight, name } of lead.sentence.terms)
    if (!name && lemma !== lead.thing && !ACTIVE.test(lemma) && keys.has(key)) sum += weight;
  for (const { nominal } of lead.sentence.quantities)
    if (other.sentence.quantities.some((one) => one.nominal === nominal)) sum += 0.7;
  return sum;
}

const leadsIn: (sentence: Sentence) => readonly Lead[] = keptFor((sentence) =>
  sentence.names.flatMap((name, i): Lead[] => {
    if (sortOf(name) !== "person" && !(sortOf(name) === "other" && name.text.includes(" "))) return [];
    const { first, last } = slotsOf(sentence)[i]!;
    const thing = inChair(sentence, name) ?? ledBy(sentence, first) ?? leadsThing(sentence, last);
    return thing === null ? [] : [{ sentence, name, thing }];
  }),
);

/** "In the chair: X", "X was in the chair", "with X in the chair". */
function inChair({ text }: Sentence, { start, end }: NameMention): string | null {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const labelled = /^\W*(?:in the chair|chair|presiding):?\W+(?:\p{Lu}\p{L}*\.? )?$/iu.test(before);
  return labelled || /^,? (?:(?:was|is|took|being) )?(?:in )?the chair\b/.test(after) ? "chair" : null;
}

/** "a panel of seven, chaired by Professor X": the thing before the verb. */
function ledBy({ tokens }: Sentence, first: number): string | null {
  let by = first - 1;
  while (by > 0 && first - by < 7 && tokens[by]!.text !== "by" && isTitle(tokens[by]!)) by -= 1;
  if (tokens[by]?.text !== "by" || !PASSIVE.test(tokens[by - 1]?.text ?? "")) return null;
  for (let i = by - 2; i >= Math.max(0, by - REACH); i--) {
    if (/^[.;:]$/.test(tokens[i]!.text)) return null;
    if (THINGS.test(tokens[i]!.lemma)) return tokens[i]!.lemma;
  }
  return null;
}

const isTitle = ({ text, pos }: Token): boolean =>
  TITLE.test(text) || pos === "NOUN" || pos === "PROPN" || pos === "ADJ";

/** "X, who leads the party", "X is to chair the panel": the thing behind the verb. */
function leadsThing({ tokens }: Sentence, last: number): string | null {
  let at = last + 1;
  while (/^(?:,|who|is|was|to|will|also|now|has|been|had)$/.test(tokens[at]?.text ?? "")) at += 1;
  if (!ACTIVE.test(tokens[at]?.text ?? "") || tokens[at]?.pos === "NOUN") return null;
  for (let i = at + 1; i < Math.min(tokens.length, at + REACH); i++) {
    const { text, lemma, pos } = tokens[i]!;
    if (pos === "PUNCT" || pos === "VERB" || /^(?:to|from|by|with)$/.test(text)) return null;
    if (THINGS.test(lemma)) return lemma;
  }
  return null;
}

const indexes = new WeakMap<Corpus, { version: number; leads: readonly SourceLead[] }>();

function leadsOf(corpus: Corpus): readonly SourceLead[] {
  const known = indexes.get(corpus);
  if (known?.version === corpus.version) return known.leads;
  const read = (source: SourceReading & Reading) =>
    source.sentences.flatMap((sentence) => leadsIn(sentence).map((lead) => ({ ...lead, source })));
  const leads = corpus.sources.flatMap(read);
  indexes.set(corpus, { version: corpus.version, leads });
  return leads;
}
