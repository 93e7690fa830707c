import type { Records } from '#db/records.ts'
import { watchRegisters } from '#monitoring/watch-store.ts'
import { watchingOf } from './watching.ts'
import type { Workshop } from './workshop.ts'

/** How often registers are looked at: their figures count as of a day, and a day is missed by no pause of an hour. */
const pause = 3_600_000

/** What keeps the series of registers, ratings, surveys and plans going while nobody imports anything. */
export type WatchClock = Readonly<{ stop: () => Promise<void> }>

/** Looks at the registers of every organization now, and again every hour. */
export function startWatching(shop: Workshop, say: (line: string) => void): WatchClock {
  let isStopped = false
  let running = Promise.resolve()
  const turn = async () => {
    for (const organization of await organizationsOf(shop.records)) {
      if (isStopped) return
      await watchOne(shop, organization)
    }
  }
  const kick = () => {
    running = running
      .then(turn)
      .catch((error: unknown) => say(`The registers cannot be watched: ${String(error)}`))
  }
  const timer = setInterval(kick, pause)
  kick()
  return {
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** Adds to the series of one organization what its registers hold now. */
export async function watchOne(shop: Workshop, organization: string): Promise<void> {
  const actor = { kind: 'system', id: undefined, name: 'monitoring', organization, role: 'owner' } as const
  await shop.records.within({ organization }, (tx) =>
    watchRegisters(tx, actor, watchingOf(shop, organization)),
  )
}

async function organizationsOf({ db }: Records): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('adopted_kpi')
    .select('organization_id')
    .distinct()
    .where('is_ended', '=', false)
    .execute()
  return rows.map((row) => row.organization_id)
}
