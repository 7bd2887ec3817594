/** Parts of a file that is kept whole, as a server gives them: pdf.js asks for nothing else. */

/** `bytes=0-499`, `bytes=500-`, `bytes=-500`: first and last byte; null where there is no such part; undefined for the whole. */
export function part(header: string | null, size: number): [number, number] | null | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  if (from === "") return Number(to) === 0 || size === 0 ? null : [Math.max(0, size - Number(to)), size - 1];
  const [first, last] = [Number(from), to === "" ? size - 1 : Math.min(Number(to), size - 1)];
  // A part that ends before it begins is no part, and asks for the whole.
  if (to !== "" && Number(to) < first) return undefined;
  return first >= size ? null : [first, last];
}

/** The answer to a request for a kept file or a part of it. */
export async function serveBlob(request: Request, kept: Response): Promise<Response> {
  const blob = await kept.blob();
  const headers = new Headers(kept.headers);
  headers.set("accept-ranges", "bytes");
  headers.delete("content-encoding");
  const wanted = part(request.headers.get("range"), blob.size);
  if (wanted === null) {
    headers.set("content-range", `bytes */${blob.size}`);
    headers.delete("content-length");
    return new Response(null, { status: 416, headers });
  }
  const body = wanted ? blob.slice(wanted[0], wanted[1] + 1, blob.type) : blob;
  headers.set("content-length", String(body.size));
  if (wanted) headers.set("content-range", `bytes ${wanted[0]}-${wanted[1]}/${blob.size}`);
  return new Response(request.method === "HEAD" ? null : body, { status: wanted ? 206 : 200, headers });
}
