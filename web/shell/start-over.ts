// Beginning anew: what the browser keeps of the site is thrown away, and the page is loaded again.

/** Throws away what is kept, and asks the host itself for the page's script; the page is asked for anyway. */
export async function beginAnew() {
  const { serviceWorker } = navigator as Partial<Navigator>, { caches } = self as Partial<typeof self>; // over plain http there are none
  await (await serviceWorker?.getRegistration())?.unregister();
  for (const name of await caches?.keys() ?? []) if (name.startsWith("netvisor-mac ")) await caches?.delete(name);
  await fetch((document.getElementById("last") as HTMLScriptElement).src, { cache: "reload" }).catch(() => {});
  location.reload();
}
