import { shortHash } from '#base/format.ts'
import type { Speech } from '../speech.ts'

/** A snapshot as documents name it: its version, its day and its hash. */
export type SnapshotName = Readonly<{ number: number; on: string; sha256: string }>

/** How every document says what it was made from. */
export function nameOfSnapshot({ number, on, sha256 }: SnapshotName): string {
  return `Snapshot ${number} of ${on}, sha256 ${shortHash(sha256)}`
}

/** The same in the language of a document. */
export function saySnapshot({ number, on, sha256 }: SnapshotName, { say, day }: Speech): string {
  return say('snapshot', { number: String(number), day: day(on), hash: shortHash(sha256) })
}
