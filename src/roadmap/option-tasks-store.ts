import type { Tx } from '#db/records.ts'
import { readAll } from '#registers/record-store.ts'
import type { Task } from './remedy.ts'

/** Who does the work of a technology option, as the catalogue calls the role. */
const role = 'Tool owner'

/**
 * The work of the technology options that were chosen, as tasks beside the remedies. An option names one effort: its three
 * points are the same, since nobody gave a range.
 */
export async function readOptionTasks(tx: Tx, organization: string): Promise<readonly Task[]> {
  const options = await readAll(tx, organization, 'technology-options')
  return options.flatMap(({ number, label, state, data }): readonly Task[] => {
    const days = Number(data.effort_days ?? 0)
    if (state !== 'chosen' || !(days > 0)) return []
    return [
      {
        id: number,
        title: label,
        activity: `${label} (${String(data.way ?? '')})`,
        role,
        effort: { low: days, likely: days, high: days },
        workPackage: 'Technology',
        criticality: 'medium',
        waitsFor: [],
      },
    ]
  })
}
