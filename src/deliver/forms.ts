import { type Brand, plainBrand } from '#base/brand.ts'
import type { Form } from '#content/forms.ts'
import type { NamedGuide } from '#content/guides.ts'
import { type Sentences, say } from '#content/sentences.ts'
import type { FieldPlan } from './guides/fields.ts'

/** What forms are made from. */
export type FormsInput = Readonly<{
  organization: string
  madeOn: string
  version: string
  brand?: Brand | undefined
}>

/** A form as Word places it: its words, and its parts with their fields; with rows the fields are columns. */
export type FormPage = Readonly<{
  id: string
  brand: Brand
  organization: string
  madeOn: string
  version: string
  sentences: Sentences
  title: string
  for: string
  serves: string
  parts: readonly Readonly<{ title: string; rows: number | undefined; fields: readonly FieldPlan[] }>[]
}>

/** The titles of the forms that belong to each guide. */
export function formTitles(
  forms: readonly Form[],
  sentences: Sentences,
): ReadonlyMap<string, readonly string[]> {
  const byGuide = Map.groupBy(forms, ({ guide }) => guide)
  return new Map(
    [...byGuide].map(([guide, own]) => [guide, own.map(({ id }) => say(sentences, `${id}.title`))]),
  )
}

/** The forms of the pack with their words, for an organization. guides: titles by id. */
export function makeForms(
  forms: readonly Form[],
  input: FormsInput,
  {
    sentences,
    guides,
  }: Readonly<{ sentences: Sentences; guides: readonly Pick<NamedGuide, 'id' | 'title'>[] }>,
): readonly FormPage[] {
  const { organization, madeOn, version, brand = plainBrand } = input
  return forms.map(({ id, guide, requirements, sections }) => ({
    id,
    brand,
    organization,
    madeOn,
    version,
    sentences,
    title: say(sentences, `${id}.title`),
    for: say(sentences, `${id}.for`),
    serves: say(sentences, 'forms.serves', {
      requirements: requirements.join(', '),
      guide: guides.find((one) => one.id === guide)?.title ?? guide,
    }),
    parts: sections.map((part) => ({
      title: say(sentences, `${id}.${part.id}.title`),
      rows: part.rows,
      fields: part.fields.map((field) => {
        const key = `${id}.${part.id}.${field.id}`
        return {
          tag: `${part.id}.${field.id}`,
          label: say(sentences, key),
          hint: hintOf(field.kind, key, sentences),
          kind: field.kind,
          ...(field.kind === 'choice'
            ? { options: field.options.map((option) => say(sentences, `option.${option}`)) }
            : {}),
        }
      }),
    })),
  }))
}

function hintOf(kind: FieldPlan['kind'], key: string, sentences: Sentences): string {
  if (kind === 'choice') return say(sentences, 'forms.choose')
  if (kind === 'day') return say(sentences, 'forms.day')
  return kind === 'check' ? '' : say(sentences, `${key}.hint`)
}
