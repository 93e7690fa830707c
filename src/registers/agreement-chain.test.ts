import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ChainAgreement, type ChainService, checkChain } from './agreement-chain.ts'
import type { Target } from './target.ts'

const resolve = (value: number, unit = 'hours', more: Partial<Target> = {}): Target => ({
  measure: 'time to resolve',
  value,
  unit,
  ...more,
})
const available = (value: number): Target => ({ measure: 'availability', value, unit: '%' })

const agreement = (
  id: string,
  kind: string,
  targets: readonly Target[],
  more: Partial<ChainAgreement> = {},
): ChainAgreement => ({
  id,
  number: id,
  label: id,
  kind,
  state: 'in force',
  services: ['shop'],
  party: undefined,
  targets,
  validTo: undefined,
  misfitAccepted: undefined,
  ...more,
})

const service = (id: string, more: Partial<ChainService> = {}): ChainService => ({
  id,
  number: id,
  label: id,
  state: 'live',
  dependsOn: [],
  providedBy: [],
  ...more,
})

const shop = service('shop')
const verdicts = (agreements: readonly ChainAgreement[], services: readonly ChainService[] = [shop]) =>
  checkChain(agreements, services, '2026-03-01').links.map(({ verdict }) => verdict)

test('a target is held up when everybody below promises at least as much', () => {
  assert.deepEqual(
    verdicts([
      agreement('SLA', 'SLA', [resolve(4)]),
      agreement('UC', 'underpinning contract', [resolve(180, 'minutes')]),
    ]),
    ['supported'],
  )
})

test('four hours promised above and a day below is weaker', () => {
  const { links } = checkChain(
    [
      agreement('SLA', 'SLA', [resolve(4, 'hours', { applies_to: 'P1' })]),
      agreement('UC', 'underpinning contract', [resolve(24)]),
    ],
    [shop],
    '2026-03-01',
  )

  assert.equal(links[0]?.verdict, 'weaker')
  assert.equal(
    links[0]?.supports[0]?.says,
    'Promised above: time to resolve P1: at most 4 hours; below only: time to resolve: at most 24 hours.',
  )
})

test('the same hours promised in office hours only do not hold up a promise around the clock', () => {
  const above = resolve(4, 'hours', { hours: 'around the clock' })

  assert.deepEqual(
    verdicts([
      agreement('SLA', 'SLA', [above]),
      agreement('OLA', 'OLA', [resolve(4, 'hours', { hours: 'office hours' })]),
    ]),
    ['weaker'],
  )
  assert.deepEqual(verdicts([agreement('SLA', 'SLA', [above]), agreement('OLA', 'OLA', [resolve(4)])]), [
    'not comparable',
  ])
})

test('working days and hours are not compared, as nobody said how long a day is', () => {
  assert.deepEqual(
    verdicts([agreement('SLA', 'SLA', [resolve(8)]), agreement('OLA', 'OLA', [resolve(1, 'days')])]),
    ['not comparable'],
  )
})

test('more is better for availability, and those in a row multiply', () => {
  const sla = agreement('SLA', 'SLA', [available(99.9)])

  assert.deepEqual(verdicts([sla, agreement('UC', 'underpinning contract', [available(99.5)])]), ['weaker'])
  assert.deepEqual(verdicts([sla, agreement('UC', 'underpinning contract', [available(99.9)])]), [
    'supported',
  ])
  assert.deepEqual(
    verdicts([
      sla,
      agreement('UC', 'underpinning contract', [available(99.9)]),
      agreement('OLA', 'OLA', [available(99.95)]),
    ]),
    ['weaker'],
  )
})

test('an agreement below that says nothing about a target does not cover it', () => {
  const { links } = checkChain(
    [agreement('SLA', 'SLA', [resolve(4)]), agreement('OLA', 'OLA', [available(99)])],
    [shop],
    '2026-03-01',
  )

  assert.equal(links[0]?.verdict, 'not covered')
  assert.equal(links[0]?.supports[0]?.says, 'OLA OLA promises nothing about time to resolve.')
})

test('a promise for the very case counts before one for everything', () => {
  const below = agreement('OLA', 'OLA', [resolve(8), resolve(2, 'hours', { applies_to: 'p1' })])

  assert.deepEqual(verdicts([agreement('SLA', 'SLA', [resolve(4, 'hours', { applies_to: 'P1' })]), below]), [
    'supported',
  ])
})

test('agreements about services further down count, even where services depend on one another in a circle', () => {
  const services = [
    service('shop', { dependsOn: ['network'] }),
    service('network', { dependsOn: ['power'] }),
    service('power', { dependsOn: ['shop'] }),
  ]
  const far = agreement('UC', 'underpinning contract', [resolve(24)], { services: ['power'] })

  assert.deepEqual(verdicts([agreement('SLA', 'SLA', [resolve(4)]), far], services), ['weaker'])
})

test('agreements that have ended, are drafts, or concern other services hold nothing up', () => {
  const sla = agreement('SLA', 'SLA', [resolve(4)])
  const below = (more: Partial<ChainAgreement>) => agreement('OLA', 'OLA', [resolve(1)], more)

  assert.deepEqual(verdicts([sla, below({ validTo: '2026-02-28' })]), ['alone'])
  assert.deepEqual(verdicts([sla, below({ state: 'draft' })]), ['alone'])
  assert.deepEqual(verdicts([sla, below({ services: ['mail'] })]), ['alone'])
  assert.deepEqual(verdicts([sla, below({ validTo: '2026-03-01' })]), ['supported'])
})

test('a weaker target that was accepted in writing stays weaker, with the reason beside it', () => {
  const sla = agreement('SLA', 'SLA', [resolve(4)], { misfitAccepted: 'A spare line takes over.' })

  const { links } = checkChain([sla, agreement('OLA', 'OLA', [resolve(8)])], [shop], '2026-03-01')

  assert.deepEqual([links[0]?.verdict, links[0]?.accepted], ['weaker', 'A spare line takes over.'])
})

test('live services without an SLA, and parties with whom nothing is agreed, are named', () => {
  const services = [
    service('shop', { providedBy: ['nordnet', 'cirrus'] }),
    service('mail'),
    service('old', { state: 'retired', providedBy: ['nobody'] }),
  ]
  const agreements = [
    agreement('SLA', 'SLA', []),
    agreement('UC', 'underpinning contract', [], { party: 'nordnet' }),
  ]

  const { servicesWithoutSla, unagreed } = checkChain(agreements, services, '2026-03-01')

  assert.deepEqual(
    servicesWithoutSla.map(({ id }) => id),
    ['mail'],
  )
  assert.deepEqual(
    unagreed.map(({ service: { id }, party }) => [id, party]),
    [['shop', 'cirrus']],
  )
})
