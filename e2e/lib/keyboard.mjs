// Going about a page by keys alone.
import assert from "node:assert/strict";

/** Presses Tab until the focus is on something that `matches`; every stop must show that it is one. */
export async function tabTo(page, matches) {
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press("Tab");
    const [isIt, isShown] = await page.evaluate((selector) => {
      const focused = document.activeElement;
      // A card's link is stretched over the card, which then shows the focus; so does the box around a field.
      const around = [focused, focused.closest("article, label, li, .field__box, .field")].filter(Boolean);
      const shows = around.some((element) => ["", "::before", "::after"].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part || undefined);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      }));
      const label = document.querySelector(`label[for="${CSS.escape(focused.id)}"]`);
      return [focused.matches(selector), shows || (label !== null && getComputedStyle(label).outlineStyle !== "none")];
    }, matches);
    assert.ok(isShown, `the focus is not to be seen: ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120))}`);
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
