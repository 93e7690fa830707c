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
  evidenceSays_one:
    '{{count, number}} Anforderung, {{files, number}} Dateien mit dem Hash, unter dem sie verwahrt sind',
  evidenceSays_other:
    '{{count, number}} Anforderungen, {{files, number}} Dateien mit dem Hash, unter dem sie verwahrt sind',
  list: 'Nachweisliste herunterladen (CSV)',
  count_one: '{{count, number}} Eintrag',
  count_other: '{{count, number}} Einträge',
  checks_one: '{{count, number}} Prüfung',
  checks_other: '{{count, number}} Prüfungen',
  ratings: 'Eigene Bewertungen der Organisation',
  ratingsSay: 'Sie werden erst gezeigt, wenn Sie sie öffnen.',
  openRatings: 'Bewertungen öffnen',
}
