/** Links out of a book: never followed by themselves, only after the reader has seen where they lead. */
import { text } from "./data.ts";
import { element } from "./dom.ts";

const OUTSIDE = new Set(["http:", "https:", "mailto:"]);

/** The address if it may be offered to the reader at all; everything else is dropped in silence. */
export function outsideUrl(href: string): URL | null {
  try {
    const url = new URL(href);
    return OUTSIDE.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** Shows the address and offers a plain link to it: opening is the reader's own click. */
export function confirmLeaving(url: URL): void {
  const close = () => dialog.close();
  const open = element(
    "a",
    { class: "reader-action", href: url.href, target: "_blank", rel: "noopener noreferrer", onclick: () => setTimeout(close) },
    text("leave-open"),
  );
  const dialog = element(
    "dialog",
    { class: "reader-dialog", "aria-labelledby": "reader-leave-title" },
    element("h2", { id: "reader-leave-title" }, text("leave-title")),
    element("p", {}, text("leave-body")),
    element("p", { class: "reader-address" }, element("bdi", { dir: "ltr" }, url.href)),
    element(
      "div",
      { class: "reader-actions" },
      element("button", { type: "button", class: "reader-action quiet", onclick: close, autofocus: true }, text("cancel")),
      open,
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
