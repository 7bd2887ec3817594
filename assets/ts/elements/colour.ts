// A colour to be picked beside one that is typed: each follows the other. Without it the typed one stands alone.

const COLOUR = /^#[0-9a-f]{6}$/i;

class Colour extends HTMLElement {
  connectedCallback(): void {
    const [typed, picked] = this.querySelectorAll("input");
    if (!typed || !picked) return;
    const follow = (): void => {
      const colour = typed.value.trim();
      if (COLOUR.test(colour)) picked.value = colour.toLowerCase();
    };
    picked.hidden = false;
    follow();
    typed.addEventListener("input", follow);
    picked.addEventListener("input", () => {
      typed.value = picked.value;
      typed.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}

customElements.define("shop-colour", Colour);
