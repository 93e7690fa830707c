import { type DocumentCoverageView, registerChecksApi } from '#api/register-checks.ts'
import { openLibrary } from '#content/library.ts'
import type { Coverage, CoverageStatus } from '#registers/document-coverage.ts'
import { readChain, readCoverage } from '#registers/register-check-store.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof registerChecksApi> = {
  'GET /api/organizations/:organization/agreement-chain': ({ world, actor }) =>
    world.records.within(actor, async (tx) => {
      const chain = await readChain(tx, actor.organization, dayOf(world.now()))
      const counts: Record<string, number> = {}
      for (const { verdict } of chain.links) counts[verdict] = (counts[verdict] ?? 0) + 1
      return {
        links: chain.links.map((link) => ({ ...link, supports: [...link.supports] })),
        servicesWithoutSla: [...chain.servicesWithoutSla],
        unagreed: chain.unagreed.map(({ service, party }) => ({
          service,
          party: chain.parties.get(party) ?? { id: party, number: '', label: 'a deleted party' },
        })),
        counts,
      }
    }),
  'GET /api/organizations/:organization/document-coverage': ({ world, actor }) =>
    world.records.within(actor, async (tx) =>
      coverageView(
        await readCoverage(
          tx,
          actor.organization,
          openLibrary(world.content).catalogue.documents,
          dayOf(world.now()),
        ),
      ),
    ),
}

export const registerChecks = { endpoints: registerChecksApi, handlers }

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

function coverageView(coverage: readonly Coverage[]): DocumentCoverageView {
  const required = coverage.filter((one) => one.required)
  const count = (status: CoverageStatus) => required.filter((one) => one.status === status).length
  return {
    required: {
      pieces: required.length,
      covered: count('covered'),
      overdue: count('overdue'),
      inPreparation: count('in preparation'),
      inARegister: count('in a register'),
      missing: count('missing'),
    },
    items: coverage.map(({ piece, status, documents, keptIn, required: isRequired }) => ({
      id: piece.id,
      group: piece.group,
      name: piece.name,
      kind: piece.kind,
      required: isRequired,
      requirements: [...piece.required_by],
      content: piece.content,
      owner: piece.owner,
      cadence: piece.cadence,
      fromTickets: piece.from_tickets,
      status,
      documents: documents.map(({ id, number, label, state, reviewOn, isOverdue }) => ({
        id,
        number,
        label,
        state,
        reviewOn,
        isOverdue,
      })),
      keptIn,
    })),
  }
}
