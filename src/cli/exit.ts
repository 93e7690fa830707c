import { Refusal } from '#base/refusal.ts'

/** How a command can end, besides well: refused or bad input 2, stopped by the user 130, a fault of ours 70. */
export const exitCodes = { refused: 2, fault: 70, stopped: 130 } as const

/** Ends the program for an error, in the one place where errors become words and exit codes. */
export function exitFor(error: unknown, isJson: boolean): number {
  const code = codeOf(error)
  const message = messageOf(error)
  if (isJson)
    process.stdout.write(
      `${JSON.stringify({ error: { code: error instanceof Refusal ? error.code : 'fault', message } })}\n`,
    )
  else process.stderr.write(`${message}\n`)
  return code
}

function codeOf(error: unknown): number {
  if (isStop(error)) return exitCodes.stopped
  return error instanceof Refusal ? exitCodes.refused : exitCodes.fault
}

function messageOf(error: unknown): string {
  if (isStop(error)) return 'Stopped. The workspace is as it was before.'
  if (error instanceof Refusal) return error.message
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `A fault in the program, not in your data. Nothing half-done was kept. Please report this:\n${stack}`
}

function isStop(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || /INTERRUPT/.test(error.message))
}
