/**
 * Asks the rules on speakers, roles and names about a sentence with one source alone, so that sources can be weighed
 * against one another. Keeps what the rules read of a source while that source is asked often. Decides nothing.
 */
import type { Standings } from "../sources/standing.ts";
import type { Reading, Sentence, SourceReading } from "../statements/types.ts";
import { isContradiction } from "./disagreement.ts";
import type { Panel } from "./disputes.ts";
import { createVoiceRules } from "./rules.ts";
import type { Corpus, Finding, Passage, Rule } from "./types.ts";

/** Kinds on which such rules speak both for and against a source. */
const KINDS: readonly Finding["kind"][] = ["speaker", "role", "name"];
/** Sources that are asked about one sentence. */
const MOST_ASKED = 6;
/** Sources of which the rules' reading is kept. */
const KEPT = 50;

/** Two passages with other names in one place must share this much of their words, or they tell of two things. */
const ALIKE = 0.5;

type Asked = (sentence: Sentence, draft: Reading) => readonly Finding[];

export class RulePanels {
  #asked = new Map<SourceReading | null, Asked>();
  #sources: readonly SourceReading[] = [];
  readonly standings: Standings;

  constructor(sources: readonly SourceReading[], standings: Standings) {
    this.#sources = sources;
    this.standings = standings;
  }

  /** The panel for what the rules found with all sources; `near` are the sources that speak of the sentence's matter. */
  of(
    sentence: Sentence,
    draft: Reading,
    together: readonly Finding[],
    near: readonly SourceReading[],
  ): Panel {
    const told = together.filter(({ kind, passages }) => KINDS.includes(kind) && passages.length > 0);
    const named = told.flatMap(({ passages }) => passages.map(({ source }) => source));
    return {
      standings: this.standings,
      contested: told.length === 0 ? [] : [...new Set([...named, ...near])].slice(0, MOST_ASKED),
      alone: (source) => this.#alone(source)(sentence, draft),
      current: () => this.#current()(sentence, draft),
      disagree: (kind, agreeing, other) => this.#disagree(kind, agreeing, other),
    };
  }

  #disagree(kind: Finding["kind"], agreeing: Passage, other: Passage): boolean {
    if (kind === "name" && shared(other.sentence, agreeing.sentence) < ALIKE) return false;
    const found = this.#alone(other.source)(agreeing.sentence, agreeing.source);
    // The passage of a speaker is what was said, not who said it.
    return kind === "speaker"
      ? found.some((finding) => finding.kind === kind && finding.verdict === "contradicted")
      : found.some((finding) => isContradiction(finding, kind, agreeing));
  }

  #alone(source: SourceReading): Asked {
    return this.#kept(source, () => [source]);
  }

  #current(): Asked {
    return this.#kept(null, () => this.#sources.filter((source) => !this.standings.superseded.has(source)));
  }

  #kept(key: SourceReading | null, sources: () => readonly SourceReading[]): Asked {
    let asked = this.#asked.get(key);
    if (asked) this.#asked.delete(key);
    else asked = asks(createVoiceRules(), { sources: sources(), version: 0 });
    this.#asked.set(key, asked);
    if (this.#asked.size > KEPT) this.#asked.delete(this.#asked.keys().next().value!);
    return asked;
  }
}

function asks(rules: readonly Rule[], corpus: Corpus): Asked {
  return (sentence, draft) => rules.flatMap((rule) => rule(sentence, draft, corpus));
}

/** The weighted share of a sentence's words, names apart, that another one has. */
function shared(sentence: Sentence, other: Sentence): number {
  const known = new Set(other.terms.map(({ key }) => key));
  const words = sentence.terms.filter(({ name }) => !name);
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const met = words.reduce((sum, { key, weight }) => sum + (known.has(key) ? weight : 0), 0);
  return all === 0 ? 0 : met / all;
}
