import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readCatalogue } from '#content/catalogue.ts'
import type { Story } from '#server/told-story.ts'
import type { World } from '../world.ts'
import { adoptionOf } from './adoption.ts'
import { answersOf } from './assessment.ts'
import { toldAudits } from './audits.ts'
import { tellCase } from './business-case.ts'
import { catalogueRecords } from './catalogue.ts'
import { governanceRecords } from './governance.ts'
import { improvementRecords } from './improvement.ts'
import { toldMonitoring } from './monitoring.ts'
import { optionRecords } from './options.ts'
import { cast } from './people.ts'
import { roadmapOf } from './roadmap.ts'
import { toldServiceLevels } from './service-levels.ts'
import { strategyRecords, toldStrategy } from './strategy.ts'
import { tenderRecords } from './tenders.ts'
import { toolRecords } from './tools.ts'

const edition = join(fileURLToPath(new URL('../../content', import.meta.url)), 'standards/iso20000-1-2018')

/** Tells what the tickets of a simulated world do not: who works there, what they wrote down, how far they have come. */
export function tellStory(world: World): Story {
  const { requirements, documents } = readCatalogue(edition)
  const answers = answersOf(requirements)
  return {
    people: Object.values(cast),
    records: [
      ...catalogueRecords(world),
      ...strategyRecords(world),
      ...toolRecords(),
      ...tenderRecords(),
      ...optionRecords(),
      ...governanceRecords(documents),
      ...improvementRecords(),
    ],
    programme: {
      organization: 'Maison Clausewise (simulated)',
      sector: 'luxury retail',
      size: { it_staff: 150, persons_in_scope: 150, sites: 4 },
      scope: {
        approved_on: '2026-04-14',
        approved_by: cast.sponsor.name,
        services_named: true,
        other_parties_known: true,
      },
      internal_audit: { done: false },
      management_review: {
        held: true,
        held_on: '2026-06-23',
        inputs_complete: false,
        decisions_recorded: true,
      },
      roles_filled: true,
    },
    baseline: {
      name: 'First full assessment',
      scope:
        'The service management system of the IT of the house: live services of the catalogue, delivered from Paris and Warszawa.',
    },
    answers: [...answers],
    audits: toldAudits,
    adoption: adoptionOf(world),
    roadmap: roadmapOf(requirements, answers),
    strategy: toldStrategy,
    monitoring: toldMonitoring,
    serviceLevels: toldServiceLevels,
    businessCase: tellCase(world),
  }
}
