/**
 * The part of the HTML report on sources: what was used, and which facts no draft uses.
 */
import { writtenDate } from "../footnotes.ts";
import { counted } from "../messages.ts";
import { type Html, html, webAddress } from "./html-markup.ts";
import type { ClaimsReport, SourceSection, UnusedFact } from "./types.ts";

/** A table of the sources, then what each says that no draft takes up. */
export function htmlSources({ sources, drafts }: ClaimsReport): Html {
  const draft = drafts.length === 1 ? "the draft" : "any draft";
  const unused = sources.filter((source) => source.unused.length > 0);
  const facts =
    unused.length === 0
      ? null
      : html`<section><h2>Facts not used (${unused.reduce((sum, { facts, used }) => sum + (facts ?? 0) - used, 0)})</h2><p class="lead">What the sources say and ${draft === "the draft" ? "the draft does" : "no draft does"}${draft === "the draft" ? " not take up" : " take up"}: worth a look for what is missing.</p>
${unused.map(factList)}</section>`;
  return html`<section><h2>Sources (${sources.length})</h2>
${sources.length === 0 ? html`<p>No source was read.</p>` : table(sources)}</section>
${facts}`;
}

function table(sources: readonly SourceSection[]): Html {
  return html`<table><thead><tr><th scope="col">Source</th><th scope="col">Published</th><th scope="col" class="number">Claims decided</th><th scope="col" class="number">Facts used</th></tr></thead>
<tbody>${sources.map(row)}</tbody></table>`;
}

function row({ info, name, claims, facts, used }: SourceSection): Html {
  const { title, publisher, published, url, builtin, problem } = info;
  const address = webAddress(url);
  const lines = [
    html`<b><bdi>${title || name}</bdi></b>`,
    publisher === null ? null : html`<bdi>${publisher}</bdi>`,
    html`<span class="meta"><bdi>${name}</bdi>${builtin ? " (comes with Claimcheck)" : ""}</span>`,
    address === null
      ? null
      : html`<a class="meta" href="${address}" rel="noopener noreferrer">${address}</a>`,
    problem === null ? null : html`<span class="meta">${problem}</span>`,
  ].filter((line) => line !== null);
  return html`<tr><td>${lines.map((line, at) => html`${at === 0 ? null : html`<br>`}${line}`)}</td><td>${published === null ? "not known" : writtenDate(published)}</td><td class="number">${claims}</td><td class="number">${facts === null ? "–" : `${used} of ${facts}`}</td></tr>
`;
}

function factList({ info, name, unused, more }: SourceSection): Html {
  return html`<h3><bdi>${info.title || name}</bdi></h3>
<ul class="facts">${unused.map(fact)}</ul>
${more === 0 ? null : html`<p class="meta">And ${counted(more, "more fact")}.</p>`}`;
}

function fact({ text, cell, line, page }: UnusedFact): Html {
  return html`<li><span>${page === null ? `line ${line}` : `p. ${page}`}</span><bdi>${text}${cell === "" ? null : html` <small>(${cell})</small>`}</bdi></li>
`;
}
