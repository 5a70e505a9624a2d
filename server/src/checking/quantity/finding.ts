/**
 * How the rules on figures tell what they find, each in its own words. Knows the shape of a finding only.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Finding } from "../types.ts";

/** What a rule has to say of a wrong figure; what it leaves out there is none of. */
interface WrongFigure extends Pick<Finding, "span" | "confidence" | "passages"> {
  readonly expected?: string | null;
  readonly message?: string | null;
  readonly arithmetic?: string | null;
  readonly replacements?: Finding["replacements"];
}

/** The finding that the figure at `span` (offsets in the sentence) is ruled out. */
export function contradictedFigure(sentence: Sentence, told: WrongFigure): Finding {
  const { span, confidence, passages } = told;
  return {
    kind: "quantity",
    verdict: "contradicted",
    sentence,
    span,
    confidence,
    actual: textOf(sentence, span),
    expected: told.expected ?? null,
    message: told.message ?? null,
    arithmetic: told.arithmetic ?? null,
    passages,
    replacements: told.replacements ?? [],
    features: {},
  };
}

function textOf({ text }: Sentence, { start, end }: Span): string {
  return text.slice(start, end);
}
