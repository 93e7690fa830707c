import { useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { call } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useRegisterWords, useWordsOf } from '../../data/register-words.ts'
import { Act } from '../../ui/Act.tsx'
import { Attachments } from '../../ui/Attachments.tsx'
import { useAddress } from '../../ui/address.ts'
import { Comments } from '../../ui/Comments.tsx'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { History } from './History.tsx'
import { Moves } from './Moves.tsx'
import { RecordForm } from './RecordForm.tsx'
import styles from './Registers.module.css'
import type { RecordWhole } from './record.ts'
import type { Register } from './register-columns.tsx'

/** One record beside its register; "new" is one that is not there yet. */
export function RecordSheet() {
  const { params, to } = useOrganization()
  const { said } = useAddress()
  const { register = '', record = '' } = useParams({ strict: false })
  const place = { ...params, register }
  const back = to.register(register, said)
  const definition = useAsk('GET /api/organizations/:organization/registers/:register', { params: place })
  if (!definition.data) return null
  if (record === 'new') return <NewRecord register={definition.data} back={back} />
  return <OldRecord register={definition.data} record={record} back={back} />
}

function NewRecord({ register, back }: Readonly<{ register: Register; back: string }>) {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const router = useRouter()
  const say = useToast()
  const word = useWordsOf(register.id)
  const add = useChange('POST /api/organizations/:organization/registers/:register/records')
  return (
    <SideSheet title={t('registers.new', { what: word(register.one) })} back={back}>
      <RecordForm
        register={register}
        data={{}}
        links={[]}
        error={add.error}
        isBusy={add.isPending}
        save={(data) =>
          add.mutate(
            { params: { ...params, register: register.id }, body: { data } },
            {
              onSuccess: ({ id }) => {
                say(t('ui.saved'))
                router.history.replace(to.record(register.id, id))
              },
            },
          )
        }
      />
    </SideSheet>
  )
}

type OldRecordProps = Readonly<{ register: Register; record: string; back: string }>

function OldRecord({ register, record, back }: OldRecordProps) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const place = { ...params, register: register.id, record }
  const query = useAsk('GET /api/organizations/:organization/registers/:register/records/:record', {
    params: place,
  })
  const title = query.data ? `${query.data.number} ${query.data.label}` : t('ui.loading')
  return (
    <SideSheet title={title} back={back}>
      <Shown query={query}>{(whole) => <Whole register={register} whole={whole} back={back} />}</Shown>
    </SideSheet>
  )
}

function Whole({
  register,
  whole,
  back,
}: Readonly<{ register: Register; whole: RecordWhole; back: string }>) {
  const { t } = useTranslation()
  const { params, whyNot, to } = useOrganization()
  const say = useToast()
  const word = useRegisterWords()
  const router = useRouter()
  const client = useQueryClient()
  const place = { ...params, register: register.id, record: whole.id }
  const change = useChange('PATCH /api/organizations/:organization/registers/:register/records/:record')
  const remove = useChange('DELETE /api/organizations/:organization/registers/:register/records/:record')
  const restore = () =>
    call('POST /api/organizations/:organization/registers/:register/records/:record/restoration', {
      params: place,
    }).then(async () => {
      await client.invalidateQueries()
      router.history.push(to.record(register.id, whole.id))
    })
  const reason = register.mayWrite ? undefined : whyNot('write registers')
  const save = (data: Readonly<Record<string, unknown>>) =>
    change.mutate(
      { params: place, ifMatch: whole.version, body: { data } },
      { onSuccess: () => say(t('ui.saved')) },
    )
  const drop = () =>
    remove.mutate(
      { params: place, ifMatch: whole.version },
      {
        onSuccess: () => {
          router.history.push(back)
          say(t('ui.deleted', { what: `${whole.number} ${whole.label}` }), restore)
        },
      },
    )

  return (
    <div className={styles.record}>
      <Moves register={register} whole={whole} />
      <RecordForm
        key={whole.version}
        register={register}
        data={whole.data}
        links={whole.links}
        error={change.error}
        isBusy={change.isPending}
        whyNot={reason}
        save={save}
      />
      {whole.linkedFrom.length > 0 && (
        <section aria-label={t('registers.linkedFrom')}>
          <h3>{t('registers.linkedFrom')}</h3>
          <ul>
            {whole.linkedFrom.map((one) => (
              <li key={`${one.field} ${one.id}`}>
                <To href={to.record(one.register, one.id)}>
                  {one.number} {one.label}
                </To>{' '}
                <span className="second">{word(one.register, one.state)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('attached.files')}>
        <h3>{t('attached.files')}</h3>
        <Attachments on={`record:${whole.id}`} />
      </section>
      <section aria-label={t('attached.comments')}>
        <h3>{t('attached.comments')}</h3>
        <Comments on={`record:${whole.id}`} />
      </section>
      <History place={place} register={register} />
      <div>
        <Act whyNot={reason} onClick={drop} isBusy={remove.isPending}>
          {t('ui.delete')}
        </Act>
      </div>
    </div>
  )
}
