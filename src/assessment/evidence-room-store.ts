import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import type { Tx } from '#db/records.ts'
import { readAll } from '#registers/record-store.ts'
import { titlesOf } from './describe-readiness.ts'
import { isExpired } from './evidence-link.ts'
import { readCoverage } from './register-facts-store.ts'
import { type PageMatter, sourceOf } from './requirement-page-store.ts'
import { openState } from './state-store.ts'

/** What an auditor from outside sees: the scope, who works for it, what is documented, what is shown. No ratings. */
export async function enterRoom(tx: Tx, actor: Actor, { library, ...wanted }: PageMatter) {
  const { organization } = actor
  const state = await openState(tx, library, { organization, ...wanted })
  const titles = titlesOf(library)
  const services = await readAll(tx, organization, 'services')
  const parties = await readAll(tx, organization, 'parties')
  const coverage = await readCoverage(tx, organization, library, state.on)
  const files = await hashesOf(tx)
  return {
    organization: state.organization.name,
    scope: state.baseline?.scope ?? '',
    scopeApprovedOn: state.programme.programme.scope?.approved_on,
    services: services.map(nameRecord),
    parties: parties.map(nameRecord),
    documents: coverage
      .filter(({ required, documents }) => required || documents.length > 0)
      .map(({ piece, required, status, documents }) => ({
        id: piece.id,
        name: piece.name,
        kind: piece.kind,
        isRequired: required,
        requiredBy: [...piece.required_by],
        status,
        documents: documents.map(nameRecord),
      })),
    requirements: library.catalogue.requirements.map(({ id, title }) => {
      const clause = id.slice(0, id.lastIndexOf('-'))
      return {
        requirement: id,
        title,
        clause,
        clauseTitle: titles.get(clause) ?? '',
        evidence: (state.links.get(id) ?? []).map((link) => ({
          ...link,
          isExpired: isExpired(link, state.on),
          sha256: files.get(link.target),
        })),
        checks: [...(state.items.get(id)?.results ?? [])],
      }
    }),
    source: sourceOf(state),
  }
}

/** The organization's own ratings, which nobody is shown who did not ask for them; that they were opened is written down. */
export async function openRatings(tx: Tx, actor: Actor, { library, ...wanted }: PageMatter) {
  const state = await openState(tx, library, { organization: actor.organization, ...wanted })
  await append(tx, actor, { action: 'open ratings', kind: 'evidence room', id: actor.organization })
  return {
    items: state.assessment.items.map(({ requirement, title, isDerived, counted }) => {
      const kept = state.ratings.get(requirement)
      return {
        requirement,
        title,
        rating: isDerived ? counted : (kept?.rating ?? ('not_assessed' as const)),
        rationale: kept?.rationale ?? '',
        isConfirmed: kept?.confirmedBy !== undefined,
      }
    }),
    source: sourceOf(state),
  }
}

/** Writes down that somebody from outside looked in. */
export async function noteVisit(tx: Tx, actor: Actor): Promise<void> {
  if (actor.role !== 'external auditor') return
  await append(tx, actor, { action: 'enter', kind: 'evidence room', id: actor.organization })
}

function nameRecord({
  id,
  number,
  label,
  state,
}: {
  id: string
  number: string
  label: string
  state: string
}) {
  return { id, number, label, state }
}

/** The hash of the newest file of each attachment. */
export async function hashesOf(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('attachment')
    .innerJoin('attachment_revision', (join) =>
      join
        .onRef('attachment_revision.organization_id', '=', 'attachment.organization_id')
        .onRef('attachment_revision.attachment_id', '=', 'attachment.id')
        .onRef('attachment_revision.revision', '=', 'attachment.revision'),
    )
    .select(['attachment.id', 'attachment_revision.sha256'])
    .where('attachment.deleted_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}
