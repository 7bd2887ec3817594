/** A button that puts a book into the cart without leaving the page; then it is the way to the cart. */
import { readerData, text, type CartOffer } from "../data.ts";
import { element } from "../dom.ts";

const PATIENCE_MS = 15_000;

export function cartButton(offer: CartOffer): HTMLElement {
  const said = element("span", { class: "reader-end__said", role: "status" });
  const whole = element("span", { class: "reader-end__cart" }, said);
  const button = element("button", { type: "button", class: "reader-action", onclick: () => void press() }, text("add-to-cart"));
  whole.prepend(offer.in_cart ? toCart() : button);

  async function press(): Promise<void> {
    button.disabled = true;
    said.textContent = "";
    const why = await add(offer.book);
    button.disabled = false;
    if (why !== null) {
      said.textContent = why;
      return button.focus();
    }
    offer.in_cart = true;
    const link = toCart();
    button.replaceWith(link);
    link.focus();
  }
  return whole;
}

const toCart = (): HTMLElement => element("a", { class: "reader-action", href: readerData().end.cart_url }, text("to-cart"));

/** Why it could not be; null where it is in the cart now. */
async function add(book: number): Promise<string | null> {
  const token = document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";
  const headers = { "x-csrf-token": token, accept: "application/json", "accept-language": document.documentElement.lang };
  try {
    const answer = await fetch(`/api/v1/cart/items/${book}`, { method: "PUT", headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) return null;
    return ((await answer.json()) as { detail?: string }).detail ?? text("cart-failed");
  } catch {
    return text("cart-failed");
  }
}
