/**
 * The notices of other people's work that a bundle holds: of each package its name, version, licence and the text of that,
 * and those of the data that is built into the server. The build writes them beside the bundle, since nearly every licence
 * asks for them in copies.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Packages that come without a file for their licence, and where its text stands. */
const ELSEWHERE = {
  // By the same author, under the same licence.
  "@citation-js/date": "node_modules/@citation-js/core/LICENSE.md",
  "@citation-js/name": "node_modules/@citation-js/core/LICENSE.md",
  isarray: "node_modules/isarray/README.md",
};

/** What packages hold of others without saying so in the file of their licence. */
const INSIDE = {
  unpdf:
    "It contains PDF.js (https://github.com/mozilla/pdf.js), Copyright Mozilla Foundation, under the Apache License 2.0.",
};

const FILE = /^(?:licen[cs]e|notice|copying|copyright)/i;
const FULL_APACHE = "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION";
const RULE = "=".repeat(80);

/**
 * The notices as one text. `outputs` are those of the bundler's metafiles, `root` the folder that their paths start from.
 * Throws where a package has no text of its licence.
 */
export function notices(outputs, root) {
  const packages = packagesIn(outputs).map((folder) => noticeOf(folder, root));
  const text = [
    "Claimcheck contains other people's work. Their notices follow: of packages first, then of data.",
    ...packages,
    readFileSync(join(root, "server/data/NOTICE.md"), "utf8").trim(),
  ].join(`\n\n${RULE}\n\n`);
  if (text.includes("Apache") && !text.includes(FULL_APACHE))
    throw new Error("The notices name the Apache License and do not hold its text.");
  return `${text}\n`;
}

/** The folders of the packages that something of is in a bundle, sorted. */
function packagesIn(outputs) {
  const folders = Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs ?? {}).flatMap((file) => {
      const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll("\\", "/")) ?? [];
      return folder === undefined ? [] : [folder];
    }),
  );
  return [...new Set(folders)].sort();
}

function noticeOf(folder, root) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const files = readdirSync(join(root, folder)).filter((file) => FILE.test(file));
  const places = files.length > 0 ? files.map((file) => `${folder}/${file}`) : [ELSEWHERE[name]];
  const texts = places.flatMap((place) =>
    place !== undefined && existsSync(join(root, place))
      ? [readFileSync(join(root, place), "utf8").replaceAll("\r\n", "\n").trim()]
      : [],
  );
  if (texts.length === 0)
    throw new Error(`${name} has no licence file: find its text and name it in scripts/notices.mjs.`);
  const inside = INSIDE[name] === undefined ? [] : [INSIDE[name]];
  return [`${name} ${version} (${license})`, ...inside, ...texts].join("\n\n");
}
