import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast, fewestContrast, plainBrand, readability } from './brand.ts'
import { look } from './look.ts'

test('black and white are 21 apart, a colour and itself 1, in either order', () => {
  assert.equal(contrast('#000000', '#FFFFFF'), 21)
  assert.equal(contrast('#FFFFFF', '#000000'), 21)
  assert.equal(contrast('#0E5A6B', '#0E5A6B'), 1)
})

test('the greys at the border of AA are told apart: #767676 may be read on white, #777777 may not', () => {
  assert.ok(contrast('#767676', '#FFFFFF') >= fewestContrast)
  assert.ok(contrast('#777777', '#FFFFFF') < fewestContrast)
})

test('a colour is judged on the ground where it can be read worst', () => {
  assert.equal(readability('#767676'), contrast('#767676', look.light.mist))
})

test('the look of whoever has chosen none can be read', () => {
  assert.ok(readability(plainBrand.primary) >= fewestContrast)
  assert.ok(readability(plainBrand.secondary) >= fewestContrast)
})
