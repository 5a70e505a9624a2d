/**
 * Which files a draft's front matter names as its bibliography, and which file of a folder is one by its looks. Knows
 * paths; touches no disk.
 */

const ENDINGS = /\.(?:bib|bibtex|biblatex|json|ya?ml)$/i;
/** What a JSON or YAML file is called that holds references and no settings. */
const NAMES = /(?:bib|refs?\b|references?|citations?|literature|csl|library)/i;

/** The files that `bibliography:` of a front matter names, with forward slashes; addresses and absolute paths are none. */
export function bibliographyNames(data: Readonly<Record<string, unknown>>): string[] {
  const value = data.bibliography;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter((name): name is string => typeof name === "string" && ENDINGS.test(name.trim()))
    .map((name) => name.trim().replaceAll("\\", "/"))
    .filter((name) => name.length <= 500 && !/^(?:\/|~|\w{1,12}:)/.test(name))
    .slice(0, 20);
}

/** The one bibliography among the files of a folder: a sole `.bib`, else a sole JSON or YAML file by its name; else null. */
export function soleBibliography(paths: readonly string[]): string | null {
  const bibtex = paths.filter((path) => /\.(?:bib|bibtex|biblatex)$/i.test(path));
  if (bibtex.length > 0) return bibtex.length === 1 ? bibtex[0]! : null;
  const others = paths.filter(
    (path) => ENDINGS.test(path) && NAMES.test(path.replace(/^.*\//, "").replace(ENDINGS, "")),
  );
  return others.length === 1 ? others[0]! : null;
}
