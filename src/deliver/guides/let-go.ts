import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: Readonly<{ type: 'minor' }>) => void

/**
 * Lets go of what native code holds behind objects that nobody uses any more. The engine sees a few bytes where a picture has
 * megabytes, so it would not collect them by itself; and they are freed between two turns of the event loop only.
 */
export async function letGo(): Promise<void> {
  collect({ type: 'minor' })
  await nextTurn()
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as Collect // what the flag adds
