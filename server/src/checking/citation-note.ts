/**
 * Whether a footnote only says where something stands: a source's title, with who published it and when. Such a note
 * claims nothing. Knows the metadata of sources, not what they say.
 */
import type { Sentence, SourceReading } from "../statements/types.ts";

/** Words that a note may have besides what is known of the source: "see", "p. 4", "ibid.", "accessed". */
const MOST_BESIDES = 5;

/** Whether the sentence is a footnote's that names one of the sources and says hardly anything else. */
export function isCitationNote(
  { block, text, dates }: Sentence,
  sources: readonly Pick<SourceReading, "title" | "publisher">[],
): boolean {
  if (block.footnote === null) return false;
  const cited = sources.find(({ title }) => title !== "" && text.includes(title));
  if (!cited) return false;
  let rest = text;
  for (const known of [cited.title, cited.publisher ?? "", ...dates.map((date) => date.text)])
    if (known !== "") rest = rest.replace(known, " ");
  const besides = rest.replace(/https?:\S+/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  return besides.length <= MOST_BESIDES;
}
