import type { capabilityTargets as english } from '../en/capability-targets.ts'
import type { Said } from '../said.ts'

/** Targets of capability, and the gap as far as tickets can tell. */
export const capabilityTargets: Said<typeof english> = {
  title: 'Capacità',
  says_one: '{{count, number}} processo è sotto il suo obiettivo.',
  says_other: '{{count, number}} processi sono sotto il loro obiettivo.',
  nothing: 'Nessun processo è sotto il suo obiettivo, per quanto mostrano i ticket.',
  rule: 'Un obiettivo di priorità alta chiede il livello 3 ai processi che lo sostengono, di priorità media il livello 2, di priorità bassa o nessun obiettivo il livello 1. I ticket danno indizi solo sugli attributi 1.1, 2.2 e 3.2: non provano alcun livello.',
  process: 'Processo',
  target: 'Obiettivo',
  goals: 'Dagli obiettivi',
  noGoal: 'nessun obiettivo: va eseguito',
  shown: 'Che cosa mostrano i ticket',
  standing: 'Situazione',
  above: 'PA {{attribute}}: {{shown}}, richiesto oltre {{above}}',
  notSeen: 'PA {{attribute}}: non visto, richiesto oltre {{above}}',
  short_one: 'manca {{count, number}} punto',
  short_other: 'mancano {{count, number}} punti',
  standings: {
    'reached as far as seen': 'nulla manca, per quanto si vede',
    short: 'sotto',
    'not seen': 'non visto',
  },
  change: 'Fissa l’obiettivo',
  level: 'Livello',
  reason: 'Perché questo livello',
  save: 'Fissa',
  clear: 'Segui di nuovo gli obiettivi',
  setBy: 'Dagli obiettivi seguirebbe il livello {{derived}}. {{by}}: {{reason}}',
}
