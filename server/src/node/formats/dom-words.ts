/**
 * The words of a piece of a page on one line, and what of it a reader does not see. Knows HTML's elements;
 * nothing of Markdown.
 */
import { type DomElement, type DomNode, isElement } from "./dom.ts";

const SKIPPED = new Set(
  "script style noscript template svg math iframe object embed form button input select textarea nav head audio video canvas map del s strike dialog menu".split(
    " ",
  ),
);
/** Elements that stand on lines of their own. */
export const BLOCKS = new Set(
  "address article aside body caption center dd details div dl dt fieldset figcaption figure footer header hgroup html legend main p section summary tbody td tfoot th thead tr".split(
    " ",
  ),
);
/** Elements are nested this deep at most; what is deeper is taken as plain words. */
export const DEEPEST = 400;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The words of a table cell or heading on one line, unescaped. */
export function plainWords(root: DomElement): string {
  const parts: string[] = [];
  const collect = (node: DomNode, depth: number): void => {
    if (node.nodeType === 3) parts.push(node.textContent ?? "");
    if (!isElement(node) || isSkipped(node)) return;
    if (depth > DEEPEST) parts.push(node.textContent ?? "");
    else if (node.localName === "sup") parts.push(superscript(node));
    else {
      const apart = BLOCKS.has(node.localName) || node.localName === "br" || node.localName === "li";
      if (apart) parts.push(" ");
      for (const child of node.childNodes) collect(child, depth + 1);
      if (apart) parts.push(" ");
    }
  };
  for (const child of root.childNodes) collect(child, 0);
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** True for what a reader of the page does not see, or cannot read as words. */
export function isSkipped(element: DomElement): boolean {
  if (SKIPPED.has(element.localName)) return true;
  // The arrow that leads back from a note.
  if (element.localName === "a" && /^(?:[↩↑⤴^\s]|\ufe0e|\ufe0f){1,6}$/.test(element.textContent ?? ""))
    return true;
  if (element.getAttribute("hidden") !== null || element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style");
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** A mark of a note is left out, so that “2019³” is no number; a power stays one. */
export function superscript(node: DomElement): string {
  const text = (node.textContent ?? "").trim();
  if (!/^[[(]?[\d,\s*†‡§–-]{1,12}[\])]?$/.test(text)) return /^\[?[a-z]\]?$/.test(text) ? "" : text;
  if (node.querySelector("a") || node.parentElement?.localName === "a" || !/^[23]$/.test(text)) return "";
  const before = previousWords(node);
  const isPower = /(?:^|[\s\d])(?:[kcm]?m|ft|mi|in|yd|sq|s)$/.test(before);
  return isPower ? SUPERSCRIPTS[Number(text)]! : "";
}

function previousWords(node: DomElement): string {
  let before = "";
  for (const sibling of node.parentElement?.childNodes ?? []) {
    if (sibling === node) break;
    before = sibling.textContent ?? "";
  }
  return before.slice(-20);
}
