import { appendFileSync } from 'node:fs'

/** What is worth a line in the security log. Ids, words of ours and addresses; never a secret, nor what somebody typed. */
export type SecurityEvent = Readonly<{
  event:
    | 'sign-in'
    | 'sign-out'
    | 'account'
    | 'administration'
    | 'refused'
    | 'not taken'
    | 'fault'
    | 'left out'
  outcome: 'passed' | 'failed' | 'second step asked'
  /** Which factors, or which act. */
  way?: string | undefined
  person?: string | undefined
  token?: string | undefined
  organization?: string | undefined
  /** Whom or what it was done to. */
  about?: string | undefined
  address?: string | undefined
  request?: string | undefined
  /** Method and pattern of the address; its words would tell more than is wanted here. */
  route?: string | undefined
  status?: number | undefined
  why?: string | undefined
}>

/** Tells the security log. */
export type TellSecurity = (event: SecurityEvent) => void

/** How many lines of refusals a minute holds: whoever is refused a thousand times a second may not fill the disk. */
const mostRefusals = 600
const minute = 60_000
const bounded: readonly SecurityEvent['event'][] = ['refused', 'not taken', 'fault']

/** Writes events as lines of JSON. write: takes one line; now: the clock. */
export function openSecurityLog(write: (line: string) => void, now: () => Date): TellSecurity {
  let [began, told, left] = [0, 0, 0]
  const line = (event: SecurityEvent) =>
    write(`${JSON.stringify({ log: 'security', at: now().toISOString(), ...event })}\n`)
  return (event) => {
    const time = now().getTime()
    if (Math.abs(time - began) >= minute) {
      if (left > 0) line({ event: 'left out', outcome: 'passed', why: `${left} more in the minute before` })
      ;[began, told, left] = [time, 0, 0]
    }
    if (bounded.includes(event.event)) {
      told += 1
      if (told > mostRefusals) {
        left += 1
        return
      }
    }
    line(event)
  }
}

/** Where the lines go: a file, for its owner only, opened anew for each so that it can be moved away; or standard error. */
export function securityLines(file: string | undefined): (line: string) => void {
  const say = (line: string) => void process.stderr.write(line)
  if (file === undefined) return say
  return (line) => {
    try {
      appendFileSync(file, line, { mode: 0o600 })
    } catch (error) {
      // A full disk may not keep people out, nor may the line be lost.
      say(line)
      say(
        `${JSON.stringify({ log: 'security', event: 'fault', why: (error as NodeJS.ErrnoException).code })}\n`,
      )
    }
  }
}
