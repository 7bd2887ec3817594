/** Opens a PDF by ranges with everything active in it switched off, and gives up when nothing comes. */
import { getDocument, GlobalWorkerOptions, PDFWorker, type PDFDocumentLoadingTask, type PDFDocumentProxy } from "pdfjs-dist";
import { pdfjs } from "warraq:places";
import { Failure, kindOfStatus } from "../failure.ts";

const CHUNK_BYTES = 65_536;
/** A loop in the page tree keeps pdf.js busy for ever without a word: silence this long is damage. */
const SILENCE_MS = 20_000;

export interface Opened {
  document: PDFDocumentProxy;
  /** To be called once the first page is drawn; until then silence fails the opening. */
  settled(): void;
  /** Rejects when the file turns out to be damaged after all. */
  failure: Promise<never>;
}

/** The worker is the larger half of the program: it starts before there is a file for it. */
export function startWorker(): PDFWorker {
  GlobalWorkerOptions.workerSrc = `${pdfjs}pdf.worker.mjs`;
  return new PDFWorker({ verbosity: 0 });
}

export async function openDocument(worker: PDFWorker, url: string, progress: (loaded: number, total: number) => void): Promise<Opened> {
  const task = getDocument({
    url,
    worker,
    rangeChunkSize: CHUNK_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    isEvalSupported: false,
    // The page fetches what the worker needs, so that one policy says what may be asked for.
    useWorkerFetch: false,
    stopAtErrors: false,
    cMapUrl: `${pdfjs}cmaps/`,
    standardFontDataUrl: `${pdfjs}standard_fonts/`,
    wasmUrl: `${pdfjs}wasm/`,
    iccUrl: `${pdfjs}iccs/`,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]);
  const silence = new Silence(task, worker);
  task.onProgress = ({ loaded, total }: { loaded: number; total: number }) => {
    silence.broken();
    progress(loaded, total);
  };
  task.onPassword = () => silence.fail(new Failure("password"));
  const document = await Promise.race([task.promise.catch(explain), silence.failure]);
  return { document, settled: () => silence.end(), failure: silence.failure };
}

class Silence {
  readonly failure: Promise<never>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fail: (reason: Failure) => void = () => {};

  constructor(
    readonly task: PDFDocumentLoadingTask,
    readonly worker: PDFWorker,
  ) {
    this.failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failure.catch(() => {});
    this.broken();
  }

  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.fail(new Failure("damaged", `nothing for ${SILENCE_MS} ms`)), SILENCE_MS);
  }

  fail(reason: Failure): void {
    this.end();
    this.#fail(reason);
    void this.task.destroy();
    this.worker.destroy();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

function explain(error: unknown): never {
  const { name, status } = error as { name?: string; status?: number };
  if (name === "ResponseException" && status) throw new Failure(kindOfStatus(status));
  if (name === "ResponseException" || !navigator.onLine) throw new Failure("offline");
  throw new Failure("damaged", String(error));
}
