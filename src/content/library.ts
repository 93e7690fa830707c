import { join } from 'node:path'
import type { z } from 'zod'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { flawedPack } from './flawed-pack.ts'
import { type Questions, readQuestions } from './pack.ts'
import { type Population, PopulationFile } from './population.ts'
import { ProfileFile } from './profile.ts'
import { readYaml } from './read.ts'

/** Everything that a running program knows of a pack: the catalogue of the standard, the questions, what to draw from and to compare with. */
export type Library = Readonly<{
  catalogue: Catalogue
  questions: Questions
  populations: readonly Population[]
  profiles: ProfileFile
}>

const libraries = new Map<string, Library>()

/** The edition that assessments are made by. */
const edition = 'iso20000-1-2018'

/** Opens a pack once for the life of the program: its files do not change under it. */
export function openLibrary(content: string): Library {
  const open = libraries.get(content)
  if (open) return open
  const standard = join(content, 'standards', edition)
  const library = {
    catalogue: readCatalogue(standard),
    questions: readQuestions(content),
    populations: demand(join(content, 'populations.yaml'), PopulationFile).populations,
    profiles: demand(join(standard, 'profiles.yaml'), ProfileFile),
  }
  libraries.set(content, library)
  return library
}

function demand<S extends z.ZodType>(path: string, shape: S): z.infer<S> {
  const { value, problems } = readYaml(path, shape)
  if (value !== undefined) return value
  throw flawedPack(problems)
}
