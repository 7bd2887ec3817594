// Going about a page by keys alone.
import assert from "node:assert/strict";

/**
 * Whether the focus is on something that `matches`, and how well it is seen: the contrast of its ring with what is around it, and
 * what it lies wholly below, such as a bar.
 */
function focusOn(selector) {
  const focused = document.activeElement;
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [red, green, blue] = channels(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  /** The ground on which something stands: the nearest around it that is not seen through. */
  const groundOf = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const { backgroundColor } = getComputedStyle(around);
      if (channels(backgroundColor)[3] > 250) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).colorScheme === "dark" ? "black" : "white";
  };
  /** How a ring around an element stands out; one that lies within it is seen on the element's own ground. */
  const ringOf = (element, part) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow } = getComputedStyle(element, part);
    const isRing = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
    const colour = isRing ? outlineColor : boxShadow === "none" ? null : /^[a-z]+\([^)]*\)/.exec(boxShadow)?.[0];
    const isWithin = part !== undefined || (isRing ? parseFloat(outlineOffset) < 0 : boxShadow.includes("inset"));
    return colour ? contrast(colour, groundOf(isWithin ? element : element.parentElement)) : 0;
  };
  // A card's link is stretched over the card, which then shows the focus; so does the box around a field, and a label.
  const label = focused.id && document.querySelector(`label[for="${CSS.escape(focused.id)}"]`);
  const around = [focused, focused.closest("article, label, li, .field__box, .field"), label].filter(Boolean);
  const rings = around.flatMap((element) => [undefined, "::before", "::after"].map((part) => ringOf(element, part)));
  const { left, right, top, bottom } = around[0].getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([across, down]) => [left + (right - left) * across, top + (bottom - top) * down]);
  const seen = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean);
  const isOwn = (hit) => around.some((element) => element.contains(hit)) || hit.contains(focused);
  const isCovered = seen.length > 0 && !seen.some(isOwn);
  return { isIt: focused.matches(selector), ring: Math.max(...rings), cover: isCovered ? seen[0].outerHTML.slice(0, 120) : null };
}

/** Presses Tab, or with `back` Shift and Tab, until the focus is on something that `matches`; every stop must show that it is one. */
export async function tabTo(page, matches, { back = false } = {}) {
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const { isIt, ring, cover } = await page.evaluate(focusOn, matches);
    const where = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 120));
    assert.ok(ring >= 3, `the focus is not to be seen (${ring.toFixed(2)} to 1): ${await where()}`);
    assert.equal(cover, null, `what has the focus lies below something else: ${await where()}`);
    if (isIt) return;
  }
  assert.fail(`no ${matches} within 80 stops`);
}

/** Goes to a field, unless the focus is there, and types over what stands in it. */
export async function fillIn(page, selector, text) {
  if (!(await page.$(`${selector}:focus`))) await tabTo(page, selector);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Presses Enter on the next thing that matches. */
export async function pressOn(page, selector) {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}

/** The focus is there, or comes within a moment: a page's own comes with its first picture. */
export const assertFocus = (page, selector) => page.waitForSelector(`${selector}:focus`, { timeout: 3_000 });
