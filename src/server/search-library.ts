import { type Actor, may } from '#access/actor.ts'
import { documentsOfSet, documentsToSign } from '#api/documents.ts'
import type { Findable } from '#assessment/search.ts'
import { languageCodes } from '#base/language.ts'
import { openForms } from '#content/forms.ts'
import { openGlossary } from '#content/glossary.ts'
import { openGuides } from '#content/guides.ts'
import { openSentences, say } from '#content/sentences.ts'

const made = new Map<string, readonly Findable[]>()

/** What the pack has to read, to adopt and to fill in: guides, KPIs and forms for whoever reads evidence, words for all. */
export function findablesOfLibrary(actor: Actor, content: string): readonly Findable[] {
  const all = made.get(content) ?? readAll(content)
  made.set(content, all)
  return may(actor, 'read evidence') ? all : all.filter(({ kind }) => kind === 'term')
}

function readAll(content: string): readonly Findable[] {
  const { guides, kpis } = openGuides(content)
  const sentences = openSentences(content, 'forms', 'en')
  return [
    ...kpis.map(({ id, title, process, formula }) => ({
      kind: 'kpi' as const,
      id,
      title,
      beside: id,
      text: `${process} ${formula}`,
    })),
    ...guides.map(({ id, title, purpose, clauses }) => ({
      kind: 'guide' as const,
      id,
      title,
      beside: clauses.join(', '),
      text: `${id} ${purpose}`,
    })),
    ...openForms(content).map(({ id, guide }) => ({
      kind: 'form' as const,
      id,
      title: say(sentences, `${id}.title`),
      beside: guide,
      text: say(sentences, `${id}.for`),
    })),
    ...[...documentsOfSet, ...documentsToSign].map((kind) => ({
      kind: 'document' as const,
      id: kind,
      title: kind === 'oscal' ? 'OSCAL' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
      beside: '',
      text: '',
    })),
    ...termsOf(content),
  ]
}

/** A word is found by its name in every language, and shown in English like everything else that is found. */
function termsOf(content: string): readonly Findable[] {
  const glossary = openGlossary(content)
  const names = new Map<string, string>()
  for (const language of languageCodes)
    for (const { id, term } of glossary[language]) names.set(id, `${names.get(id) ?? ''} ${term}`)
  return glossary.en.map(({ id, term }) => ({
    kind: 'term',
    id,
    title: term,
    beside: '',
    text: names.get(id) ?? '',
  }))
}
