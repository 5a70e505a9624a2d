/**
 * What becomes of a claim on which sources disagree where the draft cites one of them at the claim: that source decides.
 * Knows findings; which sources a passage of the draft cites it is told.
 */
import type { Finding } from "../checking/types.ts";
import type { SourceReading } from "../statements/types.ts";

/** The uris of the sources that the draft cites at an offset: in its sentence, else in its paragraph. */
export type CitedSources = (offset: number) => readonly string[];

/** The finding as the sources in `cited` have it, where they are all on one side; else the finding itself. */
export function settledByCitation(finding: Finding, cited: readonly string[]): Finding {
  const { sides } = finding;
  if (!sides || cited.length === 0) return finding;
  const isCited = (one: Finding) => cited.includes(sourceOf(one)?.uri ?? "");
  const agreeing = sides.supported.find(isCited);
  const other = sides.contradicted.find(isCited);
  if ((agreeing === undefined) === (other === undefined)) return finding;
  const settled = (agreeing ?? other)!;
  const { sentence } = finding;
  const source = sourceOf(sides.supported[0]);
  const outweighed = other && source ? { outweighed: { source, why: "not-cited" as const } } : {};
  return { ...settled, ...outweighed, sentence };
}

function sourceOf({ passages }: Finding): SourceReading | undefined {
  return passages[0]?.source;
}
