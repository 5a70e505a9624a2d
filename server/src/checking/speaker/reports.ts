/**
 * Indirect speech of a draft against the sources: the same content told by another speaker. Choosy: only where the
 * content words agree in number and rarity. Knows readings and their terms.
 */
import { family } from "../../lexicon/index.ts";
import type { Attribution, Sentence, SourceReading, Term } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { compareVoices, type VoiceReference, voiceOf } from "../quotation/voices.ts";
import type { Corpus } from "../types.ts";
import type { SourceVoice } from "./speakers.ts";

interface Reported {
  readonly source: SourceReading;
  readonly sentence: Sentence;
  readonly attribution: Attribution;
  readonly terms: ReadonlyMap<string, number>;
}

/** Reports of all sources by the word family of their content. */
interface ReportIndex {
  readonly byTerm: ReadonlyMap<string, readonly Reported[]>;
  readonly sources: readonly SourceReading[];
}

const indexes = new WeakMap<Corpus, { readonly version: number; readonly index: ReportIndex }>();
const bySource = new WeakMap<SourceReading, readonly Reported[]>();

/** Source speakers of what the attribution reports, best first. */
export function reportedElsewhere(
  attribution: Attribution,
  voice: VoiceReference,
  sentence: Sentence,
  corpus: Corpus,
): SourceVoice[] {
  const terms = contentTerms(sentence, attribution.content, attribution);
  if (terms.size < 2) return [];
  const cue = cueOf(attribution, sentence);
  const scored = candidates(terms, indexOf(corpus))
    .map((reported) => ({ reported, overlap: overlap(terms, reported.terms) }))
    .filter(({ reported, overlap: share }) =>
      share.common >= 3
        ? share.claim >= 0.6
        : // "X denied that insurers were slow": few words, all of them the other's, and the same verb.
          share.claim > 0.98 &&
          reported.terms.size === terms.size &&
          cue !== "" &&
          cue === cueOf(reported.attribution, reported.sentence),
    )
    .sort((a, b) => b.overlap.claim - a.overlap.claim)
    .slice(0, 4);
  return scored.map(({ reported, overlap: share }) => {
    const said = voiceOf(reported.attribution, reported.sentence, reported.source);
    const { source, sentence: told, attribution: own } = reported;
    return {
      voice: said,
      attribution: own,
      sentence: told,
      source,
      passages: [{ source, sentence: told, focus: [own.content] }],
      confidence: 0.6 + 0.35 * share.claim,
      relation: compareVoices(voice, said, source),
    };
  });
}

/** The word family of the verb that reports, "" where none does or any would do. */
function cueOf({ cue }: Attribution, { tokens }: Sentence): string {
  const verb =
    cue && tokens.find(({ start, pos }) => start >= cue.start && start < cue.end && pos === "VERB");
  return !verb || /^(?:say|tell|add|state|note)$/.test(verb.lemma) ? "" : family(verb.lemma);
}

function indexOf(corpus: Corpus): ReportIndex {
  const known = indexes.get(corpus);
  if (known?.version === corpus.version) return known.index;
  const byTerm = new Map<string, Reported[]>();
  for (const source of corpus.sources) {
    for (const reported of reportsOf(source)) {
      for (const key of reported.terms.keys()) {
        const list = byTerm.get(key);
        if (list) list.push(reported);
        else byTerm.set(key, [reported]);
      }
    }
  }
  const index = { byTerm, sources: corpus.sources };
  indexes.set(corpus, { version: corpus.version, index });
  return index;
}

function reportsOf(source: SourceReading): readonly Reported[] {
  const known = bySource.get(source);
  if (known) return known;
  const found = source.sentences.flatMap((sentence) =>
    (/\?["”’]?$/.test(sentence.text) ? [] : sentence.attributions).map((attribution) => ({
      source,
      sentence,
      attribution,
      terms: contentTerms(sentence, attribution.content, attribution),
    })),
  );
  bySource.set(source, found);
  return found;
}

/** The content words with their weights, without those that name the speaker. */
function contentTerms(sentence: Sentence, content: Span, { speaker, cue }: Attribution): Map<string, number> {
  const outside = (term: Term, span: Span | null) =>
    span === null || term.end <= span.start || term.start >= span.end;
  const terms = new Map<string, number>();
  for (const term of sentence.terms) {
    if (term.start < content.start || term.end > content.end || term.weight < 0.15) continue;
    if (outside(term, speaker) && outside(term, cue)) terms.set(term.key, term.weight);
  }
  return terms;
}

const RARE_ENOUGH = 400;

function candidates(terms: ReadonlyMap<string, number>, index: ReportIndex): Reported[] {
  const counts = new Map<Reported, number>();
  for (const key of terms.keys()) {
    const list = index.byTerm.get(key) ?? [];
    if (list.length > RARE_ENOUGH) continue;
    for (const reported of list) counts.set(reported, (counts.get(reported) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= 2).map(([reported]) => reported);
}

function overlap(claim: ReadonlyMap<string, number>, source: ReadonlyMap<string, number>) {
  let shared = 0;
  let total = 0;
  let common = 0;
  for (const [key, weight] of claim) {
    total += weight;
    if (!source.has(key)) continue;
    shared += weight;
    common++;
  }
  return { claim: total === 0 ? 0 : shared / total, common };
}
