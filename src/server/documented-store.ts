import type { Actor } from '#access/actor.ts'
import { chosenBrand } from '#access/brand-store.ts'
import { documentLanguageOf, readOrganization } from '#access/organization-store.ts'
import type { DocumentedView } from '#api/documented.ts'
import { isLanguage, type Language } from '#base/language.ts'
import { openLibrary } from '#content/library.ts'
import { type DocumentedKind, documentedKinds } from '#deliver/documented-matter.ts'
import { type Filled, subjectsOf } from '#documented/fill.ts'
import { demandReadable } from '#documented/frozen-store.ts'
import { openTemplate } from '#documented/template.ts'
import { composeFrom } from '#documented/write-document.ts'
import { packVersionOf } from '#evidence/collect-folder.ts'
import { documentedPart, frozenRegisters } from './snapshot-matter-store.ts'
import type { Tx, Workshop } from './workshop.ts'

/** Who asks for documents that management signs, in which language; without one, in that of the organization. */
export type AskingDocumented = Readonly<{ actor: Actor; language?: string | undefined }>

type Shop = Pick<Workshop, 'content' | 'now'>

/** Refuses a document that could not be made, before a job waits for it; gives the language that it is made in. */
export async function demandMakeable(
  tx: Tx,
  shop: Shop,
  {
    actor,
    language,
    kind,
    subject,
  }: AskingDocumented & Readonly<{ kind: DocumentedKind; subject?: string | undefined }>,
): Promise<Language> {
  demandReadable(actor)
  const spoken = await languageOf(tx, { actor, language })
  if (subject !== undefined)
    composeFrom(await asItStands(tx, shop, actor), { kind, subject, language: spoken, content: shop.content })
  return spoken
}

/** Every document with what is missing before it can be approved, as everything stands. */
export async function listDocumented(
  tx: Tx,
  shop: Shop,
  { actor, language }: AskingDocumented,
): Promise<{ language: Language; items: DocumentedView[] }> {
  demandReadable(actor)
  const { content } = shop
  const spoken = await languageOf(tx, { actor, language })
  const filled = await asItStands(tx, shop, actor)
  const items = documentedKinds.map((kind): DocumentedView => {
    const { piece, clauses, about } = openTemplate(content, kind)
    const { missing, title, number } = composeFrom(filled, { kind, content, language: spoken })
    const subjects = [...subjectsOf(filled.snapshot, about)]
    return { kind, title, number, piece, clauses, about, subjects, missing: [...missing] }
  })
  return { language: spoken, items }
}

async function languageOf(tx: Tx, { actor, language }: AskingDocumented): Promise<Language> {
  return language !== undefined && isLanguage(language)
    ? language
    : documentLanguageOf(await readOrganization(tx, actor))
}

/** What a snapshot of this moment would say in these documents. */
async function asItStands(tx: Tx, { content, now }: Shop, actor: Actor): Promise<Filled> {
  const { name, settings } = await readOrganization(tx, actor)
  const madeOn = now().toISOString().slice(0, 10)
  const { organization } = actor
  return {
    snapshot: {
      matter: {
        programme: { organization: name, madeOn, version: packVersionOf(content) },
        registers: await frozenRegisters(tx, organization),
        documented: await documentedPart(tx, { content, now }, { organization, settings }),
      },
    },
    library: openLibrary(content),
    brand: await chosenBrand(tx),
  }
}
