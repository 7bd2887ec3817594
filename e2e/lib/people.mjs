// Readers of the shop: new ones, each test's own, and those of the demo.
import assert from "node:assert/strict";
import { newPage } from "./browser.mjs";
import { codeIn, mailTo } from "./mails.mjs";

let count = 0;

/** A form's answer that leads on; of any other the list of what is wrong is told. */
async function assertDone(answer) {
  const wrong = answer.status() === 303 ? "" : /<ul class="alert__list">.*?<\/ul>/s.exec(await answer.text())?.[0];
  assert.equal(answer.status(), 303, wrong);
}

/** Somebody whom the shop does not know yet. */
export function newPerson(name = "lina") {
  const one = `${process.pid.toString(36)}${(count += 1)}${Date.now().toString(36).slice(-4)}`;
  return { username: `${name}.${one}`, email: `reader-${one}@exemple.dz`, password: "un phare dans la nuit" };
}

/** Makes the account and signs the page's browser in, without a look at the forms. */
export async function register(page, person = newPerson(), locale = "fr") {
  const { username, email, password } = person;
  const answer = await page.request.post(`/${locale}/sign-up`, { form: { username, email, password }, maxRedirects: 0 });
  await assertDone(answer);
  return person;
}

/** A page of somebody new who is signed in, `page.person`, and to whom nothing is left to be told. */
export async function signedIn(options = {}) {
  const page = await newPage(options);
  const { locale = "fr" } = options;
  page.person = await register(page, newPerson(), locale);
  // The first page says that they have signed up. A test that waits for what it is told itself must not see that.
  await page.request.get(`/${locale}/`);
  return page;
}

/** Signs the page's browser in; `remember` keeps the session when the browser is closed. */
export async function signIn(page, { username, password }, locale = "fr") {
  const answer = await page.request.post(`/${locale}/sign-in`, { form: { login: username, password, remember: "on" }, maxRedirects: 0 });
  await assertDone(answer);
}

/** The token that forms bring back, for whoever is signed in. */
export async function csrfOf(page) {
  const html = await (await page.request.get("/fr/account")).text();
  return /name="csrf-token" content="([^"]+)"/.exec(html)[1];
}

/** Verifies the address of whoever has just signed up in the page's browser, and lets them be told so. */
export async function verify(page, { email }) {
  const form = { code: codeIn(await mailTo(email)), csrf: await csrfOf(page) };
  const answer = await page.request.post("/fr/verify", { form, maxRedirects: 0 });
  await assertDone(answer);
  await page.request.get("/fr/");
}

/** Whether somebody is signed in, as the shop sees it. */
export async function isSignedIn(page) {
  const answer = await page.request.get("/fr/account", { maxRedirects: 0 });
  return answer.status() === 200;
}

/** The session's cookie. */
export async function sessionOf(page) {
  return (await page.context().cookies()).find(({ name }) => name === "session");
}

/** The people that `warraq demo` says one can sign in as. */
export function demoPeople(said = process.env.E2E_DEMO_SAID ?? "") {
  const [, names, password] = /sign in as (.+), with the password: (.+)/.exec(said) ?? [];
  assert.ok(names, `the demo names nobody: ${said.slice(-200)}`);
  return names.split(", ").map((one) => {
    const [, username, role] = /^(\S+) \((\w+)\)$/.exec(one);
    return { username, role, password };
  });
}
