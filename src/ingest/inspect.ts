import { Refusal } from '#base/refusal.ts'
import { readEnds } from './formats/input.ts'
import { invalid } from './formats/invalid.ts'
import { ENDS, type Kind, sniff } from './formats/sniff.ts'
import { stage } from './formats/stage.ts'

/** What a file is, by its content; what cannot be tickets is refused with what to do. */
export async function kindOfFile(path: string, name: string): Promise<Kind> {
  const { head, tail } = await readEnds(path, ENDS)
  const sniffed = sniff(head, tail, name)
  if ('foreign' in sniffed) throw invalid(name, sniffed.foreign, sniffed.advice)
  if (sniffed.kind === 'empty')
    throw invalid(name, 'the file is empty', 'Export it again; the export may have failed')
  return sniffed.kind
}

/** Why a file cannot be read at all; undefined when it can. */
export async function whyUnreadable(
  path: string,
  scratch: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    await stage(path, scratch, signal)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}
