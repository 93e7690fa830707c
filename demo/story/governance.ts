import type { RegisteredDocument } from '#content/standard.ts'
import type { Draft } from '#server/told-story.ts'
import { issues, objectives, obligations, risks, roles } from './matters.ts'
import { cast } from './people.ts'

const record =
  (register: string, state: string) =>
  (data: Readonly<Record<string, unknown>>): Draft => ({ register, state, data })

/** What nobody exports from a ticket tool: context, risks, objectives, obligations, roles, documents. */
export function governanceRecords(documents: readonly RegisteredDocument[]): readonly Draft[] {
  return [
    ...issues.map(([title, side, theme, tone, effect]) =>
      record(
        'issues',
        'current',
      )({
        title,
        side,
        theme,
        tone,
        effect,
        owner: cast.manager.email,
        reviewed_on: '2026-05-20',
        review_on: '2027-05-20',
      }),
    ),
    ...risks.map(riskRecord),
    ...objectives.map(([title, goal, measure, unit, owner, due]) =>
      record(
        'objectives',
        'approved',
      )({
        title,
        level: 'the organization',
        goal,
        goals: [goal],
        measure,
        unit,
        owner,
        responsible: owner,
        due_on: due,
        target: unit === '%' ? 95 : 20,
        review_on: '2027-01-15',
      }),
    ),
    ...obligations.map(([title, kind, source, territory, standing, control]) =>
      record(
        'obligations',
        control ? 'applied' : 'identified',
      )({
        title,
        kind,
        source,
        territory,
        standing,
        control,
        owner: cast.security.email,
        reviewed_on: '2026-03-10',
        review_on: '2027-03-10',
      }),
    ),
    ...roles.map(([name, process, holder, deputy]) =>
      record(
        'roles',
        'in place',
      )({ name, process, accountable: holder.email, deputy: deputy.email, told_on: '2026-02-02' }),
    ),
    ...documents.flatMap(documentRecord),
  ]
}

function riskRecord([
  title,
  category,
  likelihood,
  effect,
  treatment,
  state,
  action,
]: (typeof risks)[number]): Draft {
  return record(
    'risks',
    state,
  )({
    title,
    kind: 'risk',
    category,
    ...(state === 'identified' ? {} : { likelihood, effect, treatment }),
    owner: cast.manager.email,
    ...(action ? { action, action_owner: cast.change.email, due_on: '2027-01-29' } : {}),
    review_on: '2027-02-15',
  })
}

/** Of every five documents an auditor looks for, three are in force, one is a draft, one nobody has begun. */
function documentRecord(document: RegisteredDocument, place: number): readonly Draft[] {
  if (place % 5 === 4) return []
  const isInForce = place % 5 !== 3
  const data = {
    title: document.name,
    kind: kindOf(document),
    covers: [document.id],
    version: isInForce ? '1.2' : '0.3',
    owner: cast.documents.email,
    place: `Service management library, folder ${document.group}`,
    confidentiality: 'internal',
  }
  if (!isInForce) return [record('documents', 'draft')(data)]
  const month = String(1 + (place % 9)).padStart(2, '0')
  const approved = { approved_by: cast.sponsor.email, approved_on: `2025-${month}-15` }
  return [
    record(
      'documents',
      'in force',
    )({ ...data, ...approved, review_on: `202${place % 7 === 0 ? 6 : 7}-${month}-15` }),
  ]
}

function kindOf({ name, kind }: RegisteredDocument): string {
  if (/policy/i.test(name)) return 'policy'
  if (/\bplans?\b/i.test(name)) return 'plan'
  return kind === 'record' ? 'record' : 'description'
}
