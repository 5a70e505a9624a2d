/**
 * In what circumstances two predicates are told: who tells it and as whose view, under what clause, of how many, at what
 * time, with what other denials around. Two predicates of like circumstances may be one fact, told of others they seldom
 * contradict one another. Knows sentences and their predicates; blind to whether the two agree.
 */
import type { Predicate } from "../../kinds/proposition/types.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span, Token } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { createTwoSides, type Properties, propertiesOf } from "../alignment/two-sides.ts";
import { keptFor, keptWithin } from "../kept.ts";
import type { Features } from "../model.ts";
import { clauseOf } from "./arguments.ts";

/** What a circumstance is told by. */
interface Told {
  readonly sentence: Sentence;
  readonly predicate: Predicate;
  /** The words of the predicate's clause. */
  readonly clause: readonly Token[];
  /** The words of its subject. */
  readonly subject: readonly Token[];
  /** The two words before its clause, and the first of it. */
  readonly opening: readonly Token[];
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const PRONOUNS = words("he she it they this that these those one we i you who which");
const QUANTIFIERS = words(
  "some most all many few several none half both each every any other another neither rest",
);
const SUBORDINATING = words(
  "because since although though while whereas if when after before as unless until once where whether provided",
);
const RELATIVE = words("who which whom whose that");
const VIEWS = words(
  "think believe expect fear hope claim argue allege suspect consider feel suppose doubt understand assume estimate find insist maintain contend view opinion belief claim idea impression",
);
const DENYING = words(
  "not n't n’t never no none nobody nothing neither nor nowhere without cannot hardly scarcely barely",
);
const LIMITING = words("only just merely solely alone mere exclusively");
const ADDING = words("also too even still yet again already likewise");
const SETTING_APART = words("instead rather unlike except apart otherwise other elsewhere different");
const CONDITIONAL = words("would 'd ’d");

function has(tokens: readonly Token[], list: ReadonlySet<string>): boolean {
  return tokens.some(({ lemma, text }) => list.has(lemma) || list.has(text.toLowerCase()));
}

/** Whether any word denies, but those that deny the predicate itself. */
function deniesBeside(tokens: readonly Token[], { negation }: Predicate): boolean {
  return tokens.some(
    (token) =>
      (DENYING.has(token.lemma) || DENYING.has(token.text.toLowerCase())) &&
      !(negation && within(token, negation)),
  );
}

function within({ start, end }: Span, outer: Span): boolean {
  return start >= outer.start && end <= outer.end;
}

const CIRCUMSTANCES: Readonly<Record<string, (told: Told) => boolean>> = {
  pronoun: ({ subject }) => subject.length === 1 && has(subject, PRONOUNS),
  named: ({ subject }) => subject.some(({ pos }) => pos === "PROPN"),
  silent: ({ predicate }) => predicate.subject === null,
  counted: ({ subject }) => subject.some(({ pos }) => pos === "NUM") || has(subject, QUANTIFIERS),
  said: ({ sentence, predicate: { span } }) =>
    sentence.attributions.some(({ content }) => within(span, content)),
  quoted: ({ sentence, predicate: { span } }) => sentence.quotations.some((one) => within(span, one)),
  under: ({ opening }) => has(opening, SUBORDINATING),
  relative: ({ subject, opening }) => has(subject.slice(-1), RELATIVE) || has(opening, RELATIVE),
  view: ({ sentence: { tokens }, predicate: { head } }) =>
    has(tokens.slice(Math.max(0, head - 12), head), VIEWS),
  otherwiseDenied: ({ clause, predicate }) => deniesBeside(clause, predicate),
  deniedBefore: ({ sentence: { tokens }, predicate }) =>
    deniesBeside(
      tokens.slice(0, Math.min(predicate.subject?.start ?? predicate.head, predicate.head)),
      predicate,
    ),
  limited: ({ clause }) => has(clause, LIMITING),
  added: ({ clause }) => has(clause, ADDING),
  apart: ({ clause }) => has(clause, SETTING_APART),
  conditional: ({ sentence: { tokens }, predicate: { tokens: group } }) =>
    has(tokens.slice(group.start, group.end), CONDITIONAL),
  passive: ({ predicate }) => predicate.passive,
  object: ({ predicate }) => predicate.object !== null,
  first: ({ sentence: { predicates }, predicate }) =>
    predicates.find(({ form }) => form === "verb") === predicate,
  joined: ({ opening }) => opening.some(({ pos }) => pos === "CCONJ"),
};

/** What a predicate says of time and of how sure it is; that two differ in it may be the very error. */
const SAID_OF_ITSELF: Readonly<Record<string, (predicate: Predicate) => boolean>> = {
  possible: ({ mood }) => mood === "possible",
  intended: ({ mood }) => mood === "intended",
  past: ({ tense }) => tense === "past",
  future: ({ tense }) => tense === "future",
  present: ({ tense }) => tense === "present",
};

/** The circumstances of a predicate; kept, for a source's predicates are asked again and again. */
const circumstancesOf = keptWithin((sentence: Sentence, predicate: Predicate): Properties => {
  const { tokens } = sentence;
  const range = clauseOf(sentence, predicate);
  const { subject } = predicate;
  const told: Told = {
    sentence,
    predicate,
    clause: tokens.slice(range.start, range.end),
    subject: subject ? tokens.slice(subject.start, subject.end) : [],
    opening: tokens.slice(Math.max(0, range.start - 2), range.start + 1),
  };
  return propertiesOf(Object.values(CIRCUMSTANCES), told);
});

const featuresOf = createTwoSides(Object.keys(CIRCUMSTANCES).map((name) => `p-${name}`));

/** For each circumstance whether two predicates are told in it. */
export function circumstanceFeatures(claim: Predicate, source: Predicate, pairing: Pairing): Features {
  return featuresOf(
    circumstancesOf(pairing.query.sentence, claim),
    circumstancesOf(pairing.statement.sentence, source),
  );
}

const saidOfItself = keptFor((predicate: Predicate) =>
  propertiesOf(Object.values(SAID_OF_ITSELF), predicate),
);
const moodsOf = createTwoSides(Object.keys(SAID_OF_ITSELF).map((name) => `p-${name}`));

/** The same of what the predicates say of themselves; for deciding, not for aligning. */
export function moodDifferences(claim: Predicate, source: Predicate): Features {
  return moodsOf(saidOfItself(claim), saidOfItself(source));
}
