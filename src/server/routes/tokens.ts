import { type ApiToken, createToken, listTokens, revokeToken } from '#access/token-store.ts'
import { type TokenView, tokensApi } from '#api/tokens.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof tokensApi> = {
  'GET /api/organizations/:organization/tokens': async ({ world, actor }) =>
    world.records.within(actor, async (tx) => ({ items: (await listTokens(tx, actor)).map(view) })),
  'POST /api/organizations/:organization/tokens': async ({ world, actor, body }) => {
    const given = { ...body, expiresAt: new Date(body.expiresAt) }
    const { token, text } = await world.records.within(actor, (tx) =>
      createToken(tx, actor, given, world.now()),
    )
    return { ...view(token), token: text }
  },
  'DELETE /api/organizations/:organization/tokens/:token': async ({ world, actor, params }) => {
    await world.records.within(actor, (tx) => revokeToken(tx, actor, params.token))
  },
}

export const tokens = { endpoints: tokensApi, handlers }

function view(token: ApiToken): TokenView {
  return {
    id: token.id,
    name: token.name,
    beginsWith: token.beginsWith,
    scopes: [...token.scopes],
    createdBy: token.createdBy,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString(),
    revokedAt: token.revokedAt?.toISOString(),
  }
}
