import type { Demand, Instance, Link } from '../src/roadmap/engine/instance.ts'

/** One instance of the project scheduling problem library, and the name of its file. */
export type LibraryInstance = Readonly<{ file: string; instance: Instance }>

/** Reads every .sm file of a tar archive, in the order of their names. */
export function readProjectLibrary(archive: Uint8Array): readonly LibraryInstance[] {
  const found = new Map<string, Instance>()
  const decoder = new TextDecoder()
  for (let at = 0; at + 512 <= archive.length; ) {
    const name = decoder.decode(archive.subarray(at, at + 100)).replace(/\0.*$/s, '')
    const size = Number.parseInt(decoder.decode(archive.subarray(at + 124, at + 136)), 8) || 0
    // The archive holds some files twice.
    if (name.endsWith('.sm'))
      found.set(
        name.split('/').at(-1) ?? name,
        readInstance(decoder.decode(archive.subarray(at + 512, at + 512 + size))),
      )
    at += 512 + 512 * Math.ceil(size / 512)
  }
  const all = [...found].map(([file, instance]) => ({ file, instance }))
  return all.toSorted((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }))
}

/** One project as PSPLIB writes it: job numbers count from 1, the first and the last are the source and the sink. */
export function readInstance(text: string): Instance {
  const links = rowsAfter(text, 'jobnr.    #modes').flatMap(([job = 0, , , ...successors]): Link[] =>
    successors.map((to) => ({ from: job - 1, to: to - 1, kind: 'finish-start', lag: 0 })),
  )
  const jobs = rowsAfter(text, 'jobnr. mode')
  const [capacities = []] = rowsAfter(text, 'RESOURCEAVAILABILITIES', 1)
  return {
    durations: jobs.map(([, , duration = 0]) => duration),
    releases: jobs.map(() => 0),
    demands: jobs.map(([, , , ...amounts]): Demand[] =>
      amounts.flatMap((amount, resource) => (amount > 0 ? [{ resource, amount }] : [])),
    ),
    links,
    capacities: capacities.map((capacity) => [capacity]),
  }
}

/** The lines of numbers that follow a heading. */
function rowsAfter(text: string, heading: string, skipped = 0): readonly (readonly number[])[] {
  const lines = text
    .slice(text.indexOf(heading))
    .split('\n')
    .slice(1 + skipped)
  const rows: number[][] = []
  for (const line of lines) {
    if (line.startsWith('*')) break
    if (/^\s*-+\s*$/.test(line)) continue
    rows.push(line.trim().split(/\s+/).map(Number))
  }
  return rows
}
