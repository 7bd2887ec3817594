// The editor of a reader's picture: shows the file that was chosen, cuts a square from it, and puts the square into the
// form in its place. Without this script the file goes as it is, and the server cuts its middle.
import { tell } from "./forms/controls.ts";
import { CENTRED, CLOSEST, dragged, square, type View, zoomed } from "./picture/square.ts";

type Sliders = Record<"zoom" | "across" | "down", HTMLInputElement>;

class Picture extends HTMLElement {
  #picture: ImageBitmap | null = null;
  #view: View = CENTRED;
  #file = this.querySelector<HTMLInputElement>("input[type=file]");
  #canvas = this.querySelector("canvas");

  connectedCallback(): void {
    this.classList.add("picture--ready");
    this.#file?.addEventListener("change", () => void this.#open());
    this.#file?.form?.addEventListener("submit", () => this.#hand());
    this.addEventListener("input", (event) => event.target instanceof HTMLInputElement && this.#slid(event.target));
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
    const pen = canvas?.getContext("2d");
    if (!canvas || !picture || !pen) return;
    const { x, y, side } = square(picture, view);
    // What is transparent is paper in a JPEG.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, x, y, side, side, 0, 0, canvas.width, canvas.height);
    const { zoom, across, down } = this.#sliders();
    zoom.value = `${((view.zoom - 1) / (CLOSEST - 1)) * 100}`;
    across.value = `${view.across * 100}`;
    down.value = `${view.down * 100}`;
  }

  #sliders(): Sliders {
    const all = this.querySelectorAll<HTMLInputElement>("[data-slider]");
    return Object.fromEntries([...all].map((slider) => [slider.dataset.slider, slider])) as Sliders;
  }

  #slid({ dataset: { slider }, valueAsNumber }: HTMLInputElement): void {
    const part = valueAsNumber / 100;
    if (!this.#picture || !slider) return;
    if (slider === "zoom") this.#show(zoomed(this.#picture, this.#view, 1 + part * (CLOSEST - 1)));
    else this.#show({ ...this.#view, [slider]: part });
  }

  #drag(event: PointerEvent): void {
    const shown = this.#canvas?.clientWidth ?? 0;
    if (!this.#picture || shown === 0 || !this.#canvas?.hasPointerCapture(event.pointerId)) return;
    this.#show(dragged(this.#picture, this.#view, event.movementX / shown, event.movementY / shown));
  }

  /** Puts the square into the form. Reading it as an address is slower than as a blob, but does not hold up the form. */
  #hand(): void {
    if (!this.#picture || !this.#canvas || !this.#file) return;
    const [, encoded = ""] = this.#canvas.toDataURL("image/jpeg", 0.9).split(",");
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], "picture.jpg", { type: "image/jpeg" }));
    this.#file.files = files.files;
  }
}

customElements.define("shop-picture", Picture);
