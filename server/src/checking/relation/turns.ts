/**
 * Who did it to whom, told the wrong way round: "the bank sued the firm" where the firm sued the bank, "A at B's order"
 * where B acted at A's. Knows acts and parties; finds only what a source tells with both parties in each other's place.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor } from "../kept.ts";
import { isQuoted } from "../stance.ts";
import type { Finding } from "../types.ts";
import { type Act, readActs } from "./acts.ts";
import { neighbourhood, type RelationContext, relationFinding, spanOf } from "./context.ts";
import { canAct, compareParties } from "./parties.ts";
import { type Phrase, phraseStartingAt, textOf } from "./phrases.ts";
import { actLikeness } from "./verbs.ts";
import { ownSpan } from "./wording.ts";

const CANDIDATES = 8;
const LIKE = 0.85;
/** Acts less alike than this are two acts. */
const OTHER = 0.62;
/** Tokens behind a verb within which its other party stands. */
const REACH = 14;
const NEAR = 3;

/** A deed with whoever does it and those to, from or with whom it is done. */
export interface Deed {
  readonly at: number;
  readonly lemma: string;
  readonly doer: Phrase;
  readonly others: readonly Phrase[];
}

/** Verbs that say the same from either side. */
const MUTUAL = new Set(
  `meet join marry agree negotiate cooperate work talk border face match resemble equal fight compete neighbor
  sign speak discuss share exchange play clash merge differ be have include say tell`.split(/\s+/),
);
/** Words for those whom a group is made of. */
const MEMBERS =
  /^(?:member|representative|deputy|mp|councillor|councilor|colleague|majority|all|most|some|part)s?$/i;

/** Words for people who are no party elsewhere. */
const KIN =
  /(?:child|children|heirs?|sons?|daughters?|widows?|relatives?|famil(?:y|ies)|victims?|survivors?)$/i;

/** Findings on parties that a source has in each other's place. */
export function checkTurns(context: RelationContext): Finding[] {
  const { sentence, stance } = context;
  if (stance.question || stance.supposed === 1) return [];
  const pairings = context.pairings.slice(0, CANDIDATES);
  for (const mine of readDeeds(sentence)) {
    for (const other of mine.others) {
      const found = pairings.find((pairing) => isTurned(context, mine, other, pairing));
      if (found && !isToldSo(context, mine, other)) return [contradiction(context, found, mine.doer, other)];
    }
  }
  return crossed(context, pairings);
}

/** The deeds of a sentence that name both sides, in order; denied ones aside. */
const readDeeds: (sentence: Sentence) => readonly Deed[] = keptFor((sentence) =>
  readActs(sentence).flatMap((act): Deed[] => {
    if (act.part !== "doer" || act.negated || (act.form !== "subject" && act.form !== "by")) return [];
    const [doer] = act.agents;
    if (act.agents.length !== 1 || !doer || doer.pronoun || MUTUAL.has(act.lemma)) return [];
    if (!isParty(sentence, doer)) return [];
    const others = [...(act.patient ? [act.patient] : []), ...behind(sentence, act)].filter(
      (phrase) => isParty(sentence, phrase) && (phrase.last < doer.first || phrase.first > doer.last),
    );
    return [{ at: act.at, lemma: act.lemma, doer: groupOf(sentence, doer), others }];
  }),
);

function isParty(sentence: Sentence, phrase: Phrase): boolean {
  if (phrase.pronoun || (phrase.name && phrase.name.text.length < 2)) return false;
  return KIN.test(phrase.lemma) || canAct(phrase, sentence);
}

/** "four members of the Alliance": the Alliance. */
function groupOf(sentence: Sentence, phrase: Phrase): Phrase {
  if (!MEMBERS.test(phrase.lemma) || sentence.tokens[phrase.last + 1]?.lemma !== "of") return phrase;
  const group = phraseStartingAt(sentence, phrase.last + 2);
  return group && !group.pronoun ? group : phrase;
}

/** The parties behind a verb in its clause: its object, whoever stands beside that, "to X", "from X", "with X", "against X". */
function behind(sentence: Sentence, { at, form }: Act): Phrase[] {
  const { tokens } = sentence;
  if (form !== "subject") return [];
  const found: Phrase[] = [];
  for (let i = at + 1; i < Math.min(tokens.length, at + REACH); i++) {
    const { text, pos } = tokens[i]!;
    if (/^(?:[;:.()]|by|that|which|who|because|when|while|if)$/i.test(text)) break;
    const opens = /^(?:to|from|for|with|against|,)$/i.test(tokens[i - 1]!.text) || i === at + 1;
    const phrase = opens && pos !== "VERB" ? phraseStartingAt(sentence, i) : null;
    if (!phrase || phrase.first !== i) continue;
    found.push(phrase);
    i = phrase.last;
  }
  return found;
}

function relate(sentence: Sentence, mine: Phrase, pairing: Pairing, near: Sentence, theirs: Phrase) {
  const { source } = pairing.statement;
  return compareParties({ sentence, phrase: mine }, { sentence: near, phrase: theirs }, source);
}

/** Whether the statement tells the deed of the other to the doer. */
function isTurned({ sentence }: RelationContext, mine: Deed, other: Phrase, pairing: Pairing): boolean {
  const stated = pairing.statement.sentence;
  const same = (a: Phrase, b: Phrase) => relate(sentence, a, pairing, stated, b) === "same";
  if (isQuoted(sentence, spanOf(sentence, mine.at, mine.at + 1))) return false;
  return readDeeds(stated).some(
    (theirs) =>
      actLikeness(mine.lemma, theirs.lemma) >= LIKE &&
      same(other, theirs.doer) &&
      !same(mine.doer, theirs.doer) &&
      theirs.others.some((phrase) => same(mine.doer, phrase) && !same(other, phrase)),
  );
}

/** Whether any statement, or a sentence beside it, has the deed as the draft tells it: a suit and a suit in return. */
function isToldSo({ sentence, pairings }: RelationContext, mine: Deed, other: Phrase): boolean {
  return pairings.some((pairing) =>
    neighbourhood(pairing.statement, NEAR).some((near) =>
      readDeeds(near).some(
        (theirs) =>
          actLikeness(mine.lemma, theirs.lemma) >= OTHER &&
          relate(sentence, mine.doer, pairing, near, theirs.doer) === "same" &&
          theirs.others.some((phrase) => relate(sentence, other, pairing, near, phrase) === "same"),
      ),
    ),
  );
}

/** "X did it on Y's order" for "Y did it on X's order": two acts of the sentence, each told of the other's doer. */
function crossed(context: RelationContext, pairings: readonly Pairing[]): Finding[] {
  const { sentence } = context;
  const acts = readActs(sentence).filter(
    ({ part, agents, negated }) =>
      part === "doer" && agents.length === 1 && isParty(sentence, agents[0]!) && !negated,
  );
  for (const [i, first] of acts.entries()) {
    for (const second of acts.slice(i + 1)) {
      const [a, b] = [first.agents[0]!, second.agents[0]!];
      if (a === b || actLikeness(first.lemma, second.lemma) >= OTHER) continue;
      if (isQuoted(sentence, spanOf(sentence, first.at, first.at + 1))) continue;
      const found = pairings.find((pairing) => isCrossed(context, pairing, first, second));
      if (found) return [contradiction(context, found, a, b)];
    }
  }
  return [];
}

/** Whether the source tells each act of the other's doer, in the statement or close by, and neither as the draft does. */
function isCrossed({ sentence }: RelationContext, pairing: Pairing, first: Act, second: Act): boolean {
  const [a, b] = [first.agents[0]!, second.agents[0]!];
  const passage = neighbourhood(pairing.statement, NEAR);
  const tells = (near: Sentence, act: Act, doer: Phrase, least: number) =>
    readActs(near).some(
      (one) =>
        one.part === "doer" &&
        !one.negated &&
        one.agents.length === 1 &&
        actLikeness(act.lemma, one.lemma) >= least &&
        relate(sentence, doer, pairing, near, one.agents[0]!) === "same",
    );
  const stated = pairing.statement.sentence;
  if (!tells(stated, first, b, LIKE) && !tells(stated, second, a, LIKE)) return false;
  if (!passage.some((near) => tells(near, first, b, LIKE))) return false;
  if (!passage.some((near) => tells(near, second, a, LIKE))) return false;
  return passage.every((near) => !tells(near, first, a, OTHER) && !tells(near, second, b, OTHER));
}

function contradiction(context: RelationContext, pairing: Pairing, one: Phrase, other: Phrase): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const [left, right] = one.first < other.first ? [one, other] : [other, one];
  const [start, end] = [ownSpan(sentence, left), ownSpan(sentence, right)];
  const span = { start: start.start, end: end.end };
  const [before, after] = [textOf(sentence, left), textOf(sentence, right)];
  const between = sentence.text.slice(sentence.tokens[left.last]!.end, sentence.tokens[right.first]!.start);
  const opens = left.first === 0;
  const behindIt = sentence.text.slice(sentence.tokens[right.last]!.end, end.end);
  const newText =
    (opens ? after.charAt(0).toUpperCase() + after.slice(1) : after) +
    between +
    (opens && !left.name
      ? before.charAt(0).toLowerCase() + before.slice(1)
      : before.replace(/^The /, "the ")) +
    behindIt;
  return relationFinding(context, pairing, {
    span,
    focus: spanOf(stated, 0, stated.tokens.length),
    confidence: 0.86,
    replacement: { span, newText },
    expected: newText,
    features: { turned: 1, rank: pairing.candidate.rank },
  });
}
