/** A reporter for node:test that hands every event on as one line of JSON, for the process that started the file. */
export default async function* events(source) {
  for await (const { type, data } of source) {
    const { name, nesting, line, skip, todo, details } = data
    yield `${JSON.stringify({ type, data: { name, nesting, line, skip, todo, details: plain(details) } })}\n`
  }
}

function plain(details) {
  if (details === undefined) return undefined
  const { type, error } = details
  if (error === undefined) return { type }
  return { type, error: { failureType: error.failureType, text: told(error.cause ?? error) } }
}

/** What went wrong, and what that came from: a property test keeps the failed assertion as the cause of its own. */
function told(error) {
  if (typeof error !== 'object' || error === null) return String(error)
  const own = error.stack ?? error.message ?? String(error)
  return error.cause === undefined ? own : `${own}\nbecause of ${told(error.cause)}`
}
