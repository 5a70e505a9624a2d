/**
 * What a source states, as plain data: its sentences with their values and who said what. Knows readings, not files.
 */
import { hasNumericDate, numericOrder, readDates, resolveDate } from "../kinds/date/index.ts";
import type { Day, QuantityValue } from "../kinds/types.ts";
import { pageAt } from "../sources/pages.ts";
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
  const dates = resolveDates(source);
  const mentions = speakerMentions(source);
  return {
    path: source.uri,
    title: source.title,
    publisher: source.publisher,
    published: source.published,
    url: source.url,
    statements: source.sentences
      .filter((sentence) => sentence.block.kind !== "heading")
      .map((sentence) => statementOf(source, sentence, dates.get(sentence) ?? [], mentions)),
  };
}

interface ResolvedDate extends Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * The dates of each sentence with their days. What counts from another date ("a year earlier") counts from the last one
 * told in this sentence or the one before; with none told so far in the document, from the day of publication.
 */
function resolveDates({ day, sentences }: SourceReading): ReadonlyMap<Sentence, readonly ResolvedDate[]> {
  const resolved = new Map<Sentence, ResolvedDate[]>();
  const order = numericOrder(sentences.flatMap(({ dates }) => dates.map((date) => date.text)));
  let last: { readonly sentence: number; readonly days: Omit<ResolvedDate, keyof Span> } | null = null;
  sentences.forEach((sentence, at) => {
    const found: ResolvedDate[] = [];
    const doubted = order !== undefined && hasNumericDate(sentence.text);
    const dates = doubted ? readDates(sentence.text, day, sentence.tokens, order) : sentence.dates;
    for (const date of dates) {
      const far: boolean = last !== null && at - last.sentence > 1;
      const anchored = date.anchored && date.bound !== "within";
      const days = anchored && far ? date : resolveDate(date, sentence.text, day, last?.days ?? null);
      if (days === null || (days.from === null && days.to === null)) continue;
      found.push({ start: date.start, end: date.end, from: days.from, to: days.to });
      if (!date.anchored && days.from !== null && days.to !== null) last = { sentence: at, days };
    }
    resolved.set(sentence, found);
  });
  return resolved;
}

/** Where the speaker of an attribution is named that its own sentence does not name: the nearest mention before, else behind. */
function speakerMentions({ document, sentences }: SourceReading): ReadonlyMap<Attribution, ExtractedMention> {
  const last = new Map<string, ExtractedMention>();
  const found = new Map<Attribution, ExtractedMention>();
  const waiting: Attribution[] = [];
  for (const sentence of sentences) {
    const meet = (canonical: string, span: Span) => {
      const { start, end } = toDocument(sentence, span);
      last.set(canonical, { start, end, text: document.text.slice(start, end) });
    };
    for (const name of sentence.names) meet(name.canonical, name);
    for (const { speaker, canonical } of sentence.attributions) if (speaker) meet(canonical, speaker);
    for (const attribution of sentence.attributions) {
      if (attribution.speaker) continue;
      const mention = last.get(attribution.canonical);
      if (mention) found.set(attribution, mention);
      else waiting.push(attribution);
    }
  }
  for (const attribution of waiting) {
    const mention = last.get(attribution.canonical);
    if (mention) found.set(attribution, mention);
  }
  return found;
}

function statementOf(
  { document: { text }, pages }: SourceReading,
  sentence: Sentence,
  dates: readonly ResolvedDate[],
  mentions: ReadonlyMap<Attribution, ExtractedMention>,
): ExtractedStatement {
  const place = (span: Span) => {
    const { start, end } = toDocument(sentence, span);
    return { start, end, text: text.slice(start, end) };
  };
  const values: ExtractedValue[] = [
    ...dates.map((date) => ({ kind: "date" as const, ...place(date), from: date.from, to: date.to })),
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
  const whole = place({ start: 0, end: sentence.text.length });
  const page = pageAt(pages, whole.start);
  return {
    ...whole,
    ...(page === null ? {} : { page }),
    values,
    attributions: sentence.attributions.map((attribution) =>
      attributionOf(attribution, place, mentions.get(attribution)),
    ),
  };
}

function quantityDetail({ min, max, approximate, unit }: QuantityValue) {
  return { min, max, approximate, unit };
}

function attributionOf(
  attribution: Attribution,
  place: (span: Span) => ExtractedMention,
  elsewhere: ExtractedMention | undefined,
): ExtractedAttribution {
  const { speaker, role, cue, content, direct, canonical } = attribution;
  const { start, end } = place(content);
  return {
    speaker: speaker ? { ...place(speaker), canonical } : elsewhere ? { ...elsewhere, canonical } : null,
    role: role && place(role),
    cue: cue && place(cue),
    content: { start, end },
    direct,
  };
}
