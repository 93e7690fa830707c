import type { gapList as english } from '../en/gap-list.ts'
import type { Said } from '../said.ts'

/** An own gap list that is imported with a preview. */
export const gapList: Said<typeof english> = {
  title: 'Importa un proprio elenco di lacune',
  open: 'Importa elenco di lacune',
  says: 'Un elenco di requisiti con i loro giudizi, fatto altrove. Vede che cosa accadrebbe a ogni giudizio prima che qualcosa venga scritto.',
  takes:
    'Excel o CSV, al massimo 10 MB: una colonna con il requisito (8.3.3-b), una con il giudizio, una con il commento.',
  apply_one: 'Scrivi {{count, number}} giudizio',
  apply_other: 'Scrivi {{count, number}} giudizi',
  applied_one: '{{count, number}} giudizio è stato scritto.',
  applied_other: '{{count, number}} giudizi sono stati scritti.',
  before: 'Giudizio attuale',
  after: 'Giudizio poi',
  comment: 'Commento, o perché no',
}
