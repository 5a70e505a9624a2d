/**
 * What a citation reads as in each style: `[^label]`, `[@key, p. 4]`, `([Publisher, p. 4](address))`. Knows the syntax and
 * addresses; not where in a draft it goes.
 */
import { type CitedSource, escapeMarkdown } from "../footnotes.ts";
import { clip } from "../messages.ts";
import { locatorOf } from "./locator.ts";

/** Words of a passage that an address leads to on either side. */
const FRAGMENT_WORDS = 5;

/** `[@key, p. 4; @other]`. */
export function pandocText(items: readonly { readonly key: string; readonly locator: string }[]): string {
  return `[${items.map(pandocItem).join("; ")}]`;
}

/** `@key, p. 4`; a hyphen in a range, which Pandoc makes a dash. */
export function pandocItem({ key, locator }: { readonly key: string; readonly locator: string }): string {
  const name = /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*[\p{L}\p{N}_]$|^[\p{L}\p{N}_]$/u.test(key)
    ? key
    : `{${key}}`;
  return locator === "" ? `@${name}` : `@${name}, ${locator.replace("–", "-")}`;
}

export interface LinkItem {
  readonly source: CitedSource;
  readonly target: string;
  readonly locator: string;
}

/** `([Publisher, p. 4](address); [Title](other))`. */
export function linkText(items: readonly LinkItem[]): string {
  const links = items.map(({ source, target, locator }) => {
    const name = escapeMarkdown(clip(source.publisher ?? (source.title || source.source), 60));
    const label = [name, locator].filter(Boolean).join(", ").replaceAll("|", "\\|");
    return `[${label}](${/[\s()<>]/.test(target) ? `<${target.replace(/[<>\s]/g, encodeURIComponent)}>` : target})`;
  });
  return `(${links.join("; ")})`;
}

/**
 * Where a link to a source leads: its address, at the page or at the words of `passage`; a file's path from the draft's
 * folder; null where neither is known.
 */
export function linkTarget(
  source: CitedSource,
  draft: string,
  passage: string | null,
  locator: string,
): string | null {
  const page = locatorOf(locator);
  const anchor = page?.unit === "page" ? `#page=${page.from}` : "";
  if (source.url !== null && /^https?:\/\//i.test(source.url)) {
    if (anchor !== "" || passage === null)
      return anchor === "" ? source.url : source.url.replace(/#.*$/s, "") + anchor;
    const fragment = textFragment(passage);
    return fragment === ""
      ? source.url
      : `${source.url}${source.url.includes("#") ? "" : "#"}:~:text=${fragment}`;
  }
  const path = relativePath(draft, source.source);
  return path === null ? null : path + anchor;
}

/** The words of a passage as a browser looks for them: the first and the last few. */
function textFragment(passage: string): string {
  const words = passage
    .replace(/!?\[([^\]]*)\]\([^()]*\)/g, "$1")
    .replace(/\[\^[^\]]*\]|[*_`~\\|#>]+/g, " ")
    .split(/\s+/)
    .filter(Boolean);
  const encode = (part: readonly string[]) =>
    encodeURIComponent(part.join(" ")).replace(/[-'()!*]/g, percent);
  if (words.length <= 2 * FRAGMENT_WORDS) return encode(words);
  return `${encode(words.slice(0, FRAGMENT_WORDS))},${encode(words.slice(-FRAGMENT_WORDS))}`;
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The way from a draft's folder to a file, both given as uris or both as paths; null where there is none. */
export function relativePath(from: string, to: string): string | null {
  const scheme = (path: string) => /^(\w{2,}):/.exec(path)?.[1] ?? "";
  if (to === "" || scheme(from) !== scheme(to) || !["", "file"].includes(scheme(to))) return null;
  const [here, there] = [from, to].map((path) =>
    path
      .replaceAll("\\", "/")
      .replace(/^(?:\.\/)+/, "")
      .split("/"),
  );
  let same = 0;
  while (same < here!.length - 1 && same < there!.length - 1 && here![same] === there![same]) same++;
  if (here!.slice(same).includes("..")) return null;
  const path = [...Array<string>(here!.length - 1 - same).fill(".."), ...there!.slice(same)].join("/");
  return scheme(to) === "file" ? path : encodeURI(path).replace(/[()#?]/g, percent);
}
