// Keeping an account, by keys alone, with scripts and without, in French and Arabic: profile, password, address,
// preferences, genres, sessions, and its end. Pictures have a file of their own.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, DESK, newPage, PHONE, picture } from "../lib/browser.mjs";
import { assertFocus, fillIn, pressOn, tabTo } from "../lib/keyboard.mjs";
import { codeIn, linkIn, mailTo, mailsTo } from "../lib/mails.mjs";
import { isSignedIn, register, signedIn, signIn, verify } from "../lib/people.mjs";

after(closeBrowser);

const SEND = ".form > .button";

const forgive = (page, status) => (page.watch.errors = page.watch.errors.filter((error) => !error.includes(String(status))));

for (const locale of ["fr", "ar"]) {
  for (const js of [true, false]) {
    const how = `in ${locale}${js ? "" : ", without scripts"}`;

    test(`[16] ${how}, somebody says what they are called, in any script, and finds a username taken`, async () => {
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

    test(`[16] ${how}, changing the password ends what runs elsewhere`, async () => {
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

    test(`${how}, a new address is confirmed where it is, and the old one is told`, async () => {
      const page = await signedIn({ locale, js });
      try {
        const { person } = page;
        await verify(page, person);
        const address = `nouvelle.${person.email}`;
        await page.goto(`/${locale}/account/security`);
        await fillIn(page, "#new-email", address);
        await fillIn(page, "#email-password", "pas celui-là");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".alert--danger");
        await pressOn(page, ".alert a");
        await assertFocus(page, "#email-password");
        assert.equal(await page.inputValue("#new-email"), address);
        await fillIn(page, "#email-password", person.password);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/verify");
        const mail = await mailTo(address);
        assert.match(linkIn(mail, "/verify"), new RegExp(`^/${locale}/verify`));
        assert.ok((await page.textContent("main")).includes(address), "the page says where the code went");
        assert.equal((await mailsTo(person.email)).length, 1, "the old address learns of it when it is done");
        await fillIn(page, "#code", codeIn(mail));
        await page.keyboard.press("Enter");
        await page.waitForURL(`**/${locale}/`);
        assert.match((await mailTo(person.email, 2)).subject, locale === "ar" ? /^تغيّر بريدك/ : /a été changée/);
        await page.goto(`/${locale}/account/security`);
        assert.match(await page.textContent("section[aria-labelledby=email]"), new RegExp(address.replaceAll(".", "\\.")));
        forgive(page, 422);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`[16] ${how}, language and colours take effect at once`, async () => {
      const page = await signedIn({ locale, js, viewport: js ? DESK : PHONE });
      const [other, key] = locale === "ar" ? ["fr", "ArrowUp"] : ["ar", "ArrowDown"];
      try {
        await page.goto(`/${locale}/account/preferences`);
        await tabTo(page, "[name=locale]");
        await page.keyboard.press(key);
        await tabTo(page, "[name=theme]");
        await page.keyboard.press("ArrowUp");
        await pressOn(page, SEND);
        await page.waitForURL(`**/${other}/account`);
        assert.equal(await page.getAttribute("html", "data-theme"), "dark");
        assert.equal(await page.getAttribute("html", "dir"), other === "ar" ? "rtl" : "ltr");
        assert.ok(await page.isVisible(".notice"));
        await page.goto("/");
        assert.match(page.url(), new RegExp(`/${other}/$`), "the next visit begins in it");
        // Another browser takes the account's colours over.
        const elsewhere = await newPage({ locale });
        await signIn(elsewhere, page.person, locale);
        await elsewhere.goto(`/${locale}/`);
        assert.equal(await elsewhere.getAttribute("html", "data-theme"), "dark");
        await elsewhere.done();
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`[16] ${how}, genres chosen below the account are told on its page`, async () => {
      const page = await signedIn({ locale, js, viewport: js ? PHONE : DESK });
      try {
        await page.goto(`/${locale}/account`);
        await pressOn(page, "a[href$='/account/genres']");
        await page.waitForURL("**/account/genres");
        await tabTo(page, "[name=genre]");
        await page.keyboard.press("Space");
        const name = (await page.textContent(".chip--choice:has(:checked)")).trim();
        await pressOn(page, SEND);
        await page.waitForURL("**/account");
        const told = await page.textContent("a[href$='/account/genres']");
        assert.ok(told.includes(name), `${name}: ${told}`);
        // What was chosen is given up in the same way.
        await page.goto(`/${locale}/account/genres`);
        await tabTo(page, "[name=genre]:checked");
        await page.keyboard.press("Space");
        await pressOn(page, SEND);
        await page.waitForURL("**/account");
        assert.equal((await page.textContent("a[href$='/account/genres']")).includes(name), false);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`[16] ${how}, sessions are listed, one is ended, then all others`, async () => {
      const page = await signedIn({ locale, js, viewport: js ? PHONE : DESK });
      const others = [];
      try {
        for (let count = 0; count < 3; count += 1) {
          others.push(await newPage());
          await signIn(others[count], page.person);
        }
        await page.goto(`/${locale}/account/security`);
        assert.equal(await page.locator(".session").count(), 4);
        assert.equal(await page.locator(".session__here").count(), 1);
        await picture(page, `accounts-sessions-${locale}`);
        await pressOn(page, ".session button");
        await page.waitForSelector(".session:nth-child(3):last-child");
        assert.ok(await page.isVisible(".notice"));
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

    test(`${how}, an account is deleted only with its password`, async () => {
      const page = await signedIn({ locale, js, viewport: js ? DESK : PHONE });
      try {
        const { person } = page;
        // To an address that nobody has verified nothing would be told.
        await verify(page, person);
        await page.goto(`/${locale}/account/data`);
        await pressOn(page, "a.button--danger");
        await page.waitForURL("**/account/delete");
        assert.match(await page.textContent("h1"), new RegExp(person.username));
        await fillIn(page, "#password", "pas celui-là");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".alert--danger");
        await assertFocus(page, ".alert__title");
        await pressOn(page, ".alert a");
        await assertFocus(page, "#password");
        await fillIn(page, "#password", person.password);
        await pressOn(page, "button.button--danger");
        await page.waitForURL(`**/${locale}/`);
        assert.ok(await page.isVisible(".notice"));
        assert.equal(await isSignedIn(page), false);
        assert.match((await mailTo(person.email, 2)).subject, locale === "ar" ? /^حُذف/ : /supprimé/);
        const again = await page.request.post(`/${locale}/sign-in`, { form: { login: person.username, password: person.password } });
        assert.equal(again.status(), 422);
        forgive(page, 422);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });
  }
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
