import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endedSince } from './ended-jobs.ts'

const job = (id: string, state: string) => ({ id, state })

test('a job that ended between two looks is told once, whether it was seen running or never seen at all', () => {
  const first = [job('one', 'done'), job('two', 'running')]
  const then = [job('one', 'done'), job('two', 'done'), job('three', 'refused'), job('four', 'waiting')]

  assert.deepEqual(endedSince(undefined, first), [], 'what had ended before the page was opened is no news')
  assert.deepEqual(endedSince(new Set(['one']), then), ['two', 'three'])
  assert.deepEqual(endedSince(new Set(['one', 'two', 'three']), then), [])
})
