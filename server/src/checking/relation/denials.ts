/**
 * Acts of a party that a source denies: "the fines are not kept by the regulator" against "the regulator keeps the fine".
 * Knows acts and parties; the polarity of whole predicates is for another check.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { isQuoted } from "../stance.ts";
import type { Finding, Replacement } from "../types.ts";
import { type Act, readActs } from "./acts.ts";
import { type RelationContext, relationFinding, sharedWords, spanOf } from "./context.ts";
import { canAct, compareParties } from "./parties.ts";
import { actLikeness } from "./verbs.ts";

const CANDIDATES = 5;
const LIKE = 0.85;

/** Findings on acts that a source denies of the same party. */
export function checkDenials(context: RelationContext): Finding[] {
  const { sentence, stance } = context;
  if (stance.question || stance.supposed === 1) return [];
  return readActs(sentence).flatMap((act) => {
    if (act.negated || act.part !== "doer" || act.form !== "by") return [];
    if (isQuoted(sentence, spanOf(sentence, act.at, act.at + 1))) return [];
    for (const pairing of context.pairings.slice(0, CANDIDATES)) {
      const other = deniedIn(context, act, pairing);
      if (other) return [contradiction(context, act, pairing, other)];
    }
    return [];
  });
}

/** The same act, denied of the same party in the statement; null where it is not, or is asserted too. */
function deniedIn({ sentence }: RelationContext, act: Act, pairing: Pairing): Act | null {
  const { source, sentence: stated } = pairing.statement;
  const alike = readActs(stated).filter(
    (other) =>
      other.part === act.part &&
      actLikeness(act.lemma, other.lemma) >= LIKE &&
      act.agents.length === 1 &&
      canAct(act.agents[0]!, sentence) &&
      other.agents.length === 1 &&
      compareParties(
        { sentence, phrase: act.agents[0]! },
        { sentence: stated, phrase: other.agents[0]! },
        source,
      ) === "same",
  );
  const denied = alike.find(({ negated }) => negated);
  if (!denied || alike.some(({ negated }) => !negated)) return null;
  const { own } = sharedWords(pairing, [rangeOf(act)], [rangeOf(denied)]);
  return own >= 0.4 ? denied : null;
}

const rangeOf = ({ at, agents }: Act) => ({
  start: Math.min(at, agents[0]!.first),
  end: Math.max(at, agents[0]!.last) + 1,
});

function contradiction(context: RelationContext, act: Act, pairing: Pairing, denied: Act): Finding {
  const { sentence } = context;
  const stated = pairing.statement.sentence;
  const verb = sentence.predicates.find(({ head }) => head === act.at)!;
  const first = verb.tokens.start;
  const last = act.agents[0]!.last;
  return relationFinding(context, pairing, {
    span: spanOf(sentence, first, last + 1),
    focus: spanOf(stated, Math.max(0, denied.at - 1), denied.agents[0]!.last + 1),
    confidence: 0.78,
    replacement: negated(sentence, first, verb.tokens.end),
    expected: null,
    features: { denial: 1 },
  });
}

/** "will be kept" → "will not be kept"; null for a verb without an auxiliary. */
function negated({ tokens }: Sentence, first: number, end: number): Replacement | null {
  const auxiliary = tokens[first]!;
  if (auxiliary.pos !== "AUX" || end - first < 2) return null;
  return { span: { start: auxiliary.start, end: auxiliary.end }, newText: `${auxiliary.text} not` };
}
