import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import { keepAdopted, setTarget } from '#monitoring/adoption-store.ts'
import { knownKpis } from '#monitoring/known-kpis.ts'
import { decideOn } from '#monitoring/signal-store.ts'
import { cadenceOf } from '#monitoring/staleness.ts'
import type { Listener, Story } from './told-story.ts'

/** Adopts what the house watches, before its tickets are read: the first collection fills the series. */
export async function keepMonitoring(
  tx: Tx,
  { monitoring }: Story,
  people: ReadonlyMap<string, Actor>,
  { owner, at, content }: Listener,
): Promise<void> {
  const known = knownKpis(openGuides(content), openLibrary(content), [])
  for (const { kpi, owner: name, target } of monitoring.watched) {
    const found = known.get(kpi)
    if (!found || found.source.by === 'nobody') continue
    const { direction } = found.source
    const cadence = cadenceOf(found.kpi.cadence)
    await keepAdopted(tx, owner, { kpi, owner: name, cadence, direction, at })
    const first = { validFrom: '2024-10', reason: 'Set when the KPI was adopted.' }
    if (target !== undefined) await setTarget(tx, owner, { kpi, target, ...first, at })
    await append(tx, owner, {
      action: 'adopt',
      kind: 'KPI',
      id: kpi,
      after: { owner: name, cadence, direction, target },
    })
  }
  for (const { by, kpi, reason, ...said } of monitoring.targets) {
    const actor = people.get(by) ?? owner
    const number = await setTarget(tx, actor, { kpi, reason, ...said, at })
    await append(tx, actor, {
      action: 'set target',
      kind: 'KPI',
      id: kpi,
      after: { number, ...said },
      reason,
    })
  }
  for (const { by, ...said } of monitoring.decisions)
    await decideOn(tx, people.get(by) ?? owner, { ...said, signal: undefined, at })
}
