import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findBrowser, opensBrowser, whyNotInstalled } from './browser.mjs'

test('the browser that is named is taken, and no other when it cannot be run', () => {
  const named = findBrowser({ CLAUSEWISE_CHROMIUM: process.execPath, PATH: '' })
  const wrong = findBrowser({ CLAUSEWISE_CHROMIUM: '/nowhere/chromium', PATH: process.env.PATH })

  assert.deepEqual([named, wrong], [process.execPath, undefined])
})

test('a browser is installed by root on Debian only, and never against what was said', () => {
  const told = [
    whyNotInstalled({ env: {}, isRoot: true, isDebian: true }),
    whyNotInstalled({ env: {}, isRoot: false, isDebian: true }),
    whyNotInstalled({ env: {}, isRoot: true, isDebian: false }),
    whyNotInstalled({ env: { CLAUSEWISE_CHROMIUM: '/nowhere' }, isRoot: true, isDebian: true }),
  ]

  assert.equal(told[0], undefined)
  assert.match(String(told[1]), /sudo apt-get install chromium/)
  assert.match(String(told[2]), /install Chromium or Chrome/)
  assert.match(String(told[3]), /names \/nowhere, which cannot be run/)
})

test('only a file of tests that opens a browser is taken for one', () => {
  assert.ok(opensBrowser('test/journeys/passkey.test.ts'))
  assert.ok(!opensBrowser('test/tidy.test.ts'))
})
