/**
 * Who did it: an act of the draft beside the same act of a source, with another doer. Knows acts and parties.
 */

import { attitudeOfVerb } from "../../lexicon/attitudes.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import { overlaps } from "../../text/spans.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { sameName } from "../name/context.ts";
import { isQuoted } from "../stance.ts";
import type { Finding, Replacement } from "../types.ts";
import { type Act, readActs } from "./acts.ts";
import {
  type AskedSentence,
  keptBeside,
  neighbourhood,
  type RelationContext,
  relationFinding,
  type Shared,
  sharedSurroundings,
  sharedWords,
  spanOf,
} from "./context.ts";
import { amountsApart, isSamePatient, isTerse, otherMembers } from "./frames.ts";
import { canAct, compareParties } from "./parties.ts";
import type { Phrase } from "./phrases.ts";
import { isGapped, LIKE, type Match, mayPlay, reportsToo } from "./players.ts";
import { actLikeness } from "./verbs.ts";
import { ownSpan, rewordPhrase } from "./wording.ts";

const NEAR = 2;
/** Acts at least so alike bear out that two sentences tell of one thing. */
const BORNE_OUT = 0.8;
/** What two passages must share, in rare words, to be about one matter. */
const SURROUNDED = 1.5;

/** Findings on the doers of the sentence's acts. */
export function checkAgents(context: RelationContext): Finding[] {
  const { sentence } = context;
  if (context.stance.question || context.stance.supposed === 1) return [];
  return readActs(sentence).flatMap((act, at) => {
    if (!isTold(sentence, act)) return [];
    const matches = context.pairings.flatMap((pairing) => matchesBeside(context, pairing)[at]!);
    const finding = decideAgent(context, act, matches);
    return finding ? [finding] : [];
  });
}

/** Whether the sentence tells an act in its own words, of somebody certain. */
function isTold(sentence: Sentence, { negated, agents, at }: Act): boolean {
  return (
    !negated && !agents.some(({ pronoun }) => pronoun) && !isQuoted(sentence, spanOf(sentence, at, at + 1))
  );
}

/** The matches of each act of the sentence in a statement. */
const matchesBeside = keptBeside((asked, pairing) =>
  readActs(asked.sentence).map((act) => (isTold(asked.sentence, act) ? matchesIn(asked, act, pairing) : [])),
);

/** A match with whether it is sure where it is of another party. */
interface WeighedMatch extends Match {
  readonly sure: boolean;
}

function matchesIn(asked: AskedSentence, act: Act, pairing: Pairing): WeighedMatch[] {
  const stated = pairing.statement.sentence;
  return readActs(stated).flatMap((other) => {
    const likeness = actLikeness(act.lemma, other.lemma);
    if (likeness < LIKE || other.negated || other.part !== act.part) return [];
    if (act.part !== "doer" && likeness < 0.8) return [];
    if (amountsApart(asked.sentence, act, stated, other)) return [];
    const differing = differingAgents(asked, act, other, pairing);
    if (!differing) return [];
    const shared = sharedWords(pairing, rangesOf(act), [
      ...rangesOf(other),
      ...otherMembers(stated, other.at),
    ]);
    const score = shared.own + 0.4 * differing.agreed + 0.5 * shared.context + 0.5 * (likeness - LIKE);
    const match = { pairing, act: other, likeness, shared, score, ...differing };
    const told = { ...match, borneOut: isBorneOut(asked, act, match) };
    return [{ ...told, sure: told.relation === "different" && isSure(asked, act, told) }];
  });
}

/** "The idea was X's, proposed in May" beside the same two acts of Y: another act of the draft's doer, too, is the rival's there. */
function isBorneOut({ sentence }: AskedSentence, act: Act, { act: other, mine, theirs, pairing }: Match) {
  const stated = pairing.statement.sentence;
  const of = (acts: readonly Act[], at: number, { head }: Phrase) =>
    acts.filter((one) => one.part === "doer" && one.at !== at && one.agents.some((who) => who.head === head));
  const rest = of(readActs(stated), other.at, theirs);
  return of(readActs(sentence), act.at, mine).some(({ lemma }) =>
    rest.some((one) => actLikeness(lemma, one.lemma) >= BORNE_OUT),
  );
}

const rangesOf = (act: Act) => [
  { start: act.at, end: act.at + 1 },
  ...act.agents.map(({ first, last }) => ({ start: first, end: last + 1 })),
];

/** The one doer that differs, or a pair that agrees; null where several differ or nothing can be said. */
function differingAgents(
  { sentence }: AskedSentence,
  act: Act,
  other: Act,
  pairing: Pairing,
): Pick<Match, "relation" | "mine" | "theirs" | "agreed"> | null {
  const { source } = pairing.statement;
  const stated = pairing.statement.sentence;
  const relate = (mine: Phrase, theirs: Phrase) =>
    compareParties({ sentence, phrase: mine }, { sentence: stated, phrase: theirs }, source);
  const open = act.agents.filter((mine) => other.agents.every((theirs) => relate(mine, theirs) !== "same"));
  const left = other.agents.filter(
    (theirs, at) =>
      !(at > 0 && isApposition(stated, theirs)) &&
      act.agents.every((mine) => relate(mine, theirs) !== "same"),
  );
  if (open.length === 0 && act.agents.length > 0)
    return { relation: "same", mine: act.agents[0]!, theirs: other.agents[0]!, agreed: 0 };
  if (open.length !== 1 || left.length !== 1) return null;
  const exchanged = act.patient && !act.patient.pronoun && relate(act.patient, left[0]!) === "same";
  return {
    relation: exchanged && !MUTUAL.has(act.lemma) ? "different" : relate(open[0]!, left[0]!),
    mine: open[0]!,
    theirs: left[0]!,
    agreed: act.agents.length - 1,
  };
}

/** "NUKIB, the cybersecurity agency": the name before it over again, no other party. */
function isApposition({ tokens }: Sentence, { first, name }: Phrase): boolean {
  return name === null && tokens[first]?.pos === "DET" && tokens[first - 1]?.text === ",";
}

function decideAgent(context: RelationContext, act: Act, matches: readonly WeighedMatch[]): Finding | null {
  const rival = best(matches.filter(({ sure }) => sure));
  const same = best(matches.filter(({ relation }) => relation === "same"));
  if (!rival) return same && isPlain(context, act, same) ? supported(context, same) : null;
  const unsure = best(
    matches.filter(({ relation, likeness }) => relation === "unknown" && likeness >= rival.likeness - 0.05),
  );
  const agreeing = Math.max(same?.score ?? -1, unsure?.score ?? -1);
  return rival.score - agreeing >= 0.3 ? contradiction(context, act, rival) : null;
}

/** Whether the source tells plainly the same act of the same party. */
function isPlain({ sentence }: RelationContext, act: Act, { likeness, shared, mine }: Match): boolean {
  if (act.part !== "doer" || act.agents.length > 2 || !canAct(mine, sentence)) return false;
  return likeness >= 0.85 && shared.own >= 1.2 && shared.share >= 0.45;
}

function supported(
  context: RelationContext,
  { mine, theirs, pairing, shared, likeness, act }: Match,
): Finding {
  return relationFinding(context, pairing, {
    verdict: "supported",
    span: ownSpan(context.sentence, mine),
    focus: ownSpan(pairing.statement.sentence, theirs),
    confidence: Math.min(0.85, 0.55 + 0.1 * shared.own),
    replacement: null,
    expected: null,
    features: { agent: 1, act: act.at, likeness, own: shared.own, share: shared.share },
  });
}

function isSure(asked: AskedSentence, act: Act, rival: Match): boolean {
  const { sentence, stance } = asked;
  const { shared, pairing, mine, theirs, likeness } = rival;
  const stated = pairing.statement.sentence;
  if (!canAct(mine, sentence) || !canAct(theirs, stated) || isMemberOf(sentence, mine, theirs)) return false;
  if (isValue(sentence, mine) || isValue(stated, theirs)) return false;
  if (reportsToo(sentence, stated, mine) || isGapped(stated, placeOf(stated, mine))) return false;
  const turned = likeness >= 0.9 && isExchanged(asked, act, rival);
  if (turned && shared.own >= 0.25) return true;
  const samePatient = stance.advice === 0 && isSamePatient(sentence, act, stated, rival.act);
  const named = placeOf(sentence, theirs) && placeOf(stated, mine) ? 1 : 0;
  const others = rival.agreed + named + (rival.borneOut ? 1 : 0);
  const enough = isEnough({ ...shared, own: shared.own + 0.5 * others }, likeness);
  if (!enough && !(likeness >= 0.9 && (samePatient || isSameMatter(asked, act, rival)))) return false;
  if (act.part !== "doer" && shared.own < 0.9) return false;
  // Many may be for or against one thing.
  if (act.form === "subject" && attitudeOfVerb(act.lemma) && shared.own < 1.5) return false;
  return !neighbourhood(pairing.statement, NEAR).some((near) => mayPlay(near, sentence, act, rival));
}

/** "The ministry supported the agency" for "with the agency's support": the act is done to whoever did it. */
function isExchanged(
  { sentence }: AskedSentence,
  act: Act,
  { theirs, pairing, mine, act: other }: Match,
): boolean {
  const { patient } = act;
  const { source, sentence: stated } = pairing.statement;
  if (!patient || patient === mine || MUTUAL.has(act.lemma)) return false;
  const relate = (own: Phrase, phrase: Phrase) =>
    compareParties({ sentence, phrase: own }, { sentence: stated, phrase }, source);
  if (relate(patient, theirs) !== "same") return false;
  return Boolean(patient.name && theirs.name) || (!!other.patient && relate(mine, other.patient) === "same");
}

/** Verbs that say the same from either side. */
const MUTUAL = new Set(
  "meet join marry agree negotiate cooperate work talk border face match resemble equal fight compete neighbor".split(
    " ",
  ),
);

/** "the Federation's secretary, Ms Orr": the draft says that the one belongs to the other. */
function isMemberOf(sentence: Sentence, mine: Phrase, theirs: Phrase): boolean {
  const other = placeOf(sentence, theirs);
  if (!other || other.end > sentence.tokens[mine.head]!.start) return false;
  const between = sentence.text.slice(other.end, sentence.tokens[mine.head]!.start);
  return /^['’]s?\s/.test(between) && between.length < 60 && !/[;.]/.test(between);
}

/** Where a sentence names the party of the other sentence, in whatever part; null where it does not. */
function placeOf(sentence: Sentence, { name }: Phrase): NameMention | null {
  return (name && sentence.names.find((other) => sameName(other, name) === "same")) ?? null;
}

/** Two short sentences about what the sentences before them tell: "The tenants had asked for this." */
function isSameMatter(asked: AskedSentence, act: Act, { act: other, pairing, mine, theirs }: Match): boolean {
  if (!isTerse(asked.sentence, act) || !isTerse(pairing.statement.sentence, other)) return false;
  return sharedSurroundings(asked, pairing, [act.key, other.key, mine.key, theirs.key]) >= SURROUNDED;
}

/** Two telling words in common, or most of two short sentences that name the act by one word. */
function isEnough({ own, context, share, back }: Shared, likeness: number): boolean {
  if (likeness < 0.8 && share < 0.5) return false;
  if (own >= 0.8 && own + 0.4 * context >= (likeness === 1 ? 0.95 : 1.1)) return true;
  return likeness === 1 && own >= 0.45 && share >= 0.5 && back >= 0.3;
}

/** "a week", "15 percent", "10,000 people": what a date or an amount is part of. */
function isValue(
  { text, tokens, dates, quantities }: Sentence,
  { first, last, head, name }: Phrase,
): boolean {
  const within = ({ start, end }: Span, from: number, to: number) =>
    start < tokens[to]!.end && tokens[from]!.start < end;
  const counted = ({ number }: { readonly number: Span }) =>
    within(number, head, head) ||
    (name === null && within(number, first, last) && /\d/.test(text.slice(number.start, number.end)));
  return dates.some((date) => within(date, head, head)) || quantities.some(counted);
}

function contradiction(context: RelationContext, act: Act, rival: Match): Finding {
  const { sentence } = context;
  const { mine, theirs, pairing, shared } = rival;
  const stated = pairing.statement.sentence;
  const swapped = swap(sentence, mine, theirs);
  const span = swapped?.span ?? ownSpan(sentence, mine);
  const newText = swapped?.newText ?? rewordPhrase(sentence, mine, stated, theirs);
  return relationFinding(context, pairing, {
    kind: mine.name && theirs.name && !swapped ? "name" : "relation",
    span,
    focus: ownSpan(stated, theirs),
    confidence: Math.min(0.93, 0.6 + 0.12 * rival.score),
    replacement: { span, newText },
    expected: newText.replace(/['’]s?$/, ""),
    features: {
      agent: 1,
      part: act.part === "doer" ? 0 : act.part === "addressee" ? 1 : 2,
      act: act.at,
      likeness: rival.likeness,
      own: shared.own,
      context: shared.context,
      share: shared.share,
    },
  });
}

/** Both parties with their places exchanged, where the draft names the source's party too. */
function swap(sentence: Sentence, mine: Phrase, theirs: Phrase): Replacement | null {
  const other = placeOf(sentence, theirs);
  const words = ownSpan(sentence, mine);
  const own = mine.name ?? { ...words, text: sentence.text.slice(words.start, words.end) };
  if (!other || overlaps(other, own)) return null;
  const [left, right] = own.start < other.start ? [own, other] : [other, own];
  const between = sentence.text.slice(left.end, right.start);
  return {
    span: { start: left.start, end: right.end },
    newText: right.text + between + left.text.replace(/^The /, "the "),
  };
}

function best(matches: readonly Match[]): Match | undefined {
  let top: Match | undefined;
  for (const match of matches) if (!top || match.score > top.score) top = match;
  return top;
}
