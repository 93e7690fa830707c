import { Refused } from './refused.ts'

/** Sends files as one multipart body, and tells how far it is in bytes; only this older way of sending can. */
export function sendFiles(
  address: string,
  files: readonly File[],
  field = 'file',
  tell: (loaded: number, total: number) => void = () => undefined,
): Promise<unknown> {
  const body = new FormData()
  for (const file of files) body.append(field, file, file.name)
  return new Promise((answer, refuse) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => tell(loaded, total)
    request.onerror = () => refuse(new Refused({ status: 0, title: 'unreachable', detail: '' }))
    request.onload = () => {
      if (request.status < 300) return answer(request.response)
      const said = (request.response ?? {}) as { title?: string; detail?: string }
      return refuse(new Refused({ title: '', detail: '', ...said, status: request.status }))
    }
    request.send(body)
  })
}
