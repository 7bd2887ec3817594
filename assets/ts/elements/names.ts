// Suggests the names that the shop has while one is typed, in the browser's own list: `data-names` of a field says whose.

/** How long the keys have to rest, in milliseconds. */
const REST_OF_KEYS = 200;

class Names extends HTMLElement {
  #timer = 0;
  #list = document.createElement("datalist");

  connectedCallback(): void {
    this.#list.id = "known-names";
    this.append(this.#list);
    this.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.dataset.names) return;
      this.#list.replaceChildren();
      target.setAttribute("list", this.#list.id);
    });
    this.addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.dataset.names) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#suggest(target), REST_OF_KEYS);
    });
  }

  async #suggest({ value, dataset: { names = "" } }: HTMLInputElement): Promise<void> {
    if (value.trim() === "") return;
    const query = new URLSearchParams({ kind: names, q: value });
    const answer = await fetch(`/api/v1/admin/books/names?${query}`).catch(() => null);
    if (!answer?.ok) return;
    const { items } = (await answer.json()) as { items: { name: string }[] };
    this.#list.replaceChildren(...items.map(({ name }) => new Option(name, name)));
  }
}

customElements.define("shop-names", Names);
