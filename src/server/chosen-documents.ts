import type { AskedDocuments } from '#api/documents.ts'
import { type Language, languageCodes } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import { openAwareness } from '#content/awareness.ts'
import { openGuides } from '#content/guides.ts'
import { openSentences, say } from '#content/sentences.ts'
import { demandAudience } from '#deliver/awareness-deck.ts'
import type { Chosen } from '#deliver/document-key.ts'
import { isDocumented } from '#deliver/documented-matter.ts'

/** What can be chosen: the roles of the awareness deck, as each language calls them, and the guides. */
export function documentChoices(content: string) {
  const { roles } = openAwareness(content)
  const { guides } = openGuides(content)
  return {
    roles: roles.map((id) => ({ id, title: titlesOf(content, id) })),
    guides: guides.map(({ id, title, chapters }) => ({ id, title, isFull: chapters.length > 0 })),
  }
}

function titlesOf(content: string, role: string): Record<Language, string> {
  const titles = languageCodes.map((code) => [
    code,
    say(openSentences(content, 'awareness', code), `role.${role}`),
  ])
  return Object.fromEntries(titles) as Record<Language, string> // one for each language
}

/** Refuses a role that the deck has no part for, a guide that does not exist, and a choice for a document that has none. */
export function demandChoices(
  { kind, roles = [], guide, subject }: Pick<AskedDocuments, 'kind' | 'roles' | 'guide' | 'subject'>,
  content: string,
): void {
  if (roles.length > 0 && kind !== 'awareness deck')
    throw new Refusal('invalid', 'Only the awareness deck is made for roles. Leave them out.')
  demandAudience(openAwareness(content), roles)
  if (subject !== undefined && !isDocumented(kind))
    throw new Refusal(
      'invalid',
      'Only a document that management signs is about one service, audit or review.',
    )
  if (guide === undefined) return
  if (kind !== 'process guidelines')
    throw new Refusal('invalid', 'Only the process guidelines are made for one guide. Leave it out.')
  if (!openGuides(content).guides.some(({ id }) => id === guide))
    throw new Refusal('not-found', `There is no guide ${JSON.stringify(guide)}.`)
}

/** What was chosen, in one form whatever the order; undefined where nothing was. */
export function chosenOf({
  roles,
  guide,
  subject,
}: Pick<AskedDocuments, 'roles' | 'guide' | 'subject'>): Chosen | undefined {
  if (roles && roles.length > 0) return { roles: [...new Set(roles)].toSorted() }
  if (subject !== undefined) return { subject }
  return guide === undefined ? undefined : { guide }
}
