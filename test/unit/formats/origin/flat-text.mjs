/** Wraps pandoc's OpenDocument into a flat text document with a page layout of its own, for LibreOffice to convert. */

const LAYOUTS = {
  // A5 pages with running heads and page numbers, hyphenated and justified.
  report: { page: 'fo:page-width="14.8cm" fo:page-height="21cm"', columns: 1, size: "11pt" },
  // A4 with two columns below the title.
  columns: { page: 'fo:page-width="21cm" fo:page-height="29.7cm"', columns: 2, size: "10pt" },
  // Minutes: ragged right, no running heads.
  minutes: { page: 'fo:page-width="21cm" fo:page-height="29.7cm"', columns: 1, size: "12pt" },
};

export function flatText(opendocument, layout) {
  const { page, columns, size } = LAYOUTS[layout];
  const namespaces = /<office:document-content([\s\S]*?)>/
    .exec(opendocument)[1]
    .replace(/office:version="[^"]*"/, "");
  const automatic =
    /<office:automatic-styles>([\s\S]*?)<\/office:automatic-styles>/.exec(opendocument)?.[1] ?? "";
  let text = /<office:text>([\s\S]*?)<\/office:text>/.exec(opendocument)[1];
  // The title that pandoc takes from the metadata stands in the text already.
  text = text.replace(/<text:p text:style-name="(?:Title|Author|Date)">[\s\S]*?<\/text:p>/g, "");
  const [head, ...rest] = text.split(/(?<=<\/text:h>)/);
  const content =
    columns > 1
      ? `${head}<text:section text:name="body" text:style-name="Columns">${rest.join("")}</text:section>`
      : text;
  const adjust = layout === "minutes" ? "start" : "justify";
  const header =
    layout === "minutes"
      ? ""
      : `<style:header><text:p text:style-name="Header">Ports Authority of Vesterland · Press office</text:p></style:header><style:footer><text:p text:style-name="Footer">Release 7/2024<text:tab/>Page <text:page-number>1</text:page-number> of <text:page-count>3</text:page-count></text:p></style:footer>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>Night ferry to Halden starts in June</dc:title><meta:creation-date>2024-02-02T09:00:00</meta:creation-date><dc:date>2024-02-02T10:00:00</dc:date></office:meta>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:text-align="${adjust}"/><style:text-properties fo:font-size="${size}" style:font-name="Liberation Serif" fo:language="en" fo:country="US" fo:hyphenate="${layout !== "minutes"}"/></style:default-style>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="115%"/></style:style>
<style:style style:name="First_20_paragraph" style:display-name="First paragraph" style:family="paragraph" style:parent-style-name="Text_20_body"/>
<style:style style:name="Heading" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"><style:text-properties fo:font-size="18pt"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="2"><style:text-properties fo:font-size="13pt"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="1" text:footnotes-position="page" text:citation-body-style-name="Footnote_20_anchor" text:citation-style-name="Footnote_20_Symbol"/>
<style:style style:name="Footnote_20_anchor" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Footnote_20_Symbol" style:family="text"/>
</office:styles>
<office:automatic-styles>${automatic}
<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="${columns}" fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties ${page} fo:margin="1.8cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">${header}</style:master-page></office:master-styles>
<office:body><office:text>${content}</office:text></office:body></office:document>`;
}
