// The bar with price and button, on a book's page: in sight while the page's own button has been scrolled away above.

class BuyBar extends HTMLElement {
  #watch?: IntersectionObserver;

  connectedCallback(): void {
    const own = document.querySelector(".book__actions > :first-child");
    // The bar at the top hides what is below it.
    const top = document.querySelector(".bar")?.clientHeight ?? 0;
    this.#watch = new IntersectionObserver((seen) => {
      const last = seen.at(-1);
      this.hidden = !last || last.isIntersecting || last.boundingClientRect.top > top;
    }, { rootMargin: `-${top}px 0px 0px` });
    if (own) this.#watch.observe(own);
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }
}

customElements.define("shop-buy-bar", BuyBar);
