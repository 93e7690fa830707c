import { resolve } from 'node:path'

/** The option of every command that works on the data of a server. */
export const dataOption = [
  '--data <folder>',
  'where everything is kept (CLAUSEWISE_DATA, else work/data of the project)',
] as const

/** The data folder that is meant. */
export async function dataFolder(named: string | undefined): Promise<string> {
  const { usualFolder } = await import('#server/serve.ts')
  return resolve(named ?? (process.env.CLAUSEWISE_DATA || usualFolder))
}
