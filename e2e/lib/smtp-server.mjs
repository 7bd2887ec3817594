// A mail server for tests: takes what it is given, and keeps it as JSON. Specs start one in their own process with
// `MailServer.start`; other programs run this file:
//
//   node e2e/lib/smtp-server.mjs FOLDER [--refuse CODE] [--user NAME --password WORD] [--starttls | --tls]
//                                       [--cert FILE --key FILE]
//
// It prints `listening on smtp://127.0.0.1:PORT` and ends with its standard input.
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** How addresses end that nobody ever has. */
export const REFUSED = "@refused.example";

export class MailServer {
  /** The answer to every recipient, such as 450 or 550; nothing takes the mail. Specs may change it at any time. */
  refuse;
  #folder;
  #count = 0;
  #server;

  /**
   * `folder` keeps the mails. `user` and `password` are asked for when given; `encryption` is none, "starttls" (which
   * is then asked for before anything else) or "tls", with the certificate and the key in `cert` and `key`.
   */
  static async start({ folder, refuse, user, password, encryption, cert, key }) {
    const it = new MailServer();
    it.refuse = refuse;
    it.#folder = folder;
    await mkdir(folder, { recursive: true });
    it.#server = new SMTPServer({
      ...(cert && { cert, key }),
      secure: encryption === "tls",
      hideSTARTTLS: encryption !== "starttls",
      // Without one of these nobody may sign in unencrypted, which is for the client to decide here.
      allowInsecureAuth: encryption === undefined,
      authOptional: user === undefined,
      disabledCommands: user === undefined ? ["AUTH"] : [],
      disableReverseLookup: true,
      onAuth: (given, _, done) =>
        given.username === user && given.password === password
          ? done(null, { user })
          : done(answer(535, "These credentials are not known")),
      onMailFrom: (_, session, done) =>
        encryption === "starttls" && !session.secure ? done(answer(530, "Must issue STARTTLS first")) : done(),
      onRcptTo: ({ address }, _, done) => {
        const code = address.endsWith(REFUSED) ? 550 : it.refuse;
        return code ? done(answer(code, `<${address}>: told to refuse`)) : done();
      },
      onData: (stream, session, done) => it.#keep(stream, session).then(() => done(), done),
    });
    // A client that turns away from our certificate is part of the tests.
    it.#server.on("error", () => {});
    await new Promise((listening) => it.#server.listen(0, "127.0.0.1", listening));
    return it;
  }

  /** `127.0.0.1:PORT` */
  get address() {
    return `127.0.0.1:${this.#server.server.address().port}`;
  }

  /** What came, in the order in which it came. */
  async mails() {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(".json")).sort();
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(this.#folder, name), "utf8"))));
  }

  stop() {
    return new Promise((stopped) => this.#server.close(stopped));
  }

  async #keep(stream, session) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const mail = await simpleParser(raw);
    const kept = {
      secure: session.secure,
      user: session.user ?? null,
      hello: session.hostNameAppearsAs,
      connection: session.id,
      sender: session.envelope.mailFrom.address,
      recipients: session.envelope.rcptTo.map((to) => to.address),
      from: mail.from?.value[0],
      to: mail.to?.value[0],
      subject: mail.subject,
      date: mail.date,
      headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 1).trim()])),
      text: mail.text,
      html: mail.html,
    };
    const name = `${String((this.#count += 1)).padStart(6, "0")}.json`;
    const draft = join(this.#folder, `${name}.part`);
    await writeFile(draft, JSON.stringify(kept));
    await rename(draft, join(this.#folder, name));
  }
}

function answer(responseCode, words) {
  return Object.assign(new Error(words), { responseCode });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = { type: "string" };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { refuse: text, user: text, password: text, cert: text, key: text, starttls: { type: "boolean" }, tls: { type: "boolean" } },
  });
  const file = (path) => path && readFileSync(path);
  const server = await MailServer.start({
    ...values,
    folder: positionals[0],
    refuse: values.refuse && Number(values.refuse),
    encryption: values.tls ? "tls" : values.starttls ? "starttls" : undefined,
    cert: file(values.cert),
    key: file(values.key),
  });
  console.log(`listening on smtp://${server.address}`);
  process.stdin.on("end", () => process.exit()).resume();
}
