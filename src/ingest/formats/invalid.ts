import { Refusal } from '#base/refusal.ts'

/** The refusal of an input file: where it is, what is wrong, what to do next. */
export function invalid(place: string, wrong: string, next: string, cause?: unknown): Refusal {
  const message = `${place}: ${wrong.replace(/\.+$/, '')}. ${next}.`
  return cause === undefined ? new Refusal('invalid', message) : new Refusal('invalid', message, { cause })
}

/** The `code` of an error from the system, such as ENOENT; undefined for all others. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** A number of bytes as people read it. */
export function inWords(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const size = bytes / 1024 ** power
  return `${power === 0 ? size : size.toFixed(1)} ${units[power]}`
}
