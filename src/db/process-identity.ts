import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** True while a process lives; one that has ended and only waits to be noticed by its parent does not. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return fieldsOf(pid)?.[0] !== 'Z'
}

/** A process number with its start time, which tells it from a later process of the same number; empty when there is none. */
export function identityOf(pid: number): string {
  if (!isRunning(pid)) return ''
  return `${pid} ${fieldsOf(pid)?.[19] ?? '?'}`
}

/** The fields of a process after its name: state first, start time as the twentieth; undefined where there is no /proc. */
function fieldsOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** The processes that work in a folder; undefined where that cannot be seen. */
export function workingIn(folder: string): readonly number[] | undefined {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && workplace(pid) === folder && isRunning(pid))
  } catch {
    return undefined
  }
}

function workplace(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
