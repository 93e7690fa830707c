import type { imports as english } from '../en/imports.ts'
import type { Said } from '../said.ts'

/** Lists that are imported with a preview, and exported. */
export const imports: Said<typeof english> = {
  import: 'Importer',
  export: 'Exporter',
  asExcel: 'Excel (XLSX)',
  asCsv: 'CSV',
  title: 'Importer dans {{register}}',
  says: 'Téléversez une liste. Vous voyez ce qui arriverait à chaque ligne avant que quoi que ce soit ne soit écrit.',
  takes: 'Excel ou CSV, 10 Mo au plus ; la première ligne porte les noms des colonnes.',
  columns: 'Les colonnes qui sont lues',
  columnsSay:
    'Les colonnes portent le nom anglais des champs ; choix et états sont aussi en anglais dans le fichier. Une colonne absente laisse son champ tel quel ; une cellule vide vide son champ. Une ligne appartient à la fiche qui a son numéro ; sans numéro, à celle qui a le même nom.',
  template: 'Un export contient toutes les colonnes ; il peut être rempli puis importé de nouveau.',
  templateExcel: 'Exporter en Excel',
  templateCsv: 'Exporter en CSV',
  previewTitle: 'Import de {{file}}',
  previewSays_one: '{{count, number}} ligne a été lue ; rien n’est encore écrit.',
  previewSays_other: '{{count, number}} lignes ont été lues ; rien n’est encore écrit.',
  counts:
    '{{added, number}} nouvelles, {{changed, number}} modifiées, {{unchanged, number}} inchangées, {{refused, number}} refusées.',
  nothingToWrite: 'Aucune ligne n’est nouvelle ni modifiée : il n’y a rien à écrire.',
  refusedStay:
    'Les lignes refusées sont laissées de côté. Corrigez-les dans le fichier et téléversez-le de nouveau, maintenant ou plus tard.',
  ignored: 'Colonnes qui ne sont pas lues : {{columns}}.',
  until: 'L’aperçu peut être appliqué jusqu’à {{at}}, par vous.',
  tooOld: 'L’aperçu a expiré. Téléversez de nouveau le fichier.',
  apply_one: 'Écrire {{count, number}} fiche',
  apply_other: 'Écrire {{count, number}} fiches',
  another: 'Choisir un autre fichier',
  appliedSays_one: '{{count, number}} fiche a été écrite le {{at}}.',
  appliedSays_other: '{{count, number}} fiches ont été écrites le {{at}}.',
  toRegister: 'Vers le registre',
  rows: 'Lignes du fichier',
  line: 'Ligne',
  fate: 'Ce qui se passe',
  fates: { new: 'nouvelle', changed: 'modifiée', unchanged: 'inchangée', refused: 'refusée' },
  fatesDone: { new: 'ajoutée', changed: 'modifiée', unchanged: 'inchangée', refused: 'refusée' },
  number: 'Numéro',
  label: 'Nom',
  what: 'Ce qui change, ou pourquoi pas',
  lineOf: 'Ligne {{line, number}}',
  same: 'La fiche est déjà telle que la ligne le dit.',
}
