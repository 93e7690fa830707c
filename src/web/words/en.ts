import { across } from './en/across.ts'
import { adoption } from './en/adoption.ts'
import { attached } from './en/attached.ts'
import { audits } from './en/audits.ts'
import { baselines } from './en/baselines.ts'
import { brand } from './en/brand.ts'
import { capabilityTargets } from './en/capability-targets.ts'
import { businessCase } from './en/case.ts'
import { documented } from './en/documented.ts'
import { documents } from './en/documents.ts'
import { door } from './en/door.ts'
import { evidence } from './en/evidence.ts'
import { executive } from './en/executive.ts'
import { findings } from './en/findings.ts'
import { gapList } from './en/gap-list.ts'
import { growth } from './en/growth.ts'
import { imports } from './en/imports.ts'
import { improvement } from './en/improvement.ts'
import { jobs } from './en/jobs.ts'
import { mapping } from './en/mapping.ts'
import { monitoring } from './en/monitoring.ts'
import { ownLines } from './en/own-lines.ts'
import { people } from './en/people.ts'
import { programme } from './en/programme.ts'
import { readiness } from './en/readiness.ts'
import { registers } from './en/registers.ts'
import { requirements } from './en/requirements.ts'
import { roadmap } from './en/roadmap.ts'
import { room } from './en/room.ts'
import { samples } from './en/samples.ts'
import { scales } from './en/scales.ts'
import { serviceLevels } from './en/service-levels.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { sources } from './en/sources.ts'
import { standing } from './en/standing.ts'
import { strategy } from './en/strategy.ts'
import { today } from './en/today.ts'
import { ui } from './en/ui.ts'
import { webhooks } from './en/webhooks.ts'

/** The catalogue in English: every text of the interface. */
export const en = {
  adoption,
  brand,
  businessCase,
  door,
  evidence,
  documented,
  documents,
  jobs,
  monitoring,
  people,
  readiness,
  registers,
  requirements,
  roadmap,
  room,
  samples,
  scales,
  serviceLevels,
  settings,
  shell,
  sources,
  standing,
  strategy,
  today,
  ui,
  gapList,
  ownLines,
  executive,
  capabilityTargets,
  growth,
  improvement,
  imports,
  attached,
  mapping,
  baselines,
  programme,
  across,
  webhooks,
  audits,
  findings,
} as const
