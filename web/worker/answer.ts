// How a worker answers its WorkerClient: {id, name, args} with any number of {id, told}, then with {id, value} or {id, error}.

/** Tells something before the answer. @param transfer what goes over to the page with it */
export type Report<Told> = (told: Told, transfer?: Transferable[]) => void;

/** The functions of a worker: each takes a Report after its own arguments, where it wants one. */
export type Calls = Record<string, (...args: never[]) => unknown>;

type Question = { id: number, name: string, args: unknown[] };
type Function = (...args: unknown[]) => unknown;

export function answer(calls: Calls) {
  const reply = async ({ id, name, args }: Question) => {
    const report: Report<unknown> = (told, transfer = []) => { postMessage({ id, told }, { transfer }); };
    try {
      postMessage({ id, value: await (calls[name] as Function)(...args, report) });
    } catch (error) {
      postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  onmessage = ({ data }: MessageEvent<Question>) => void reply(data);
}
