/**
 * Text of drafts and sources as a terminal may have it. Knows characters only.
 */

/** Text that cannot act on the terminal. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\uFFFD");
}
