import type { room as english } from '../en/room.ts'
import type { Said } from '../said.ts'

/** The evidence room. */
export const room: Said<typeof english> = {
  says: 'Was {{organization}} einem externen Auditor zeigt. Hier lässt sich nichts ändern; was geöffnet wird, steht im Änderungsprotokoll.',
  draw: 'Stichprobe ziehen',
  scope: 'Anwendungsbereich',
  approved: 'Freigegeben am {{day}}',
  services: 'Services',
  parties: 'Lieferanten und andere Beteiligte',
  documents: 'Dokumentierte Information',
  evidence: 'Nachweise je Anforderung',
  evidenceSays: 'Dateien tragen den Hashwert, unter dem sie aufbewahrt werden.',
  checks_one: '{{count, number}} Prüfung',
  checks_other: '{{count, number}} Prüfungen',
  ratings: 'Eigene Bewertungen der Organisation',
  ratingsSay: 'Sie werden erst gezeigt, wenn Sie sie öffnen.',
  openRatings: 'Bewertungen öffnen',
}
