/**
 * What stands around an article on a web page: navigation, notices about cookies, related links, comments, buttons to
 * share. Knows how pages name and shape these; removes them from the tree.
 */
import { type DomElement, linkShare, textLength } from "./dom.ts";

const ALWAYS =
  "nav, script, style, noscript, template, form, iframe, button, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog], [role=alertdialog], [role=menu], [role=complementary], [aria-modal=true]";

/** Words of class names and ids, whole: "cookie-bar" but not "cookies-recipe". */
const NAMES =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|newsletter|subscribe|subscription|paywall|related|recommend(?:ed|ations?)|read-?more|more-?(?:news|stories|on)|comments?|disqus|respond|share|sharing|social|breadcrumbs?|sidebar|advert(?:isement)?s?|ads?|sponsored|promo|popup|modal|overlay|banner|menu|navbar|navigation|pagination|pager|tag-?(?:list|cloud)|toolbar|skip-?link|site-?(?:header|footer)|page-?footer|global-?(?:header|footer)|footer|masthead|trending|most-?(?:read|popular)|outbrain|taboola|author-?bio|print-?only|screen-reader-text|visually-hidden|sr-only)(?:$|[\s_-])/i;

const ENDINGS =
  /^(?:related|read (?:more|next|also)|more (?:from|on|stories|news|about|in)|see also|you (?:may|might) (?:also )?(?:like|be interested)|comments?|leave a (?:comment|reply)|\d+ comments?|share (?:this|on|article)|recommended|latest|most (?:read|popular|viewed)|trending|popular|newsletter|sign up|subscribe|follow us|stay (?:connected|informed|in touch)|tags|topics|advertisement|we value your privacy|cookies)/i;

/** Removes them from below `root`, as long as most of the words stay. */
export function removeClutter(root: DomElement): void {
  for (const element of [...root.querySelectorAll(ALWAYS)]) element.remove();
  const all = textLength(root);
  for (const element of [...root.querySelectorAll("[class], [id]")]) {
    const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
    if (NAMES.test(names) && isAside(element, all)) element.remove();
  }
  for (const element of [...root.querySelectorAll("footer, aside, header")]) {
    if (isSiteFurniture(element) && isAside(element, all)) element.remove();
  }
  removeLinkLists(root);
  removeEndings(root, all);
}

/** True for a part of the page that can go without taking the article with it. */
function isAside(element: DomElement, all: number): boolean {
  if (element.localName === "body" || element.localName === "html") return false;
  if (element.localName === "article" || element.localName === "main") return false;
  if (element.querySelector("main, [itemprop=articleBody]")) return false;
  const length = textLength(element);
  if (element.querySelector("h1") && length > 200) return false;
  return length <= all * 0.35;
}

/** The site's own head and foot; those of an article hold its headline and its notes. */
function isSiteFurniture(element: DomElement): boolean {
  if (element.localName === "aside") return linkShare(element) > 0.35;
  let above = element.parentElement;
  for (let depth = 0; above && depth < 200; depth++, above = above.parentElement)
    if (above.localName === "article" || above.localName === "main")
      return element.localName === "footer" && linkShare(element) > 0.5;
  return element.localName === "footer" || !element.querySelector("h1");
}

/** Lists of nothing but links lead elsewhere. */
function removeLinkLists(root: DomElement): void {
  for (const list of [...root.querySelectorAll("ul, ol")]) {
    const items = [...list.children];
    if (items.length < 2 || linkShare(list) < 0.85) continue;
    if (textLength(list) / items.length < 120) list.remove();
  }
}

/** "Read more" and what follows it, where that is mostly links. */
function removeEndings(root: DomElement, all: number): void {
  for (const heading of [...root.querySelectorAll("h2, h3, h4, h5, h6")]) {
    const parent = heading.parentElement;
    if (!parent || !ENDINGS.test((heading.textContent ?? "").trim())) continue;
    const section: DomElement[] = [];
    let isInside = false;
    for (const sibling of parent.children) {
      if (sibling === heading) isInside = true;
      else if (isInside && /^h[1-6]$/.test(sibling.localName)) break;
      if (isInside) section.push(sibling);
    }
    const length = section.reduce((sum, element) => sum + textLength(element), 0);
    const linked = section.reduce((sum, element) => sum + linkShare(element) * textLength(element), 0);
    if (length <= all * 0.3 && (linked > length * 0.4 || length < 60))
      for (const element of section) element.remove();
  }
}
