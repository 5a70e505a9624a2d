/**
 * Asks the rules about a sentence with one source alone, so that sources can be weighed against one another. Keeps what
 * the rules read of a source while that source is asked often. Decides nothing.
 */
import type { Standings } from "../sources/standing.ts";
import type { Reading, Sentence, SourceReading } from "../statements/types.ts";
import type { Pairing } from "./alignment/align.ts";
import { isContradiction } from "./decision/disagreement.ts";
import { type Panel, weighSources } from "./decision/disputes.ts";
import { type AskedAlone, restated } from "./decision/restatement.ts";
import { isOtherWording, isQuotedBySource } from "./quotation/disputes.ts";
import { createRules, type RuleGroup, type Rules } from "./rules.ts";
import { sourcesOfCell } from "./table/tables.ts";
import type { Corpus, Finding, Passage } from "./types.ts";

/** Kinds on which the rules on voices speak both for and against a source. */
const SPOKEN: readonly Finding["kind"][] = ["quotation", "speaker", "role", "name"];
/** Sources that are asked about one sentence. */
const MOST_ASKED = 6;
/** … where nothing is told of it. */
const FEWER_ASKED = 3;
/** Statements of one source that may restate a claim. */
const MOST_RESTATED = 2;
/** Sources of which the rules' reading is kept. */
const KEPT = 50;

/** Two passages with other names in one place must share this much of their words, or they tell of two things. */
const ALIKE = 0.5;
/** So much of a sentence, or of the statement beside it, must be met for its source to be asked alone … */
const BESIDE = 0.6;
/** … and so much by one of them. */
const NEXT_TO = 0.75;

/** Whether a group of rules tells what a source bears out, too. */
function speaksForSources(group: RuleGroup): boolean {
  return group === "voices" || group === "names";
}

/** A sentence with what the sources hold beside it. */
export interface Placed {
  readonly sentence: Sentence;
  readonly draft: Reading;
  readonly near: readonly Pairing[];
}

/** The rules with the sources that they are asked about. */
interface Bench {
  readonly rules: Rules;
  readonly corpus: Corpus;
}

export class RulePanels {
  readonly #benches = new Map<SourceReading | null, Bench>();
  readonly #corpus: Corpus;
  readonly standings: Standings;

  constructor(corpus: Corpus, standings: Standings) {
    this.#corpus = corpus;
    this.standings = standings;
  }

  /** What a group of rules found with all sources, once these are weighed against one another. */
  weighed(group: RuleGroup, together: readonly Finding[], placed: Placed): readonly Finding[] {
    const contested = this.#contested(group, together, placed);
    if (contested.length < 2) return together;
    const { sentence, draft, near } = placed;
    const alone = (source: SourceReading) => this.#alone(source, group);
    const panel: Panel = {
      standings: this.standings,
      contested,
      alone: (source) => alone(source)(sentence, draft),
      current: () => this.#asked(this.#current(), group)(sentence, draft),
      restated: (contradiction, by, source) => restated(contradiction, statementsOf(source, near), alone(by)),
      disagreement: (kind, agreeing, other) => disagreement(kind, agreeing, other, alone(other.source)),
    };
    return weighSources(together, panel);
  }

  /** The sources that may disagree, those that were named first. */
  #contested(
    group: RuleGroup,
    together: readonly Finding[],
    { sentence, draft, near }: Placed,
  ): SourceReading[] {
    const isTold = ({ kind, verdict }: Finding) =>
      speaksForSources(group) ? SPOKEN.includes(kind) : verdict === "contradicted";
    const told = together.filter((finding) => isTold(finding) && finding.passages.length > 0);
    const named = told.flatMap(({ passages }) => passages.map(({ source }) => source));
    const { index } = this.#corpus;
    if (group === "beside" && index) named.push(...sourcesOfCell(sentence, draft, index));
    const beside = besideOf(group, told.length > 0, near);
    const sources = [...named, ...beside.map(({ statement }) => statement.source)];
    return [...new Set(sources)].slice(0, told.length > 0 ? MOST_ASKED : FEWER_ASKED);
  }

  #alone(source: SourceReading, group: RuleGroup): AskedAlone {
    return this.#asked(
      this.#bench(source, () => [source]),
      group,
    );
  }

  #current(): Bench {
    return this.#bench(null, () =>
      this.#corpus.sources.filter((source) => !this.standings.superseded.has(source)),
    );
  }

  #bench(key: SourceReading | null, sources: () => readonly SourceReading[]): Bench {
    let bench = this.#benches.get(key);
    if (bench) this.#benches.delete(key);
    else {
      const among = sources();
      const corpus = { ...this.#corpus, sources: among, among: new Set(among) };
      bench = { rules: createRules(), corpus };
    }
    this.#benches.set(key, bench);
    if (this.#benches.size > KEPT) this.#benches.delete(this.#benches.keys().next().value!);
    return bench;
  }

  #asked({ rules, corpus }: Bench, group: RuleGroup): AskedAlone {
    return (sentence, reading) =>
      rules[group].flatMap((rule) => rule(sentence, reading, corpus)).filter(countsBetweenSources);
  }
}

/** Further statements whose sources are asked: an act turned round leaves its words as they are, told or not. */
function besideOf(group: RuleGroup, isAnyTold: boolean, near: readonly Pairing[]): readonly Pairing[] {
  if (group === "relations" || (group === "names" && isAnyTold)) return restating(near);
  return isAnyTold ? near : [];
}

/** The statements that may tell all that a sentence tells. */
function restating(near: readonly Pairing[]): readonly Pairing[] {
  const met = ({ covered, answered }: Pairing) => Math.max(covered, answered);
  return near.some((pairing) => met(pairing) >= NEXT_TO)
    ? near.filter((pairing) => met(pairing) >= BESIDE)
    : [];
}

/**
 * Of quotations only those that a source quotes, in its words or with another word, tell anything of another source; of
 * their speakers only where the words are the same: two people may say nearly the same.
 */
function countsBetweenSources(finding: Finding): boolean {
  const { kind, verdict, features } = finding;
  if (kind === "speaker")
    return verdict !== "contradicted" || features.direct === 0 || features.verbatim === 1;
  if (kind !== "quotation") return true;
  return verdict === "contradicted" ? isOtherWording(finding) : isQuotedBySource(finding);
}

function statementsOf(source: SourceReading, near: readonly Pairing[]) {
  return near
    .filter(({ statement }) => statement.source === source)
    .slice(0, MOST_RESTATED)
    .map(({ statement }) => statement);
}

/** The agreeing passage where the other's source contradicts it, its deciding words as narrow as they are known. */
function disagreement(
  kind: Finding["kind"],
  agreeing: Passage,
  other: Passage,
  ask: AskedAlone,
): Passage | null {
  // What is told as a transcript has no marks by which it could be read as a quotation of a draft.
  if (kind === "quotation" && agreeing.sentence.quotations.length === 0) return agreeing;
  if (kind === "name" && shared(other.sentence, agreeing.sentence) < ALIKE) return null;
  const found = ask(agreeing.sentence, agreeing.source);
  // The passage of a speaker is what was said, not who said it.
  if (kind === "speaker")
    return found.some((finding) => finding.kind === kind && finding.verdict === "contradicted")
      ? agreeing
      : null;
  const contradiction = found.find((finding) => isContradiction(finding, kind, agreeing));
  if (!contradiction) return null;
  return kind === "quotation" ? { ...agreeing, focus: [contradiction.span] } : agreeing;
}

/** The weighted share of a sentence's words, names apart, that another one has. */
function shared(sentence: Sentence, other: Sentence): number {
  const known = new Set(other.terms.map(({ key }) => key));
  const words = sentence.terms.filter(({ name }) => !name);
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const met = words.reduce((sum, { key, weight }) => sum + (known.has(key) ? weight : 0), 0);
  return all === 0 ? 0 : met / all;
}
