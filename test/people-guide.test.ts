import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Permission, permissionsOf, Role } from '#access/permissions.ts'

test('the guide says of every permission which roles have it, as the program does', () => {
  const guide = readFileSync(new URL('../docs/guide/people.md', import.meta.url), 'utf8')
  const told = [...guide.matchAll(/^\| ([a-z ]+) \| ([a-z, -]+) \|$/gm)].filter(
    ([, name = '']) => Permission.safeParse(name).success,
  )

  const rows = Permission.options.map(
    (one) => `| ${one} | ${Role.options.filter((role) => permissionsOf(role).has(one)).join(', ')} |`,
  )

  assert.deepEqual(
    told.map(([row]) => row),
    rows,
  )
})
