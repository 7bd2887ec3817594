// What ends up in `assets/dist`: every file under a name that carries the hash of its content,
// beside it its brotli and gzip copies where they help, and one `manifest.json` that tells the
// `assets` crate which logical name lives where.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};
// Already compressed; a second pass costs the client time and saves nothing.
const PACKED = new Set([".png", ".woff2"]);

export function hash(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 10);
}

export class Output {
  #assets = {};
  #folders = {};
  #symbols = [];
  #written = new Set(["manifest.json"]);

  constructor(root) {
    this.root = root;
  }

  /** The address under which the server offers a logical name, for use inside CSS and scripts. */
  url(name) {
    const asset = this.#assets[name];
    if (!asset) throw new Error(`no asset named ${name}`);
    return `/assets/${asset.file}`;
  }

  /** The logical names so far. */
  names() {
    return Object.keys(this.#assets);
  }

  folderUrls() {
    return Object.fromEntries(Object.entries(this.#folders).map(([name, file]) => [name, `/assets/${file}/`]));
  }

  symbols(names) {
    this.#symbols = names;
  }

  /** Writes one file under a hashed name, or under `file` when the name already carries a hash. */
  async add(name, bytes, file) {
    const content = Buffer.from(bytes);
    const extension = extname(name);
    const stem = name.slice(0, name.length - extension.length);
    await this.#write(name, content, file ?? `${stem}-${hash(content)}${extension}`);
  }

  /**
   * Writes files that find each other by relative name (character maps, modules of a library):
   * the folder's name carries the hash of all of them, their own names stay.
   */
  async addFolder(name, files) {
    const digest = createHash("sha256");
    const contents = [];
    for (const { path, from, bytes: made } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      const bytes = Buffer.from(made ?? (await readFile(from)));
      digest.update(path).update("\0").update(bytes);
      contents.push([path, bytes]);
    }
    const folder = `${name}-${digest.digest("hex").slice(0, 10)}`;
    this.#folders[name] = folder;
    for (const [path, bytes] of contents) await this.#write(`${name}/${path}`, bytes, `${folder}/${path}`);
  }

  async #write(name, content, file) {
    if (this.#assets[name]) throw new Error(`two assets named ${name}`);
    const target = join(this.root, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    this.#written.add(file);
    const extension = extname(file);
    const packable = !PACKED.has(extension) && content.length > 512;
    const type = MEDIA_TYPES[extension] ?? "application/octet-stream";
    const text = type.startsWith("text/") || type === "image/svg+xml";
    const br = packable && (await this.#copy(file, ".br", content, (b) => squeeze(b, text)));
    const gz = packable && (await this.#copy(file, ".gz", content, (b) => deflate(b, { level: 9 })));
    this.#assets[name] = { file, type, size: content.length, br, gzip: gz };
  }

  /** Writes a compressed copy; returns its size, or false where it would not be worth sending. */
  async #copy(file, suffix, content, compress) {
    const target = join(this.root, file + suffix);
    // The name carries the content's hash, so an earlier copy is still the right one.
    const size = (await stat(target).catch(() => null))?.size ?? (await compress(content).then(async (packed) => {
      if (packed.length > content.length * 0.9) return content.length;
      await writeFile(target, packed);
      return packed.length;
    }));
    if (size > content.length * 0.9) return false;
    this.#written.add(file + suffix);
    return size;
  }

  /** Writes the manifest last, so that whoever watches it sees a complete set, then sweeps. */
  async finish() {
    const sorted = Object.fromEntries(Object.entries(this.#assets).sort(([a], [b]) => (a < b ? -1 : 1)));
    const manifest = { assets: sorted, folders: this.#folders, symbols: this.#symbols };
    await writeFile(join(this.root, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
    for (const entry of await readdir(this.root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const relative = path.slice(this.root.length + 1);
      if (entry.isFile() && !this.#written.has(relative)) await rm(path);
    }
    return sorted;
  }
}

function squeeze(bytes, text) {
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: text ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
