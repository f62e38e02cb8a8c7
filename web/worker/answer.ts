// How a worker answers its Crewman: {id, name, args} with {id, value} or {id, error}.

/** @param calls each takes the number of its call after its own arguments */
export function answer(calls: Record<string, (...args: any[]) => unknown>) {
  onmessage = async ({ data: { id, name, args } }) => {
    try {
      postMessage({ id, value: await calls[name](...args, id) });
    } catch (error) {
      postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
