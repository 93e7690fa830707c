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
  const cause = error.cause ?? error
  const text = typeof cause === 'string' ? cause : (cause.stack ?? cause.message ?? String(cause))
  return { type, error: { failureType: error.failureType, text } }
}
