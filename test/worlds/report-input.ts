import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { assess } from '#assessment/assess.ts'
import type { Statement } from '#assessment/statement.ts'
import { ProcessModel } from '#content/process.ts'
import { ClauseFile, type Requirement, RequirementFile } from '#content/requirement.ts'
import { Standard } from '#content/standard.ts'
import type { Catalogue, GapReportInput } from '#deliver/gap-report.ts'
import { openSpeech } from '#deliver/speech.ts'
import type { Collected } from '#evidence/collected.ts'

import { checksOf, conformanceOf, dice, hash, measuresOf, period, processes } from './report-evidence.ts'
import { ingested } from './report-ingested.ts'

const content = join(import.meta.dirname, '../../content')

/** The folder of the content pack. */
export const pack = content

function read(path: string): unknown {
  return parse(readFileSync(join(content, path), 'utf8'))
}

/** The real catalogue of the pack. */
export function catalogue(): Catalogue {
  const folder = 'standards/iso20000-1-2018'
  const standard = Standard.parse(read(`${folder}/standard.yaml`))
  const requirements = standard.groups.flatMap(
    ({ file }) => RequirementFile.parse(read(`${folder}/${file}.yaml`)).requirements,
  )
  return { standard, requirements, clauses: ClauseFile.parse(read(`${folder}/clauses.yaml`)).clauses }
}

/** A full-size input: all requirements, 12 processes, 90 checks, 60 measures, 24 months. */
export function reportInput(speech = openSpeech(content, 'gap-analysis', 'en')): GapReportInput {
  const roll = dice(20000)
  const known = catalogue()
  const models = processes.map((name) => ProcessModel.parse(read(`processes/${name}.yaml`)))
  const results = checksOf(known.requirements, roll)
  const collected: Collected = {
    period,
    dataFrom: '2024-06-28 07:12:00',
    dataUntil: '2026-06-30 18:04:11',
    dataHash: hash(5),
    packVersion: '0.1.0',
    results,
    measures: processes.flatMap((process, place) => measuresOf(process, place, roll)),
    conformance: models.slice(0, 9).map((model, place) => conformanceOf(model, place, roll)),
  }
  const assessment = assess({
    requirements: known.requirements,
    results,
    statements: statementsOf(known.requirements, roll),
    ratings: [],
    programme: {
      scope: { approved_on: '2026-02-02', services_named: true, other_parties_known: true },
      internal_audit: { done: false },
    },
    requiredDocuments: 50,
    on: '2026-07-06',
  })
  return {
    speech,
    organization: 'Północna Usługi IT S.A.',
    ingested: ingested(),
    collected,
    assessment,
    catalogue: known,
    models,
    services: [
      'E-mail & calendar',
      'Ηλεκτρονικό ταχυδρομείο',
      'Zażółć gęślą jaźń – płace',
      'خدمة البريد الإلكتروني',
      'ERP *finance* #1',
      'Payroll_[core] $x$ <b>@home</b>',
      'Online shop `v2` \\ legacy',
      'Remote access',
    ],
    version: '0.1.0',
  }
}

function statementsOf(requirements: readonly Requirement[], roll: () => number): Statement[] {
  return requirements
    .filter(() => roll() < 0.32)
    .map(
      ({ id }): Statement => ({
        requirement: id,
        practice: roll() < 0.25 ? 'none' : 'practised',
        since: '2025-01-01',
        ...(roll() < 0.6 ? { document: { exists: true, approved: true, reference: 'DOC-14' } } : {}),
        records: 'looked at in the tool',
        who: 'Somebody Secret',
        on: '2026-06-20',
      }),
    )
}
