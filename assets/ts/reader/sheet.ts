/** A sheet: from below on a phone, at the side on a wide screen. One is open at a time, `Esc` closes it. */
import { text } from "./data.ts";
import { element, iconButton } from "./dom.ts";

export class Sheet {
  readonly dialog: HTMLDialogElement;

  constructor(id: string, title: string, ...body: (Node | string)[]) {
    const heading = element("h2", { id: `${id}-title`, class: "reader-sheet-title", tabindex: "-1" }, title);
    const close = iconButton("close", text("close"), () => this.close());
    this.dialog = element(
      "dialog",
      { id, class: "reader-sheet", "aria-labelledby": heading.id, closedby: "any" },
      element("div", { class: "reader-sheet-head" }, heading, close),
      element("div", { class: "reader-sheet-body" }, ...body),
    );
    // Browsers without `closedby` report a click beside the sheet as one on the dialog itself.
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.close();
    });
    document.body.append(this.dialog);
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  open(): void {
    for (const other of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) other.close();
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }
}
