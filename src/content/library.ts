import { join } from 'node:path'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { type Questions, readQuestions } from './pack.ts'

/** Everything that a running program knows of a pack: the catalogue of the standard, and the questions. */
export type Library = Readonly<{ catalogue: Catalogue; questions: Questions }>

const libraries = new Map<string, Library>()

/** The edition that assessments are made by. */
const edition = 'iso20000-1-2018'

/** Opens a pack once for the life of the program: its files do not change under it. */
export function openLibrary(content: string): Library {
  const open = libraries.get(content)
  if (open) return open
  const library = {
    catalogue: readCatalogue(join(content, 'standards', edition)),
    questions: readQuestions(content),
  }
  libraries.set(content, library)
  return library
}
