import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'

/** The folder of the program, whatever folder it is called from. */
export const home = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The version of the program, as its package names it. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')))

/** The content pack that came with the program. */
export const content = join(home, 'content')

/** The edition that is assessed. */
export const edition = join(content, 'standards/iso20000-1-2018')

/** A workspace that has tickets in it; anything else is refused with what to do first. */
export function existingWorkspace(folder: string): string {
  if (!existsSync(join(folder, 'ingest.json'))) {
    throw new Refusal(
      'not-found',
      `${folder} holds no tickets yet. Run: clausewise ingest FILE… --out ${folder}`,
    )
  }
  return folder
}
