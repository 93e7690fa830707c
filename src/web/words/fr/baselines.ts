import type { baselines as english } from '../en/baselines.ts'
import type { Said } from '../said.ts'

/** The baselines of the assessment, and which of them a page shows. */
export const baselines: Said<typeof english> = {
  title: 'Évaluations de référence',
  shown: 'Évaluation affichée',
  kinds: {
    full: 'complète',
    'quick scan': 'passage rapide',
  },
  kindSays: {
    full: 'Chaque exigence est examinée.',
    'quick scan':
      'Un premier regard sur les exigences prévues pour cela ; ce qui découle d’autres est laissé de côté.',
  },
  states: {
    open: 'ouverte',
    closed: 'close',
  },
  older: 'Vous regardez « {{name}} », une évaluation plus ancienne : rien ne peut y être modifié.',
  toCurrent: 'Revenir à l’actuelle',
  none: 'Il n’y a pas encore d’évaluation.',
  noneSays:
    'La première cotation ou déclaration en ouvre une d’elle-même ; ou commencez-en une ici, avec son périmètre.',
  saysOpen: '« {{name}} » est ouverte : déclarations et cotations y entrent.',
  saysNoneOpen: 'Aucune évaluation n’est ouverte : commencez-en une pour coter et déclarer.',
  start: 'Commencer une évaluation',
  startSays: 'Une seule évaluation est ouverte à la fois. Ce qui a été clos reste tel quel.',
  startDo: 'Commencer',
  name: 'Nom',
  kind: 'Sorte',
  scope: 'Périmètre',
  assessedOn: 'Évalué le',
  started: 'Commencée',
  by: '{{name}}, {{at}}',
  closed: 'Close',
  close: 'Clore',
  reopen: 'Rouvrir',
  wasClosed: '« {{name}} » a été close.',
  wasStarted: '« {{name}} » a été commencée.',
  closeFirst: 'Closez d’abord « {{name}} ».',
  carriesOver: 'Reprendre',
  carriesOverHint: 'Déclarations et cotations d’une évaluation antérieure, comme point de départ.',
  fromNothing: 'rien : commencer à vide',
  quickScan: 'Passage rapide',
  inQuickScan: 'dans le passage rapide',
  notInQuickScan: 'hors du passage rapide',
}
