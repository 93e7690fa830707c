#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../scripts/launch.mjs'
import { root, stop } from '../scripts/setup.mjs'

/** The command line outside npm's scripts: it sets nothing up, it only finds the right Node. */
if (!existsSync(join(root, 'node_modules'))) {
  stop('The packages are not installed.', `Run npm install in ${root} and try again.`)
}
process.exitCode = await launch(join(root, 'src', 'cli', 'main.ts'), process.argv.slice(2))
