// The editor of a picture: shows the file that was chosen, cuts a part from it in the shape of the canvas, and puts that into
// the form in its place. A cover is cut only if that is ticked. Without this script the file goes as it is.
import { tell } from "./forms/controls.ts";
import { paint, place, type Sliders } from "./picture/canvas.ts";
import { CENTRED, CLOSEST, dragged, part, type View, zoomed } from "./picture/part.ts";

class Picture extends HTMLElement {
  #picture: ImageBitmap | null = null;
  #view: View = CENTRED;
  #file = this.querySelector<HTMLInputElement>("input[type=file]");
  #canvas = this.querySelector("canvas");
  #shape = this.#canvas ? this.#canvas.width / this.#canvas.height : 1;
  #cut = this.querySelector<HTMLElement>("[data-cut]");

  connectedCallback(): void {
    this.classList.add("picture--ready");
    this.#file?.addEventListener("change", () => void this.#open());
    this.#file?.form?.addEventListener("submit", () => this.#hand());
    this.addEventListener("input", (event) => event.target instanceof HTMLInputElement && this.#slid(event.target));
    this.#cut?.addEventListener("change", () => this.#show(CENTRED));
    this.#canvas?.addEventListener("pointerdown", (event) => this.#canvas?.setPointerCapture(event.pointerId));
    this.#canvas?.addEventListener("pointermove", (event) => this.#drag(event));
  }

  async #open(): Promise<void> {
    const [file] = this.#file?.files ?? [];
    this.#picture?.close();
    this.#picture = file ? await createImageBitmap(file).catch(() => null) : null;
    if (file && !this.#picture && this.#file) {
      this.#file.value = "";
      tell(this.#file, this.dataset.wrong ?? "");
    }
    this.#show(CENTRED);
  }

  #show(view: View): void {
    this.#view = view;
    const [crop, canvas, picture] = [this.querySelector<HTMLElement>("[data-crop]"), this.#canvas, this.#picture];
    if (crop) crop.hidden = !picture;
    if (this.#cut) this.#cut.hidden = !picture;
    crop?.toggleAttribute("data-whole", !this.#cuts());
    if (!canvas || !picture) return;
    paint(canvas, picture, part(picture, view, this.#cuts() ? this.#shape : picture.width / picture.height));
    place(this.#sliders(), view);
  }

  #cuts(): boolean {
    return this.#cut?.querySelector("input")?.checked ?? true;
  }

  #sliders(): Sliders {
    const all = this.querySelectorAll<HTMLInputElement>("[data-slider]");
    return Object.fromEntries([...all].map((slider) => [slider.dataset.slider, slider])) as Sliders;
  }

  #slid({ dataset: { slider }, valueAsNumber }: HTMLInputElement): void {
    const along = valueAsNumber / 100;
    if (!this.#picture || !slider) return;
    if (slider === "zoom") this.#show(zoomed(this.#picture, this.#view, this.#shape, 1 + along * (CLOSEST - 1)));
    else this.#show({ ...this.#view, [slider]: along });
  }

  #drag(event: PointerEvent): void {
    const { clientWidth: wide = 0, clientHeight: high = 0 } = this.#canvas ?? {};
    if (!this.#picture || !this.#cuts() || wide === 0 || !this.#canvas?.hasPointerCapture(event.pointerId)) return;
    this.#show(dragged(this.#picture, this.#view, this.#shape, event.movementX / wide, event.movementY / high));
  }

  /** Puts the part into the form. Reading it as an address is slower than as a blob, but does not hold up the form. */
  #hand(): void {
    if (!this.#picture || !this.#canvas || !this.#file || !this.#cuts()) return;
    const [, encoded = ""] = this.#canvas.toDataURL("image/jpeg", 0.9).split(",");
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], "picture.jpg", { type: "image/jpeg" }));
    this.#file.files = files.files;
  }
}

customElements.define("shop-picture", Picture);
