// The page of a book that the browser fetched or drew ahead counts as looked at only when somebody sees it: then it says
// so. A page that was asked for when it was opened was seen by the server already.

class Look extends HTMLElement {
  connectedCallback(): void {
    if (document.prerendering) document.addEventListener("prerenderingchange", () => this.#tell(), { once: true });
    else if (wasFetchedAhead()) this.#tell();
  }

  #tell(): void {
    const token = document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";
    const path = `/api/v1/books/${this.dataset.book}/views`;
    // An entry of the history more or less: nobody needs to hear of it.
    fetch(path, { method: "POST", headers: { "x-csrf-token": token }, keepalive: true }).catch(() => {});
  }
}

function wasFetchedAhead(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as { deliveryType?: string; activationStart?: number }[];
  return navigation?.deliveryType === "navigational-prefetch" || (navigation?.activationStart ?? 0) > 0;
}

customElements.define("shop-look", Look);

declare global {
  interface Document {
    /** Whether the page is drawn ahead and nobody sees it yet (Chromium only). */
    readonly prerendering?: boolean;
  }
}

export {};
