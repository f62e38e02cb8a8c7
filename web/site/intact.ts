// Asks for a file of the site as the build made it: what differs from that in one byte is refused.

/** The browser may have kept what somebody else answered once, such as a network that asks to sign in: then the host itself is asked. */
export async function intact(address: string, integrity: string) {
  const ask = (cache: RequestCache) => fetch(address, { integrity, cache });
  const response = await ask("default").catch(() => ask("reload")).catch((cause: unknown) => refused(address, cause));
  if (!response.ok) throw answered(response);
  return response;
}

/** Why: to the browser a lost connection and another answer are one. */
async function refused(address: string, cause: unknown): Promise<never> {
  const response = await fetch(address, { method: "HEAD" }).catch(() => { throw cause; });
  throw response.ok ? new Error(`${address} is not what the build made`) : answered(response);
}

const answered = ({ status }: Response) => new Error(`the server answered ${status}`);
