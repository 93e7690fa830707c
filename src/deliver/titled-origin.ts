import type { Language } from '#base/language.ts'
import { inLanguage, type Told } from '#base/titled.ts'
import type { Catalogue } from '#content/catalogue.ts'
import { type GuideShelf, openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { titlesIn } from '#content/titles.ts'

type Place = Readonly<{ content: string; language: Language }>

type Held = Readonly<{ matter: object }>

/** What was said in a language once, by what it was said of: the same thing is the same object the next time. */
const spoken = new WeakMap<object, Map<Told, object>>()

/** An origin whose snapshots have the titles of the pack in the language of the document; roles too where they are asked for. */
export function titledOrigin<O extends Place & Readonly<{ snapshot: Held; since?: Held | undefined }>>(
  origin: O,
  withRoles: boolean,
): O {
  const all = titlesIn(origin.content, origin.language)
  if (!all) return origin
  const told = forDocuments(all)[withRoles ? 'titlesAndRoles' : 'titles']
  const titled = (one: Held) => ({ ...one, matter: said(one.matter, told) })
  const { snapshot, since } = origin
  return { ...origin, snapshot: titled(snapshot), ...(since ? { since: titled(since) } : {}) }
}

/** The catalogue with the titles of a language. */
export function titledCatalogue({ content, language }: Place): Catalogue {
  return inTongue(openLibrary(content).catalogue, { content, language })
}

/** The guides and KPIs with the titles of a language. */
export function titledShelf({ content, language }: Place): GuideShelf {
  return inTongue(openGuides(content), { content, language })
}

/** Something with the titles of a language. */
export function inTongue<T extends object>(thing: T, { content, language }: Place): T {
  const told = titlesIn(content, language)
  return told ? said(thing, forDocuments(told).titles) : thing
}

const chosen = new WeakMap<Told, Readonly<{ titles: Told; titlesAndRoles: Told }>>()

/** Documents have words of their own for units; roles that are planned with keep their names, by which a workbook that comes back is known. */
function forDocuments(told: Told): Readonly<{ titles: Told; titlesAndRoles: Told }> {
  const known = chosen.get(told)
  if (known) return known
  const { titles, roles = {} } = told
  const made = { titles: { titles, units: {} }, titlesAndRoles: { titles, units: {}, roles } }
  chosen.set(told, made)
  return made
}

function said<T extends object>(thing: T, told: Told): T {
  const known = spoken.get(thing) ?? new Map<Told, object>()
  spoken.set(thing, known)
  const before = known.get(told)
  if (before) return before as T // made below from the same thing
  const now = inLanguage(thing, told)
  known.set(told, now)
  return now
}
