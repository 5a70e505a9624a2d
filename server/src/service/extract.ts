/**
 * What a source states, as plain data: its sentences with their values and who said what. Knows readings, not files.
 */
import type { DateValue, QuantityValue } from "../kinds/types.ts";
import type { Attribution, Sentence, SourceReading } from "../statements/types.ts";
import type { Span } from "../text/types.ts";
import { toDocument } from "./claims.ts";
import type {
  ExtractedAttribution,
  ExtractedMention,
  ExtractedStatement,
  ExtractedValue,
  SourceExtract,
} from "./types.ts";

/** The statements of a source in document order; sentences without any value are listed too. */
export function extractSource(source: SourceReading): SourceExtract {
  const { text } = source.document;
  return {
    path: source.uri,
    title: source.title,
    published: source.published,
    statements: source.sentences
      .filter((sentence) => sentence.block.kind !== "heading")
      .map((sentence) => statementOf(sentence, text)),
  };
}

function statementOf(sentence: Sentence, text: string): ExtractedStatement {
  const place = (span: Span) => {
    const { start, end } = toDocument(sentence, span);
    return { start, end, text: text.slice(start, end) };
  };
  const values: ExtractedValue[] = [
    ...sentence.dates
      .filter((date) => date.from !== null || date.to !== null)
      .map((date) => ({ kind: "date" as const, ...place(date), ...dateDetail(date) })),
    ...sentence.quantities.map((quantity) => ({
      kind: "quantity" as const,
      ...place(quantity),
      ...quantityDetail(quantity),
    })),
    ...sentence.quotations
      .filter(({ scare }) => !scare)
      .map((quotation) => ({ kind: "quotation" as const, ...place(quotation) })),
    ...sentence.names.map((name) => ({
      kind: "name" as const,
      ...place(name),
      canonical: name.canonical,
      type: name.type,
    })),
  ];
  values.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    ...place({ start: 0, end: sentence.text.length }),
    values,
    attributions: sentence.attributions.map((attribution) => attributionOf(attribution, place)),
  };
}

function dateDetail({ from, to }: DateValue) {
  return { from, to };
}

function quantityDetail({ min, max, approximate, unit }: QuantityValue) {
  return { min, max, approximate, unit };
}

function attributionOf(
  attribution: Attribution,
  place: (span: Span) => ExtractedMention,
): ExtractedAttribution {
  const { speaker, role, cue, content, direct, canonical } = attribution;
  const { start, end } = place(content);
  return {
    speaker: speaker && { ...place(speaker), canonical },
    role: role && place(role),
    cue: cue && place(cue),
    content: { start, end },
    direct,
  };
}
