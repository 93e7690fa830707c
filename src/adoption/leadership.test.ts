import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LeaderLevel, type LeaderScore, leadershipIndex, scoreLeader, scoreOf } from './leadership.ts'

const nothing = {
  tasks: { due: 0, onTime: 0 },
  communications: 0,
  sessions: { invited: 0, attended: 0 },
  decisions: { asked: 0, inTime: 0 },
  team: { people: 0, due: 0, passed: 0 },
}

const points = (...pairs: (readonly [number, number])[]) =>
  pairs.map(([got, most]) => ({ points: got, most }))

test('the score is points over the maxima that apply', () => {
  assert.equal(scoreOf(points([30, 30], [20, 20], [10, 20], [15, 15], [12, 15])), 87)
  assert.equal(scoreOf(points([10, 20], [5, 20])), 37.5)
  assert.equal(Math.round((scoreOf(points([15, 30], [10, 20], [15, 15])) ?? 0) * 100) / 100, 61.54)
})

test('with one component alone a leader is not counted', () => {
  assert.equal(scoreOf(points([20, 20])), undefined)
  assert.equal(scoreLeader('top', { ...nothing, communications: 2 }).score, undefined)
})

test('posts alone give at most twenty points', () => {
  const { components } = scoreLeader('top', {
    ...nothing,
    communications: 9,
    sessions: { invited: 1, attended: 0 },
  })

  assert.deepEqual(components, [
    { id: 'communications', points: 20, most: 20 },
    { id: 'sessions', points: 0, most: 20 },
  ])
})

test('a team of four says nothing about its leader', () => {
  const { components } = scoreLeader('team lead', { ...nothing, team: { people: 4, due: 4, passed: 0 } })

  assert.deepEqual(
    components.map(({ id }) => id),
    ['communications'],
  )
})

function leaders(level: LeaderLevel, engaged: number, others: number): LeaderScore[] {
  return Array.from({ length: engaged + others }, (_, at) => ({
    level,
    components: [],
    score: at < engaged ? 80 : 40,
    isEngaged: at < engaged,
  }))
}

test('seven of ten reach the line, six do not', () => {
  const seven = leadershipIndex([...leaders('top', 1, 0), ...leaders('middle', 6, 3)])
  const six = leadershipIndex([...leaders('top', 1, 0), ...leaders('middle', 5, 4)])

  assert.deepEqual([seven.index, seven.isMet], [0.7, true])
  assert.deepEqual([six.index, six.isMet], [0.6, false])
})

test('without anybody of the top the line is not reached', () => {
  assert.equal(leadershipIndex([...leaders('top', 0, 2), ...leaders('middle', 8, 0)]).isMet, false)
})

test('a level that is small is withheld, and so is one that would give it away', () => {
  const { levels } = leadershipIndex([
    ...leaders('top', 1, 1),
    ...leaders('middle', 4, 2),
    ...leaders('team lead', 6, 4),
  ])

  assert.deepEqual(
    levels.map(({ level, index }) => [level, index]),
    [
      ['top', undefined],
      ['middle', undefined],
      ['team lead', 0.6],
    ],
  )
})

test('of four leaders nothing is shown', () => {
  const { index, engaged, isMet } = leadershipIndex(leaders('middle', 3, 1))

  assert.deepEqual([index, engaged, isMet], [undefined, undefined, undefined])
})
