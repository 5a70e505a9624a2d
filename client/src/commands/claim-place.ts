/**
 * The claim that a command acts on.
 */
import { window } from "vscode";
import type { ClaimPlace } from "../../../server/src/protocol.ts";
import { claimAt } from "../findings.ts";
import { activeDraft } from "./active-draft.ts";

/** The claim that a quick fix names, else the one at the cursor; null, and said so, where there is none. */
export function claimPlace(given: unknown): ClaimPlace | null {
  return isClaimPlace(given) ? given : claimAtCursor();
}

function isClaimPlace(value: unknown): value is ClaimPlace {
  return (
    typeof value === "object" &&
    value !== null &&
    "fingerprint" in value &&
    "uri" in value &&
    "range" in value
  );
}

function claimAtCursor(): ClaimPlace | null {
  const editor = activeDraft();
  if (!editor) return null;
  const place = claimAt(editor.document, editor.selection.active);
  if (!place) void window.showInformationMessage("Put the cursor on a finding first; there is none here.");
  return place;
}
