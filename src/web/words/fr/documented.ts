import type { documented as english } from '../en/documented.ts'
import type { Said } from '../said.ts'

/** What management signs, on the page of documents. */
export const documented: Said<typeof english> = {
  title: 'Ce que la direction signe',
  says: 'Périmètre, politique, plan, accords, audits et revues en fichiers Word, remplis à partir des registres. Ce qui n’est pas enregistré est dit dans le document et listé à la fin ; rien n’est inventé.',
  language: 'Langue des documents',
  which: '{{number}}, article {{clauses}}',
  about: 'Sujet',
  make: 'Remplir : {{title}} (Word)',
  whole: 'Rien ne manque avant l’approbation.',
  inDocument: 'Ce qui manque ici figure à la fin du document.',
  missing_one: 'Une chose manque avant l’approbation',
  missing_other: '{{count}} choses manquent avant l’approbation',
  missingFirst_one: 'Une chose manque avant l’approbation : {{name}}',
  missingFirst_other: '{{count}} choses manquent avant l’approbation : {{name}}',
}
