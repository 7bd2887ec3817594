// The shop's machinery in the panel, in French and Arabic: a job that failed is tried again and thrown away, a mail is sent anew, the
// audit log tells of both, health is looked at; by keys alone, and without scripts.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { assertAccessible } from "../lib/axe.mjs";
import { assertFits, assertTouchable, closeBrowser, DESK, newPage, picture } from "../lib/browser.mjs";
import { pressOn, tabTo } from "../lib/keyboard.mjs";
import { mailTo } from "../lib/mails.mjs";
import { demoPeople, newPerson, register, signIn } from "../lib/people.mjs";
import { REFUSED } from "../lib/smtp-server.mjs";

after(closeBrowser);

const SMALL = { width: 360, height: 700 };
const PATIENCE_MS = 15_000;
const amina = () => demoPeople().find(({ role }) => role === "admin");

/** The keys of the jobs that failed for good. */
async function failed(page) {
  const { items } = await (await page.request.get("/api/v1/admin/jobs?state=dead")).json();
  return items.map(({ id }) => id);
}

/** A mail that nobody takes: the account has an address that is none. The key of the job that gave up. */
async function unsent(page, locale) {
  const before = await failed(page);
  const stranger = await newPage({ locale });
  const person = newPerson();
  person.email = person.email.replace(/@.*/, REFUSED);
  await register(stranger, person, locale);
  await stranger.done();
  return { person, job: await appears(page, before) };
}

/** The key of a job that fails and did not before. */
async function appears(page, before) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const found = (await failed(page)).find((id) => !before.includes(id));
    if (found) return found;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error("no job failed");
}

const choice = (job) => `#jobs input[name=key][value="${job}"]`;

for (const [locale, theme] of [["fr", "light"], ["ar", "dark"]]) {
  test(`in ${locale}, a job that failed is tried again and then thrown away, without scripts`, async () => {
    const page = await newPage({ locale, theme, js: false, viewport: SMALL });
    try {
      await signIn(page, amina(), locale);
      const { job } = await unsent(page, locale);
      await page.goto(`/${locale}/admin/jobs?all`);
      await page.check(choice(job));
      await picture(page, `admin-jobs-${locale}`);
      await page.click("button[name=act][value=retry]");
      await page.waitForSelector("#outcomes .alert--success");
      // Nobody takes that mail the second time either.
      assert.equal(await appears(page, (await failed(page)).filter((id) => id !== job)), job);
      await page.goto(`/${locale}/admin/jobs?all`);
      await page.check(choice(job));
      await page.click("button[name=act][value=remove]");
      await page.waitForSelector("input[name=sure]", { state: "attached" });
      assert.match(await page.textContent("main"), new RegExp(String(job)), "what goes is named");
      assert.ok((await failed(page)).includes(job), "a question changes nothing");
      await picture(page, `admin-jobs-question-${locale}`);
      await page.click("main button.button--danger");
      await page.waitForSelector("#outcomes .alert--success");
      assert.ok(!(await failed(page)).includes(job));
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[17] in ${locale}, by keys alone, what failed is tried again, a mail is sent anew, and the log tells of both`, async () => {
    const page = await newPage({ locale, viewport: DESK });
    try {
      await signIn(page, amina(), locale);
      const { person, job } = await unsent(page, locale);
      await page.goto(`/${locale}/admin/jobs?all`);
      await tabTo(page, choice(job));
      await page.keyboard.press("Space");
      await page.waitForSelector("shop-table[data-choosing]");
      // The acts stand before the rows.
      await page.focus("button[name=act][value=retry]");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#outcomes .alert--success");

      await page.goto(`/${locale}/admin/mails?all`);
      await tabTo(page, ".table-filter input[name=q]");
      await page.keyboard.type(person.email);
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=/);
      await page.waitForSelector("#mails .status--bad");
      assert.match(await page.textContent("#mails"), /told to refuse/, "what the server said is told");
      await tabTo(page, "#mails input[name=key]");
      await page.keyboard.press("Space");
      await page.waitForSelector("shop-table[data-choosing]");
      await page.focus("button[name=act][value=resend]");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#outcomes .alert--success");

      await page.goto(`/${locale}/admin/audit?act=mail.resend`);
      await page.waitForSelector(".audit__entry");
      assert.match(await page.textContent(".audit__entry"), new RegExp(person.email));
      await pressOn(page, ".audit__entry a");
      await page.waitForSelector(".audit__entry");
      await page.goto(`/${locale}/admin/audit?act=job.retry`);
      await page.waitForSelector(".audit__entry");
      page.watch.clean();
    } finally {
      await page.done();
    }
  });

  test(`[17] in ${locale}, jobs, mails, health and the log are for everybody`, async () => {
    const small = await newPage({ locale, viewport: SMALL });
    const desk = await newPage({ locale, theme, viewport: DESK });
    try {
      for (const page of [small, desk]) await signIn(page, amina(), locale);
      await unsent(small, locale);
      const reader = newPerson();
      const stranger = await newPage({ locale });
      await register(stranger, reader, locale);
      await stranger.done();
      await mailTo(reader.email);
      for (const [name, page] of [["small", small], ["desk", desk]]) {
        for (const path of [
          "/admin/jobs?state=dead", "/admin/jobs?state=scheduled", "/admin/jobs?state=running", "/admin/mails?all",
          `/admin/mails?q=${reader.email}`, "/admin/mails?q=nobody@exemple.dz", "/admin/health", "/admin/audit",
        ]) {
          await page.goto(`/${locale}${path}`);
          await assertAccessible(page, `${name} ${path}`);
          await assertFits(page, `${name} ${path}`);
          await assertTouchable(page, `${name} ${path}`);
          await picture(page, `admin-${path.slice(7, 30).replace(/\W/g, "-")}-${name}-${locale}`);
        }
        page.watch.clean(name);
      }
    } finally {
      await small.done();
      await desk.done();
    }
  });
}
