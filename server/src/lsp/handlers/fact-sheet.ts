/**
 * First fact sheets of sources, to be edited and saved by the writer. Writes no file.
 */
import { URI, Utils } from "vscode-uri";
import { type DocumentPlace, type FactSheetResult, Methods } from "../../protocol.ts";
import { failed } from "../../service/failures.ts";
import type { Session } from "../session.ts";
import { normalUri, shortName } from "../source-places.ts";

const FAILED: FactSheetResult = {
  text: null,
  place: null,
  problem: failed("make the fact sheet"),
  failed: true,
};

export function serveFactSheets(session: Session): void {
  session.connection.onRequest(Methods.factSheet, ({ uri }: DocumentPlace) =>
    session.answer("Making a fact sheet", uri, FAILED, async () => {
      await session.library.ready;
      return sheetOf(session, uri);
    }),
  );
}

async function sheetOf(session: Session, uri: string): Promise<FactSheetResult> {
  const { checker, library, roots } = session;
  const source = library.sourceAt(uri);
  if (source === null || checker.sourceText(source) === undefined) {
    const problem =
      "This file is none of the sources that could be read: put it into a folder “sources” first.";
    return { text: null, place: null, problem };
  }
  const isSheet = session.isFactSheet(uri);
  if (isSheet) return { text: null, place: null, problem: "This is a fact sheet already." };
  // A path from the workspace folder holds wherever in it the sheet is saved.
  const text = checker.factSheet([source], (one) => shortName(normalUri(one), roots));
  return { text, place: await freePlace(session, source), problem: null };
}

/** Beside the source: "release-facts.md", or with a number where that is taken. */
async function freePlace({ host }: Session, source: string): Promise<string> {
  const place = URI.parse(source);
  const name = Utils.basename(place).replace(/\.\w{1,8}$/, "");
  for (let count = 1; ; count++) {
    const candidate = Utils.joinPath(
      place,
      "..",
      `${name}-facts${count === 1 ? "" : `-${count}`}.md`,
    ).toString();
    if (count > 99 || (await host.kindOf(candidate)) === null) return candidate;
  }
}
