import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inLanguage } from './titled.ts'

const told = {
  titles: {
    '8.6.1-a': [['Recorded and classified', 'Erfasst und klassifiziert']],
    'KPI-001': [['Service delivery time', 'Servicebereitstellungszeit']],
    '8.6.1': [['Incident management', 'Incident-Management']],
  } satisfies Record<string, [string, string][]>,
  units: { hours: 'Stunden' },
}

test('a title beside its id is said in the language, and nothing else', () => {
  const answer = {
    items: [
      { requirement: '8.6.1-a', title: 'Recorded and classified', statement: 'Recorded and classified' },
      {
        requirement: '8.6.1-a',
        title: 'Our own words',
        by: { id: 'KPI-001', title: 'Service delivery time' },
      },
      { id: 'f3', title: 'Recorded and classified' },
    ],
  }

  const { items } = inLanguage(answer, told)

  assert.deepEqual(items, [
    { requirement: '8.6.1-a', title: 'Erfasst und klassifiziert', statement: 'Recorded and classified' },
    {
      requirement: '8.6.1-a',
      title: 'Our own words',
      by: { id: 'KPI-001', title: 'Servicebereitstellungszeit' },
    },
    { id: 'f3', title: 'Recorded and classified' },
  ])
  assert.equal(items[2], answer.items[2])
})

test('what has an id of its own is called as it was called, whatever of the pack it points at', () => {
  const finding = { id: '5d0a', check: '8.6.1-a', title: 'Recorded and classified' }

  assert.equal(inLanguage(finding, told), finding)
  assert.equal(inLanguage({ ...finding, id: '8.6.1-a' }, told).title, 'Erfasst und klassifiziert')
})

test('the title of a clause stands beside the requirement in it', () => {
  const answer = { id: '8.6.1-a', clause: '8.6.1', clauseTitle: 'Incident management' }

  assert.equal(inLanguage(answer, told).clauseTitle, 'Incident-Management')
})

test('units are said where the pack speaks of them, and not in what people wrote', () => {
  const answer = {
    kpi: 'KPI-001',
    definition: { unit: 'hours' },
    data: { unit: 'hours', title: 'Service delivery time', kpi: 'KPI-001' },
  }

  const now = inLanguage(answer, told)

  assert.equal(now.definition.unit, 'Stunden')
  assert.equal(now.data, answer.data)
  assert.equal(inLanguage({ unit: 'hours' }, told).unit, 'hours')
})

test('roles are said only where that is asked for', () => {
  const answer = { requirement: '8.6.1-a', role: 'Sponsor' }

  assert.equal(inLanguage(answer, told), answer)
  assert.equal(inLanguage(answer, { ...told, roles: { Sponsor: 'Auftraggeber' } }).role, 'Auftraggeber')
})

test('in English, and before the titles are there, an answer stays the same object', () => {
  const answer = { id: 'KPI-001', title: 'Service delivery time', unit: 'hours' }

  assert.equal(inLanguage(answer, undefined), answer)
  assert.equal(inLanguage(answer, { titles: {}, units: {} }), answer)
})
