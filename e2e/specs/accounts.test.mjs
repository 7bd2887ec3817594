// Accounts from the first visit on, by keys alone, with scripts and without, in French and Arabic: signing up, the
// code of the mail, signing in and out, a forgotten password.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { assertFocus, fillIn, pressOn, tabTo } from "../lib/keyboard.mjs";
import { codeIn, linkIn, mailTo } from "../lib/mails.mjs";
import { demoPeople, isSignedIn, newPerson, register, sessionOf } from "../lib/people.mjs";

after(closeBrowser);

const SEND = ".form > .button";
const path = (page) => new URL(page.url()).pathname;

async function signInByKeys(page, login, password, { remember = true } = {}) {
  await fillIn(page, "#login", login);
  await fillIn(page, "#password", password);
  if (!remember) {
    await tabTo(page, "#remember");
    await page.keyboard.press("Space");
  }
  await pressOn(page, SEND);
}

async function signOutByKeys(page, locale) {
  await page.goto(`/${locale}/account`);
  await pressOn(page, `form[action$="/sign-out"] button`);
  await page.waitForURL(`**/${locale}/`);
  assert.equal(await isSignedIn(page), false);
}

for (const locale of ["fr", "ar"]) {
  for (const js of [true, false]) {
    const how = `in ${locale}${js ? "" : ", without scripts"}`;

    test(`${how}, somebody signs up, chooses genres, verifies the address and comes back to where they were`, async () => {
      const page = await newPage({ locale, js, viewport: DESK });
      const person = newPerson(locale === "ar" ? "ليلى" : "Léa");
      try {
        await page.goto(`/${locale}/browse`);
        await pressOn(page, ".bar__account");
        await page.waitForURL("**/sign-in?*");
        await pressOn(page, ".sign__links a");
        await page.waitForURL("**/sign-up?*");
        await assertFocus(page, "#username");
        await page.keyboard.type(person.username);
        await fillIn(page, "#email", person.email);
        await fillIn(page, "#password", person.password);
        await tabTo(page, "#phone");
        // Enter sends from any field.
        await page.keyboard.press("Enter");
        await page.waitForURL("**/welcome/genres?*");
        assert.ok(await page.isVisible(".notice"), "it says that a code is on its way");
        await picture(page, `accounts-welcome-${locale}`);
        for (let chosen = 0; chosen < 2; chosen += 1) {
          await tabTo(page, "input[name=genre]");
          await page.keyboard.press("Space");
        }
        await pressOn(page, SEND);
        await page.waitForURL(`**/${locale}/browse`);
        assert.ok(await page.isVisible(".bar__account--signed"));

        const mail = await mailTo(person.email);
        const link = linkIn(mail, "/verify");
        assert.match(link, new RegExp(`^/${locale}/verify`), "the mail speaks the reader's language");
        const scanner = await newPage({ locale });
        for (let look = 0; look < 2; look += 1) assert.equal((await scanner.request.get(link)).status(), 200);
        await scanner.done();
        await page.goto(`/${locale}/account`);
        assert.ok(await page.isVisible(".alert--info"), "a look at the link verifies nothing");
        await page.goto(link);
        assert.equal(await page.inputValue("#code"), codeIn(mail));
        await pressOn(page, SEND);
        await page.waitForURL(`**/${locale}/`);
        assert.ok(await page.isVisible(".notice"));
        await page.goto(`/${locale}/account`);
        assert.equal(await page.isVisible(".alert--info"), false);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`${how}, a mail's link that is opened elsewhere asks for the password and signs in`, async () => {
      const page = await newPage({ locale, js });
      const elsewhere = await newPage({ locale, js });
      try {
        const person = await register(page, newPerson(), locale);
        await elsewhere.goto(linkIn(await mailTo(person.email), "/verify"));
        await assertFocus(elsewhere, "#password");
        await picture(elsewhere, `accounts-verify-elsewhere-${locale}`);
        await elsewhere.keyboard.type("pas celui-là");
        await elsewhere.keyboard.press("Enter");
        await elsewhere.waitForSelector(".alert--danger");
        // One failure makes the next one wait for a second.
        await new Promise((later) => setTimeout(later, 1_200));
        await fillIn(elsewhere, "#password", person.password);
        await elsewhere.keyboard.press("Enter");
        await elsewhere.waitForURL(`**/${locale}/`);
        assert.ok(await elsewhere.isVisible(".notice"));
        assert.equal(await isSignedIn(elsewhere), true);
        await page.goto(`/${locale}/account`);
        assert.equal(await page.isVisible(".alert--info"), false, "the address is verified");
        elsewhere.watch.errors = elsewhere.watch.errors.filter((error) => !error.includes("422"));
        elsewhere.watch.clean();
        page.watch.clean();
      } finally {
        await page.done();
        await elsewhere.done();
      }
    });

    test(`${how}, the genres can be passed over, and the code typed in any way`, async () => {
      const page = await newPage({ locale, js });
      const person = newPerson();
      try {
        await page.goto(`/${locale}/sign-up?next=%2F${locale}%2Ffree`);
        await fillIn(page, "#username", person.username);
        await fillIn(page, "#email", person.email);
        await fillIn(page, "#password", person.password);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/welcome/genres?*");
        await pressOn(page, ".sign__links a");
        await page.waitForURL(`**/${locale}/free`);
        const code = codeIn(await mailTo(person.email));
        await page.goto(`/${locale}/account`);
        await pressOn(page, ".alert a");
        await page.waitForURL("**/verify");
        await fillIn(page, "#code", ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)}`);
        await page.keyboard.press("Enter");
        await page.waitForURL(`**/${locale}/`);
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`${how}, somebody signs out and in again, by username and by address`, async () => {
      const page = await newPage({ locale, js });
      try {
        const person = await register(page, newPerson(), locale);
        await signOutByKeys(page, locale);
        assert.ok(await page.isVisible(".notice"));
        await page.goto(`/${locale}/account/security`);
        assert.equal(path(page), `/${locale}/sign-in`, "an account's page leads to sign in");
        await signInByKeys(page, person.username, person.password);
        await page.waitForURL(`**/${locale}/account/security`);
        assert.ok((await sessionOf(page)).expires > Date.now() / 1_000 + 86_400, "remembered for days");
        await signOutByKeys(page, locale);
        await page.goto(`/${locale}/sign-in`);
        await signInByKeys(page, person.email.toUpperCase(), person.password, { remember: false });
        await page.waitForURL(`**/${locale}/`);
        assert.equal((await sessionOf(page)).expires, -1, "until the browser is closed");
        page.watch.clean();
      } finally {
        await page.done();
      }
    });

    test(`${how}, a forgotten password gives way to a new one`, async () => {
      const page = await newPage({ locale, js });
      try {
        const person = await register(page, newPerson(), locale);
        await page.context().clearCookies();
        await page.goto(`/${locale}/sign-in`);
        await pressOn(page, ".sign__aside a");
        await page.waitForURL("**/forgot");
        await fillIn(page, "#email", person.email);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/reset?*");
        await assertFocus(page, "#code");
        const mail = await mailTo(person.email, 2);
        await fillIn(page, "#code", codeIn(mail));
        await fillIn(page, "#password", "trois moutons de nuit");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/sign-in");
        assert.ok(await page.isVisible(".notice"));
        await signInByKeys(page, person.email, person.password);
        await page.waitForSelector(".alert--danger");
        await signInByKeys(page, person.email, "trois moutons de nuit");
        await page.waitForURL(`**/${locale}/`);
        assert.equal(await isSignedIn(page), true);
        // The browser itself reports the refused sign-in.
        page.watch.errors = page.watch.errors.filter((error) => !error.includes("422"));
        page.watch.clean();
      } finally {
        await page.done();
      }
    });
  }
}

test("a link for a new password fills in address and code, and a look at it uses nothing up", async () => {
  const page = await newPage();
  try {
    const person = await register(page);
    await page.context().clearCookies();
    await page.request.post("/fr/forgot", { form: { email: person.email } });
    const mail = await mailTo(person.email, 2);
    const link = linkIn(mail, "/reset");
    await page.request.get(link);
    await page.goto(link);
    assert.equal(await page.inputValue("#email"), person.email);
    assert.equal(await page.inputValue("#code"), codeIn(mail));
    await assertFocus(page, "#password");
    await page.keyboard.type("trois moutons de nuit");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/sign-in");
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("nobody learns who has an account: an unknown address is answered like a known one", async () => {
  const page = await newPage();
  try {
    await page.goto("/fr/forgot");
    await fillIn(page, "#email", "personne@exemple.dz");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/reset?*");
    assert.match(await page.textContent(".sign__lead"), /personne@exemple\.dz/);
    page.watch.clean();
  } finally {
    await page.done();
  }
});

test("everybody whom the demo names can sign in", async () => {
  const people = demoPeople();
  assert.deepEqual(people.map(({ username, role }) => `${username} ${role}`), ["leila reader", "salim moderator", "nadia editor", "amina admin"]);
  for (const { username, password } of people) {
    const page = await newPage();
    try {
      await page.goto("/fr/sign-in?next=%2Ffr%2Faccount");
      await signInByKeys(page, username, password);
      await page.waitForURL("**/fr/account");
      assert.equal(await page.isVisible(".alert--info"), false, "their addresses are verified");
      page.watch.clean();
    } finally {
      await page.done();
    }
  }
});
