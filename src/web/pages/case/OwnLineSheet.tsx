import { useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { call } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { ChangeList } from '../../ui/ChangeList.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { BusinessCase, Line } from './business-case.ts'
import styles from './Case.module.css'
import { OwnAmounts } from './OwnAmounts.tsx'
import { OwnGrounds } from './OwnGrounds.tsx'
import { OwnNature } from './OwnNature.tsx'
import { bodyOf, draftOf, type OwnPart } from './own-line-draft.ts'

/** A line of the organization's own, to be written or changed, with everything that was changed about it. */
export function OwnLineSheet() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { line: id } = useParams({ strict: false }) as { line?: string } // the route has it
  const query = useAsk('GET /api/organizations/:organization/case', { params, query: {} })
  const line = query.data?.lines.find((one) => one.id === id)
  if (!query.data || (id !== 'new' && !line?.own)) return null
  return (
    <SideSheet title={line?.title ?? t('ownLines.add')} back={to.caseLines}>
      <OwnLineForm
        key={`${line?.id} ${line?.version}`}
        line={line}
        businessCase={query.data}
        back={to.caseLines}
      />
      {line && <History line={line} />}
      {line && <Delete line={line} back={to.caseLines} />}
    </SideSheet>
  )
}

type FormProps = Readonly<{ line: Line | undefined; businessCase: BusinessCase; back: string }>

function OwnLineForm({ line, businessCase, back }: FormProps) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const router = useRouter()
  const say = useToast()
  const [draft, setDraft] = useState(() => draftOf(line))
  const add = useChange('POST /api/organizations/:organization/case/own-lines')
  const change = useChange('PUT /api/organizations/:organization/case/own-lines/:line')
  const part: OwnPart = {
    draft,
    set: (changed) => setDraft((before) => ({ ...before, ...changed })),
    businessCase,
  }
  const close = () => {
    say(t('ui.saved'))
    router.history.push(back)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const body = bodyOf(draft)
    if (!line) return add.mutate({ params, body }, { onSuccess: close })
    change.mutate({ params: { ...params, line: line.id }, body, ifMatch: line.version }, { onSuccess: close })
  }
  return (
    <form className={styles.form} onSubmit={send}>
      <OwnNature {...part} />
      <OwnAmounts {...part} />
      <OwnGrounds {...part} />
      <div className={styles.all}>
        <Wrong error={add.error ?? change.error} />
        <Act
          type="submit"
          isPrimary
          isBusy={add.isPending || change.isPending}
          whyNot={whyNot('write the business case')}
        >
          {t('businessCase.save')}
        </Act>
      </div>
    </form>
  )
}

/** Deletes the line; the toast offers to take that back. */
function Delete({ line: { id, title, version }, back }: Readonly<{ line: Line; back: string }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const router = useRouter()
  const say = useToast()
  const client = useQueryClient()
  const remove = useChange('DELETE /api/organizations/:organization/case/own-lines/:line')
  const place = { ...params, line: id }
  const restore = () =>
    call('POST /api/organizations/:organization/case/own-lines/:line/restoration', { params: place }).then(
      async () => {
        await client.invalidateQueries()
      },
    )
  const drop = () =>
    remove.mutate(
      { params: place, ifMatch: version },
      {
        onSuccess: () => {
          router.history.push(back)
          say(t('ui.deleted', { what: title }), restore)
        },
      },
    )
  return (
    <div>
      <Wrong error={remove.error} />
      <Act whyNot={whyNot('write the business case')} onClick={drop} isBusy={remove.isPending}>
        {t('ui.delete')}
      </Act>
    </div>
  )
}

/** Every change of the line: who, when, what before and after. */
function History({ line: { id } }: Readonly<{ line: Line }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/case/lines/:line/history', {
    params: { ...params, line: id },
  })
  return (
    <Fold title={t('registers.history')}>
      <Shown query={query}>{({ items }) => <ChangeList changes={items} />}</Shown>
    </Fold>
  )
}
