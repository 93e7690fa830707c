import { join } from 'node:path'
import { buildWeb } from './build-web.mjs'
import { launch } from './launch.mjs'
import { root, setUp } from './setup.mjs'

/** npm start: the application in the browser; sets up what is missing, builds the pages when they changed. */
setUp()
buildWeb()
process.chdir(root)
process.exitCode = await launch(join('src', 'cli', 'main.ts'), ['serve', ...process.argv.slice(2)])
