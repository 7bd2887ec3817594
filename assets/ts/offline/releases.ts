/** New releases of the service worker, which wait until somebody wants them. */

/** Hears of them: `offer` is given what takes one. Only the page where that is done is loaded anew: who reads in another one goes on. */
export function watchReleases(registration: ServiceWorkerRegistration, offer: (take: () => void) => void): void {
  const watch = (worker: ServiceWorker | null): void => {
    if (!worker || !navigator.serviceWorker.controller) return;
    const tell = (): void => void (worker.state === "installed" && offer(() => take(worker)));
    worker.addEventListener("statechange", tell);
    tell();
  };
  watch(registration.waiting ?? registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
}

function take(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage({ wish: "activate" });
}
