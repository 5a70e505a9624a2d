/**
 * How often something happens, beside how often the sources have it: "every five years" beside "every ten years". Told where
 * the two sentences share most of what they say, each has one frequency, and no sentence near has the draft's.
 */
import { type Frequency, readFrequencies } from "../../kinds/date/frequencies.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { isQuoted, type Stance } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";

/** A statement among the first this many, of whose words and of the claim's this share is met. */
const NEAR = { rank: 3, answered: 0.4, covered: 0.3, words: 2 };
/** "Every six months" and "twice a year" are one. */
const SAME = 0.04;

/** Findings on how often something happens. */
export function checkFrequencies(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  const [claim, another, more] = readFrequencies(sentence.text);
  if (!index || !claim || more || isQuoted(sentence, claim)) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  if (another) return inPairs(sentence, [claim, another], pairings, stance);
  if (stance.supposed === 1 || stance.question === 1 || stance.advice === 1) return [];
  const told = pairings.map((pairing) => ({
    pairing,
    stated: readFrequencies(pairing.statement.sentence.text),
  }));
  const same = told.filter(({ stated }) => stated.some((one) => isSame(one, claim)));
  if (same.length > 0) return supported(sentence, claim, same);
  const found = told.find(
    ({ pairing, stated }) => stated.length === 1 && isOneMatter(pairing, claim, stated[0]!),
  );
  return found ? [finding(sentence, claim, found.pairing, found.stated[0]!)] : [];
}

/** A frequency of the draft that a source states of the same matter. */
function supported(
  sentence: Sentence,
  claim: Frequency,
  told: readonly { readonly pairing: Pairing; readonly stated: readonly Frequency[] }[],
): Finding[] {
  for (const { pairing, stated } of told) {
    const one = stated.find((other) => isSame(other, claim))!;
    if (!isOneMatter(pairing, claim, one)) continue;
    const told = finding(sentence, claim, pairing, one);
    return [{ ...told, verdict: "supported", expected: null, replacements: [] }];
  }
  return [];
}

/** "Every two years rather than every three" beside "every two years instead of every five": one of a pair is as the source has it. */
function inPairs(
  sentence: Sentence,
  [first, second]: readonly [Frequency, Frequency],
  pairings: readonly Pairing[],
  stance: Stance,
): Finding[] {
  if (stance.supposed === 1 || stance.question === 1 || isQuoted(sentence, second)) return [];
  for (const pairing of pairings.slice(0, NEAR.rank)) {
    const stated = readFrequencies(pairing.statement.sentence.text);
    const [one, other] = stated;
    if (stated.length !== 2 || !one || !other) continue;
    const same = [isSame(first, one), isSame(second, other)];
    if (same[0] === same[1] || isSame(first, other) || isSame(second, one)) return [];
    return [same[0] ? finding(sentence, second, pairing, other) : finding(sentence, first, pairing, one)];
  }
  return [];
}

function isSame(one: Frequency, other: Frequency): boolean {
  return Math.abs(Math.log(one.period / other.period)) <= SAME;
}

function isOneMatter(pairing: Pairing, claim: Frequency, stated: Frequency): boolean {
  const { candidate, answered, covered, query, statement, meetings } = pairing;
  if (candidate.rank >= NEAR.rank || answered < NEAR.answered || covered < NEAR.covered) return false;
  if (!amountsAgree(query.sentence, claim, statement.sentence)) return false;
  const beside = new Set<number>();
  for (const { asked, term, similarity } of meetings) {
    const mine = query.terms[asked]!;
    const theirs = statement.sentence.terms[term];
    if (similarity < 0.6 || !mine.own || !theirs) continue;
    if (isWithin(mine.start, claim) || isWithin(theirs.start, stated)) continue;
    beside.add(term);
  }
  return beside.size >= NEAR.words;
}

function isWithin(place: number, { start, end }: Frequency): boolean {
  return place >= start && place < end;
}

/** A figure for another period is another figure: "12 a month" and "144 a year" may both be right. */
function amountsAgree({ quantities }: Sentence, claim: Frequency, theirs: Sentence): boolean {
  const figures = new Set(theirs.quantities.map(({ nominal }) => nominal));
  return quantities.every(({ nominal, start }) => isWithin(start, claim) || figures.has(nominal));
}

function finding(sentence: Sentence, claim: Frequency, { statement }: Pairing, stated: Frequency): Finding {
  const span = { start: claim.start, end: claim.end };
  return {
    kind: "date",
    verdict: "contradicted",
    sentence,
    span,
    confidence: 0.85,
    actual: claim.text,
    expected: stated.text,
    message: null,
    arithmetic: null,
    passages: [{ source: statement.source, sentence: statement.sentence, focus: [stated] }],
    replacements: [{ span, newText: stated.text.toLowerCase() }],
    features: {},
  };
}
