import { Refused } from './refused.ts'

/** Asks for a file with a body, which no plain link can do, and hands it to the browser to be saved. */
export async function saveFile(address: string, body: object, name: string): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new Refused({ status: 0, title: 'unreachable', detail: '' }, cause)
  })
  if (!answer.ok) throw await Refused.of(answer)
  const place = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = place
  link.download = name
  link.click()
  URL.revokeObjectURL(place)
}
