/** The card after the last page: of the book with what one may do now, of its sample with the way to the rest. */
import { readingOfPage } from "../sync/outbox.ts";
import type { Locator } from "../sync/kinds.ts";
import { readerData, text } from "./data.ts";
import { element } from "./dom.ts";
import { cartButton } from "./end/cart.ts";
import { nextInSeries } from "./end/next.ts";
import { shareButton } from "./end/share.ts";
import { stars } from "./end/stars.ts";

/** Goes to the beginning, and answers where that is. */
export type Again = () => Locator;

let card: HTMLDialogElement | null = null;

/** Shows the card over the last page, which stays where it is when the card is closed. */
export function showEnd(isSample: boolean, again?: Again): void {
  if (card?.open) return;
  card?.remove();
  card = element(
    "dialog",
    { id: "reader-end", class: "reader-dialog reader-end", "aria-labelledby": "reader-end-title" },
    element("span", { class: "nuqta", "aria-hidden": "true" }),
    element("h2", { id: "reader-end-title" }, text(isSample ? "sample-end-title" : "end-title")),
    element("p", {}, element("bdi", {}, readerData().book.title)),
    ...(isSample ? restOfSample() : endOfBook(again)),
  );
  document.body.append(card);
  card.showModal();
}

function restOfSample(): (HTMLElement | null)[] {
  const { offer, back_url: back } = readerData();
  const price = offer?.text ? element("p", { class: "reader-offer" }, element("bdi", {}, offer.text)) : null;
  const about = element("a", { class: "reader-action quiet", href: offer?.url ?? back }, offer?.label ?? text("back"));
  return [element("p", {}, text("sample-end-body")), price, actions(stay(), about, offer?.cart ? cartButton(offer.cart) : null)];
}

function endOfBook(again?: Again): (HTMLElement | null)[] {
  const { end, back_url: back } = readerData();
  const isKept = readingOfPage() !== null;
  const comment = end.comment_url ? element("a", { class: "reader-action quiet", href: end.comment_url }, text("end-comment")) : null;
  const anew = again ? element("button", { type: "button", class: "reader-action quiet", onclick: () => void readAgain(again) }, text("end-again")) : null;
  return [
    element("p", { class: "reader-end__word" }, text(isKept ? "end-finished" : "end-body")),
    isKept ? stars(end.my_rating) : null,
    end.next ? nextInSeries(end.next) : null,
    element("div", { class: "reader-actions reader-end__ways" }, comment, shareButton(end.share_url), anew),
    actions(stay(), element("a", { class: "reader-action", href: back }, text("back"))),
  ];
}

/** Begins the book once more: what was read until now belongs to another time. */
async function readAgain(again: Again): Promise<void> {
  card?.close();
  const locator = again();
  await (await readingOfPage())?.keepPlace(readerData().book.id, { locator, read_at: new Date().toISOString() }, true);
}

// What turns a page may be pressed once more than there are pages: then it must not rate the book.
const stay = (): HTMLElement => element("button", { type: "button", class: "reader-action quiet", autofocus: true, onclick: () => card?.close() }, text("stay"));
const actions = (...children: (HTMLElement | null)[]): HTMLElement => element("div", { class: "reader-actions" }, ...children);
