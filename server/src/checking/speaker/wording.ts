/**
 * The words of a finding on a speaker: what of the draft would change, and the source's speaker in the draft's style.
 * Knows one attribution on each side.
 */
import { HONORIFICS, headOf } from "../../kinds/speaker/cues.ts";
import type { Attribution, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { fullName, knownRole, type VoiceReference } from "../quotation/voices.ts";
import type { Replacement } from "../types.ts";
import type { SourceVoice } from "./speakers.ts";

/** The draft's words for the speaker: the name with the title right before it or set off right behind it. */
export function claimedWords(attribution: Attribution, sentence: Sentence): Span {
  const speaker = attribution.speaker!;
  const { role, cue } = attribution;
  const clause =
    cue && /^\s+(?:who|of|from)\s[^,.;:"“”]{2,60}$/.exec(sentence.text.slice(speaker.end, cue.start));
  if (clause) return { start: speaker.start, end: speaker.end + clause[0].trimEnd().length };
  const body = /^\s+of\s(?:the\s)?$/;
  const mention = sentence.names.find(
    ({ start }) => start > speaker.end && body.test(sentence.text.slice(speaker.end, start)),
  );
  if (mention && speaker.start >= (role?.end ?? 0)) return { start: speaker.start, end: mention.end };
  if (role && role.start < speaker.start && speaker.start - role.end <= 3)
    return { start: role.start, end: speaker.end };
  const possessive = /['’]s?$/.exec(sentence.text.slice(speaker.start, speaker.end));
  return possessive ? { start: speaker.start, end: speaker.end - possessive[0].length } : speaker;
}

export interface SpeakerCorrection {
  readonly expected: string;
  readonly replacement: Replacement;
}

/** The source's speaker as the draft would write it. */
export function speakerCorrection(
  actual: string,
  voice: VoiceReference,
  heard: SourceVoice,
  span: Span,
  sentence: Sentence,
): SpeakerCorrection {
  const expected = styled(actual, voice, heard);
  const end =
    span.end + (actual.includes(",") && !expected.includes(",") && sentence.text[span.end] === "," ? 1 : 0);
  const opens = span.start === 0 || /[.!?:]\s*["“]?\s*$/.test(sentence.text.slice(0, span.start));
  const newText = opens ? expected.charAt(0).toUpperCase() + expected.slice(1) : expected;
  return { expected, replacement: { span: { start: span.start, end }, newText } };
}

function styled(actual: string, voice: VoiceReference, heard: SourceVoice): string {
  const { voice: said } = heard;
  if (!said.person) return phraseFor(actual, said);
  if (/^(?:he|she)$/i.test(actual)) return fullName(said.canonical, heard.source);
  const words = actual.split(/\s+/);
  const honorific = words[0] && HONORIFICS.has(words[0].toLowerCase()) ? words[0] : null;
  const short = voice.person && words.length - (honorific ? 1 : 0) === 1;
  const title = sourceTitle(heard, honorific);
  const surname = said.canonical.split(/\s+/).at(-1)!;
  if (short && title) return `${title} ${surname}`;
  if (short && !honorific) return surname;
  const office = voice.role !== "" && !/\s/.test(voice.role) && actual === `${voice.role} ${words.at(-1)}`;
  const held = said.role || knownRole(said.canonical, heard.source);
  if (office && headOf(held) === headOf(voice.role)) return `${voice.role} ${surname}`;
  const name = fullName(said.canonical, heard.source);
  if (title && (honorific || !/\s/.test(name))) return `${title} ${name}`;
  const role = held.replace(/^(?:the|a|an)\s/i, "");
  if (voice.role === "" || role === "" || /^(?:its|his|her|their)\b/i.test(role)) return name;
  const comma = actual.indexOf(",");
  const tail = actual.endsWith(",") ? "," : "";
  if (comma > 0 && comma < actual.length - 1) {
    const nameFirst = actual.startsWith(voice.canonical) || honorific !== null;
    return nameFirst ? `${name}, ${role}${tail}` : `the ${role}, ${name}${tail}`;
  }
  return /^\p{Lu}/u.test(role) && actual.startsWith(voice.role) ? `${role} ${name}` : name;
}

/** The honorific that the source gives its speaker, with a full stop where the draft sets one; else null. */
function sourceTitle({ attribution, source }: SourceVoice, style: string | null): string | null {
  for (const sentence of source.sentences) {
    for (const { canonical, speaker } of sentence.attributions) {
      if (canonical !== attribution.canonical || !speaker) continue;
      const first = sentence.text.slice(speaker.start, speaker.end).split(/\s+/)[0] ?? "";
      if (!HONORIFICS.has(first.toLowerCase())) continue;
      const title = /^\p{Lu}{3,}$/u.test(first) ? first.charAt(0) + first.slice(1).toLowerCase() : first;
      const dotted = style?.endsWith(".") && /^(?:mr|mrs|ms|dr|prof|rev)$/i.test(title);
      return dotted ? `${title}.` : title;
    }
  }
  return null;
}

/** An unnamed speaker with the article that the draft has, or the source's own. */
function phraseFor(actual: string, said: VoiceReference): string {
  const article = /^(?:a|an|one|some|the)\s/i.exec(actual)?.[0].trim().toLowerCase();
  const core = said.canonical;
  const own = /^(?:a|an|one|some|the)\s/i.exec(said.words)?.[0].trim().toLowerCase();
  const chosen = article === "the" || article === "one" || article === "some" ? article : own;
  if (/^(?:its|their|his|her)\s/i.test(core)) return core.charAt(0).toLowerCase() + core.slice(1);
  if (!chosen) return headOf(core) && !/^(?:its|his|her|their)\b|['’]s?\s/i.test(core) ? `the ${core}` : core;
  return `${chosen === "a" || chosen === "an" ? indefinite(core) : chosen} ${core}`;
}

function indefinite(phrase: string): string {
  return /^[aeiou](?!\.)/i.test(phrase) && !/^(?:eu|one|uni|us)/i.test(phrase) ? "an" : "a";
}
