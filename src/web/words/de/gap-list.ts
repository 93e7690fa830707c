import type { gapList as english } from '../en/gap-list.ts'
import type { Said } from '../said.ts'

/** An own gap list that is imported with a preview. */
export const gapList: Said<typeof english> = {
  title: 'Eigene Lückenliste importieren',
  open: 'Lückenliste importieren',
  says: 'Eine Liste von Anforderungen mit ihren Bewertungen, anderswo erstellt. Sie sehen, was mit jeder Bewertung geschähe, bevor etwas geschrieben wird.',
  takes:
    'Excel oder CSV, höchstens 10 MB: eine Spalte mit der Anforderung (8.3.3-b), eine mit der Bewertung, eine mit dem Kommentar.',
  apply_one: '{{count, number}} Bewertung schreiben',
  apply_other: '{{count, number}} Bewertungen schreiben',
  applied_one: '{{count, number}} Bewertung wurde geschrieben.',
  applied_other: '{{count, number}} Bewertungen wurden geschrieben.',
  before: 'Bewertung jetzt',
  after: 'Bewertung dann',
  comment: 'Kommentar, oder warum nicht',
}
