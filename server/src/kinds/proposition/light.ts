/**
 * Verbs that carry little themselves: "took a decision" says what "decided" says, "has access" is about the access.
 * Names what such a verb is about. Knows words and tokens.
 */
import { family } from "../../lexicon/index.ts";
import type { Span, Token } from "../../text/types.ts";
import type { VerbGroup } from "./verb-groups.ts";

const EMPTY = new Set("have take make give get keep receive enjoy put do bring".split(" "));
/** Verbs that are empty before a noun that names an act, and full otherwise. */
const EMPTY_BEFORE_ACTS = new Set(
  "hold reach issue draw lodge file conduct carry enter win raise start open launch".split(" "),
);
/** What "raise" only brings up; before any other noun it means to make it more. */
const BROUGHT_UP = new Set(
  "question objection concern doubt complaint accusation allegation suspicion".split(" "),
);

/** True for verbs that say little without their object. */
export function isLight(lemma: string): boolean {
  return EMPTY.has(lemma);
}

/** True for verbs that a noun of an act may stand for, and that else stand for themselves: "lodged an appeal", "lodged one". */
export function carriesActs(lemma: string): boolean {
  return EMPTY_BEFORE_ACTS.has(lemma);
}

/** Token index of the noun that tells what a light verb is about, or -1. */
export function contentNoun(
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Span | null,
  object: Span | null,
): number {
  const standing = standingNoun(tokens, group, object);
  if (standing >= 0) return standing;
  const { lemma } = tokens[group.head]!;
  const range = group.passive ? subject : object;
  if (!range || !(EMPTY.has(lemma) || EMPTY_BEFORE_ACTS.has(lemma))) return -1;
  const noun = firstHead(tokens, range);
  if (noun < 0) return -1;
  const named = tokens[noun]!.lemma;
  if (lemma === "raise" && !BROUGHT_UP.has(named)) return -1;
  return EMPTY.has(lemma) || named in ACTS || family(named) !== named ? noun : -1;
}

const MOVING = new Set("be go come put bring take get call enter set".split(" "));
const INTO = new Set(["to", "into", "in", "on", "under"]);
/** What "go to court", "put to the vote", "be in force" are about. */
const STANDING = new Set(
  `court vote trial tender force effect operation service practice use office power law place sale strike arbitration
  favor favour doubt question jail prison custody debt deficit surplus`.split(/\s+/),
);

/** "taken the county to court", "put to the vote", "come into force": the noun that tells what such a verb is about, or -1. */
function standingNoun(tokens: readonly Token[], group: VerbGroup, object: Span | null): number {
  if (!object || !MOVING.has(tokens[group.head]!.lemma)) return -1;
  for (let at = object.start; at < Math.min(object.end, object.start + 6); at++) {
    const { lemma, pos } = tokens[at]!;
    if (pos === "PUNCT" || pos === "CCONJ") return -1;
    if (!INTO.has(lemma)) continue;
    const noun = tokens[at + 1]?.lemma === "the" ? at + 2 : at + 1;
    // "put a question to the Court of Justice": a court with a name is whom, not what.
    if (STANDING.has(tokens[noun]?.lemma ?? "") && tokens[noun]!.pos !== "PROPN") return noun;
  }
  return -1;
}

/** Nouns that stand for one act, whatever verb brings it: "gone to court", "filed a suit", "brought proceedings". */
const ACTS: Readonly<Record<string, string>> = {
  court: "sue",
  suit: "sue",
  lawsuit: "sue",
  litigation: "sue",
  proceedings: "sue",
  proceeding: "sue",
};

/** What a light verb's noun says is done. */
export function actOf(noun: string): string {
  return ACTS[noun] ?? noun;
}

/** Verbs that are another with their particle: "rule out" is no ruling. */
const PHRASAL: Readonly<Record<string, string>> = {
  "rule out": "exclude",
  "turn down": "reject",
  "call off": "cancel",
  "pay out": "pay",
  "carry out": "implement",
  "set up": "establish",
  "set aside": "allocate",
  "take part": "participate",
  "take note": "take note",
  "put off": "postpone",
  "put forward": "propose",
  "pass on": "forward",
  "hand over": "transfer",
  "throw out": "reject",
  "strike down": "annul",
  "strike out": "delete",
  "take over": "acquire",
  "give up": "abandon",
  "back down": "withdraw",
  "shut down": "close",
  "bring forward": "advance",
  "look at": "examine",
  "look into": "examine",
  "become law": "enact",
  "be against": "favor",
  "be there": "attend",
  "come out against": "oppose",
  "come out for": "support",
  "decide against": "reject",
  "take up": "examine",
  "go before": "examine",
  "apply for": "request",
  "ask for": "request",
  "have nothing against": "oppose",
  "take the place": "replace",
  "remain at": "stay",
  "remain unchanged": "stay",
  "remain steady": "stay",
  "remain stable": "stay",
  "remain constant": "stay",
  "remain flat": "stay",
  "go up": "rise",
  "go down": "fall",
  "come down": "fall",
  "bring down": "reduce",
  "scale back": "reduce",
  "step down": "resign",
  "stand down": "resign",
  "pull out": "withdraw",
  "drop out": "withdraw",
  "back out": "withdraw",
  "take back": "withdraw",
  "stand by": "maintain",
  "leave out": "exclude",
  "vote down": "reject",
  "put back": "postpone",
  "go ahead": "proceed",
  "close down": "close",
  "phase out": "abolish",
  "do away with": "abolish",
  "get rid of": "abolish",
  "fall through": "fail",
  "strike from": "delete",
  "stay away": "skip",
  "go on": "continue",
  "carry on": "continue",
  "keep on": "continue",
  "run on": "continue",
  "stay put": "stay",
  "hold steady": "stay",
  "be part of": "include",
  "lay before": "propose",
  "put before": "propose",
  "sign up to": "join",
  "pull down": "demolish",
  "tear down": "demolish",
  "knock down": "demolish",
  "break off": "stop",
  "cut off": "stop",
  "wind up": "close",
  "wind down": "close",
  "lay off": "dismiss",
  "speed up": "accelerate",
  "slow down": "decelerate",
  "vote against": "support",
  "vote for": "support",
  "vote in favor": "support",
  "vote in favour": "support",
  "vote yes": "support",
  "vote no": "support",
  "cut back": "reduce",
  "let off": "exempt",
  "sit on": "belong",
  "serve on": "belong",
  "belong to": "belong",
  "be a member": "belong",
  "extend to": "cover",
  "be under way": "begin",
  "get under way": "start",
  "be up and run": "start",
  "be on the rise": "rise",
  "be on the increase": "rise",
  "be on the decline": "fall",
  "be on the wane": "fall",
};

/** Verbs that mean something else in the passive: "extends to boats", "was extended to May"; "sits on", "was served on". */
const ACTIVE = new Set(["extend", "serve", "sit"]);

/** What a verb and the particle right behind it mean together, or null. */
export function phrasalMeaning(tokens: readonly Token[], group: VerbGroup): string | null {
  const { lemma } = tokens[group.head]!;
  const [particle, second, third] = tokens.slice(group.tokens.end, group.tokens.end + 3);
  if (
    !particle ||
    (group.passive && ACTIVE.has(lemma)) ||
    isOfTime(particle, second) ||
    isOnNoun(lemma, particle, second)
  )
    return null;
  return (
    PHRASAL[`${lemma} ${particle.lemma} ${second?.lemma} ${third?.lemma}`] ??
    PHRASAL[`${lemma} ${particle.lemma} ${second?.lemma}`] ??
    PHRASAL[`${lemma} ${particle.lemma}`] ??
    PHRASAL[`${lemma} ${particleBehind(tokens, group.tokens.end)}`] ??
    null
  );
}

/** "defeated Andrade", "beat Easton Rovers": whoever does that to somebody has won; "was beaten by" has lost. Null for any other verb. */
export function contestMeaning(
  tokens: readonly Token[],
  { head, passive }: VerbGroup,
  object: Span | null,
): string | null {
  if (!BEATING.has(tokens[head]!.lemma) || !object) return null;
  const other = tokens.slice(object.start, Math.min(object.end, object.start + SHORT));
  const isName = (token: Token | undefined) => token?.pos === "PROPN";
  if (passive) return other[0]?.lemma === "by" && isName(other[1]) ? "lose" : null;
  return isName(other[0]) || (other[0]?.pos === "DET" && isName(other[1])) ? "win" : null;
}
const BEATING = new Set(["defeat", "beat"]);

const PARTICLES = new Set("out down off back forward aside".split(" "));
const OF_OBJECT = new Set(["DET", "PRON", "ADJ", "NOUN", "PROPN", "PUNCT"]);
/** Words of an object that a particle may stand behind. */
const SHORT = 4;

/** "turned him down", "ruled the site out": the particle that closes the clause behind a short object, or null. */
function particleBehind(tokens: readonly Token[], from: number): string | null {
  for (let at = from; at <= from + SHORT; at++) {
    const token = tokens[at];
    if (!token) return null;
    const next = tokens[at + 1];
    if (at > from && PARTICLES.has(token.lemma))
      return !next || next.pos === "PUNCT" || next.pos === "CCONJ" ? token.lemma : null;
    // "voted that down": taggers take the pronoun for a conjunction.
    if (!(OF_OBJECT.has(token.pos) || token.lemma === "that") || /^[,;:.]$/.test(token.text)) return null;
  }
  return null;
}

/** "goes on sale", "carried on the deck", "went on to say": "on" continues nothing. */
function isOnNoun(verb: string, { lemma }: Token, next: Token | undefined): boolean {
  if (lemma !== "on" || !GOING.has(verb) || !next) return false;
  return (
    !(next.pos === "PUNCT" || next.pos === "ADV" || next.pos === "SCONJ" || /ing$/i.test(next.text)) &&
    !BEHIND_ON.has(next.lemma)
  );
}
const GOING = new Set("go carry keep run".split(" "));
const BEHIND_ON = new Set("after until for despite during without with while and but".split(" "));

/** "passed on 24 November": a preposition before a day is no particle. */
function isOfTime({ lemma }: Token, next: Token | undefined): boolean {
  return lemma === "on" && next !== undefined && (next.pos === "NUM" || DAYS.test(next.text));
}
const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary|\.)?|feb(?:ruary|\.)?|march|mar\.|april|apr\.|may|june|july|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)$/i;

/** "none had been brought": nothing that says what is done. */
const NOTHING = new Set(["none", "nobody", "nothing"]);

/** "keep a part of the fleet": how much of it, not what. */
const PARTITIVE = new Set(
  "part rest half third quarter share bulk majority most portion number lot some".split(" "),
);

/**
 * The head of the first noun phrase of a range: the last noun before a preposition, a mark or another part of speech;
 * -1 for a part of something.
 */
function firstHead(tokens: readonly Token[], { start, end }: Span): number {
  let head = -1;
  for (let at = start; at < end; at++) {
    const { pos } = tokens[at]!;
    if (pos === "NUM" || NOTHING.has(tokens[at]!.lemma)) return -1;
    if (pos === "NOUN") head = at;
    else if (head >= 0) return tokens[at]!.lemma === "of" && PARTITIVE.has(tokens[head]!.lemma) ? -1 : head;
    else if (pos !== "DET" && pos !== "ADJ" && pos !== "PRON" && pos !== "ADV" && pos !== "VERB") return -1;
  }
  return head;
}
