/**
 * The styles laid over a book: one sheet before its own, which only fills what the book leaves open,
 * and one after, for what the reader has chosen. Colours come from the page's tokens.
 */
import type { Font, Preferences, Step } from "../preferences.ts";
import type { Manifest } from "./manifest.ts";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"]);

export const primaryLanguage = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";
export const isRightToLeftLanguage = (tag: string): boolean => RIGHT_TO_LEFT.has(primaryLanguage(tag));
export const isArabicScript = (tag: string): boolean => isRightToLeftLanguage(tag) && !["he", "yi", "dv"].includes(primaryLanguage(tag));

/** Families as `reader-fonts.css` names them, Latin first, then Arabic. */
const FAMILIES: Record<Font, string> = {
  publisher: '"Literata Variable", "Noto Naskh Arabic Variable", Georgia, serif',
  serif: '"Literata Variable", "Noto Naskh Arabic Variable", Georgia, serif',
  sans: '"Readex Pro Variable", system-ui, sans-serif',
  hyperlegible: '"Atkinson Hyperlegible Next Variable", system-ui, sans-serif',
  dyslexic: '"OpenDyslexic", system-ui, sans-serif',
};

export const familiesOf = (font: Font): string[] => [...FAMILIES[font].matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");

const BASE_PX = { latin: 18, arabic: 19.5 };
const LINE: Record<"latin" | "arabic", Record<Step, number>> = {
  latin: { small: 1.35, normal: 1.5, large: 1.8 },
  arabic: { small: 1.65, normal: 1.9, large: 2.2 },
};
const MEASURE: Record<Step, { letters: number; gap: number }> = {
  small: { letters: 76, gap: 5 },
  normal: { letters: 65, gap: 8 },
  large: { letters: 52, gap: 14 },
};

const script = (language: string) => (isArabicScript(language) ? "arabic" : "latin");
const basePx = ({ size }: Preferences, language: string) => (BASE_PX[script(language)] * size) / 100;

/** What a document bears that is one picture and nothing else, as covers are. */
export const LONE_PICTURE = "data-lone-picture";

/** The longest line (pixels), the space beside it (percent), and the most columns, in a window of this width. */
export function measure(preferences: Preferences, language: string, window: number): { width: number; gap: number; columns: number } {
  const { letters, gap } = MEASURE[preferences.margin];
  const width = Math.round(basePx(preferences, language) * 0.5 * letters * (1 + gap / 100));
  const columns = preferences.columns === "one" ? 1 : 2;
  // Two columns are made where the text is wider than one.
  const isTight = preferences.columns === "two" && width * 2 > window;
  return { width: isTight ? Math.max(160, Math.floor(window / 2) - 1) : width, gap, columns };
}

/** Paged or scrolled: as the reader chose, else as the book asks. */
export function flowOf({ flow }: Preferences, manifest: Manifest): "paginated" | "scrolled" {
  return flow ?? (manifest.flow.startsWith("scrolled") ? "scrolled" : "paginated");
}

export function styles(preferences: Preferences, manifest: Manifest): [before: string, after: string] {
  return [before(manifest.language), [after(preferences, manifest.language), colours(), pictures(preferences)].join("\n")];
}

function before(language: string): string {
  const isArabic = isArabicScript(language);
  return `
    html { font-family: ${FAMILIES.publisher}; line-height: ${LINE[script(language)].normal}; color: ${token("--ink")}; }
    body { orphans: 2; widows: 2; ${isArabic ? "" : "hyphens: auto;"} }
    ${isArabic ? "p { text-align: justify; }" : ""}
    a:any-link { color: ${token("--lapis")}; }
    svg:root { width: 100%; height: 100%; overflow: hidden; }`;
}

function after(preferences: Preferences, language: string): string {
  const { font, line } = preferences;
  const words = "html, body, body :not(code, pre, kbd, samp, tt, svg *, math *)";
  return `
    html { font-size: ${basePx(preferences, language)}px !important; text-size-adjust: none; }
    html, body { background: none !important; }
    /* A page's measures, in a document that flows, would cut its lines in pieces or off. */
    body { inline-size: auto !important; min-inline-size: 0 !important; overflow: visible !important; }
    ${font === "publisher" ? "" : `${words} { font-family: ${FAMILIES[font]} !important; }`}
    ${line === "normal" ? "" : `body, p, li, dd, blockquote, div { line-height: ${LINE[script(language)][line]} !important; }`}
    ${spacing(preferences, isArabicScript(language))}
    pre { white-space: pre-wrap !important; }
    /* A cover would stand in the first of two columns, with the other one empty. */
    [${LONE_PICTURE}] body { column-span: all !important; }
    [${LONE_PICTURE}] :is(body, body *) { text-align: center !important; text-indent: 0 !important; float: none !important; }
    [${LONE_PICTURE}] body * { margin-block: 0 !important; padding-block: 0 !important; }
    [${LONE_PICTURE}] :is(img, svg) { margin-inline: auto !important; }`;
}

const TEXT = "body, p:not(:is(figcaption, header, hgroup) p), li, dd";
const LETTERS = { normal: "", wide: "0.05em", wider: "0.12em" };
const WORDS = { normal: "", wide: "0.12em", wider: "0.24em" };
const PARAGRAPHS = { normal: "", wide: "1em", wider: "2em" };

/** Alignment, hyphens and spaces, where the reader wants others than the book has. */
function spacing({ align, hyphens, italics, letters, words, paragraphs }: Preferences, isArabic: boolean): string {
  const rules: string[] = [];
  const everywhere = "body, body :not(code, pre, kbd, samp, tt, svg *, math *)";
  if (align !== "auto") rules.push(`${TEXT} { text-align: ${align} !important; }`);
  if (isArabic) rules.push("* { letter-spacing: normal !important; }");
  else {
    if (hyphens !== "auto") rules.push(`body, body :not(code, pre) { hyphens: ${hyphens === "on" ? "auto" : "none"} !important; }`);
    // What is emphasised stays told from the rest.
    if (italics === "off") rules.push("body, body :not(svg *, math *) { font-style: normal !important; } em { font-weight: 600 !important; }");
    if (letters !== "normal") rules.push(`${everywhere} { letter-spacing: ${LETTERS[letters]} !important; font-variant-ligatures: none !important; }`);
  }
  if (words !== "normal") rules.push(`${everywhere} { word-spacing: ${WORDS[words]} !important; }`);
  if (paragraphs !== "normal") rules.push(`p { margin-block: ${PARAGRAPHS[paragraphs]} !important; text-indent: 0 !important; }`);
  return rules.join("\n");
}

const BRIGHTNESS = { full: 1, dim: 0.8, dimmer: 0.6 };

/** What dims pictures, or nothing: only a dark theme asks for it. */
export function dimming({ pictures }: Preferences): string {
  const isDark = getComputedStyle(document.documentElement).colorScheme.includes("dark");
  return isDark && pictures !== "full" ? `brightness(${BRIGHTNESS[pictures]})` : "";
}

/** The paper is the page's. A dark one also takes the ink, since books count on white. */
function colours(): string {
  const page = getComputedStyle(document.documentElement);
  const isDark = page.colorScheme.includes("dark");
  const isPaper = document.documentElement.getAttribute("data-theme") === "sepia";
  const paper = "body :not(svg *, img, video, mark) { background-color: transparent !important; }";
  const ink = `html, body, body :not(a:any-link, a:any-link *, svg *, mark) { color: ${token("--ink")} !important; border-color: ${token("--line")} !important; text-shadow: none !important; }
    a:any-link, a:any-link * { color: ${token("--lapis")} !important; }`;
  return `html { color-scheme: ${isDark ? "dark" : "light"}; } ${isDark || isPaper ? paper : ""} ${isDark ? ink : ""}`;
}

/** Of an SVG the pictures in it, since its lines are the text's ink. */
function pictures(preferences: Preferences): string {
  const filter = dimming(preferences);
  return filter === "" ? "" : `img, video, svg image { filter: ${filter} !important; }`;
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || "CanvasText";
}
