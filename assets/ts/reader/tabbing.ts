/**
 * Whether one goes about with the Tab key, and whether the focus is in the text: a frame in a shadow can say neither to a
 * style sheet, and a ring around the text is for who needs to see it only.
 */
import { byId } from "./dom.ts";

export function watchTabbing(place: Window | Document): void {
  place.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Tab") document.body.dataset.tabbing = "";
  });
  place.addEventListener("pointerdown", () => delete document.body.dataset.tabbing);
}

/** The same in a document of the book. */
export function watchText(doc: Document): void {
  watchTabbing(doc);
  const { dataset } = byId("reader-stage");
  doc.defaultView?.addEventListener("focus", () => (dataset.focused = ""));
  doc.defaultView?.addEventListener("blur", () => delete dataset.focused);
}
