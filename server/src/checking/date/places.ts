/**
 * Where a date of a source stands that tells a claim nothing: beside words that give the claim's own day or year, or in what
 * somebody only asks for. Knows sentences and headings.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import { readDates } from "../../kinds/date/read.ts";
import type { DateValue } from "../../kinds/types.ts";
import type { Statement } from "../../sources/statement-index.ts";
import type { Sentence } from "../../statements/types.ts";
import { type Pairing, verbLikeness } from "../alignment/align.ts";
import { keptFor, keptWithin } from "../kept.ts";

/** Whether a date of a source, for where it stands, can say nothing of a claim's. */
export function tellsNothing(claim: DateValue, source: DateValue, { query, statement }: Pairing): boolean {
  const [asked, stated] = [query.sentence, statement.sentence];
  if (isToldBesides(claim, source, statement) || isOnlyWanted(claim, source, asked, stated)) return true;
  if (isBase(stated, source) !== isBase(asked, claim)) return compareDates(claim, source) !== "agrees";
  return isOtherDeadline(claim, source) && verbLikeness(asked, claim, stated, source) < ONE_ACT
    ? compareDates(claim, source) === "conflicts"
    : false;
}

/** Verbs less alike than this tell of two acts. */
const ONE_ACT = 0.3;

/** A day on which something was done, beside the deadline of a thing: one may miss the other only if both are of one act. */
function isOtherDeadline(claim: DateValue, source: DateValue): boolean {
  return source.bound === "by" && claim.bound === "on" && source.stated.day && claim.stated.day;
}

const COMPARED = /\b(?:than|against|compared (?:with|to)|up from|down from)\s+(?:(?:on|in|at|the)\s+)*$/i;
/** What a figure stands behind that another one is compared with, and what between it and its date. */
const COMPARED_FIGURE =
  /\b(?:than|against|after|compared (?:with|to)|up from|down from|(from))\s+(?:(?:about|some|nearly|just|only|over|around|the|a)\s+)?$/i;
const OF_FIGURE = /^%?(?:\s+[a-z]+){0,3}?\s+(?:on|in|at|for)\s+(?:the\s+)?$/i;

/** "22,700 more than on 25 July", "against 97 in September": the date is that of what another figure is compared with. */
const isBase = keptWithin(({ text, quantities }: Sentence, { start, end, duration }: DateValue): boolean => {
  if (duration !== null) return false;
  if (COMPARED.test(text.slice(Math.max(0, start - 40), start))) return true;
  const figure = quantities.findLast(({ number }) => number.end <= start)?.number;
  if (!figure || start - figure.end > REACH || !OF_FIGURE.test(text.slice(figure.end, start))) return false;
  const lead = COMPARED_FIGURE.exec(text.slice(Math.max(0, figure.start - REACH), figure.start));
  // "from 44 in June to 58", but "rises from 16 on 1 July".
  return lead !== null && (lead[1] === undefined || /^\s+to\b/.test(text.slice(end)));
});

/** Characters that are looked at. */
const REACH = 40;

/**
 * True where the document or chapter of the source is dated as the claim ("Hearing of 22 May"), or the sentence names the
 * claim's year in the number of a document ("Decree 44/2016").
 */
function isToldBesides(claim: DateValue, source: DateValue, statement: Statement): boolean {
  if (claim.stated.day && source.stated.day && claim.duration === null)
    return (
      headingDays(statement).some((day) => compareDates(claim, day) === "agrees") &&
      compareDates(claim, source) !== "agrees"
    );
  if (claim.grain !== "year" || !claim.stated.year || claim.bound !== "on" || source.grain === "year")
    return false;
  const year = claim.from?.slice(0, 4) ?? "";
  const { text } = statement.sentence;
  return source.from?.slice(0, 4) !== year && new RegExp(`\\d\\/${year}\\b|\\b${year}\\/\\d`).test(text);
}

const headingDays = keptFor(({ sentence, source }: Statement): readonly DateValue[] =>
  [source.title, ...sentence.block.headings].flatMap((text) =>
    /\d/.test(text) && text.length <= 200
      ? readDates(text, source.day).filter(({ stated, duration }) => stated.day && duration === null)
      : [],
  ),
);

const WANTED =
  /\b(?:wants?|wanted|demands?|demanded|asks? for|asked for|calls? for|called for|lobb(?:y|ies|ied) for|seeks?|sought|would (?:like|prefer)|prefers?)\b[^;:.]*$/i;
const WISH =
  /\b(?:want|demand|ask|call|lobb|seek|sought|would|should|could|may|might|wish|hope|propos|suggest|request|press|prefer|favou?r|plan|appeal|insist|argu|campaign|sa(?:y|id)|accord|advis|advoca|recommend|expect|push|urg|plead|need|to be)/i;

/** "The deadline is the end of 2027" beside "wants the deadline moved to the end of 2028": a wish denies no fact. */
function isOnlyWanted(claim: DateValue, source: DateValue, asked: Sentence, stated: Sentence): boolean {
  if (claim.duration !== null || source.duration !== null) return false;
  return WANTED.test(stated.text.slice(0, source.start)) && !WISH.test(asked.text) && !asked.block.cell;
}
