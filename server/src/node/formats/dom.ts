/**
 * The few things of a parsed page that its readers ask for, since the editor's types know no browser.
 * Types and small questions only.
 */

export interface DomNode {
  /** 1 element, 3 text, 8 comment. */
  readonly nodeType: number;
  readonly childNodes: Iterable<DomNode>;
  readonly textContent: string | null;
  readonly parentElement: DomElement | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly id: string;
  readonly children: Iterable<DomElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly childNodes: Iterable<DomNode>;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** Whether a node is an element, no text or comment. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

/** Number of characters of words inside. */
export function textLength(node: DomNode): number {
  return (node.textContent ?? "").replace(/\s+/g, " ").trim().length;
}

/** Which share of the words inside are links, 0 to 1. */
export function linkShare(element: DomElement): number {
  const all = textLength(element);
  if (all === 0) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll("a")) linked += textLength(link);
  return linked / all;
}
