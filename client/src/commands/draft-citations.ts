/**
 * `Insert Citation for All Supported Claims in This Draft` and `Convert Citations in This Draft…`: one step of undo each,
 * the bibliography included.
 */
import { type QuickPickItem, window } from "vscode";
import {
  type ConvertParams,
  type DocumentPlace,
  type EditsResult,
  Methods,
} from "../../../server/src/protocol.ts";
import type { Session } from "../client.ts";
import { applyEdits } from "../edits.ts";
import { activeDraft } from "./active-draft.ts";

type Style = ConvertParams["style"];

const STYLES: readonly (QuickPickItem & { readonly style: Style })[] = [
  { style: "footnote", label: "Footnotes", detail: "The quay opens on 4 March.[^harbour-office-2024]" },
  {
    style: "pandoc",
    label: "Keys of the bibliography",
    detail: "The quay opens on 4 March [@harbour2024quay, p. 4].",
  },
  { style: "link", label: "Links", detail: "The quay opens on 4 March ([Harbour Office](https://…))." },
];

export async function insertAllCitations(session: Session): Promise<void> {
  const document = activeDraft()?.document;
  if (!document) return;
  const place: DocumentPlace = { uri: document.uri.toString() };
  const told = await applyEdits(document, () =>
    session.client.sendRequest<EditsResult>(Methods.insertAllCitations, place),
  );
  if (told !== null) void window.showInformationMessage(told);
}

/** `given` comes from a keybinding or a test that names the style already. */
export async function convertCitations(session: Session, given: unknown): Promise<void> {
  const document = activeDraft()?.document;
  if (!document) return;
  const style = STYLES.find((one) => one.style === given)?.style ?? (await askStyle());
  if (!style) return;
  const params: ConvertParams = { uri: document.uri.toString(), style };
  const told = await applyEdits(document, () =>
    session.client.sendRequest<EditsResult>(Methods.convertCitations, params),
  );
  if (told !== null) void window.showInformationMessage(told);
}

async function askStyle(): Promise<Style | undefined> {
  const picked = await window.showQuickPick(STYLES, {
    title: "Convert Citations in This Draft",
    placeHolder: "How the draft should cite; its other text stays as it is",
  });
  return picked?.style;
}
