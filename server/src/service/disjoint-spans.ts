/**
 * Spans that do not overlap, found by binary search: for choosing among many claims or edits in linearithmic time.
 * Knows nothing but offsets.
 */
import { overlaps } from "../text/spans.ts";
import type { Span } from "../text/types.ts";

export class DisjointSpans {
  readonly #spans: Span[] = [];
  readonly #apart: boolean;

  /** With `apart`, spans that only touch count as overlapping too: two insertions at one place, for instance. */
  constructor(options: { readonly apart: boolean }) {
    this.#apart = options.apart;
  }

  /** True when the span overlaps one that was added. */
  overlaps(span: Span): boolean {
    const index = this.#indexFor(span);
    return this.#meets(this.#spans[index - 1], span) || this.#meets(this.#spans[index], span);
  }

  /** Adds a span that overlaps none. */
  add(span: Span): void {
    this.#spans.splice(this.#indexFor(span), 0, span);
  }

  #meets(one: Span | undefined, other: Span): boolean {
    if (!one) return false;
    if (this.#apart) return one.start <= other.end && other.start <= one.end;
    return overlaps(one, other);
  }

  #indexFor(span: Span): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.start < span.start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
