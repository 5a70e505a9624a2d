/**
 * Who does what in a sentence: each act (a verb, or a noun that names an act) with the phrase of whoever does it,
 * however it is worded: "X did", "done by X", "X's doing", "the doing of X". Knows one sentence, not which side it is of.
 */

import type { Predicate } from "../kinds/proposition/types.ts";
import { family } from "../lexicon/index.ts";
import type { Sentence } from "../statements/types.ts";
import type { Span, Token } from "../text/types.ts";
import { listFrom, type Phrase, phraseEndingAt, phraseStartingAt } from "./relation-phrases.ts";

/** Which part of the act the phrases tell: who does it, to whom it goes, who undergoes it. */
export type Part = "doer" | "addressee" | "undergoer";

export interface Act {
  readonly part: Part;
  /** Token index of the word that names the act. */
  readonly at: number;
  readonly lemma: string;
  readonly key: string;
  /** How the party is told. */
  readonly form: "subject" | "by" | "owner" | "of" | "object" | "to";
  /** The parties, one or several joined. */
  readonly agents: readonly Phrase[];
  readonly negated: boolean;
  /** For a doer: what the act is done to, where the sentence says it. */
  readonly patient?: Phrase | null;
}

/** Nouns that name what somebody does, wants or gives: their owner is the doer. */
const ACT_NOUNS = new Set(
  `request proposal idea suggestion initiative demand support backing help assistance plan motion invitation
  decision recommendation advice offer insistence urging behest instigation objection opposition complaint order
  appeal call approval consent refusal vote draft text report study survey estimate forecast funding expense cost
  order instruction command lead chairmanship auspices bidding instance permission agreement warning`.split(
    /\s+/,
  ),
);

const cache = new WeakMap<Sentence, readonly Act[]>();

/** The acts of a sentence whose doer it tells, in order. */
export function readActs(sentence: Sentence): readonly Act[] {
  let acts = cache.get(sentence);
  if (!acts) {
    acts = [...verbActs(sentence), ...nounActs(sentence), ...receivingActs(sentence)].sort(
      (a, b) => a.at - b.at,
    );
    cache.set(sentence, acts);
  }
  return acts;
}

function verbActs(sentence: Sentence): Act[] {
  const found: Act[] = [];
  let before: Act | null = null;
  for (const predicate of sentence.predicates) {
    if (predicate.form !== "verb") continue;
    const by = byPhrase(sentence, predicate.head);
    const base = {
      part: "doer" as const,
      at: predicate.head,
      lemma: predicate.lemma,
      key: predicate.key,
      negated: predicate.polarity === -1 && isNear(sentence, predicate),
      patient: patientOf(sentence, predicate, by !== null || predicate.passive),
    };
    const light = LIGHT.has(predicate.lemma);
    if (by && !light) {
      found.push({ ...base, form: "by", agents: listFrom(sentence, by) });
      continue;
    }
    if (predicate.passive) continue;
    const own = predicate.subject ? subjectPhrase(sentence, predicate.tokens.start) : null;
    const inherits: boolean = !own && before !== null && carriesOn(sentence, predicate.tokens.start);
    const agents: readonly Phrase[] = own ? backwardList(sentence, own) : inherits ? before!.agents : [];
    if (agents.length === 0) continue;
    const act: Act = { ...base, form: "subject", agents };
    if (!light) found.push(act);
    before = act;
  }
  return found;
}

/** What an act is done to: the subject of a passive, or the object. */
function patientOf(sentence: Sentence, predicate: Predicate, passive: boolean): Phrase | null {
  const found = passive
    ? subjectPhrase(sentence, predicate.tokens.start)
    : objectPhrase(sentence, predicate.object);
  return found?.pronoun ? null : found;
}

/** The phrase of an object; null where it is the subject of a clause: "asked whether the bank had paid". */
function objectPhrase(sentence: Sentence, object: Span | null): Phrase | null {
  const { tokens } = sentence;
  if (!object || tokens[object.start]!.pos === "ADP") return null;
  const before = tokens[object.start - 1];
  if (before?.pos === "SCONJ" || /^(?:whether|if|that|how|why|when|where|what)$/i.test(before?.text ?? ""))
    return null;
  const found = phraseStartingAt(sentence, object.start);
  const next = found ? tokens[found.last + 1] : undefined;
  return found && next?.pos !== "AUX" ? found : null;
}

/** Whether what denies a verb stands right by it, not in a clause around. */
function isNear({ tokens }: Sentence, { negation, tokens: range }: Predicate): boolean {
  return negation !== null && negation.start >= (tokens[Math.max(0, range.start - 3)]?.start ?? 0);
}

/** Verbs that say little by themselves, or only who speaks, which is for the rule on speakers. */
const LIGHT = new Set(
  `be have do get go come become seem say tell let see make take add call argue warn note explain claim reply state think
  believe want know feel speak talk recall mention stress point remark comment`.split(/\s+/),
);

/** Verbs whose "to" names who is told or given something. */
const GIVING = new Set(
  "report send submit hand pay grant award offer give lend sell address refer transfer deliver present donate".split(
    " ",
  ),
);
/** Verbs whose object is who is told. */
const TELLING = new Set(["notify", "inform", "alert", "brief"]);

/** Who is told, given or made to do something. */
function receivingActs(sentence: Sentence): Act[] {
  return sentence.predicates.flatMap((predicate): Act[] => {
    const { lemma, key, head, object, passive } = predicate;
    if (predicate.form !== "verb" || LIGHT.has(lemma)) return [];
    const base = { at: head, lemma, key, negated: predicate.polarity === -1 && isNear(sentence, predicate) };
    if (GIVING.has(lemma)) {
      const to = toPhrase(sentence, head);
      return to ? [{ ...base, part: "addressee", form: "to", agents: listFrom(sentence, to) }] : [];
    }
    const part = TELLING.has(lemma) ? "addressee" : "undergoer";
    if (passive) {
      const found = subjectPhrase(sentence, predicate.tokens.start);
      return found ? [{ ...base, part, form: "subject", agents: backwardList(sentence, found) }] : [];
    }
    const found = objectPhrase(sentence, object);
    return found ? [{ ...base, part, form: "object", agents: listFrom(sentence, found) }] : [];
  });
}

/** "reported at once to X": who gets it. */
function toPhrase(sentence: Sentence, verb: number): Phrase | null {
  const { tokens } = sentence;
  for (let i = verb + 1; i <= Math.min(verb + 7, tokens.length - 2); i++) {
    const token = tokens[i]!;
    if (token.lemma === "to" && token.pos === "ADP") {
      const found = phraseStartingAt(sentence, i + 1);
      return found && !found.pronoun && !isAmount(sentence, found) ? found : null;
    }
    if (/^(?:VERB|AUX|CCONJ|PUNCT)$/.test(token.pos)) return null;
  }
  return null;
}

/** "was put forward late by X", "chaired jointly by X": the doer behind a verb. */
function byPhrase(sentence: Sentence, verb: number): Phrase | null {
  const { tokens } = sentence;
  for (let i = verb + 1; i <= Math.min(verb + 7, tokens.length - 1); i++) {
    const token = tokens[i]!;
    if (token.lemma === "by") {
      const found = phraseStartingAt(sentence, i + 1);
      return found && !found.pronoun && !isAmount(sentence, found) ? found : null;
    }
    if (token.pos === "VERB" || token.pos === "AUX" || token.pos === "CCONJ" || token.text === ";")
      return null;
  }
  return null;
}

/** "by 12 percent", "by May", "by seven votes", "by train": no doer. */
function isAmount({ tokens, dates, quantities }: Sentence, { first, last, name }: Phrase): boolean {
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  if ([...dates, ...quantities].some((value) => value.start < end && start < value.end)) return true;
  return name === null && tokens[first]!.pos === "NUM";
}

/** The head phrase of what stands before the verb at token `verb`, complements skipped. */
export function subjectPhrase(sentence: Sentence, verb: number): Phrase | null {
  const { tokens } = sentence;
  let at = verb - 1;
  while (at >= 0 && (tokens[at]!.pos === "ADV" || /^(who|which|that)$/i.test(tokens[at]!.text))) at -= 1;
  const relative = at < verb - 1 && /^(who|which|that)$/i.test(tokens[at + 1]!.text);
  if (tokens[at]?.text === "," && !relative) at = parenthesisStart(sentence, at);
  if (tokens[at]?.text === ",") at -= 1;
  let found = phraseEndingAt(sentence, at);
  for (let depth = 0; found && !found.pronoun && depth < 3; depth++) {
    const link = tokens[found.first - 1];
    if (link?.pos !== "ADP" || found.first < 2 || OPENS_CLAUSE.test(link.text)) break;
    const outer = phraseEndingAt(sentence, found.first - 2);
    if (!outer || tokens[found.first - 2]!.text === ",") break;
    if (/^(who|which)$/i.test(tokens[verb - 1]!.text) && found.name) break;
    found = outer;
  }
  return found;
}

const OPENS_CLAUSE = /^(?:whether|if|that|because|as|than|before|after|since|until|while|though|although)$/i;

/** "The panel, chaired by her, decided": back over a parenthesis that ends at the comma `at`. */
function parenthesisStart({ tokens }: Sentence, at: number): number {
  for (let i = at - 1; i >= Math.max(1, at - 14); i--) if (tokens[i]!.text === ",") return i;
  return at;
}

/** Whether the verb goes on with the doer of the verb before: "and kept", "voted to recommend". */
function carriesOn({ tokens }: Sentence, verb: number): boolean {
  const before = tokens[verb - 1];
  return tokens[verb]!.lemma === "to" || before?.pos === "CCONJ" || before?.text === ",";
}

/** "Italy and Malta": the phrases joined to the last of a subject. */
function backwardList(sentence: Sentence, last: Phrase): Phrase[] {
  const { tokens } = sentence;
  const found = [last];
  let first = last.first;
  if (last.pronoun) return found;
  while (found.length < 6 && /^(and|or|&|,)$/.test(tokens[first - 1]?.text ?? "")) {
    let at = first - 2;
    if (tokens[at]?.text === "," && found.length === 1) break;
    if (tokens[at]?.text === ",") at -= 1;
    const next = phraseEndingAt(sentence, at);
    if (!next || next.pronoun || (tokens[first - 1]!.text === "," && found.length === 1)) break;
    found.unshift(next);
    first = next.first;
  }
  return found;
}

function nounActs(sentence: Sentence): Act[] {
  const { tokens } = sentence;
  const found: Act[] = [];
  tokens.forEach((token, at) => {
    if (token.pos !== "NOUN" || !ACT_NOUNS.has(token.lemma)) return;
    const base = { part: "doer" as const, at, lemma: token.lemma, key: family(token.lemma), negated: false };
    const owner = ownerOf(sentence, at);
    if (owner) found.push({ ...base, form: "owner", agents: [owner] });
    const link = tokens[at + 1];
    if (!link || !/^(of|by|from)$/i.test(link.text)) return;
    const giver = phraseStartingAt(sentence, at + 2);
    const given =
      link.lemma !== "of" ||
      GIVEN_BY_OF.has(token.lemma) ||
      isGround(tokens, at) ||
      (giver?.possessive ?? -1) >= 0;
    if (giver && !giver.pronoun && !isAmount(sentence, giver) && given)
      found.push({ ...base, form: "of", agents: listFrom(sentence, giver) });
  });
  return found;
}

/** "on the instructions of", "at the urging of", "under the chairmanship of": "of" names who gave them. */
function isGround(tokens: readonly Token[], at: number): boolean {
  return (
    /^the$/i.test(tokens[at - 1]?.text ?? "") && /^(?:on|at|under|upon)$/i.test(tokens[at - 2]?.text ?? "")
  );
}

/** Nouns whose "of" names the doer, not what is done to. */
const GIVEN_BY_OF = new Set(
  "request idea support backing help assistance insistence urging behest initiative instigation expense consent approval permission auspices bidding instance chairmanship".split(
    " ",
  ),
);

/** "the donors' early request": the phrase that owns the noun at token `at`. */
function ownerOf(sentence: Sentence, at: number): Phrase | null {
  const { tokens } = sentence;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const token = tokens[i]!;
    if (/^['’]s?$/.test(token.text)) {
      const owner = phraseEndingAt(sentence, i);
      return owner && owner.possessive >= 0 && !owner.pronoun ? owner : null;
    }
    if (token.pos === "PROPN" && /['’]s?$/.test(token.text)) return phraseEndingAt(sentence, i);
    if (token.pos !== "ADJ" && token.pos !== "NOUN" && token.pos !== "NUM") return null;
  }
  return null;
}
