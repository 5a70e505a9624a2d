/**
 * Link reference definitions (`[label]: target`) of a document. Knows where they stand in a syntax tree; knows nothing
 * of the links that use them.
 */
import { Tree } from "@lezer/common";

/** Normalised label → target. */
export type References = ReadonlyMap<string, string>;

/** A label as reference links compare it. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

/**
 * All definitions in `tree`, which starts at `base` of `text`; the first of a label counts. Returns `previous`
 * itself if nothing changed, so that what was read with it can be kept.
 */
export function collectReferences(text: string, tree: Tree, base: number, previous?: References): References {
  const found = new Map<string, string>();
  if (text.includes("]:")) collect(text, tree, base, found);
  if (!previous || previous.size !== found.size) return found;
  for (const [label, target] of found) if (previous.get(label) !== target) return found;
  return previous;
}

/** Containers, and the nameless nodes that balance a long one. */
const CONTAINERS = new Set([
  "",
  "Document",
  "BulletList",
  "OrderedList",
  "ListItem",
  "Blockquote",
  "FootnoteDefinition",
]);

function collect(text: string, tree: Tree, start: number, found: Map<string, string>): void {
  for (let index = 0; index < tree.children.length; index++) {
    const child = tree.children[index];
    if (!(child instanceof Tree)) continue;
    const from = start + tree.positions[index]!;
    if (CONTAINERS.has(child.type.name)) collect(text, child, from, found);
    else if (child.type.name === "LinkReference") addDefinition(text, child, from, found);
  }
}

function addDefinition(text: string, definition: Tree, from: number, found: Map<string, string>): void {
  const label = definition.topNode.getChild("LinkLabel");
  const url = definition.topNode.getChild("URL");
  if (!label || !url) return;
  const key = normaliseLabel(text.slice(from + label.from + 1, from + label.to - 1));
  if (!found.has(key)) found.set(key, text.slice(from + url.from, from + url.to).replace(/^<|>$/g, ""));
}
