/**
 * What citations are tested with: sources with an address, a PDF without one, and a bibliography that knows one of them.
 */
import { readBibliography } from "../../../server/src/node/formats/bibliography.ts";
import type {
  Bibliography,
  CitationContext,
  KnownSource,
} from "../../../server/src/service/citations/types.ts";
import type { Evidence } from "../../../server/src/service/report.ts";
import { EVIDENCE, edited } from "../service/claims.ts";

const { source: uri, title, publisher, published, url } = EVIDENCE;
export const HARBOUR: KnownSource = { uri, title, publisher, published, url };
export const REPORT: KnownSource = {
  uri: "sources/annual (2023).pdf",
  title: "Annual report & accounts: 100% of the quays",
  publisher: "Ports Authority",
  published: "2023",
  url: null,
};
export const ON_PAGE: Evidence = { ...EVIDENCE, ...sourceOf(REPORT), text: "31 ports were paid.", page: 12 };

export function sourceOf({
  uri: source,
  ...rest
}: KnownSource): Omit<KnownSource, "uri"> & { source: string } {
  return { source, ...rest };
}

export function bibliography(
  text: string,
  format: Bibliography["format"] = "bibtex",
  at = "references.bib",
): Bibliography {
  return { uri: at, format, text, entries: readBibliography(format, text).entries };
}

export const LIBRARY = `@online{harbour, title = {Quay opens in spring}, url = {https://harbour.example.org/news/quay}}
@book{brandt2020, title = {The Law of Quays}, author = {Brandt, Ada and Ito, Ken}, year = 2020, publisher = {Quay Press}}
`;

export const CONTEXT: CitationContext = {
  draft: "drafts/brief.md",
  sources: [HARBOUR, REPORT],
  bibliographies: [],
  newBibliography: null,
};

export const WITH_LIBRARY: CitationContext = { ...CONTEXT, bibliographies: [bibliography(LIBRARY)] };

/** The context once the change is applied to its bibliographies. */
export function after(
  context: CitationContext,
  change: {
    readonly bibliography: null | {
      uri: string;
      isNew: boolean;
      edits: readonly { start: number; end: number; newText: string }[];
    };
  },
): CitationContext {
  const { bibliography: changed } = change;
  if (!changed) return context;
  const { bibliographies } = context;
  if (changed.isNew)
    return {
      ...context,
      bibliographies: [...bibliographies, bibliography(edited("", changed.edits), "bibtex", changed.uri)],
    };
  return {
    ...context,
    bibliographies: bibliographies.map((one) =>
      one.uri === changed.uri ? bibliography(edited(one.text, changed.edits), one.format, one.uri) : one,
    ),
  };
}
