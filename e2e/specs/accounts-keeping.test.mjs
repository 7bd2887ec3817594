// Keeping an account: profile, picture, genres, preferences, password, address, sessions, and its end.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { assertFocus, fillIn, pressOn, tabTo } from "../lib/keyboard.mjs";
import { codeIn, mailTo, mailsTo } from "../lib/mails.mjs";
import { isSignedIn, newPerson, register, signIn, verify } from "../lib/people.mjs";
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

const SEND = ".form > .button";

/** A page of somebody new who is signed in. */
async function signedIn(options = {}) {
  const page = await newPage(options);
  page.person = await register(page, newPerson(), options.locale ?? "fr");
  return page;
}

const forgive = (page, status) => (page.watch.errors = page.watch.errors.filter((error) => !error.includes(String(status))));

for (const locale of ["fr", "ar"]) {
  for (const js of [true, false]) {
    const how = `in ${locale}${js ? "" : ", without scripts"}`;

    test(`${how}, somebody says what they are called, in any script, and finds a username taken`, async () => {
      const page = await signedIn({ locale, js, viewport: DESK });
      const other = await newPage();
      try {
        const taken = await register(other);
        await page.goto(`/${locale}/account`);
        await pressOn(page, "a[href$='/account/profile']");
        await page.waitForURL("**/account/profile");
        const name = locale === "ar" ? "Lina Haddad-Benmokhtar" : "لينا حدّاد";
        await fillIn(page, "#name", name);
        await fillIn(page, "#username", taken.username.toUpperCase());
        await fillIn(page, "#phone", "0551 23 45 67");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".alert--danger");
        assert.match(await page.title(), locale === "ar" ? /^خطأ/ : /^Erreur/);
        assert.equal(await page.inputValue("#name"), name);
        assert.equal(await page.inputValue("#phone"), "0551 23 45 67");
        await assertFocus(page, ".alert__title");
        await pressOn(page, ".alert a");
        await assertFocus(page, "#username");
        await fillIn(page, "#username", `${page.person.username}.x`);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/account");
        assert.equal((await page.textContent("h1")).trim(), name);
        assert.match(await page.textContent(".account__username"), new RegExp(`${page.person.username}.x`));
        await picture(page, `accounts-hub-other-script-${locale}`);
        forgive(page, 422);
        page.watch.clean();
      } finally {
        await page.done();
        await other.done();
      }
    });

    test(`${how}, changing the password ends what runs elsewhere`, async () => {
      const page = await signedIn({ locale, js });
      const elsewhere = await newPage({ locale });
      try {
        const { person } = page;
        // A mail about it goes to a verified address only.
        await verify(page, person);
        await signIn(elsewhere, person, locale);
        await page.goto(`/${locale}/account/security`);
        await fillIn(page, "#current", "pas celui-là");
        await fillIn(page, "#new", "trois moutons de nuit");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".alert--danger");
        await pressOn(page, ".alert a");
        await assertFocus(page, "#current");
        await fillIn(page, "#current", person.password);
        await fillIn(page, "#new", "trois moutons de nuit");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".notice");
        assert.equal(new URL(page.url()).pathname, `/${locale}/account/security`);
        assert.equal(await isSignedIn(page), true);
        await elsewhere.goto(`/${locale}/account/profile`);
        assert.match(elsewhere.url(), /\/sign-in\?next=/);
        assert.match((await mailTo(person.email, 2)).subject, locale === "ar" ? /كلمة سر/ : /mot de passe/);
        forgive(page, 422);
        page.watch.clean();
      } finally {
        await page.done();
        await elsewhere.done();
      }
    });
  }
}

test("a new address is confirmed where it is, and the old one is told", async () => {
  const page = await signedIn();
  try {
    const { person } = page;
    await verify(page, person);
    const address = `nouvelle.${person.email}`;
    await page.goto("/fr/account/security");
    await fillIn(page, "#new-email", address);
    await fillIn(page, "#email-password", person.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/verify?*");
    assert.equal((await mailsTo(person.email)).length, 1);
    await fillIn(page, "#code", codeIn(await mailTo(address)));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/fr/");
    assert.match((await mailTo(person.email, 2)).subject, /a changé/);
    await page.goto("/fr/account/security");
    assert.match(await page.textContent("main"), new RegExp(address.replaceAll(".", "\\.")));
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("a picture is cut by keys, shown in the bar, and removed", async () => {
  const page = await signedIn({ viewport: DESK });
  try {
    await page.goto("/fr/account/profile");
    assert.ok(await page.isHidden("#file ~ .button, .picture > .form > .button"), "there is nothing to save yet");
    await tabTo(page, "#file");
    await page.setInputFiles("#file", join(folder, "wide.png"));
    await page.waitForSelector("[data-crop]:not([hidden])");
    await tabTo(page, "[data-slider=across]");
    // The picture is blue at its left end: see lib/pictures.mjs.
    for (let step = 0; step < 100; step += 1) await page.keyboard.press("ArrowLeft");
    await picture(page, "accounts-crop");
    await pressOn(page, ".picture > .form > .button");
    await page.waitForSelector(".notice");
    const shown = await page.getAttribute(".picture img.avatar", "src");
    assert.match(shown, /^\/pictures\//);
    assert.ok(await page.$(`.bar__account img[src^="/pictures/"]`), "the bar shows it too");
    assert.deepEqual(await colourOf(page, shown), "blue", "what was chosen is what is shown");
    await pressOn(page, "form[action$='/picture/remove'] button");
    await page.waitForSelector(".picture span.avatar");
    assert.equal((await page.request.get(shown)).status(), 404);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

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

test("a file that is no picture is refused before it is sent", async () => {
  const page = await signedIn();
  try {
    await page.goto("/fr/account/profile");
    await page.setInputFiles("#file", join(folder, "none.png"));
    await page.waitForSelector("#file-error:not([hidden])");
    assert.match(await page.textContent("#file-error"), /JPEG/);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("without scripts a picture goes as it is, and what is none is refused beside its field", async () => {
  const page = await signedIn({ js: false });
  try {
    for (const [file, words] of [["none.png", /JPEG/], ["drawn.svg", /JPEG/], ["huge.jpg", /20 Mo/]]) {
      await page.goto("/fr/account/profile");
      await page.setInputFiles("#file", join(folder, file));
      await page.click(".picture > .form > .button");
      await page.waitForSelector(".alert--danger");
      assert.match(await page.textContent("#file-error"), words, file);
      await page.goto(page.url());
      assert.match(page.url(), /\/account\/profile$/, "the form's own address leads back to the page");
    }
    await page.setInputFiles("#file", join(folder, "wide.png"));
    await page.click(".picture > .form > .button");
    await page.waitForSelector(".notice");
    assert.ok(await page.isVisible(".picture img.avatar"));
    forgive(page, 422);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const js of [true, false]) {
  test(`language and colours take effect at once${js ? "" : ", without scripts"}`, async () => {
    const page = await signedIn({ js });
    try {
      await page.goto("/fr/account/preferences");
      await tabTo(page, "[name=locale]");
      await page.keyboard.press("ArrowDown");
      await tabTo(page, "[name=theme]");
      await page.keyboard.press("ArrowUp");
      await pressOn(page, SEND);
      await page.waitForURL("**/ar/account");
      assert.equal(await page.getAttribute("html", "data-theme"), "dark");
      assert.equal(await page.getAttribute("html", "dir"), "rtl");
      assert.ok(await page.isVisible(".notice"));
      await page.goto("/");
      assert.match(page.url(), /\/ar\/$/, "the next visit begins in it");
      // Another browser takes the account's colours over.
      const other = await newPage({ locale: "fr" });
      await signIn(other, page.person);
      await other.goto("/fr/");
      assert.equal(await other.getAttribute("html", "data-theme"), "dark");
      await other.done();
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}

test("whoever signs up keeps the colours they looked at, and finds those of the foot among the preferences", async () => {
  const page = await newPage({ theme: "dark" });
  try {
    await register(page);
    await page.goto("/fr/account");
    assert.equal(await page.getAttribute("html", "data-theme"), "dark");
    await page.click(".foot button[value=light]");
    await page.goto("/fr/account/preferences");
    assert.ok(await page.isChecked("[name=theme][value=light]"));
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("genres chosen below the account are told on its page", async () => {
  const page = await signedIn();
  try {
    await page.goto("/fr/account/genres");
    await tabTo(page, "[name=genre]");
    await page.keyboard.press("Space");
    const name = (await page.textContent(".chip--choice:has(:checked)")).trim();
    await pressOn(page, SEND);
    await page.waitForURL("**/account");
    assert.match(await page.textContent("a[href$='/account/genres']"), new RegExp(name));
    page.watch.clean();
  } finally {
    await page.done();
  }
});

for (const js of [true, false]) {
  test(`sessions are listed, one is ended, then all others${js ? "" : ", without scripts"}`, async () => {
    const page = await signedIn({ js });
    const others = [];
    try {
      for (let count = 0; count < 3; count += 1) {
        others.push(await newPage());
        await signIn(others[count], page.person);
      }
      await page.goto("/fr/account/security");
      assert.equal(await page.locator(".session").count(), 4);
      assert.equal(await page.locator(".session__here").count(), 1);
      await picture(page, "accounts-sessions");
      await pressOn(page, ".session button");
      // The page before may have had a notice too, of signing up.
      await page.waitForSelector(".session:nth-child(3):last-child");
      assert.equal(await page.locator(".session").count(), 3);
      await pressOn(page, "form[action$='/sessions/end'] button");
      await page.waitForSelector(".session:only-child");
      const left = await Promise.all(others.map(isSignedIn));
      assert.deepEqual(left, [false, false, false]);
      assert.equal(await isSignedIn(page), true);
      page.watch.clean();
    } finally {
      await page.done();
      await Promise.all(others.map((other) => other.done()));
    }
  });

  test(`an account is deleted only with its password${js ? "" : ", without scripts"}`, async () => {
    const page = await signedIn({ js });
    try {
      const { person } = page;
      // To an address that nobody has verified nothing would be told.
      await verify(page, person);
      await page.goto("/fr/account/data");
      await pressOn(page, "a.button--danger");
      await page.waitForURL("**/account/delete");
      assert.match(await page.textContent("h1"), new RegExp(person.username));
      await fillIn(page, "#password", "pas celui-là");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".alert--danger");
      await fillIn(page, "#password", person.password);
      await pressOn(page, "button.button--danger");
      await page.waitForURL("**/fr/");
      assert.ok(await page.isVisible(".notice"));
      assert.equal(await isSignedIn(page), false);
      assert.match((await mailTo(person.email, 2)).subject, /supprimé/);
      const again = await page.request.post("/fr/sign-in", { form: { login: person.username, password: person.password } });
      assert.equal(again.status(), 422);
      forgive(page, 422);
      page.watch.clean();
    } finally {
      await page.done();
    }
  });
}
