/**
 * The statements beside a sentence of the draft, retrieved once for all that asks for them, and how the sentence stands
 * towards its sources. Knows the index, not what is compared.
 */
import type { StatementIndex } from "../../sources/statement-index.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import { KeptLately } from "../kept.ts";
import { ownKey } from "../own-key.ts";
import { type Stance, stanceOf } from "../stance.ts";
import { type Pairing, pairUp } from "./align.ts";
import { type Inheritance, inheritanceOf } from "./inheritance.ts";
import { createQuery, retrieve } from "./retrieve.ts";

/** Statements looked at per sentence. */
const CANDIDATES = 10;

export interface Beside {
  /** Best first. */
  readonly pairings: readonly Pairing[];
  readonly stance: Stance;
  /** Sentences that say the same have the same pairings where this is equal. */
  readonly inherited: string;
}

interface Kept extends Beside {
  readonly index: StatementIndex;
  readonly version: number;
}

const kept = new WeakMap<Sentence, Kept>();

/** What the sources hold beside a sentence, or those of them in `among`; kept while the index stays the same. */
export function statementsBeside(
  draft: Reading,
  sentence: Sentence,
  index: StatementIndex,
  among?: ReadonlySet<SourceReading>,
): Beside {
  const beside = allBeside(draft, sentence, index);
  return among ? { ...beside, pairings: ofSources(beside.pairings, among) } : beside;
}

/** The pairings with some sources, as if there were no others. */
function ofSources(pairings: readonly Pairing[], among: ReadonlySet<SourceReading>): readonly Pairing[] {
  const own = pairings.filter(({ statement }) => among.has(statement.source));
  const best = own[0]?.candidate.score || 1;
  return own.map((pairing, rank) => ({
    ...pairing,
    candidate: { ...pairing.candidate, rank },
    standing: pairing.candidate.score / best,
  }));
}

function allBeside(draft: Reading, sentence: Sentence, index: StatementIndex): Beside {
  const known = kept.get(sentence);
  if (known?.index === index && known.version === index.version) return known;
  const inheritance = inheritanceOf(draft, sentence, index);
  const pairings = pairingsOf(draft, sentence, index, inheritance);
  const stance = stanceOf(draft, sentence, (key) => index.holds(key));
  const beside = { pairings, stance, inherited: inheritance.key, index, version: index.version };
  kept.set(sentence, beside);
  return beside;
}

/** Sentences whose pairings are kept when they are read again: those around the place where somebody types. */
const LATELY = 64;

interface Lately {
  readonly version: number;
  readonly pairings: KeptLately<readonly Pairing[]>;
}

const lately = new WeakMap<StatementIndex, Lately>();

/** The pairings of a sentence, or of one that was its like: of its paragraph only what it inherits matters. */
function pairingsOf(
  draft: Reading,
  sentence: Sentence,
  index: StatementIndex,
  inheritance: Inheritance,
): readonly Pairing[] {
  let known = lately.get(index);
  if (known?.version !== index.version) {
    known = { version: index.version, pairings: new KeptLately(LATELY) };
    lately.set(index, known);
  }
  return known.pairings.get(`${ownKey(draft, sentence)}\u0002${inheritance.key}`, () => {
    const query = createQuery(draft, sentence, index, inheritance);
    return pairUp(query, retrieve(query, index, CANDIDATES), index);
  });
}
