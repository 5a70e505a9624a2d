/**
 * Whether a token reports speech. Knows one token with its part of speech.
 */
import { REPORTING_VERBS } from "./cues.ts";
import type { FrameToken } from "./phrase.ts";

/** Participles that read as "written by", not as speech. */
const PARTICIPLES = new Set(["written", "spoken", "given", "begun", "found"]);

/** True for a verb that reports speech, in a form that can. */
export function isReporting(token: FrameToken | undefined): boolean {
  if (!token || token.quotation >= 0 || !REPORTING_VERBS.has(token.lemma)) return false;
  if (PARTICIPLES.has(token.text.toLowerCase())) return false;
  if (token.pos === "VERB" || token.pos === "AUX") return true;
  return (
    /(?:ed|s|ote|old|aid)$/.test(token.text) &&
    token.pos === "NOUN" &&
    !/^(?:words|terms|puts|reports|comments|remarks|notes|states|posts|phrases|brands|labels|judges|rates)$/i.test(
      token.text,
    )
  );
}
