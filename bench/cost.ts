import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flags } from '../scripts/launch.mjs'

/** What one process cost: seconds of CPU and of the clock, and its largest memory in MiB. */
export type Cost = Readonly<{ name: string; cpu: number; wall: number; peak: number; said: string }>

/** Runs one process, says what it cost, and reads that from the process itself: CPU of all its threads, and its largest memory. */
export function costOf(folder: string, name: string, args: readonly string[]): Cost {
  const probe = join(import.meta.dirname, 'probe.mjs')
  const began = performance.now()
  const ran = spawnSync(process.execPath, [...flags, '--import', probe, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, CLAUSEWISE_PROBE: join(folder, 'probe.json') },
  })
  const wall = (performance.now() - began) / 1000
  if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status}: ${ran.stderr.slice(-2000)}`)
  const { cpu, peak } = JSON.parse(readFileSync(join(folder, 'probe.json'), 'utf8')) as {
    cpu: number
    peak: number
  }
  const line = { name, cpu, wall, peak, said: ran.stdout }
  console.log(
    `${name.padEnd(44)} ${cpu.toFixed(2).padStart(8)} CPU s ${wall.toFixed(2).padStart(8)} s ${String(Math.round(peak)).padStart(6)} MiB`,
  )
  return line
}
