/**
 * HTML written safely: a template that escapes whatever is put into it but other HTML. Knows no report.
 */

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = string | number | Html | null | readonly (Html | null)[];

/** The HTML of a template: strings are escaped, HTML is taken as it is, null leaves nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    strings.reduce((text, part, at) => text + part + (at < values.length ? written(values[at]!) : ""), ""),
  );
}

function written(value: HtmlValue): string {
  if (value === null) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map((one) => one?.text ?? "").join("");
  return escapeHtml(String(value));
}

/** Text that is only text in HTML, in an attribute too; characters that steer a terminal or turn text round are shown. */
function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters, marks that reverse the direction of text and half characters as U+FFFD. */
export function visibleText(text: string): string {
  return text.replace(
    /[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,
    "\uFFFD",
  );
}

/** An address that a reader may follow, or null: nothing but the web's own. */
export function webAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\/[^\s]/i.test(url)) return null;
  return URL.canParse(url) ? url : null;
}
