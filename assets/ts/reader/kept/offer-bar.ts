/** The offer to go to a place that another device, or this one, was at: a bar over the head of the page that stops nobody. */
import { percent, readerData, text } from "../data.ts";
import { byId, element } from "../dom.ts";
import type { Offer, Places } from "../places.ts";

// Who reads on has answered.
const KEPT_FOR_TURNS = 4;

export class OfferBar {
  #bar: HTMLElement | null = null;
  #page: number | null = null;
  #turned = 0;

  /** `go` jumps to the place of an offer, or to the beginning. */
  constructor(places: Places, go: (offer: Offer) => void) {
    places.onOffer((offer) => {
      this.#show(offer, (taken) => {
        this.hide();
        places.answer(offer, taken);
        if (taken) go(offer);
      });
    });
  }

  /** A page is on show. */
  moved(page: number): void {
    if (!this.#bar) return;
    if (this.#page !== null && page !== this.#page) this.#turned += 1;
    this.#page = page;
    if (this.#turned >= KEPT_FOR_TURNS) this.hide();
  }

  hide(): void {
    const hadFocus = this.#bar?.contains(document.activeElement) ?? false;
    this.#bar?.remove();
    this.#bar = null;
    if (hadFocus) byId("reader-stage").querySelector<HTMLElement>("[tabindex], foliate-paginator")?.focus();
  }

  #show(offer: Offer, answer: (taken: boolean) => void): void {
    this.hide();
    this.#turned = 0;
    this.#page = null;
    const button = (label: string, taken: boolean, look: string) => element("button", { type: "button", class: `reader-action ${look}`, onclick: () => answer(taken) }, text(label));
    const isFinished = offer.kind === "finished";
    this.#bar = element(
      "section",
      { id: "reader-offered", class: "reader-offered", "aria-label": text("offer") },
      element("p", { role: "status" }, words(offer)),
      button(isFinished ? "offer-anew" : "offer-go", true, ""),
      button("offer-stay", false, "quiet"),
    );
    byId("reader-view").append(this.#bar);
  }
}

function words({ kind, percent: share, device, at }: Offer): string {
  const date = new Intl.DateTimeFormat(readerData().locale === "ar" ? "ar-u-nu-latn" : readerData().locale, { day: "numeric", month: "long", year: "numeric" }).format(new Date(at));
  if (kind === "finished") return text("offer-finished", { date });
  const named = device === "" ? kind : `${kind}-named`;
  return text(`offer-${named}`, { percent: percent(share / 100), device });
}
