/** The appearance sheet: every control changes the book at once and is kept. */
import { percent, text } from "./data.ts";
import { element, iconButton } from "./dom.ts";
import { applyTheme, DEFAULTS, savePreferences, scope, setScope, SIZES, type Preferences, type Scope } from "./preferences.ts";
import { Sheet } from "./sheet.ts";

/** Which groups make sense for the book at hand. */
export type Group = keyof typeof CHOICES | "size" | "font" | "darkPages";

type Choice = [value: string, label: string];

const STEPS = ["small", "normal", "large"];
const SPACES = ["normal", "wide", "wider"];

const CHOICES = {
  theme: { legend: "theme", values: ["light", "sepia", "dark", "black"], prefix: "theme-" },
  flow: { legend: "layout", values: ["paginated", "scrolled"], prefix: "layout-" },
  pdfFlow: { legend: "layout", values: ["scrolled", "paginated"], prefix: "layout-" },
  spread: { legend: "spread", values: ["one", "two", "cover"], prefix: "spread-" },
  columns: { legend: "columns", values: ["auto", "one", "two"], prefix: "columns-" },
  line: { legend: "line-height", values: STEPS, prefix: "line-" },
  margin: { legend: "margins", values: STEPS, prefix: "margin-" },
  align: { legend: "align", values: ["auto", "justify", "start"], prefix: "align-" },
  hyphens: { legend: "hyphens", values: ["auto", "on", "off"], prefix: "hyphens-" },
  italics: { legend: "italics", values: ["auto", "off"], prefix: "italics-" },
  letters: { legend: "letters", values: SPACES, prefix: "space-" },
  words: { legend: "words", values: SPACES, prefix: "space-" },
  paragraphs: { legend: "paragraphs", values: SPACES, prefix: "space-" },
  pictures: { legend: "pictures", values: ["full", "dim", "dimmer"], prefix: "pictures-" },
} as const;

type Chosen = keyof typeof CHOICES;

const FONTS = ["publisher", "serif", "sans", "hyperlegible", "dyslexic"];
// These two have no Arabic letters: choosing them would change nothing but the digits.
const LATIN_FONTS = new Set(["hyperlegible", "dyslexic"]);
// What seldom changes stands behind a line that opens.
const MORE = new Set<Group>(["align", "hyphens", "italics", "letters", "words", "paragraphs"]);
// Arabic joins its letters, slants none and parts no words.
const NOT_ARABIC = new Set<Group>(["hyphens", "italics", "letters"]);

export class Appearance {
  readonly #sheet: Sheet;
  readonly #otherwise: Partial<Record<Group, string>> = { theme: document.documentElement.getAttribute("data-theme") ?? "" };
  readonly #body = element("form", { class: "reader-appearance" });
  #isMoreOpen = false;

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
    this.#sheet = new Sheet("reader-appearance", text("appearance"), this.#body, ...more, reset);
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
    const groups = this.groups.filter((group) => !MORE.has(group)).map((group) => this.#group(group));
    this.#body.replaceChildren(...groups, ...this.#more(), this.#scope());
  }

  #more(): HTMLElement[] {
    const groups = this.groups.filter((group) => MORE.has(group));
    if (groups.length === 0) return [];
    const hint = this.isArabic ? element("p", { id: "reader-arabic-fixed", class: "reader-hint" }, text("arabic-fixed")) : null;
    const details = element(
      "details",
      { class: "reader-more", open: this.#isMoreOpen },
      element("summary", {}, text("more-settings")),
      hint,
      ...groups.map((group) => this.#group(group)),
    );
    details.addEventListener("toggle", () => (this.#isMoreOpen = details.open));
    return [details];
  }

  #group(group: Group): HTMLElement {
    if (group === "size") return this.#size();
    if (group === "font") return this.#font();
    if (group === "darkPages") return this.#darkPages();
    const { legend, values, prefix } = CHOICES[group];
    const current = this.preferences[group] ?? this.#otherwise[group] ?? "";
    const choices = values.map((value): Choice => [value, text(prefix + value)]);
    const fieldset = radios(group, text(legend), choices, current, (value) => this.#choose(group, value));
    if (this.isArabic && NOT_ARABIC.has(group)) {
      fieldset.disabled = true;
      fieldset.setAttribute("aria-describedby", "reader-arabic-fixed");
    }
    return fieldset;
  }

  #choose(group: Chosen, value: string): void {
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
    return percent(this.preferences.size / 100);
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
    return check(text("dark-pages"), this.preferences.darkPages, (on) => {
      this.preferences.darkPages = on;
      this.#keep("darkPages");
    });
  }

  /** For all books, or for this one, which then has what it has until it is given back. */
  #scope(): HTMLElement {
    const choices: Choice[] = [["all", text("scope-all")], ["book", text("scope-book")]];
    return radios("scope", text("scope"), choices, scope(), (value) => {
      setScope(value as Scope, this.preferences);
      this.#changedAll();
    });
  }

  #keep(group: Group): void {
    savePreferences(this.preferences);
    if (group === "theme") applyTheme(this.preferences.theme);
    this.changed(group);
  }

  #reset(): void {
    const { awake, timeLeft } = this.preferences;
    Object.assign(this.preferences, DEFAULTS, { awake, timeLeft });
    savePreferences(this.preferences);
    this.#changedAll();
  }

  #changedAll(): void {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
    this.#draw();
    if (focused) this.#body.querySelector<HTMLElement>(`input[name="${focused.name}"]:checked`)?.focus();
    applyTheme(this.preferences.theme);
    for (const group of this.groups) this.changed(group);
  }
}

function radios(name: string, legend: string, choices: Choice[], current: string, choose: (value: string) => void): HTMLFieldSetElement {
  const inputs = choices.map(([value, label]) =>
    element(
      "label",
      { class: "reader-choice", "data-value": value },
      element("input", { type: "radio", name, value, checked: value === current, onchange: () => choose(value) }),
      element("span", {}, label),
    ),
  );
  return element("fieldset", { class: `reader-group ${name}` }, element("legend", {}, legend), ...inputs);
}

export function check(label: string, on: boolean, changed: (on: boolean) => void): HTMLElement {
  const box = element("input", { type: "checkbox", checked: on });
  box.addEventListener("change", () => changed(box.checked));
  return element("label", { class: "reader-group reader-check" }, box, element("span", {}, label));
}
