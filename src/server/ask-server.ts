import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { Refusal } from '#base/refusal.ts'
import { socketOf } from './socket.ts'

/** Asks the server of a data folder by its socket. */
export function askServer(folder: string, path: string): Promise<unknown> {
  const socketPath = socketOf(folder)
  const notThere = new Refusal('not-found', `No server runs on ${folder}. Start it with: npm start`)
  if (!existsSync(socketPath)) throw notThere
  return new Promise((done, fail) => {
    const asked = request({ socketPath, path, timeout: 10_000 }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => {
        if (response.statusCode === 200) return done(JSON.parse(text))
        fail(new Refusal('invalid', `The server answered ${response.statusCode}: ${text.slice(0, 500)}`))
      })
    })
    asked.on('error', () => fail(notThere))
    asked.end()
  })
}
