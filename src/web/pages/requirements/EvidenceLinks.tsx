import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Download } from '../../ui/Download.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import styles from './Requirements.module.css'
import type { Requirement } from './requirement.ts'

const kinds = ['document', 'records', 'other'] as const

/** What people put to the requirement as evidence. */
export function EvidenceLinks({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [isAdding, setAdding] = useState(false)
  const remove = useChange('DELETE /api/organizations/:organization/requirements/:requirement/evidence/:link')
  const { links } = requirement
  const drop = (link: string) =>
    remove.mutate(
      { params: { ...params, requirement: requirement.requirement, link } },
      { onSuccess: () => say(t('ui.saved')) },
    )

  return (
    <Section
      title={t('requirements.attached')}
      says={links.length === 0 ? t('requirements.nothingAttached') : undefined}
      actions={
        <Act size="xs" whyNot={whyNot('attach files')} onClick={() => setAdding((was) => !was)}>
          {t('requirements.attach')}
        </Act>
      }
    >
      {isAdding && <AddLink requirement={requirement.requirement} done={() => setAdding(false)} />}
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.id}>
            <div>
              <Name link={link} />
              <div className="second">
                {t(`requirements.shows.${link.shows}`)} ·{' '}
                {t('requirements.seenBy', { name: link.addedBy, on: format.day(link.seenOn) })}
                {link.expiresOn &&
                  ` · ${t(link.isExpired ? 'requirements.expired' : 'requirements.expires', { on: format.day(link.expiresOn) })}`}
              </div>
            </div>
            <Act
              size="xs"
              whyNot={whyNot('attach files')}
              label={`${t('ui.delete')}: ${link.title}`}
              onClick={() => drop(link.id)}
            >
              {t('ui.delete')}
            </Act>
          </li>
        ))}
      </ul>
      <Trouble error={remove.error} />
    </Section>
  )
}

function Name({ link: { kind, target, title } }: Readonly<{ link: Requirement['links'][number] }>) {
  const { params, to } = useOrganization()
  if (kind === 'link')
    return (
      <a href={target} rel="noreferrer noopener" target="_blank">
        {title}
      </a>
    )
  if (kind === 'check') return <To href={to.check(target)}>{title}</To>
  if (kind === 'record') return <strong>{title}</strong>
  const content = addressOf('GET /api/organizations/:organization/attachments/:attachment/content', {
    params: { ...params, attachment: target },
    query: {},
  })
  return <Download href={content}>{title}</Download>
}

function AddLink({ requirement, done }: Readonly<{ requirement: string; done: () => void }>) {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const [title, setTitle] = useState('')
  const [target, setTarget] = useState('')
  const [shows, setShows] = useState<(typeof kinds)[number]>('document')
  const [expiresOn, setExpiresOn] = useState('')
  const add = useChange('POST /api/organizations/:organization/requirements/:requirement/evidence')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { kind: 'link' as const, title, target, shows, ...(expiresOn ? { expiresOn } : {}) }
    add.mutate({ params: { ...params, requirement }, body }, { onSuccess: done })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('requirements.linkTitle')}
        required
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('requirements.linkTarget')}
        type="url"
        required
        maxLength={2000}
        value={target}
        onChange={(event) => setTarget(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('requirements.showsWhat')}
        data={kinds.map((value) => ({ value, label: t(`requirements.shows.${value}`) }))}
        value={shows}
        onChange={(event) => setShows(kinds.find((one) => one === event.currentTarget.value) ?? shows)}
      />
      <TextInput
        label={t('requirements.expiresOn')}
        type="date"
        value={expiresOn}
        onChange={(event) => setExpiresOn(event.currentTarget.value)}
      />
      <Trouble error={add.error} />
      <div>
        <Act type="submit" isPrimary isBusy={add.isPending}>
          {t('ui.save')}
        </Act>
      </div>
    </form>
  )
}
