/**
 * How a date or figure stands towards the sources where its sentence as a whole speaks for the writer, supposes or advises: "we welcome
 * the consultation, which closes on 31 March" tells of the consultation. Knows the clause of the value.
 */
import type { Sentence } from "../statements/types.ts";
import type { Span, Token } from "../text/types.ts";
import { isQuoted, type Stance } from "./stance.ts";

const OWN = /^(we|our|us|i|my|me|mine|ours|ourselves|your|yours)$/i;
const CONDITION = /^(if|unless|provided|suppose|supposing|imagine|assuming)$/i;
const URGED = /^(should|must|shall|needs?|ought|let|please|would|could|might|wants?|proposes?|recommends?)$/i;

/** The stance of one value of a sentence whose own stance is known; `stated` is the sentence that disagrees with it. */
export function stanceInClause(sentence: Sentence, value: Span, stance: Stance, stated: Sentence): Stance {
  const clause = clauseOf(sentence, value);
  return {
    ...stance,
    own: stance.own === 1 && speaksOfOthers(sentence, clause) ? 0 : stance.own,
    supposed: stance.supposed === 1 ? supposedOf(sentence, value, stated) : stance.supposed,
    advice: stance.advice === 1 && isTold(sentence, clause) ? 0 : stance.advice,
  };
}

const BREAK = /[;:–—]\s|\s-\s|,?\s(?:which|who|whose|where)\s|,\s(?:and|but|so|yet|while|whereas)\s/giu;

/** The stretch between two breaks that holds the value, with what opens it. */
interface Clause extends Span {
  /** "which", "and", ":"; empty for the first. */
  readonly opener: string;
  /** The words before the opener. */
  readonly before: string;
}

function clauseOf({ text }: Sentence, value: Span): Clause {
  let [start, end, opener, before] = [0, text.length, "", ""];
  for (const match of text.matchAll(BREAK)) {
    if (match.index + match[0].length <= value.start)
      [start, opener, before] = [
        match.index + match[0].length,
        match[0].replace(/[\s,]/g, "").toLowerCase(),
        text.slice(0, match.index),
      ];
    else if (match.index >= value.end) {
      end = Math.min(end, match.index);
      break;
    }
  }
  return { start, end, opener, before };
}

/** The clause has a verb and a subject of its own, and nobody in it is the writer or the reader. */
function speaksOfOthers(sentence: Sentence, { start, end, opener, before }: Clause): boolean {
  const words = tokensIn(sentence, start, end);
  if (words.some((word) => OWN.test(word.text) && !isQuoted(sentence, word))) return false;
  if (!words.some(({ pos }) => pos === "VERB" || pos === "AUX")) return false;
  if (/^(?:which|who|whose|where)$/.test(opener)) return !OUR_THING.test(before);
  const first = words.find(({ pos }) => pos !== "PUNCT" && pos !== "ADV");
  return first !== undefined && first.pos !== "VERB" && first.pos !== "AUX";
}

/** "our own meeting, which …". */
const OUR_THING = /\b(?:our|my|your)\b(?:\W+\w+){0,6}\W*$/i;

function tokensIn({ tokens }: Sentence, start: number, end: number): Token[] {
  return tokens.filter((token) => token.start >= start && token.end <= end);
}

/** A condition covers its own clause; what holds under it may be held against a source, and so may a condition that the source sets too. */
function supposedOf(sentence: Sentence, value: Span, stated: Sentence): number {
  const { tokens, text } = sentence;
  const at = tokens.findIndex((token) => CONDITION.test(token.text));
  const inverted = at < 0 && /^should\b/i.test(text);
  if (at < 0 && !inverted) return 1;
  if (isConditional(stated)) return 0;
  const start = inverted ? 0 : tokens[at]!.start;
  const comma = text.indexOf(",", start);
  const inside = value.start >= start && (comma < 0 || value.start < comma);
  return inside || /^(?:suppos|imagin|assum)/i.test(tokens[at]?.text ?? "") ? 1 : 0.5;
}

function isConditional({ tokens, text }: Sentence): boolean {
  return /^should\b/i.test(text) || tokens.some((token) => CONDITION.test(token.text));
}

/** What is told as done, or as it is, is no advice, whatever heading it stands under. */
function isTold(sentence: Sentence, { start, end }: Clause): boolean {
  const words = tokensIn(sentence, start, end);
  if (words.some((word) => URGED.test(word.text) || OWN.test(word.text))) return false;
  return sentence.predicates.some(
    ({ form, tense, span, subject, mood }) =>
      form === "verb" &&
      mood === "asserted" &&
      (tense === "past" || (tense === "present" && subject !== null)) &&
      span.start >= start &&
      span.end <= end,
  );
}
