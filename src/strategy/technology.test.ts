import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Capability } from '#content/strategy.ts'
import { type Imported, judgeCapabilities, scoreCapabilities } from './technology.ts'

const can = (id: string, more: Partial<Capability> = {}): Capability => ({
  id,
  clause: '8.1',
  title: `The tool can do ${id}`,
  needs: [],
  ...more,
})

const imported: Imported = {
  supplied: ['incident.priority', 'incident.created_at', 'sla_clock.ticket_id', 'change.change_type'],
  files: [
    {
      file: 'a.csv',
      table: 'a',
      sha256: '',
      format: 'csv',
      rows: 1,
      read_as: '',
      shape: 'list',
      type: undefined,
      is_new: true,
    },
  ],
  fill: [
    { type: 'incident', column: 'priority', filled: 30, of: 40 },
    { type: 'change', column: 'change_type', filled: 5, of: 5 },
  ],
}

function standingOf(capability: Capability, of: Imported | undefined = imported) {
  return judgeCapabilities([capability], of, [])[0]
}

test('a capability is proved when every column it needs came in, whichever type of ticket has it', () => {
  assert.equal(standingOf(can('clocks', { needs: ['sla_clock.ticket_id'] }))?.standing, 'proved')
  assert.equal(standingOf(can('times', { needs: ['ticket.created_at'] }))?.standing, 'proved')
  assert.equal(standingOf(can('times', { needs: ['problem.created_at'] }))?.standing, 'not seen')
})

test('one of two columns proves it partly, and says which is missing', () => {
  const judged = standingOf(can('clocks', { needs: ['sla_clock.ticket_id', 'sla_clock.is_breached'] }))

  assert.deepEqual([judged?.standing, judged?.missing], ['partly', ['sla_clock.is_breached']])
})

test('a column that came in empty shows nothing', () => {
  const fill = [{ type: 'incident', column: 'priority', filled: 0, of: 40 }]

  assert.equal(
    standingOf(can('matrix', { needs: ['incident.priority'] }), { ...imported, fill })?.standing,
    'not seen',
  )
})

test('a history is proved by a file of that shape and by nothing else', () => {
  const history = can('history', { shape: ['history', 'log'] })

  assert.equal(standingOf(history)?.standing, 'not seen')
  assert.equal(
    standingOf(history, { ...imported, files: imported.files.map((file) => ({ ...file, shape: 'log' })) })
      ?.standing,
    'proved',
  )
})

test('how well a column is filled is told by the worst of those needed', () => {
  const judged = standingOf(can('matrix', { needs: ['incident.priority', 'change.change_type'] }))

  assert.deepEqual(judged?.filled, { filled: 30, of: 40 })
})

test('what data cannot show is stated by people or unknown, and counts in no score', () => {
  const capabilities = [can('cost'), can('capacity'), can('clocks', { needs: ['sla_clock.ticket_id'] })]
  const statement = { tool: 'Desk', capability: 'cost', standing: 'absent', note: undefined } as const
  const judged = judgeCapabilities(capabilities, imported, [statement])

  assert.deepEqual(
    judged.map(({ standing }) => standing),
    ['stated', 'unknown', 'proved'],
  )
  assert.deepEqual(scoreCapabilities(judged), { score: 1, askable: 1, proved: 1, partly: 0 })
})

test('before an import nothing is proved and there is no score', () => {
  const judged = judgeCapabilities([can('clocks', { needs: ['sla_clock.ticket_id'] })], undefined, [])

  assert.equal(judged[0]?.standing, 'unknown')
  assert.equal(scoreCapabilities(judged).score, undefined)
})
