// Takes files that are dropped or chosen, and sends each by itself, a few at once, with a bar, a word on how long it takes, and
// a button that stops it or sends it again. Without it the form around the file field sends them all.
import { Row, type Words } from "../admin/drop-row.ts";
import { goOn, look } from "../admin/live.ts";
import { sendFile } from "../admin/send-file.ts";

const AT_ONCE = 2;

class Drop extends HTMLElement {
  #waiting: Row[] = [];
  #going = 0;

  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>("input[type=file]");
    this.dataset.ready = "";
    field?.addEventListener("change", () => {
      this.#take([...(field.files ?? [])]);
      field.value = "";
    });
    for (const name of ["dragenter", "dragover"]) this.addEventListener(name, (event) => this.#over(event, true));
    this.addEventListener("dragleave", (event) => this.#over(event, this.contains(event.relatedTarget as Node | null)));
    this.addEventListener("drop", (event) => {
      this.#over(event, false);
      const files = [...(event.dataTransfer?.files ?? [])];
      this.#take(field?.multiple ? files : files.slice(0, 1));
    });
    goOn();
  }

  #over(event: Event, isOver: boolean): void {
    event.preventDefault();
    this.toggleAttribute("data-over", isOver);
  }

  #take(files: File[]): void {
    const words = JSON.parse(this.dataset.words ?? "{}") as Words;
    for (const file of files) {
      const row = this.querySelector("template")?.content.firstElementChild?.cloneNode(true) as HTMLElement;
      this.querySelector(".drop__list")?.append(row);
      this.#waiting.push(new Row(row, words, file));
    }
    this.#next();
  }

  #next(): void {
    for (let row = this.#going < AT_ONCE && this.#waiting.shift(); row; row = this.#going < AT_ONCE && this.#waiting.shift()) {
      void this.#send(row);
    }
  }

  async #send(row: Row): Promise<void> {
    this.#going += 1;
    const to = { url: this.dataset.send ?? "", method: this.dataset.method ?? "POST" };
    const sending = sendFile(row.file, to, (going) => row.going(going));
    row.offer("stop", sending.stop);
    const ended = await sending.ended;
    this.#going -= 1;
    this.#next();
    if (ended.how === "sent") {
      row.remove();
      return look();
    }
    const told = row.failed(ended.how === "failed" ? ended.words : null);
    this.querySelector("[role=status]")?.replaceChildren(told);
    row.offer("again", () => void this.#send(row));
  }
}

customElements.define("shop-drop", Drop);
