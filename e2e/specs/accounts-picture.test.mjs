// The picture of a reader, by keys alone, with scripts and without, in French and Arabic: chosen, cut, shown, refused,
// removed.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { closeBrowser, DESK, PHONE, picture } from "../lib/browser.mjs";
import { pressOn, tabTo } from "../lib/keyboard.mjs";
import { signedIn } from "../lib/people.mjs";
import { png } from "../lib/pictures.mjs";

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "warraq-e2e-pictures-"));
  await writeFile(join(folder, "wide.png"), png(400, 200));
  await writeFile(join(folder, "none.png"), "no picture at all");
  await writeFile(join(folder, "drawn.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
  await writeFile(join(folder, "huge.jpg"), Buffer.alloc(21 << 20, 7));
});
after(async () => {
  await closeBrowser();
  await rm(folder, { recursive: true });
});

const SAVE = ".picture > .form > .button";
const forgive = (page, status) => (page.watch.errors = page.watch.errors.filter((error) => !error.includes(String(status))));

/** The colour in the middle of a picture. */
const colourOf = (page, address) =>
  page.evaluate(async (src) => {
    const image = Object.assign(new Image(), { src });
    await image.decode();
    const pen = new OffscreenCanvas(1, 1).getContext("2d");
    pen.drawImage(image, image.naturalWidth / 2, image.naturalHeight / 2, 1, 1, 0, 0, 1, 1);
    const [red, , blue] = pen.getImageData(0, 0, 1, 1).data;
    return blue > red ? "blue" : "red";
  }, address);

for (const locale of ["fr", "ar"]) {
  for (const [viewport, key, colour] of [[DESK, "ArrowLeft", "blue"], [PHONE, "ArrowRight", "red"]]) {
    test(`in ${locale}, ${viewport === DESK ? "on a desk" : "on a phone"}, a picture is cut by keys, shown, and removed`, async () => {
      const page = await signedIn({ locale, viewport });
      try {
        await page.goto(`/${locale}/account/profile`);
        assert.ok(await page.isHidden(SAVE), "there is nothing to save yet");
        await tabTo(page, "#file");
        await page.setInputFiles("#file", join(folder, "wide.png"));
        await page.waitForSelector("[data-crop]:not([hidden])");
        await assertAccessible(page, "a picture that is being cut");
        await tabTo(page, "[data-slider=across]");
        // The picture is blue at its left and red at its right, in every language: see lib/pictures.mjs.
        for (let step = 0; step < 100; step += 1) await page.keyboard.press(key);
        await picture(page, `accounts-crop-${locale}-${colour}`);
        await pressOn(page, SAVE);
        await page.waitForSelector(".notice");
        const shown = await page.getAttribute(".picture img.avatar", "src");
        assert.match(shown, /^\/pictures\//);
        assert.ok(await page.$(`.bar__account img[src^="/pictures/"]`), "the bar has it too");
        assert.deepEqual(await colourOf(page, shown), colour, "what was chosen is what is shown");
        await pressOn(page, "form[action$='/picture/remove'] button");
        await page.waitForSelector(".picture span.avatar");
        assert.equal((await page.request.get(shown)).status(), 404);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });
  }

  test(`in ${locale}, a file that is no picture is refused before it is sent`, async () => {
    const page = await signedIn({ locale });
    try {
      await page.goto(`/${locale}/account/profile`);
      await page.setInputFiles("#file", join(folder, "none.png"));
      await page.waitForSelector("#file-error:not([hidden])");
      assert.match(await page.textContent("#file-error"), /JPEG/);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`in ${locale}, without scripts, a picture goes as it is, and what is none is refused beside its field`, async () => {
    const page = await signedIn({ locale, js: false });
    try {
      for (const [file, words] of [["none.png", /JPEG/], ["drawn.svg", /JPEG/], ["huge.jpg", /20 (Mo|ميغابايت)/]]) {
        await page.goto(`/${locale}/account/profile`);
        await page.setInputFiles("#file", join(folder, file));
        await pressOn(page, SAVE);
        await page.waitForSelector(".alert--danger");
        assert.match(await page.textContent("#file-error"), words, file);
        await page.goto(page.url());
        assert.match(page.url(), /\/account\/profile$/, "the form's own address leads back to the page");
      }
      await page.setInputFiles("#file", join(folder, "wide.png"));
      await pressOn(page, SAVE);
      await page.waitForSelector(".notice");
      assert.ok(await page.isVisible(".picture img.avatar"));
      await pressOn(page, "form[action$='/picture/remove'] button");
      await page.waitForSelector(".picture span.avatar");
      forgive(page, 422);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}
