// Sends one file. The old XMLHttpRequest, because it alone tells how much has gone.

/** How far it is. */
export interface Going {
  sent: number;
  bytes: number;
  perSecond: number;
}

/** How it ended: what went wrong in the server's words, none where nobody answered. */
export type Ended = { how: "sent" | "stopped" } | { how: "failed"; words: string };

export interface Sending {
  ended: Promise<Ended>;
  stop: () => void;
}

/** The first reason that the server gives, in the page's language. */
function reason(text: string): string {
  try {
    const problem = JSON.parse(text) as { detail?: string; errors?: { message: string }[] };
    return problem.errors?.[0]?.message ?? problem.detail ?? "";
  } catch {
    return "";
  }
}

export function sendFile(file: File, { url, method }: { url: string; method: string }, tell: (going: Going) => void): Sending {
  const request = new XMLHttpRequest();
  const began = performance.now();
  const ended = new Promise<Ended>((end) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const seconds = Math.max(0.25, (performance.now() - began) / 1000);
      tell({ sent: loaded, bytes: total, perSecond: loaded / seconds });
    });
    request.addEventListener("load", () => end(request.status < 400 ? { how: "sent" } : { how: "failed", words: reason(request.responseText) }));
    request.addEventListener("error", () => end({ how: "failed", words: "" }));
    request.addEventListener("abort", () => end({ how: "stopped" }));
  });
  const form = new FormData();
  form.set("file", file);
  request.open(method, url);
  request.setRequestHeader("accept", "application/json");
  request.setRequestHeader("accept-language", document.documentElement.lang);
  request.send(form);
  return { ended, stop: () => request.abort() };
}
