// Questions of which the newest alone counts, such as those that typing asks.

/** Asks one question after the other; one that is overtaken meanwhile gives null, and is not asked if it still waits. */
export function newestOnly() {
  let last: Promise<unknown> = Promise.resolve(), newest: unknown;
  return async <Answer>(question: () => Promise<Answer>): Promise<Answer | null> => {
    newest = question;
    await last.catch(() => {});
    if (newest !== question) return null;
    const answer = question();
    last = answer;
    const value = await answer;
    return newest === question ? value : null;
  };
}
