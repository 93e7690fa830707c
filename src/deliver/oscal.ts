import type { Assessment } from '#assessment/assess.ts'
import type { Gap } from '#assessment/gap.ts'
import type { Collected } from '#evidence/collected.ts'
import type { Catalogue } from './figures/input.ts'
import type { SnapshotName } from './figures/snapshot-name.ts'
import { catalogOf } from './oscal/catalog.ts'
import { findingId, findingOf, observationOf, observed } from './oscal/findings.ts'
import { controlId, instantOf, metadataOf, propertiesOf, uuidOf } from './oscal/model.ts'
import { zipOf } from './zip-of.ts'

/** When a gap is to be closed, and by whom; only gaps that the roadmap has dates for have one. */
export type PlannedRemedy = Readonly<{
  requirement: string
  activity: string
  role: string
  start: string
  finish: string
}>

/** Everything the OSCAL documents are made from. */
export type OscalInput = Readonly<{
  organization: string
  madeOn: string
  version: string
  catalogue: Catalogue
  collected: Collected
  assessment: Assessment
  remedies: readonly PlannedRemedy[]
  snapshot?: SnapshotName | undefined
}>

/** The three documents by the names of their files. */
export function makeOscal(input: OscalInput) {
  return {
    'catalog.json': catalogOf(input.catalogue, input),
    'assessment-results.json': assessmentResultsOf(input),
    'plan-of-action-and-milestones.json': planOf(input),
  }
}

/** The documents as one zip file; equal input is equal bytes. */
export function printOscal(input: OscalInput): Uint8Array {
  const files = Object.entries(makeOscal(input)).map(
    ([name, content]) => [name, `${JSON.stringify(content, undefined, 2)}\n`] as const,
  )
  return zipOf(new Map(files))
}

function assessmentResultsOf(input: OscalInput) {
  const { organization, catalogue, collected, assessment } = input
  const plan = uuidOf('assessment plan', organization)
  const own = (requirement: string) => controlId(requirement)
  return {
    'assessment-results': {
      uuid: uuidOf('assessment-results', organization, collected.dataHash, assessment.on),
      metadata: metadataOf({ ...input, title: `Assessment results: ${organization}` }),
      'import-ap': { href: `#${plan}` },
      results: [
        {
          uuid: uuidOf('result', organization, collected.dataHash, assessment.on),
          title: `Assessment as of ${assessment.on}`,
          description: `Computed checks over the period, and ratings of ${catalogue.requirements.length} requirements of ${catalogue.standard.title}. What nobody has looked at has no finding; that is no pass.`,
          start: instantOf(collected.period.from),
          end: instantOf(collected.period.to),
          props: propertiesOf({
            'data-until': collected.dataUntil,
            'data-sha256': collected.dataHash,
            'content-version': collected.packVersion,
            'readiness-label': assessment.readiness.label,
            'readiness-index': assessment.readiness.index,
          }),
          'reviewed-controls': {
            'control-selections': [
              {
                'include-controls': assessment.items.map(({ requirement }) => ({
                  'control-id': own(requirement),
                })),
              },
            ],
          },
          observations: observationsOf(input, collected.results),
          findings: findingsOf(input),
        },
      ],
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: 'Plan of the assessment',
            description:
              'The checks and the questions of the content pack; each observation names its check with the hash of its SQL.',
          },
        ],
      },
    },
  }
}

function observationsOf({ organization, collected }: OscalInput, results: Collected['results']) {
  return observed(results).map((result) => observationOf(result, organization, collected.dataUntil))
}

function findingsOf({ organization, assessment, collected }: OscalInput) {
  return assessment.items.flatMap(
    (item) => findingOf(item, collected.results, organization, collected.dataUntil) ?? [],
  )
}

function planOf(input: OscalInput) {
  const { organization, assessment, collected } = input
  const gaps = assessment.gaps
  const failing = new Set(gaps.flatMap(({ failedChecks }) => failedChecks))
  const named = new Set(gaps.map(({ requirement }) => findingId(organization, requirement)))
  const observations = observationsOf(
    input,
    collected.results.filter(({ check }) => failing.has(check)),
  )
  const known = new Set(observations.map(({ uuid }) => uuid))
  const findings = findingsOf(input)
    .filter(({ uuid }) => named.has(uuid))
    .map(({ 'related-observations': _, ...finding }) => finding)
  const risks = gaps.map((gap) => riskOf(gap, input))
  return {
    'plan-of-action-and-milestones': {
      uuid: uuidOf('plan', organization, collected.dataHash, assessment.on),
      metadata: metadataOf({ ...input, title: `Plan of action and milestones: ${organization}` }),
      'system-id': { 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: uuidOf('system', organization) },
      ...(observations.length > 0 ? { observations } : {}),
      ...(risks.length > 0 ? { risks } : {}),
      ...(findings.length > 0 ? { findings } : {}),
      'poam-items':
        gaps.length > 0 ? gaps.map((gap) => itemOf(gap, input, known)) : [nothingOpen(organization)],
    },
  }
}

/** The schema asks for at least one item; without a gap this is it. */
function nothingOpen(organization: string) {
  return {
    uuid: uuidOf('nothing open', organization),
    title: 'No gap is open',
    description:
      'No requirement that was looked at falls short. What nobody has looked at is not meant by this.',
  }
}

function itemOf(gap: Gap, { organization, collected }: OscalInput, known: ReadonlySet<string>) {
  const related = observed(collected.results)
    .filter(({ check }) => gap.failedChecks.includes(check))
    .map((result) => observationOf(result, organization, collected.dataUntil).uuid)
    .filter((uuid) => known.has(uuid))
  return {
    uuid: uuidOf('item', organization, gap.requirement),
    title: `${gap.requirement} ${gap.title}`,
    description: gap.missing.length > 0 ? `Missing: ${gap.missing.join('; ')}` : gap.typicalGap,
    props: propertiesOf({
      rating: gap.rating,
      severity: gap.severity,
      source: gap.source,
      criticality: gap.criticality,
    }),
    'related-findings': [{ 'finding-uuid': findingId(organization, gap.requirement) }],
    'related-risks': [{ 'risk-uuid': uuidOf('risk', organization, gap.requirement) }],
    ...(related.length > 0
      ? { 'related-observations': related.map((uuid) => ({ 'observation-uuid': uuid })) }
      : {}),
  }
}

function riskOf(gap: Gap, { organization, remedies }: OscalInput) {
  const planned = remedies.find(({ requirement }) => requirement === gap.requirement)
  const { effort } = gap
  return {
    uuid: uuidOf('risk', organization, gap.requirement),
    title: `${gap.requirement} ${gap.title}`,
    description: gap.typicalGap,
    statement: `The requirement falls short (${gap.rating.replaceAll('_', ' ')}).`,
    status: planned ? 'remediating' : 'open',
    ...(planned ? { deadline: instantOf(planned.finish) } : {}),
    remediations: [
      {
        uuid: uuidOf('remedy', organization, gap.requirement),
        lifecycle: planned ? 'planned' : 'recommendation',
        title: `Close ${gap.requirement}`,
        description: planned?.activity ?? gap.remedy,
        props: propertiesOf({
          role: planned?.role ?? gap.role,
          'person-days-low': effort.low,
          'person-days-likely': effort.likely,
          'person-days-high': effort.high,
        }),
        ...(planned ? { tasks: [taskOf(planned, organization)] } : {}),
      },
    ],
  }
}

function taskOf({ requirement, activity, start, finish }: PlannedRemedy, organization: string) {
  return {
    uuid: uuidOf('task', organization, requirement),
    type: 'milestone',
    title: activity,
    timing: { 'within-date-range': { start: instantOf(start), end: instantOf(finish) } },
  }
}
