import type { imports as english } from '../en/imports.ts'
import type { Said } from '../said.ts'

/** Lists that are imported with a preview, and exported. */
export const imports: Said<typeof english> = {
  import: 'Importa',
  export: 'Esporta',
  asExcel: 'Excel (XLSX)',
  asCsv: 'CSV',
  title: 'Importazione in {{register}}',
  says: 'Carichi un elenco. Vede che cosa accadrebbe a ogni riga prima che qualcosa venga scritto.',
  takes: 'Excel o CSV, al massimo 10 MB; la prima riga contiene i nomi delle colonne.',
  columns: 'Le colonne che vengono lette',
  columnsSay:
    'Le colonne si chiamano come i campi in inglese; anche scelte e stati sono in inglese nel file. Una colonna assente lascia il suo campo com’è; una cella vuota svuota il suo campo. Una riga appartiene alla scheda con il suo numero; senza numero, a quella con lo stesso nome.',
  template: 'Un’esportazione ha tutte le colonne e può essere compilata e importata di nuovo.',
  templateExcel: 'Esporta in Excel',
  templateCsv: 'Esporta in CSV',
  previewTitle: 'Importazione di {{file}}',
  previewSays_one: '{{count, number}} riga letta; non è ancora scritto nulla.',
  previewSays_other: '{{count, number}} righe lette; non è ancora scritto nulla.',
  counts:
    '{{added, number}} nuove, {{changed, number}} modificate, {{unchanged, number}} invariate, {{refused, number}} rifiutate.',
  nothingToWrite: 'Nessuna riga è nuova o modificata: non c’è nulla da scrivere.',
  refusedStay:
    'Le righe rifiutate vengono tralasciate. Le corregga nel file e lo carichi di nuovo, ora o più tardi.',
  ignored: 'Colonne che non vengono lette: {{columns}}.',
  until: 'L’anteprima può essere applicata fino a {{at}}, da Lei.',
  tooOld: 'L’anteprima è scaduta. Carichi di nuovo il file.',
  apply_one: 'Scrivi {{count, number}} scheda',
  apply_other: 'Scrivi {{count, number}} schede',
  another: 'Scegli un altro file',
  appliedSays_one: '{{count, number}} scheda è stata scritta il {{at}}.',
  appliedSays_other: '{{count, number}} schede sono state scritte il {{at}}.',
  toRegister: 'Al registro',
  rows: 'Righe del file',
  line: 'Riga',
  fate: 'Che cosa accade',
  fates: { new: 'nuova', changed: 'modificata', unchanged: 'invariata', refused: 'rifiutata' },
  fatesDone: { new: 'aggiunta', changed: 'modificata', unchanged: 'invariata', refused: 'rifiutata' },
  number: 'Numero',
  label: 'Nome',
  what: 'Che cosa cambia, o perché no',
  lineOf: 'Riga {{line, number}}',
  same: 'La scheda è già come dice la riga.',
}
