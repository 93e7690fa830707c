import { type KeptBrand, keepBrand, readBrand } from '#access/brand-store.ts'
import { type BrandView, brandApi } from '#api/brand.ts'
import { Refusal } from '#base/refusal.ts'
import { readLogo } from '#deliver/logo.ts'
import type { Handlers } from '../call.ts'
import { sendFile } from '../download.ts'

const handlers: Handlers<typeof brandApi> = {
  'GET /api/organizations/:organization/brand': ({ world, actor }) =>
    world.records.within(actor, async (tx) => brandView(await readBrand(tx))),
  'PUT /api/organizations/:organization/brand': ({ world, actor, body, version }) => {
    const { logo: given, ...wish } = body
    const read = given ? readLogo(Buffer.from(given, 'base64')) : undefined
    return world.records.within(actor, async (tx) => {
      const logo = given === undefined ? (await readBrand(tx)).logo : read
      return brandView(await keepBrand(tx, actor, { ...wish, logo }, { version, at: world.now() }))
    })
  },
  'GET /api/organizations/:organization/brand/logo': async ({ world, actor, reply }) => {
    const { logo } = await world.records.within(actor, (tx) => readBrand(tx))
    if (!logo) throw new Refusal('not-found', 'The organization has no logo.')
    const ending = logo.type === 'image/svg+xml' ? 'svg' : logo.type.slice('image/'.length)
    await sendFile(reply, { name: `logo.${ending}`, type: logo.type }, Buffer.from(logo.base64, 'base64'))
    return undefined
  },
}

export const brand = { endpoints: brandApi, handlers }

function brandView({
  logo,
  font = 'Inter',
  officeFont = '',
  cover = 'plain',
  ...look
}: KeptBrand): BrandView {
  return { ...look, font, officeFont, cover, hasLogo: logo !== undefined }
}
