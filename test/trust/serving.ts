import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A real server process on a data folder, asked by its socket as the command line does. */
export type Serving = Readonly<{ child: ChildProcess; said: () => string }>

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const patience = 120_000

export async function startServing(folder: string): Promise<Serving> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'serve', '--data', folder],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: '', CLAUSEWISE_PORT: '0' },
    },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => {
      text += piece.toString()
    })
  for (const end = Date.now() + patience; Date.now() < end; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${text}`)
    if (text.includes('Clausewise is at') && (await ask(folder, 'GET', '/api/status')).status === 200)
      return { child, said: () => text }
  }
  child.kill('SIGKILL')
  throw new Error(`the server was not ready in time: ${text}`)
}

export async function kill({ child }: Serving, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** One request by the socket; status 0 when nobody answers. */
export function ask(
  folder: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: string }> {
  return new Promise((done) => {
    const nobody = () => done({ status: 0, body: '' })
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const asked = request(
      {
        socketPath: join(folder, 'clausewise.sock'),
        method,
        path,
        timeout: 30_000,
        headers: payload === undefined ? {} : { 'content-type': 'application/json' },
      },
      (response) => {
        let text = ''
        response.on('data', (piece: Buffer) => {
          text += piece.toString()
        })
        response.on('end', () => done({ status: response.statusCode ?? 0, body: text }))
        response.on('error', nobody)
        response.on('aborted', nobody)
      },
    )
    asked.on('error', nobody)
    asked.on('timeout', () => asked.destroy())
    asked.end(payload)
  })
}

/** Starts as the first person does, with the link that the program prints; gives the organization. */
export async function startFirst(folder: string, serving: Serving): Promise<string> {
  for (let left = 100; left > 0 && !/code=[\w-]+/.test(serving.said()); left -= 1) await wait(100)
  const code = /code=([\w-]+)/.exec(serving.said())?.[1]
  const made = await ask(folder, 'POST', '/api/start', {
    code,
    name: 'Ada',
    email: 'ada@example.org',
    password: 'seven blue herons',
    organization: 'Endures',
  })
  if (made.status !== 201) throw new Error(`no first organization: ${made.status} ${made.body}`)
  return JSON.parse(made.body).id
}
