// A table of the panel: choosing all rows of the page at once, and telling how many are chosen. Without scripts each row has its
// box all the same.

class ShopTable extends HTMLElement {
  connectedCallback() {
    const all = this.querySelector<HTMLElement>("[data-all]");
    if (!all) return;
    all.hidden = false;
    this.addEventListener("change", (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
      if (all.contains(box)) for (const row of this.#rows()) row.checked = box.checked;
      this.#tell(all.querySelector("input"));
    });
    // The back button restores what was chosen, after the page is there.
    addEventListener("pageshow", () => this.#tell(all.querySelector("input")));
  }

  #rows() {
    return [...this.querySelectorAll<HTMLInputElement>("tbody input[name='key']")];
  }

  #tell(all: HTMLInputElement | null) {
    const rows = this.#rows();
    const chosen = rows.filter((row) => row.checked).length;
    if (all) {
      all.checked = chosen > 0 && chosen === rows.length;
      all.indeterminate = chosen > 0 && chosen < rows.length;
    }
    const told = this.querySelector<HTMLElement>("[data-chosen]");
    if (!told) return;
    told.dataset.hint ??= told.textContent ?? "";
    told.textContent = chosen > 0 ? (told.dataset.chosen ?? "").replace("<count>", String(chosen)) : told.dataset.hint;
    this.toggleAttribute("data-choosing", chosen > 0);
    this.style.setProperty("--bulk", `${this.querySelector<HTMLElement>(".bulk")?.offsetHeight ?? 0}px`);
  }
}

customElements.define("shop-table", ShopTable);
