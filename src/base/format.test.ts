import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as format from './format.ts'

/** Numbers keep their units by a no-break space; here a plain one reads better. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test('a share is written with its counts', () => {
  assert.equal(plain(format.shareOf(388, 412)), '94.2 % (388 of 412)')
})

test('a share of fewer than ten cases is written as n of m, without a percent', () => {
  assert.equal(format.shareOf(3, 9), '3 of 9')
  assert.equal(format.shareAlone(3, 9), '3 of 9')
  assert.equal(plain(format.shareAlone(3, 10)), '30 %')
})

test('no cases is said in words and never as zero', () => {
  assert.equal(format.shareOf(0, 0), 'no cases')
})

test('what is not all is not rounded to 100 %, and what is not none is not rounded to 0 %', () => {
  assert.equal(plain(format.percent(24_916 / 24_918)), '> 99.9 %')
  assert.equal(plain(format.percent(1 / 24_918)), '< 0.1 %')
  assert.equal(plain(format.percent(1)), '100 %')
  assert.equal(plain(format.percent(0)), '0 %')
})

test('an interval is rounded outwards', () => {
  assert.equal(plain(format.intervalOf({ low: 0.99971, high: 0.99998 })), '99.9 to 100 %')
  assert.equal(plain(format.intervalOf({ low: 0.915, high: 0.9601 })), '91.5 to 96.1 %')
})

test('a period ends on the day before its closing day', () => {
  assert.equal(format.periodOf({ from: '2024-07-01', to: '2026-07-01' }), '2024-07-01 to 2026-06-30')
})

test('minutes are said in the unit of everyday speech', () => {
  assert.deepEqual([0.4, 45, 90, 2879, 2880, 14_400].map(format.duration).map(plain), [
    '< 1 min',
    '45 min',
    '1.5 h',
    '48 h',
    '2 d',
    '10 d',
  ])
})

test('thousands are set apart and nouns agree with their count', () => {
  assert.equal(format.counted(12_345, 'ticket'), '12,345 tickets')
  assert.equal(format.counted(1, 'ticket'), '1 ticket')
})

test('a list that was cut says how many more there are', () => {
  assert.equal(format.firstOf(['CHG-1', 'CHG-2', 'CHG-3'], 2, 41), 'CHG-1, CHG-2 and 39 more')
  assert.equal(format.firstOf(['CHG-1'], 2), 'CHG-1')
})

test('long words are cut at a blank and say so', () => {
  assert.equal(format.shortened('one two three four', 12), 'one two…')
  assert.equal(format.shortened('one two', 12), 'one two')
})
