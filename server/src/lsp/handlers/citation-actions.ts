/**
 * Code actions on citations: insert one, repair one that names the wrong source, write one in another style.
 */
import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import { convertCitations } from "../../service/citations/convert.ts";
import { citationTitle, insertCitation, shortName } from "../../service/citations/insert.ts";
import { keyRepairs, repairCitation } from "../../service/citations/repair.ts";
import {
  CITATION_STYLES,
  type CitationChange,
  type CitationContext,
  type CitationStyle,
} from "../../service/citations/types.ts";
import type { Claim } from "../../service/report.ts";
import { citationContext, citationEdit, styleOf } from "../citations.ts";
import type { Checked } from "../drafts.ts";
import type { Session } from "../session.ts";

const INTO: Readonly<Record<CitationStyle, string>> = {
  footnote: "Convert to a footnote",
  pandoc: "Convert to a key of the bibliography",
  link: "Convert to a link",
};

/** Sources of a disputed claim that can be picked from. */
const MOST_SIDES = 4;

/** An action without what it is about, which its caller adds. */
export type CitationAction = Pick<CodeAction, "title" | "kind" | "edit">;

/** Makes the citation actions of one request, for which the bibliographies are read once. */
export class CitationActions {
  readonly #session: Session;
  readonly #checked: Checked;
  readonly #context: CitationContext;

  private constructor(session: Session, checked: Checked, context: CitationContext) {
    this.#session = session;
    this.#checked = checked;
    this.#context = context;
  }

  static async for(session: Session, checked: Checked): Promise<CitationActions> {
    return new CitationActions(session, checked, await citationContext(session, checked.document));
  }

  /** Cites the claim's source; where another one is cited for it, in its place or beside it. */
  ofClaim(claim: Claim): CitationAction[] {
    const [evidence] = claim.evidence;
    if (claim.verdict === "disputed") return this.#ofSides(claim);
    if (claim.verdict !== "supported" || !evidence) return [];
    const reading = this.#session.drafts.reading(this.#checked.document);
    const style = styleOf(this.#session, this.#checked.document);
    const wanted = { claim, evidence };
    const insert = insertCitation(reading, wanted, style, this.#context);
    if (claim.code !== "cited-source-disagrees") return this.#action(citationTitle(evidence), insert);
    const repaired = repairCitation(reading, wanted, this.#context);
    const name = shortName(evidence);
    return [
      ...(repaired ? this.#action(`Cite instead: ${name}`, repaired) : []),
      ...this.#action(`Cite too: ${name}`, insert),
    ];
  }

  /** The source that a draft cites settles what sources disagree about: each of them, those that agree first. */
  #ofSides(claim: Claim): CitationAction[] {
    const reading = this.#session.drafts.reading(this.#checked.document);
    const style = styleOf(this.#session, this.#checked.document);
    const agreeing = claim.evidence.filter(({ side }) => side === "agrees");
    const others = claim.evidence.filter(({ side }) => side !== "agrees");
    return [...agreeing, ...others].slice(0, MOST_SIDES).flatMap((evidence) => {
      const says = evidence.side === "agrees" ? "agrees with the draft" : "says otherwise";
      const insert = insertCitation(reading, { claim, evidence }, style, this.#context);
      return this.#action(`${citationTitle(evidence)} (${says})`, insert);
    });
  }

  /** Corrects the key at `at` where no bibliography has it. */
  keyAt(at: number): CitationAction[] {
    const reading = this.#session.drafts.reading(this.#checked.document);
    return keyRepairs(reading, at, this.#context).flatMap(({ key, edits }) =>
      this.#action(`Change to “@${key}”`, { edits, bibliography: null }),
    );
  }

  /** Writes the citation at `at` in another style. */
  at(at: number): CitationAction[] {
    const reading = this.#session.drafts.reading(this.#checked.document);
    const { claims } = this.#checked.report;
    return CITATION_STYLES.flatMap((style) => {
      const change = convertCitations(reading, style, this.#context, claims, at);
      return this.#action(INTO[style], change, CodeActionKind.RefactorRewrite);
    });
  }

  #action(title: string, change: CitationChange, kind: string = CodeActionKind.QuickFix): CitationAction[] {
    if (change.edits.length === 0) return [];
    const edit = citationEdit(this.#session, change, this.#checked.document, this.#context);
    return edit === null ? [] : [{ title, kind, edit }];
  }
}
