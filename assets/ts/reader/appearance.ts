/** The appearance sheet: every control changes the book at once and is kept. */
import { number, text } from "./data.ts";
import { element, iconButton } from "./dom.ts";
import { applyTheme, DEFAULTS, savePreferences, SIZES, type Preferences } from "./preferences.ts";
import { Sheet } from "./sheet.ts";

/** Which groups make sense for the book at hand. */
export type Group = "theme" | "size" | "font" | "flow" | "line" | "margin" | "pdfFlow" | "darkPages";

type Choice = [value: string, label: string];

const CHOICES: Record<"theme" | "flow" | "pdfFlow" | "line" | "margin", { legend: string; values: string[]; prefix: string }> = {
  theme: { legend: "theme", values: ["light", "sepia", "dark", "black"], prefix: "theme-" },
  flow: { legend: "layout", values: ["paginated", "scrolled"], prefix: "layout-" },
  pdfFlow: { legend: "layout", values: ["scrolled", "paginated"], prefix: "layout-" },
  line: { legend: "line-height", values: ["small", "normal", "large"], prefix: "line-" },
  margin: { legend: "margins", values: ["small", "normal", "large"], prefix: "margin-" },
};

const FONTS = ["publisher", "serif", "sans", "hyperlegible", "dyslexic"];
// These two have no Arabic letters: choosing them would change nothing but the digits.
const LATIN_FONTS = new Set(["hyperlegible", "dyslexic"]);

export class Appearance {
  readonly #sheet: Sheet;
  readonly #otherwise: Partial<Record<Group, string>> = { theme: document.documentElement.getAttribute("data-theme") ?? "" };
  readonly #body = element("form", { class: "reader-appearance" });

  constructor(
    readonly preferences: Preferences,
    readonly groups: Group[],
    readonly isArabic: boolean,
    readonly changed: (group: Group) => void,
    ...more: HTMLElement[]
  ) {
    this.#body.addEventListener("submit", (event) => event.preventDefault());
    this.#draw();
    const reset = element("button", { type: "button", class: "reader-action quiet", onclick: () => this.#reset() }, text("restore-defaults"));
    this.#sheet = new Sheet("reader-appearance", text("appearance"), ...more, this.#body, reset);
  }

  /** What holds where the reader has chosen nothing. */
  otherwise(group: Group, value: string): void {
    this.#otherwise[group] = value;
    this.#draw();
  }

  toggle(): void {
    this.#sheet.toggle();
  }

  /** Also the keys + and −. */
  resize(direction: 1 | -1): void {
    const size = this.preferences.size + direction * SIZES.step;
    this.preferences.size = Math.min(SIZES.most, Math.max(SIZES.least, size));
    const shown = this.#body.querySelector("output");
    if (shown) shown.textContent = this.#sizeText();
    this.#keep("size");
  }

  #draw(): void {
    this.#body.replaceChildren(...this.groups.map((group) => this.#group(group)));
  }

  #group(group: Group): HTMLElement {
    if (group === "size") return this.#size();
    if (group === "font") return this.#font();
    if (group === "darkPages") return this.#darkPages();
    const { legend, values, prefix } = CHOICES[group];
    return this.#radios(group, text(legend), values.map((value): Choice => [value, text(prefix + value)]));
  }

  #radios(group: keyof typeof CHOICES, legend: string, choices: Choice[]): HTMLFieldSetElement {
    const current = this.preferences[group] ?? this.#otherwise[group];
    const inputs = choices.map(([value, label]) =>
      element(
        "label",
        { class: "reader-choice", "data-value": value },
        element("input", { type: "radio", name: group, value, checked: value === current, onchange: () => this.#choose(group, value) }),
        element("span", {}, label),
      ),
    );
    return element("fieldset", { class: `reader-group ${group}` }, element("legend", {}, legend), ...inputs);
  }

  #choose(group: keyof typeof CHOICES, value: string): void {
    (this.preferences as unknown as Record<string, string>)[group] = value;
    this.#keep(group);
  }

  #size(): HTMLElement {
    return element(
      "div",
      { class: "reader-group size", role: "group", "aria-label": text("text-size") },
      element("span", { class: "reader-legend", "aria-hidden": "true" }, text("text-size")),
      iconButton("minus", text("smaller-text"), () => this.resize(-1)),
      element("output", {}, this.#sizeText()),
      iconButton("plus", text("larger-text"), () => this.resize(1)),
    );
  }

  #sizeText(): string {
    return text("percent", { percent: number(this.preferences.size) });
  }

  #font(): HTMLElement {
    const offered = FONTS.filter((font) => !this.isArabic || !LATIN_FONTS.has(font));
    const options = offered.map((font) => element("option", { value: font, selected: font === this.preferences.font }, text(`font-${font}`)));
    const select = element("select", { id: "reader-font", class: "reader-field" }, ...options);
    select.addEventListener("change", () => {
      this.preferences.font = select.value as Preferences["font"];
      this.#keep("font");
    });
    return element("div", { class: "reader-group font" }, element("label", { for: select.id, class: "reader-legend" }, text("font")), select);
  }

  #darkPages(): HTMLElement {
    const box = element("input", { type: "checkbox", checked: this.preferences.darkPages });
    box.addEventListener("change", () => {
      this.preferences.darkPages = box.checked;
      this.#keep("darkPages");
    });
    return element("label", { class: "reader-group reader-check" }, box, element("span", {}, text("dark-pages")));
  }

  #keep(group: Group): void {
    savePreferences(this.preferences);
    if (group === "theme") applyTheme(this.preferences.theme);
    this.changed(group);
  }

  #reset(): void {
    Object.assign(this.preferences, DEFAULTS);
    this.#draw();
    applyTheme(null);
    for (const group of this.groups) this.#keep(group);
  }
}
