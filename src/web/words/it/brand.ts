import type { brand as english } from '../en/brand.ts'
import type { Said } from '../said.ts'

/** The look of the documents. */
export const brand: Said<typeof english> = {
  title: 'Aspetto dei documenti',
  says: 'Per ogni documento PDF e Word creato da ora in poi.',
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
}
