/**
 * The readers' thread: takes a file's bytes, gives back its text or the reason why there is none. Loads a format's reader
 * when a file of that kind is met for the first time. Knows messages; nothing of files.
 */
import { parentPort } from "node:worker_threads";
import type { BibliographyContent, BibliographyFormat } from "./bibliography.ts";
import { type Extracted, type Format, FormatError } from "./types.ts";

/** What is read of each format. */
export type Content = Record<Exclude<Format, "text">, Extracted> &
  Record<BibliographyFormat, BibliographyContent>;

export interface Job {
  readonly id: number;
  readonly format: keyof Content;
  readonly bytes: Uint8Array;
}
/** `page` tells that a long document is still being read. */
export type Answer =
  | { readonly id: number; readonly pages: number }
  | { readonly id: number; readonly extracted: Content[keyof Content] }
  | { readonly id: number; readonly state: FormatError["state"]; readonly reason: string };

parentPort?.on("message", (job: Job) => {
  void answer(job);
});
// Libraries complain on the console about what is odd in a file; the command line's output is no place for that.
for (const method of ["log", "warn", "error", "info"] as const) console[method] = () => {};

async function answer({ id, format, bytes }: Job): Promise<void> {
  const tell = (message: Answer) => parentPort?.postMessage(message);
  try {
    tell({ id, extracted: await extract(format, bytes, (pages) => tell({ id, pages })) });
  } catch (error) {
    if (error instanceof FormatError) tell({ id, state: error.state, reason: error.message });
    else tell({ id, state: "damaged", reason: "could not be made sense of. Save it anew or as plain text" });
  }
}

async function extract(
  format: Job["format"],
  bytes: Uint8Array,
  tellPages: (pages: number) => void,
): Promise<Content[keyof Content]> {
  switch (format) {
    case "html":
      return (await import("./html.ts")).readHtml(bytes);
    case "docx":
      return (await import("./docx.ts")).readDocx(bytes);
    case "pdf":
      return (await import("./pdf.ts")).readPdf(bytes, (page, pages) => {
        if (page === 1) tellPages(pages);
      });
    default:
      return (await import("./bibliography.ts")).readBibliography(format, new TextDecoder().decode(bytes));
  }
}
