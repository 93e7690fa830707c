import type { brand as english } from '../en/brand.ts'
import type { Said } from '../said.ts'

/** The look of the documents. */
export const brand: Said<typeof english> = {
  title: 'Aspetto dei documenti',
  says: 'Per ogni documento creato da ora in poi: PDF, Word, PowerPoint ed Excel.',
  primary: 'Primo colore: linee, titoli',
  secondary: 'Secondo colore: sottotitoli, intestazioni delle tabelle',
  coverLine: 'Riga sulla copertina',
  footer: 'Testo a piè di ogni pagina',
  logo: 'Logo',
  logoSays: 'PNG, JPEG o SVG semplice, al massimo 300 kB.',
  noLogo: 'Togli il logo',
  save: 'Salva l’aspetto',
  preview: 'Anteprima di una copertina',
  sample: 'Rapporto di analisi degli scostamenti',
  logoOf: 'Logo di {{name}}',
  pick: 'Scegli: {{label}}',
  good: 'Leggibile: contrasto {{ratio}} a 1',
  poor: 'Poco leggibile: contrasto {{ratio}} a 1, ne serve 4,5 a 1',
  cover: 'Copertina',
  font: 'Carattere dei PDF',
  fontSays: 'Viaggia nel documento ed è uguale ovunque.',
  officeFont: 'Carattere di Word, PowerPoint ed Excel',
  officeFontSays:
    'Con il suo nome; vuoto: Inter, e in Excel Calibri. Dove non è installato, il programma ne prende un altro.',
  templates: 'I vostri modelli',
  templatesSays:
    'Da ora i documenti del loro tipo vi sono inseriti: schemi, stili, intestazioni e piè di pagina sono i vostri.',
  templateTakes:
    'DOCX, PPTX o XLSX senza macro e senza collegamenti ad altri file, al massimo 25 MB. Il file è esaminato prima di essere conservato.',
  noTemplate: 'Ancora nessuno: i documenti hanno l’aspetto comune.',
  complete: 'C’è tutto ciò che si cerca.',
  putAside: 'Messo da parte: i documenti hanno l’aspetto comune.',
  putAsideDo: 'Metti da parte',
  coverAs: { plain: 'Linee su carta', band: 'Una fascia nel primo colore', logo: 'Il logo, in grande' },
  kind: { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel' },
  lacks_one: 'Vi manca una cosa; al suo posto:',
  lacks_other: 'Vi mancano {{count}} cose; al loro posto:',
}
