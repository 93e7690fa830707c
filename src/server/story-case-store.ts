import type { Actor } from '#access/actor.ts'
import { openFinance } from '#content/finance.ts'
import { openLibrary } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import { writeActual } from '#finance/actual-store.ts'
import { writeAssumption, writeLine, writeSettings } from '#finance/case-store.ts'
import { addOwnLine } from '#finance/own-line-store.ts'
import { quartersFrom } from '#finance/track.ts'
import type { Listener, Story } from './told-story.ts'

/** Writes the business case; what was measured is written by whoever measured it. */
export async function keepBusinessCase(
  tx: Tx,
  told: Story['businessCase'],
  people: ReadonlyMap<string, Actor>,
  { owner, content, at }: Listener,
): Promise<void> {
  const model = openFinance(content)
  const changing = { version: 0, at }
  await writeSettings(tx, owner, told.settings, changing)
  for (const { id, ...draft } of told.assumptions)
    await writeAssumption(tx, owner, { model, id, draft }, changing)
  for (const { id, owner: ownedBy, ...choice } of told.lines)
    await writeLine(
      tx,
      owner,
      { model, id, draft: { choice: { isIn: true, ...choice }, owner: ownedBy } },
      changing,
    )
  const known = {
    model,
    measures: new Set(openLibrary(content).questions.measures.map(({ id }) => id)),
  }
  for (const { owner: ownedBy, settled, ...line } of told.own)
    await addOwnLine(tx, owner, {
      known,
      writing: { line, owner: ownedBy, isIn: true, settled },
      at,
    })
  // A story that is told before a quarter is over cannot tell what it brought.
  const over = quartersFrom(told.settings.startsOn ?? '', at.toISOString().slice(0, 10)).slice(0, -1)
  for (const { by, ...draft } of told.actuals.filter(({ quarter }) => over.includes(quarter)))
    await writeActual(tx, people.get(by) ?? owner, { model, draft }, changing)
}
