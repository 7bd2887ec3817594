/** Footnotes: which links lead to one, and which part of a document it is. */

const OPS = "http://www.idpf.org/2007/ops";
const REFERENCES = ["noteref", "biblioref", "glossref"];
const NOTES = ["footnote", "endnote", "rearnote", "note", "biblioentry", "glossdef"];
const INLINE = "a, span, sup, sub, em, strong, i, b, small, big, dfn";
// What is longer is a chapter, whatever the book calls it.
const LONGEST_NOTE = 6000;

function kinds(element: Element | null): Set<string> {
  const types = element?.getAttributeNS(OPS, "type")?.split(/\s+/) ?? [];
  const roles = element?.getAttribute("role")?.split(/\s+/).map((role) => role.replace(/^doc-/, "")) ?? [];
  return new Set([...types, ...roles]);
}

const isAny = (element: Element | null, names: string[]): boolean => {
  const known = kinds(element);
  return names.some((name) => known.has(name));
};

/** Whether a link leads to a note: it says so, or is raised above the line and does not lead back from one. */
export function isReference(link: Element): boolean {
  if (isAny(link, REFERENCES)) return true;
  if (isAny(link, ["backlink"]) || link.closest("nav, [role=doc-toc]")) return false;
  return [link, link.parentElement, link.childElementCount === 1 ? link.firstElementChild : null].some(isRaised);
}

function isRaised(element: Element | null): boolean {
  if (!element || element.localName === "body") return false;
  if (element.localName === "sup") return true;
  const align = element.ownerDocument.defaultView?.getComputedStyle(element).verticalAlign ?? "";
  return align === "super" || align === "text-top" || /^[1-9]/.test(align);
}

/** The note that an address leads to: the element itself, or the paragraph or item that it stands in; null if there is none. */
export function noteAt(target: Element | null): Element | null {
  if (!target) return null;
  const named = closest(target, (element) => isAny(element, NOTES));
  let note = named ?? target;
  while (note.matches(INLINE) && note.parentElement) note = note.parentElement;
  // An empty anchor stands before its note, or at its head.
  if (note === target.ownerDocument.body || note.textContent?.trim() === "") {
    const next = target.nextElementSibling ?? note.nextElementSibling;
    if (!next || next.matches(INLINE)) return null;
    note = next;
  }
  const item = note.closest("li, dd");
  const found = named || !item ? note : item;
  return (found.textContent?.length ?? 0) <= LONGEST_NOTE ? found : null;
}

function closest(start: Element, test: (element: Element) => boolean): Element | null {
  for (let element: Element | null = start; element; element = element.parentElement) if (test(element)) return element;
  return null;
}
