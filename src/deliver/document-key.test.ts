import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { plainBrand } from '#base/brand.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { brandHash, type DocumentOrigin, documentKey } from './document-key.ts'
import { templateVersion } from './write-version.ts'

const origin: DocumentOrigin = {
  kind: 'playbook',
  snapshot: 'a'.repeat(64),
  template: 'b'.repeat(64),
  language: 'en',
  brand: brandHash(undefined),
}

test('each part of what a document is a function of changes its key, and nothing else does', () => {
  const others: readonly Partial<DocumentOrigin>[] = [
    { kind: 'gap report' },
    { snapshot: 'c'.repeat(64) },
    { since: 'd'.repeat(64) },
    { template: 'e'.repeat(64) },
    { language: 'fr' },
    { brand: brandHash({ ...plainBrand, footer: 'Ours' }) },
  ]
  const keys = others.map((other) => documentKey({ ...origin, ...other }))

  assert.equal(new Set([documentKey(origin), ...keys]).size, others.length + 1)
  assert.equal(documentKey({ ...origin }), documentKey(origin))
  assert.equal(brandHash(undefined), brandHash({ ...plainBrand }))
})

test('a word changed in a template, or a file more, is another version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-pack-'))
  try {
    const versions = ['as it is', 'changed', 'more'].map((name) => {
      const copy = join(folder, name)
      cpSync(join(pack, 'reports'), copy, { recursive: true })
      if (name === 'changed') writeFileSync(join(copy, 'cover.typ'), '// another cover\n')
      if (name === 'more') writeFileSync(join(copy, 'extra.typ'), '')
      return templateVersion(copy)
    })
    const again = join(folder, 'again')
    cpSync(join(pack, 'reports'), again, { recursive: true })

    assert.equal(new Set(versions).size, 3)
    assert.equal(templateVersion(again), versions[0])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
