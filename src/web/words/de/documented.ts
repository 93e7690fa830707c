import type { documented as english } from '../en/documented.ts'
import type { Said } from '../said.ts'

/** What management signs, on the page of documents. */
export const documented: Said<typeof english> = {
  title: 'Was die Leitung unterschreibt',
  says: 'Geltungsbereich, Politik, Plan, Vereinbarungen, Audits und Bewertungen als Word-Dateien, gefüllt aus den Registern. Was nicht erfasst ist, sagt das Dokument und listet es am Ende; nichts ist erfunden.',
  language: 'Sprache der Dokumente',
  which: '{{number}}, Abschnitt {{clauses}}',
  about: 'Worüber',
  make: 'Füllen: {{title}} (Word)',
  whole: 'Vor der Freigabe fehlt nichts.',
  inDocument: 'Was hier fehlt, steht am Ende des Dokuments.',
  missing_one: 'Eines fehlt vor der Freigabe',
  missing_other: '{{count}} Dinge fehlen vor der Freigabe',
  missingFirst_one: 'Eines fehlt vor der Freigabe: {{name}}',
  missingFirst_other: '{{count}} Dinge fehlen vor der Freigabe: {{name}}',
}
