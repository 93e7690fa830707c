import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { RegisterUser, type TriedRecord } from '../try-registers.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

test('a service goes live only with its catalogue entry, its items and an agreement, and the button says what is missing', async () => {
  const user = await RegisterUser.start(server, 'ada')
  const item = await user.add('assets', { name: 'Shop server', kind: 'application' })
  const shop = await user.add(
    'services',
    { name: 'Online shop', owner: 'Ada', outcome: 'Clients buy from home.' },
    'in transition',
  )
  const at = `/registers/services/records/${shop.id}`
  const missing = async () => {
    const { body } = await user.ask(at)
    return body.moves.find(({ to }: { to: string }) => to === 'live').missing
  }
  const go = async () => {
    const { version } = (await user.ask(at)).body as TriedRecord
    return user.change(`${at}/moves`, version, { to: 'live' }, 'POST')
  }

  const wanted = ['Uses', 'Catalogue entry: published', 'an agreement that is agreed or in force']
  assert.deepEqual(await missing(), wanted)
  const early = await go()
  assert.equal(early.status, 422)
  assert.match(early.text, /Fill in first: Uses, Catalogue entry: published, an agreement/)

  await user.change(at, 1, { data: { catalogue: 'published', assets: [item.id] } })
  const agreement = { name: 'SLA of the shop', kind: 'SLA', services: [shop.id] }
  const draft = await user.add('agreements', agreement)
  assert.deepEqual(await missing(), ['an agreement that is agreed or in force'], JSON.stringify(draft))
  await user.add('agreements', { ...agreement, name: 'SLA of the shop, signed' }, 'in force')

  assert.deepEqual(await missing(), [])
  assert.equal((await go()).status, 200)
})

test('a file cannot take a service live past what is looked at, and one that is live already may be written down', async () => {
  const user = await RegisterUser.start(server, 'bea')
  const shop = await user.add('services', { name: 'Online shop', owner: 'Bea' }, 'in transition')
  const file = `Number,State,Name\r\n${shop.number},live,Online shop\r\n,live,Archive\r\n`

  const { body, text } = await user.upload('/registers/services/imports', 'services.csv', file)

  const fates = body.items.map(({ fate, reason }: { fate: string; reason?: string }) => [fate, reason ?? ''])
  assert.equal(fates[0]?.[0], 'refused', text)
  assert.match(fates[0]?.[1] ?? '', /"Go live" looks at other records as well\. Do it by hand\./)
  assert.equal(fates[1]?.[0], 'new', text)
})
