// The picture of a reader, by keys alone, with scripts and without, in French and Arabic: chosen, cut, shown, refused,
// removed.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
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
    test(`[16] in ${locale}, ${viewport === DESK ? "on a desk" : "on a phone"}, a picture is cut by keys, shown, and removed`, async () => {
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

  test(`[16] in ${locale}, a file that is no picture is refused before it is sent`, async () => {
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

  test(`[16] in ${locale}, without scripts, a picture goes as it is, and what is none is refused beside its field`, async () => {
    const page = await signedIn({ locale, js: false });
    try {
      for (const [file, words] of [["none.png", /JPEG/], ["drawn.svg", /JPEG/], ["huge.jpg", /20\s(Mo|ميغابايت)/]]) {
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

/** A photograph as a camera writes it: where it was taken stands in it. */
async function photograph(page) {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(80, 80);
    canvas.getContext("2d").fillRect(0, 0, 80, 40);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    return btoa(String.fromCharCode(...bytes));
  });
  const jpeg = Buffer.from(base64, "base64");
  // One field of the kind that cameras write: what the picture shows.
  const said = Buffer.from(`${PLACE}\0`, "latin1");
  const tiff = Buffer.alloc(26 + said.length);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x010e, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(said.length, 14);
  tiff.writeUInt32LE(26, 18);
  said.copy(tiff, 26);
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

const PLACE = "36.7538 N, 3.0588 E";

for (const js of [true, false]) {
  test(`[16] of a photograph nothing but the picture is kept, at an address of its own${js ? "" : ", without scripts"}`, async () => {
    const [page, camera] = [await signedIn({ js }), await newPage()];
    try {
      const file = await photograph(camera);
      assert.ok(file.includes(PLACE));
      const addresses = [];
      for (const name of ["one.jpg", "two.jpg"]) {
        await page.goto("/fr/account/profile");
        await page.setInputFiles("#file", { name, mimeType: "image/jpeg", buffer: name === "one.jpg" ? file : Buffer.concat([file, Buffer.from([0])]) });
        await page.click(SAVE);
        await page.waitForSelector(".notice");
        const shown = await page.getAttribute(".picture img.avatar", "src");
        const kept = await (await page.request.get(shown)).body();
        assert.ok(kept.length > 0 && !kept.includes(PLACE) && !kept.includes("Exif"), "what the camera wrote is gone");
        addresses.push(shown);
      }
      assert.notEqual(addresses[0], addresses[1], "no cache shows the one before");
      page.watch.clean();
    } finally {
      await Promise.all([page.done(), camera.done()]);
    }
  });
}
