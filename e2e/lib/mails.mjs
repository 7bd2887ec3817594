// What came to the mail server of the run: see run.mjs, which starts it for the shop.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const PATIENCE_MS = 10_000;

async function all(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))));
}

/** The mails to an address so far, the oldest first. */
export async function mailsTo(address, folder = process.env.E2E_MAILS) {
  return (await all(folder)).filter(({ recipients }) => recipients.includes(address));
}

/** The mail to an address that came as number `count`, as soon as it is there. */
export async function mailTo(address, count = 1, folder = process.env.E2E_MAILS) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const mails = await mailsTo(address, folder);
    if (mails.length >= count) return mails[count - 1];
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${address} got no ${count} mails within ${PATIENCE_MS} ms`);
}

/** The code, which stands alone on a line. */
export const codeIn = (mail) => /^[A-Z2-9]{7}$/m.exec(mail.text)[0];

/** The link that leads to a path (`/verify`), without the host. */
export const linkIn = (mail, path) => {
  const found = [...mail.text.matchAll(/https?:\/\/[^/\s]+(\/\S*)/g)].map(([, link]) => link);
  return found.find((link) => new URL(link, "http://shop").pathname.endsWith(path));
};
