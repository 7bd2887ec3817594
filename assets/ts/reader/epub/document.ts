/** Makes a loaded document of a book ready for the renderer: what the web assumes and books do not. */
import { isRightToLeftLanguage, LONE_PICTURE } from "./book-styles.ts";
import type { Manifest } from "./manifest.ts";

export function prepare(doc: Document, manifest: Manifest, isFlowing: boolean): void {
  name(doc, manifest);
  if (!isFlowing) return;
  giveBody(doc);
  clearBackground(doc);
  for (const sheet of Array.from(doc.styleSheets)) adaptRules(sheet);
  doc.documentElement.toggleAttribute(LONE_PICTURE, isLonePicture(doc.body));
}

/** Whatever else can be seen without being text. */
const SEEN = "img, svg, math, video, audio, canvas, object, embed, iframe, hr, table, input, button, select, textarea";

/** A picture may hold words of its own (an SVG its title), which are no text of the document. */
function isLonePicture(body: HTMLElement): boolean {
  const [picture, ...others] = Array.from(body.querySelectorAll(SEEN)).filter((one) => !one.parentElement?.closest("svg"));
  const isPicture = picture !== undefined && others.length === 0 && /^(img|svg)$/.test(picture.localName);
  return isPicture && text(body) === text(picture);
}

const text = (element: Element): string => (element.textContent ?? "").trim();

/** The document's language and direction where it does not say, and a name for its frame. */
function name(doc: Document, { language, title, writing_mode: mode }: Manifest): void {
  const root = doc.documentElement;
  if (root instanceof (doc.defaultView?.HTMLElement ?? HTMLElement)) {
    root.lang ||= root.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang") ?? language;
    const isHorizontal = mode === "horizontal-tb";
    if (!root.dir && !doc.body?.dir && isHorizontal && isRightToLeftLanguage(root.lang)) root.dir = "rtl";
  }
  doc.defaultView?.frameElement?.setAttribute("title", title);
}

/** foliate lays out `document.body`, which a picture (SVG) in the reading order has not. */
function giveBody(doc: Document): void {
  if (!doc.body) Object.defineProperty(doc, "body", { value: doc.documentElement });
}

/**
 * foliate copies the body's background into the page, where it would be fetched with the page's
 * rights. The paper is ours, so a book's own is taken away before that.
 */
function clearBackground(doc: Document): void {
  for (const part of [doc.documentElement, doc.body]) part.style.setProperty("background", "none", "important");
}

/** Page breaks become column breaks; sizes fixed in points or pixels follow the reader's text size. */
function adaptRules(sheet: CSSStyleSheet | CSSGroupingRule): void {
  let rules: CSSRule[] = [];
  try {
    rules = Array.from(sheet.cssRules);
  } catch {
    return; // A sheet that could not be read stays as it is.
  }
  for (const rule of rules) {
    // Rules belong to the frame's realm, so `instanceof` of ours would not know them.
    if ("style" in rule && rule.type === 1) adapt((rule as CSSStyleRule).style);
    else if ("cssRules" in rule) adaptRules(rule as CSSGroupingRule);
  }
}

const PX_PER: Record<string, number> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 };
const ROOT_PX = 16;

function adapt(style: CSSStyleDeclaration): void {
  for (const side of ["break-before", "break-after"]) {
    const value = style.getPropertyValue(side);
    if (/^(page|always|left|right|recto|verso)$/.test(value)) style.setProperty(side, "column", style.getPropertyPriority(side));
  }
  const size = /^([\d.]+)(px|pt|pc|in|cm|mm)$/.exec(style.fontSize);
  if (!size) return;
  const px = Number(size[1]) * (PX_PER[size[2] ?? "px"] ?? 1);
  style.setProperty("font-size", `${px / ROOT_PX}rem`, style.getPropertyPriority("font-size"));
}
