import { type Actor, may } from '#access/actor.ts'
import { historyOf } from '#access/trail-store.ts'
import { toCursor } from '#api/page.ts'
import { type RegisterView, registersApi } from '#api/registers.ts'
import type { Known } from '#registers/definition.ts'
import {
  changeRecord,
  createRecord,
  deleteRecord,
  moveRecord,
  restoreRecord,
} from '#registers/record-change-store.ts'
import { listRecords } from '#registers/record-list-store.ts'
import { positionOf, readQuery, sortable } from '#registers/record-query.ts'
import { countRecords, demandRecord, listDeleted } from '#registers/record-store.ts'
import { registers as known, openRegister } from '#registers/registers.ts'
import type { Handlers } from '../call.ts'
import { historyView } from '../history-view.ts'
import { rowsOf, viewOf } from '../record-view.ts'

const handlers: Handlers<typeof registersApi> = {
  'GET /api/organizations/:organization/registers': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const counts = await countRecords(tx, actor.organization)
      const seen = known.filter(({ register }) => may(actor, register.reads))
      return { items: seen.map((one) => registerView(one, counts, actor)) }
    }),
  'GET /api/organizations/:organization/registers/:register': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) =>
      registerView(openRegister(actor, params.register), await countRecords(tx, actor.organization), actor),
    ),
  'GET /api/organizations/:organization/registers/:register/records': ({ world, actor, params, query }) =>
    world.records.within(actor, async (tx) => {
      const { register } = openRegister(actor, params.register)
      if (query.deleted === 'true') {
        const deleted = await listDeleted(tx, actor.organization, register.id, query.limit)
        return { items: await rowsOf(tx, actor, deleted) }
      }
      const asked = {
        ...query,
        sort: query.sort,
        where: [query.where ?? []].flat(),
        search: query.search,
        cursor: query.cursor,
      }
      const found = await listRecords(tx, actor.organization, register.id, readQuery(register, asked))
      const items = await rowsOf(
        tx,
        actor,
        found.slice(0, query.limit).map(({ record }) => record),
      )
      const last = found.length > query.limit ? found[query.limit - 1] : undefined
      return last
        ? { items, next: toCursor(positionOf(register, asked, last.key, last.record.id)) }
        : { items }
    }),
  'POST /api/organizations/:organization/registers/:register/records': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      const register = openRegister(actor, params.register)
      return viewOf(tx, actor, register, await createRecord(tx, actor, register, body.data, body.state))
    }),
  'GET /api/organizations/:organization/registers/:register/records/:record': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      const register = openRegister(actor, params.register)
      return viewOf(tx, actor, register, await demandRecord(tx, actor.organization, register, params.record))
    }),
  'PATCH /api/organizations/:organization/registers/:register/records/:record': ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      const register = openRegister(actor, params.register)
      const change = { id: params.record, data: body.data, reason: body.reason, version }
      return viewOf(tx, actor, register, await changeRecord(tx, actor, register, change))
    }),
  'DELETE /api/organizations/:organization/registers/:register/records/:record': ({
    world,
    actor,
    params,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      await deleteRecord(tx, actor, openRegister(actor, params.register), params.record, version)
      return undefined
    }),
  'POST /api/organizations/:organization/registers/:register/records/:record/restoration': ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, async (tx) => {
      const register = openRegister(actor, params.register)
      return viewOf(tx, actor, register, await restoreRecord(tx, actor, register, params.record))
    }),
  'POST /api/organizations/:organization/registers/:register/records/:record/moves': ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      const register = openRegister(actor, params.register)
      const step = { id: params.record, to: body.to, reason: body.reason, version }
      return viewOf(tx, actor, register, await moveRecord(tx, actor, register, step))
    }),
  'GET /api/organizations/:organization/registers/:register/records/:record/history': ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, async (tx) => {
      const record = await demandRecord(
        tx,
        actor.organization,
        openRegister(actor, params.register),
        params.record,
      )
      return historyView(await historyOf(tx, 'record', record.id))
    }),
}

export const registers = { endpoints: registersApi, handlers }

function registerView(
  { register }: Known,
  counts: readonly Readonly<{ register: string; state: string; records: number }>[],
  actor: Actor,
): RegisterView {
  const own = counts.filter((count) => count.register === register.id)
  return {
    ...structuredClone(register),
    records: own.reduce((sum, { records }) => sum + records, 0),
    byState: Object.fromEntries(own.map(({ state, records }) => [state, records])),
    sortable: [...sortable(register)],
    mayWrite: may(actor, register.writes),
  }
}
