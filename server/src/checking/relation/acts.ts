/**
 * Who does what in a sentence: each act (a verb, or a noun that names an act) with the phrase of whoever does it,
 * however it is worded: "X did", "done by X", "X's doing", "the doing of X". Knows one sentence, not which side it is of.
 */

import type { Predicate } from "../../kinds/proposition/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { keptFor } from "../kept.ts";
import { isDeed, leftToActs, nounActs } from "./noun-acts.ts";
import { listFrom, type Phrase, phraseStartingAt } from "./phrases.ts";
import { backwardList, carriesOn, isAmount, subjectPhrase } from "./subjects.ts";

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

/** The acts of a sentence whose doer it tells, in order. */
export const readActs: (sentence: Sentence) => readonly Act[] = keptFor((sentence) => {
  return withoutDoubles([
    ...leftToActs(sentence),
    ...verbActs(sentence),
    ...nounActs(sentence),
    ...receivingActs(sentence),
  ]);
});

/** In order; of two readings of one part of one act the first. */
function withoutDoubles(acts: readonly Act[]): Act[] {
  return acts
    .filter(
      (act, i) =>
        !acts.some(
          (other, j) => j < i && other.at === act.at && other.part === act.part && other.form === act.form,
        ),
    )
    .sort((a, b) => a.at - b.at);
}

function verbActs(sentence: Sentence): Act[] {
  const found: Act[] = [];
  const told: { readonly predicate: Predicate; readonly act: Act }[] = [];
  for (const predicate of sentence.predicates) {
    if (predicate.form !== "verb") continue;
    const by = doerBehind(sentence, predicate);
    const base = {
      part: "doer" as const,
      at: predicate.head,
      lemma: predicate.lemma,
      key: predicate.key,
      negated: predicate.polarity === -1 && isNear(sentence, predicate),
      patient: patientOf(sentence, predicate, by !== null || predicate.passive),
    };
    const light = LIGHT.has(predicate.lemma) || isOpinion(sentence, predicate);
    if (by && !light) {
      found.push({ ...base, form: "by", agents: listFrom(sentence, by) });
      continue;
    }
    if (predicate.passive) continue;
    const own = predicate.subject ? subjectPhrase(sentence, predicate.tokens.start) : null;
    const inherited = own ? null : carriedFrom(sentence, predicate, told);
    const agents: readonly Phrase[] = own ? backwardList(sentence, own) : (inherited?.agents ?? []);
    if (agents.length === 0) continue;
    const act: Act = { ...base, form: "subject", agents };
    if (!light) found.push(act);
    else if (DOING.has(predicate.lemma)) found.push(...doneIn(sentence, predicate, act));
    told.push({ predicate, act });
  }
  return found;
}

/** The act whose doer a verb without a subject goes on with: the last one, or the last behind the same "will". */
function carriedFrom(
  sentence: Sentence,
  { tokens: range }: Predicate,
  told: readonly { readonly predicate: Predicate; readonly act: Act }[],
): Act | null {
  const { tokens } = sentence;
  if (!carriesOn(sentence, range.start)) return null;
  const opening = tokens[range.start]!;
  const modal = /^(?:will|would|can|could|may|might|must|shall|should)$/i.test(opening.text);
  const parallel = modal
    ? told.findLast(({ predicate }) => tokens[predicate.tokens.start]!.text === opening.text)
    : undefined;
  return (parallel ?? told.at(-1))?.act ?? null;
}

const DOING = new Set(["make", "take", "give", "do", "have"]);

/** "made the changes": the object names the act. */
function doneIn(sentence: Sentence, predicate: Predicate, act: Act): Act[] {
  const deed = objectPhrase(sentence, predicate.object);
  if (!deed || deed.pronoun || deed.name || !isDeed(deed.lemma)) return [];
  return [{ ...act, at: deed.head, lemma: deed.lemma, key: deed.key, patient: null }];
}

/** What an act is done to: the subject of a passive, or the object. */
function patientOf(sentence: Sentence, predicate: Predicate, passive: boolean): Phrase | null {
  const found = passive
    ? subjectPhrase(sentence, predicate.tokens.start)
    : (paidFor(sentence, predicate) ?? objectPhrase(sentence, predicate.object));
  return found?.pronoun ? null : found;
}

/** "pays for its upkeep": what is paid. */
function paidFor(sentence: Sentence, { lemma, object }: Predicate): Phrase | null {
  if (lemma !== "pay" || !object || sentence.tokens[object.start]!.lemma !== "for") return null;
  return phraseStartingAt(sentence, object.start + 1);
}

/** The phrase of an object; null where it is the subject of a clause: "asked whether the bank had paid". */
function objectPhrase(sentence: Sentence, object: Span | null): Phrase | null {
  const { tokens } = sentence;
  if (object && isParticle(tokens, object.start)) return phraseStartingAt(sentence, object.start + 1);
  if (!object || tokens[object.start]!.pos === "ADP") return null;
  const before = tokens[object.start - 1];
  if (before?.pos === "SCONJ" || /^(?:whether|if|that|how|why|when|where|what)$/i.test(before?.text ?? ""))
    return null;
  const found = phraseStartingAt(sentence, object.start);
  const next = found ? tokens[found.last + 1] : undefined;
  return found && next?.pos !== "AUX" ? found : null;
}

/** "set up this panel", "called off the strike": a word of the verb before its object. */
function isParticle(tokens: Sentence["tokens"], at: number): boolean {
  const next = tokens[at + 1];
  if (!/^(?:up|out|off|down|away|back|forward|aside)$/i.test(tokens[at]!.text)) return false;
  return next?.pos === "DET" || /^(?:its|their|his|her)$/i.test(next?.text ?? "");
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

/** "holds that it was right": what somebody thinks. */
function isOpinion({ tokens }: Sentence, { lemma, tokens: range }: Predicate): boolean {
  return /^(?:hold|find|maintain|insist|consider|reckon)$/.test(lemma) && tokens[range.end]?.lemma === "that";
}

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
      const to = toPhrase(sentence, head) ?? (passive ? null : firstOfTwo(sentence, object));
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

/** "pay X a fee", "offer X to finish early": of two objects the first gets the other. */
function firstOfTwo(sentence: Sentence, object: Span | null): Phrase | null {
  const found = objectPhrase(sentence, object);
  if (!found || found.pronoun || isAmount(sentence, found)) return null;
  const next = sentence.tokens[found.last + 1];
  const infinitive = next?.lemma === "to" && sentence.tokens[found.last + 2]?.pos === "VERB";
  return next?.pos === "DET" || next?.pos === "NUM" || infinitive ? found : null;
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

/** The doer behind a verb; not where an object stands before it: "has cleared the purchase of the firm by X". */
function doerBehind(sentence: Sentence, { passive, object, head, tokens }: Predicate): Phrase | null {
  const by = byPhrase(sentence, head);
  if (!by || passive || !object || object.start < tokens.end || object.start >= by.first - 1) return by;
  return sentence.tokens.slice(object.start, by.first - 1).some(({ pos }) => /^(?:NOUN|PROPN)$/.test(pos))
    ? null
    : by;
}

/** "was put forward late by X", "chaired jointly by X": the doer behind a verb. */
function byPhrase(sentence: Sentence, verb: number): Phrase | null {
  const { tokens } = sentence;
  for (let i = verb + 1; i <= Math.min(verb + 7, tokens.length - 1); i++) {
    const token = tokens[i]!;
    if (token.lemma === "by") {
      if (/^(?:not|n[’']t)$/i.test(tokens[i - 1]!.text)) return null;
      const found = phraseStartingAt(sentence, i + 1);
      return found && !found.pronoun && !isAmount(sentence, found) ? found : null;
    }
    if (token.pos === "VERB" || token.pos === "AUX" || token.pos === "CCONJ" || token.text === ";")
      return null;
  }
  return null;
}
