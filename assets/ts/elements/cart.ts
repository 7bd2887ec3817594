// The cart's page: its forms are sent as any form is (see forms/send.ts), and the part that comes back tells the number for
// the bar and where the focus goes on. Without a connection the cart can be read, and paying waits.
import { showCount } from "../cart.ts";
import { isAway, onReach } from "../offline/reach.ts";

class Cart extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("renewed", ({ target }) => this.#goOn(target));
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest("a[aria-disabled=true]");
      if (link) event.preventDefault();
    });
    onReach(() => this.#check());
    // What one comes back to may have been ordered since.
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  }

  #goOn(part: EventTarget | null): void {
    if (!(part instanceof HTMLElement)) return;
    showCount(Number(part.dataset.count));
    (part.querySelector<HTMLElement>("[data-first]") ?? part).focus();
    this.#check();
  }

  #check(): void {
    const reason = this.querySelector<HTMLElement>("[data-offline]");
    if (reason) reason.hidden = !isAway();
    const link = this.querySelector(".cart__sum a.button");
    if (isAway()) link?.setAttribute("aria-disabled", "true");
    else link?.removeAttribute("aria-disabled");
  }
}

customElements.define("shop-cart", Cart);
