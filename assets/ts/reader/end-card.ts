/** The card after the last page: of the book, or of its sample with the way to the rest. */
import { readerData, text } from "./data.ts";
import { element } from "./dom.ts";

let card: HTMLDialogElement | null = null;

export function showEnd(isSample: boolean): void {
  if (card?.open) return;
  card?.remove();
  const { offer, back_url: back, book } = readerData();
  const kind = isSample ? "sample-end" : "end";
  const price = isSample && offer ? element("p", { class: "reader-offer" }, element("bdi", {}, offer.text)) : null;
  const onwards = isSample && offer
    ? element("a", { class: "reader-action", href: offer.url }, offer.label)
    : element("a", { class: "reader-action", href: back }, text("back"));
  const stay = element("button", { type: "button", class: "reader-action quiet", onclick: () => card?.close() }, text("stay"));
  card = element(
    "dialog",
    { id: "reader-end", class: "reader-dialog", "aria-labelledby": "reader-end-title" },
    element("span", { class: "nuqta", "aria-hidden": "true" }),
    element("h2", { id: "reader-end-title" }, text(`${kind}-title`)),
    element("p", {}, element("bdi", {}, book.title)),
    element("p", {}, text(!isSample && readerData().reader ? "end-finished" : `${kind}-body`)),
    price,
    element("div", { class: "reader-actions" }, stay, onwards),
  );
  document.body.append(card);
  card.showModal();
}
