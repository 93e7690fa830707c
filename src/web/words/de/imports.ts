import type { imports as english } from '../en/imports.ts'
import type { Said } from '../said.ts'

/** Lists that are imported with a preview, and exported. */
export const imports: Said<typeof english> = {
  import: 'Importieren',
  export: 'Exportieren',
  asExcel: 'Excel (XLSX)',
  asCsv: 'CSV',
  title: 'Import in {{register}}',
  says: 'Laden Sie eine Liste hoch. Sie sehen, was mit jeder Zeile geschehen würde, bevor etwas geschrieben wird.',
  takes: 'Excel oder CSV, höchstens 10 MB; die erste Zeile enthält die Namen der Spalten.',
  columns: 'Die Spalten, die gelesen werden',
  columnsSay:
    'Spalten heißen wie die Felder auf Englisch; auch Auswahl und Status stehen auf Englisch in der Datei. Eine Spalte, die fehlt, lässt ihr Feld, wie es ist; eine leere Zelle leert ihr Feld. Eine Zeile gehört zum Eintrag mit ihrer Nummer; ohne Nummer zu dem mit demselben Namen.',
  template: 'Ein Export hat alle Spalten und lässt sich ausgefüllt wieder importieren.',
  templateExcel: 'Als Excel exportieren',
  templateCsv: 'Als CSV exportieren',
  previewTitle: 'Import von {{file}}',
  previewSays_one: '{{count, number}} Zeile wurde gelesen; noch ist nichts geschrieben.',
  previewSays_other: '{{count, number}} Zeilen wurden gelesen; noch ist nichts geschrieben.',
  counts:
    '{{added, number}} neu, {{changed, number}} geändert, {{unchanged, number}} unverändert, {{refused, number}} abgelehnt.',
  nothingToWrite: 'Keine Zeile ist neu oder geändert: Es gibt nichts zu schreiben.',
  refusedStay:
    'Abgelehnte Zeilen werden ausgelassen. Berichtigen Sie sie in der Datei und laden Sie sie wieder hoch, jetzt oder später.',
  ignored: 'Spalten, die nicht gelesen werden: {{columns}}.',
  until: 'Die Vorschau lässt sich bis {{at}} übernehmen, von Ihnen.',
  tooOld: 'Die Vorschau ist abgelaufen. Laden Sie die Datei noch einmal hoch.',
  apply_one: '{{count, number}} Eintrag schreiben',
  apply_other: '{{count, number}} Einträge schreiben',
  another: 'Andere Datei wählen',
  appliedSays_one: '{{count, number}} Eintrag wurde am {{at}} geschrieben.',
  appliedSays_other: '{{count, number}} Einträge wurden am {{at}} geschrieben.',
  toRegister: 'Zum Register',
  rows: 'Zeilen der Datei',
  line: 'Zeile',
  fate: 'Was geschieht',
  fates: { new: 'neu', changed: 'geändert', unchanged: 'unverändert', refused: 'abgelehnt' },
  fatesDone: { new: 'hinzugefügt', changed: 'geändert', unchanged: 'unverändert', refused: 'abgelehnt' },
  number: 'Nummer',
  label: 'Name',
  what: 'Was sich ändert, oder warum nicht',
  lineOf: 'Zeile {{line, number}}',
  same: 'Der Eintrag ist schon so, wie die Zeile sagt.',
}
