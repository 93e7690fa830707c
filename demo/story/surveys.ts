import type { ToldAdoption } from '#server/told-story.ts'
import type { Chance } from '../chance.ts'

type Told = ToldAdoption['surveys'][number]

/** Units that are shown together, because alone they are small enough that people would be recognized. */
export const groups = [
  ['Service desks', ['Service Desk Paris', 'Service Desk Warszawa'], 3.6],
  ['Stores and commerce', ['Store Systems', 'E-commerce', 'Clienteling'], 3.1],
  ['Business systems', ['ERP and Finance', 'Supply Chain', 'Atelier Systems', 'Data and Analytics'], 3.0],
  ['Platforms', ['Network', 'Server and Cloud', 'Identity', 'Database', 'Integration'], 2.7],
  ['Workplace and field', ['Workplace', 'Field Services', 'Security Operations'], 3.3],
  ['Offices', ['Change Office', 'Problem Office', 'Release Office'], 3.9],
] as const

/** Answers of each group, lower in elements that come later; some people are held back by less than others. */
export function readiness(chance: Chance, title: string, sentInDays: number, risen: number): Told {
  const elements = ['A', 'D', 'K', 'B', 'R']
  return {
    instrument: 'readiness',
    title,
    heard: 'Works council, before the first survey',
    sentInDays,
    openDays: 14,
    groups: groups.map(([name, units, mood]) => {
      const invited = invitedOf(units)
      return {
        name,
        invited,
        answers: Array.from({ length: answeredOf(chance, name, invited) }, () => ({
          items: Object.fromEntries(
            elements.flatMap((element, place) =>
              [1, 2].map((nth) => [
                `${element}${nth}`,
                scale(mood + 0.9 + risen - place * 0.25 + chance.between(-1.1, 1.1)),
              ]),
            ),
          ),
          choices: {},
        })),
      }
    }),
  }
}

export function culture(chance: Chance): Told {
  const items = ['CI', 'CO', 'CF', 'LE', 'OW', 'PS', 'LN'].flatMap((id) =>
    [1, 2, 3, 4].map((nth) => `${id}${nth}`),
  )
  const reversed = new Set(['CI4', 'CO4', 'CF4', 'OW4', 'PS4'])
  return {
    instrument: 'culture',
    title: 'Culture baseline',
    heard: 'Works council, before the first survey',
    sentInDays: -120,
    openDays: 21,
    groups: groups.map(([name, units, mood]) => {
      const invited = invitedOf(units)
      return {
        name,
        invited,
        answers: Array.from({ length: answeredOf(chance, name, invited) }, () => ({
          items: Object.fromEntries(
            items.map((id) => {
              const value = scale(mood + 0.1 + chance.between(-1.4, 1.4))
              return [id, reversed.has(id) ? 6 - value : value]
            }),
          ),
          choices: {},
        })),
      }
    }),
  }
}

const hindrances = ['time', 'tools', 'rules', 'skills', 'teams', 'nothing'] as const

export function pulse(chance: Chance): Told {
  return {
    instrument: 'pulse',
    title: 'Pulse of the month',
    heard: 'Works council, before the first survey',
    sentInDays: -14,
    openDays: 7,
    groups: groups.map(([name, units, mood]) => {
      const invited = invitedOf(units)
      return {
        name,
        invited,
        answers: Array.from({ length: answeredOf(chance, name, invited) }, () => ({
          items: { P1: scale(mood + chance.between(-1, 1)), Q1: scale(mood + 0.4 + chance.between(-1, 1)) },
          choices: { H: chance.weighted(hindrances.map((one, place) => [one, 6 - place] as const)) },
        })),
      }
    }),
  }
}

/** People by unit, as the tickets have them. */
const sizes: Readonly<Record<string, number>> = {
  'Service Desk Paris': 18,
  'Service Desk Warszawa': 16,
  'Store Systems': 12,
  'E-commerce': 11,
  'ERP and Finance': 10,
  'Supply Chain': 8,
  Clienteling: 7,
  Network: 8,
  'Server and Cloud': 10,
  Workplace: 9,
  Identity: 5,
  Database: 4,
  Integration: 5,
  'Atelier Systems': 5,
  'Data and Analytics': 5,
  'Security Operations': 6,
  'Field Services': 4,
  'Change Office': 3,
  'Problem Office': 2,
  'Release Office': 2,
}

function invitedOf(units: readonly string[]): number {
  return units.reduce((sum, unit) => sum + (sizes[unit] ?? 0), 0)
}

/** Two thirds answer, in the small offices fewer than may be shown: so the demo has a group that is withheld. */
function answeredOf(chance: Chance, name: string, invited: number): number {
  if (name === 'Offices') return 4
  return Math.round(invited * chance.between(0.6, 0.8))
}

function scale(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value)))
}
