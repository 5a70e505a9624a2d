/**
 * Which facts may enter the arithmetic that explains a claim: those of a statement and around it, of the statements that
 * the claims nearby are taken from, of a table's row or column with its sum. Knows pairings; does no arithmetic but sums.
 */
import { digitsOf } from "../../kinds/quantity/arithmetic.ts";
import type { QuantityValue } from "../../kinds/types.ts";
import type { Reading, Sentence, SourceReading } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { onTableScale } from "../alignment/cell-scale.ts";
import type { Companion } from "../alignment/companions.ts";
import { keptFor } from "../kept.ts";
import { gridsOf, isTotal, type Line } from "../table/grid.ts";

/** A fact that may enter the arithmetic. */
export interface Given<V extends Span> {
  readonly pairing: Pairing;
  readonly sentence: Sentence;
  readonly value: V;
}

/** Statements whose facts may be combined, each by itself, and the best ones together. */
const CONSIDERED = 4;
const TOGETHER = 3;
/** So many of the best statements of the claim itself stand beside those of the claims nearby: few first, then more. */
const OWN = [2, 4];
/** A claim nearby speaks of the statement it is held beside from this likelihood on. */
const NEARBY = 0.2;
/** A number of so many digits is hardly met by chance: more statements are tried, and the shares given elsewhere. */
const PARTICULAR = 3;
const MOST_SHARES = 20;
/** Sentences of the draft to either side whose figures a claim may be worked out from. */
const OWN_REACH = 2;
/** Rows of a table to either side of a cell's, in sentences. */
const ROW_REACH = 8;
/** Statements whose tables are summed up, and the fewest figures of a sum. */
const TABLES = 6;
const FEWEST = 3;

/** The statements beside a claim, each with what stands around it, and the best of them together. */
export function givensOfStatements(
  value: QuantityValue,
  pairings: readonly Pairing[],
): readonly Given<QuantityValue>[][] {
  const best = pairings.slice(0, CONSIDERED);
  const particular = digitsOf(value) >= PARTICULAR;
  return [
    ...(particular ? pairings : best).map((pairing) => givensBeside(pairing)),
    (particular ? pairings : best.slice(0, TOGETHER)).flatMap((pairing) =>
      givensOf(pairing, pairing.statement.sentence),
    ),
    sharedOut(value, best),
  ];
}

/** "17,000 tonnes more than they got": what the claims around are taken from, the likeliest first, and the claim's own best. */
export function givensAround(
  pairings: readonly Pairing[],
  companions: readonly Companion[],
): readonly Given<QuantityValue>[][] {
  const near = companions
    .filter(({ likelihood }) => likelihood >= NEARBY)
    .sort((a, b) => b.likelihood - a.likelihood)
    .map(({ pairing }) => pairing);
  return OWN.map((own) => {
    const bySentence = new Map<Sentence, Pairing>();
    for (const pairing of [...near, ...pairings.slice(0, own)])
      if (!bySentence.has(pairing.statement.sentence)) bySentence.set(pairing.statement.sentence, pairing);
    return [...bySentence].flatMap(([sentence, pairing]) => givensOf(pairing, sentence));
  });
}

/** The other figures that the draft gives in the sentence, just before it, and in its row of a table. */
export function figuresOfDraft({ sentences }: Reading, sentence: Sentence, claim: Span): QuantityValue[] {
  return around(sentences, sentence, OWN_REACH).flatMap((other) =>
    other.quantities
      .filter((value) => other !== sentence || value.start !== claim.start)
      .map((value) => onTableScale(other, value)),
  );
}

/** Sentences with the same key are told of the same figures by `figuresOfDraft`, but for their own. */
export function ownFiguresKey({ sentences }: Reading, sentence: Sentence): string {
  return around(sentences, sentence, OWN_REACH)
    .flatMap((other) =>
      other === sentence ? [] : other.quantities.map((value) => onTableScale(other, value)),
    )
    .map(figureKey)
    .join("\u0001");
}

/** Figures with the same key say the same, wherever they stand. */
export function figureKey({ start, end, text, number, noun, ...told }: QuantityValue): string {
  return JSON.stringify(told);
}

/** The sentence with those of its row of a table, or of its paragraph up to `reach` sentences away. */
function around(sentences: readonly Sentence[], sentence: Sentence, reach: number): Sentence[] {
  const { cell } = sentence.block;
  const far = cell ? ROW_REACH : reach;
  return sentences
    .slice(Math.max(0, sentence.index - far), sentence.index + far + 1)
    .filter(({ block, blockIndex }) =>
      cell
        ? block.cell?.table === cell.table && block.cell.row === cell.row
        : blockIndex === sentence.blockIndex,
    );
}

/** A row or column of a table that a statement stands in: its figures, and their sum. */
export interface Sum {
  readonly figures: readonly Given<QuantityValue>[];
  readonly total: QuantityValue;
}

/** The rows and columns through the cells among the best statements, each once. */
export function sumsBeside(pairings: readonly Pairing[]): Sum[] {
  const seen = new Set<Line>();
  return pairings.slice(0, TABLES).flatMap((pairing) => {
    const { source, sentence } = pairing.statement;
    const { cell } = sentence.block;
    const grid = cell && gridsOf(source).find(({ table }) => table === cell.table);
    if (!cell || !grid) return [];
    const across = grid.rows.get(cell.row);
    const columns = cell.column > 0 ? [grid.columns.get(cell.column)] : [...grid.columns.values()];
    return [across, ...columns].flatMap((line) => {
      if (!line || seen.has(line)) return [];
      seen.add(line);
      const others = line === across ? grid.columns : grid.rows;
      const sum = sumOf(pairing, line, (at) => isTotal(others.get(at)?.header ?? ""));
      return sum ? [sum] : [];
    });
  });
}

function sumOf(pairing: Pairing, { figures }: Line, isSum: (at: number) => boolean): Sum | null {
  const parts = [...figures].filter(([at]) => !isSum(at)).map(([, figure]) => figure);
  const first = parts[0]?.value;
  if (!first || parts.length < FEWEST) return null;
  if (parts.some(({ value }) => value.dimension !== first.dimension || value.unit !== first.unit))
    return null;
  if (first.dimension === "share" || first.dimension === "vote" || first.dimension === "ordinal") return null;
  const total = Number(parts.reduce((sum, { value }) => sum + value.nominal, 0).toPrecision(12));
  return {
    figures: parts.map((part) => ({ pairing, ...part })),
    total: { ...first, nominal: total, min: total, max: total },
  };
}

function givensOf(pairing: Pairing, sentence: Sentence): Given<QuantityValue>[] {
  return sentence.quantities.flatMap((quantity) =>
    sidesOf(onTableScale(sentence, quantity)).map((side) => ({ pairing, sentence, value: side })),
  );
}

/** The two sides of a vote are counts that may be added up with the abstentions. */
function sidesOf(quantity: QuantityValue): QuantityValue[] {
  if (quantity.dimension !== "vote" || quantity.against === undefined) return [quantity];
  return [quantity.nominal, quantity.against].map((votes) => ({
    ...quantity,
    dimension: "count",
    unit: null,
    min: votes,
    max: votes,
    nominal: votes,
  }));
}

/** "For the Isles that makes 1.12 million": a share that the source has elsewhere, of a figure of the best statement. */
function sharedOut(value: QuantityValue, [best]: readonly Pairing[]): Given<QuantityValue>[] {
  if (!best || !/^(?:money|measure|count)$/.test(value.dimension) || digitsOf(value) < PARTICULAR) return [];
  const { source, sentence } = best.statement;
  const wholes = givensOf(best, sentence).filter((given) => given.value.dimension !== "share");
  return wholes.length === 0
    ? []
    : [...wholes, ...sharesOf(source).map((one) => ({ pairing: best, ...one }))];
}

/** The shares that a source gives, each number once. */
const sharesOf = keptFor((source: SourceReading) => {
  const shares = new Map<number, { sentence: Sentence; value: QuantityValue }>();
  for (const sentence of source.sentences)
    for (const value of sentence.quantities)
      if (value.dimension === "share" && value.direction === 0 && value.min === value.max)
        shares.set(value.nominal, { sentence, value });
  return [...shares.values()].slice(0, MOST_SHARES);
});

/** The figures of the statement first, then those of its table row or of the sentences around it. */
function givensBeside(pairing: Pairing): Given<QuantityValue>[] {
  const { source, sentence } = pairing.statement;
  const others = around(source.sentences, sentence, 1).filter((other) => other !== sentence);
  return [sentence, ...others].flatMap((one) => givensOf(pairing, one));
}
