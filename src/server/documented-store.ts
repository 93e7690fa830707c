import { type Actor, demandMay } from '#access/actor.ts'
import { readOrganization } from '#access/organization-store.ts'
import type { DocumentedView } from '#api/documented.ts'
import { isLanguage, type Language } from '#base/language.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import { composeDocument } from '#documented/compose.ts'
import type { DocumentedDocument } from '#documented/document.ts'
import { type Asking, demandSubject, type Ground, readGround, readSubject } from '#documented/matter-store.ts'
import { openSpeaker } from '#documented/speaker.ts'
import { type DocumentedKind, documentedKinds, openTemplate } from '#documented/template.ts'
import { packVersionOf } from '#evidence/collect-folder.ts'
import type { Tx } from './workshop.ts'

/** Who asks for documents that management signs, in which language; without one, in that of the organization. */
export type AskingDocumented = Readonly<{
  actor: Actor
  content: string
  now: Date
  language?: string | undefined
}>

/** Composes one document from what the organization has, about the subject that is named or the first there is. */
export async function readDocumented(
  tx: Tx,
  asked: AskingDocumented,
  { kind, subject }: Readonly<{ kind: DocumentedKind; subject?: string | undefined }>,
): Promise<DocumentedDocument> {
  demandMay(asked.actor, 'make documents')
  const { ground, asking, language } = await open(tx, asked)
  return compose(tx, { ground, asking, language, content: asked.content }, kind, subject)
}

/** Refuses a document that could not be made, before a job waits for it. */
export async function demandMakeable(
  tx: Tx,
  { actor, content }: Pick<AskingDocumented, 'actor' | 'content'>,
  { kind, subject }: Readonly<{ kind: DocumentedKind; subject?: string | undefined }>,
): Promise<void> {
  if (subject === undefined) return
  const { about } = openTemplate(content, kind)
  await demandSubject(tx, actor.organization, { about, subject })
}

/** Every document with what is missing before it can be approved. */
export async function listDocumented(
  tx: Tx,
  asked: AskingDocumented,
): Promise<{ language: Language; items: DocumentedView[] }> {
  const { ground, asking, language } = await open(tx, asked)
  const items: DocumentedView[] = []
  for (const kind of documentedKinds) {
    const { piece, clauses, about } = openTemplate(asked.content, kind)
    const composing = { ground, asking, language, content: asked.content }
    const { missing, title, number } = await compose(tx, composing, kind, undefined)
    const subjects = about === 'organization' ? [] : ground.subjects[about]
    const shared = { subjects: [...subjects], missing: [...missing] }
    items.push({ kind, title, number, piece, clauses, about, ...shared })
  }
  return { language, items }
}

type Opened = Readonly<{ ground: Ground; asking: Asking; language: Language }>

async function open(tx: Tx, { actor, content, now, language }: AskingDocumented): Promise<Opened> {
  const { settings } = await readOrganization(tx, actor)
  const wanted = language ?? settings.locale
  const asking: Asking = {
    actor,
    organization: actor.organization,
    library: openLibrary(content),
    models: openKnowledge(content).models,
    phases: openStrategy(content).phases,
    version: packVersionOf(content),
    now,
  }
  return {
    asking,
    ground: await readGround(tx, asking),
    language: typeof wanted === 'string' && isLanguage(wanted) ? wanted : 'en',
  }
}

async function compose(
  tx: Tx,
  { ground, asking, language, content }: Opened & Readonly<{ content: string }>,
  kind: DocumentedKind,
  subject: string | undefined,
): Promise<DocumentedDocument> {
  const template = openTemplate(content, kind)
  const matter = await readSubject(tx, ground, { about: template.about, subject, asking })
  const speaker = openSpeaker(content, kind, { language, currency: matter.currency })
  return composeDocument({ kind, template, speaker, matter })
}
