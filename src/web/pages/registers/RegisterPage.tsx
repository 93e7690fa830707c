import { Outlet, useLocation, useParams, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { usePages } from '../../data/pages.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Empty, Failed, Lines, Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { columnsOf, type Register } from './register-columns.tsx'
import { useRegisterTitle } from './register-title.ts'

/** One register: its table, and beside it the record whose address is open. */
export function RegisterPage() {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const { register = '' } = useParams({ strict: false })
  const router = useRouter()
  const titleOf = useRegisterTitle()
  const word = useWordsOf(register)
  const query = useAsk('GET /api/organizations/:organization/registers/:register', {
    params: { ...params, register },
  })
  const add = () => router.history.push(to.record(register, 'new'))
  const trail = <To href={to.registers}>{t('shell.registers')}</To>
  if (!query.data)
    return (
      <Page title={t('shell.registers')} trail={trail}>
        <Shown query={query}>{() => null}</Shown>
      </Page>
    )
  const reason = query.data.mayWrite ? undefined : whyNot('write registers')

  return (
    <Page
      title={titleOf(query.data)}
      sentence={word(query.data.says)}
      trail={trail}
      actions={
        <>
          {query.data.records > 1 && <To href={to.compareIn(register)}>{t('registers.compare')}</To>}
          {query.data.records > 0 && <Export register={query.data} />}
          <Act whyNot={reason} onClick={() => router.history.push(to.importInto(register))}>
            {t('imports.import')}
          </Act>
          <Act isPrimary={query.data.records > 0} whyNot={reason} onClick={add}>
            {t('registers.add')}
          </Act>
        </>
      }
    >
      {query.data.records === 0 ? (
        <Empty
          title={t('registers.empty')}
          says={t('registers.emptySays')}
          action={
            <Act isPrimary whyNot={reason} onClick={add}>
              {t('registers.addFirst')}
            </Act>
          }
        />
      ) : (
        <Records register={query.data} />
      )}
      <Outlet />
    </Page>
  )
}

/** What the address asks of the list: which columns narrow it down, in which order, with which words. */
function asked(register: Register, said: Readonly<Record<string, string>>) {
  const chosen = ['state', ...register.fields.filter(({ kind }) => kind === 'choice').map(({ name }) => name)]
  return {
    sort: said.sort ?? register.view.sort,
    where: chosen.filter((name) => said[name] !== undefined).map((name) => `${name}.is:${said[name]}`),
    search: said.q,
  }
}

function Export({ register }: Readonly<{ register: Register }>) {
  const { said } = useAddress()
  return <ExportMenu register={register.id} shown={asked(register, said)} />
}

function Records({ register }: Readonly<{ register: Register }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, to } = useOrganization()
  const { record } = useParams({ strict: false })
  const { searchStr } = useLocation()
  const { said } = useAddress()
  const word = useWordsOf(register.id)
  const titleOf = useRegisterTitle()
  const columns = useMemo(
    () =>
      columnsOf(register, {
        to,
        format,
        word,
        yes: t('ui.yes'),
        no: t('ui.no'),
        numberHead: t('registers.number'),
        stateHead: t('registers.state'),
        query: searchStr,
      }),
    [register, to, format, word, t, searchStr],
  )
  const shown = asked(register, said)
  const { query, items, readMore } = usePages(
    'GET /api/organizations/:organization/registers/:register/records',
    {
      params: { ...params, register: register.id },
      query: { limit: 200, ...shown },
    },
  )

  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Lines />
  const isFiltered = shown.where.length > 0 || said.q !== undefined
  return (
    <DataTable
      label={titleOf(register)}
      rows={items}
      columns={columns}
      rowKey={({ id }) => id}
      isArrangedByServer
      total={isFiltered ? undefined : register.records}
      readMore={readMore}
      selected={record}
    />
  )
}
