import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useAddress } from '../../ui/address.ts'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { FileSheet } from './FileSheet.tsx'
import { MappedFiles } from './MappedFiles.tsx'
import styles from './Mapping.module.css'
import { MappingPreview } from './MappingPreview.tsx'
import { MappingText } from './MappingText.tsx'
import { type Draft, draftOf, isChanged, unconfirmedOf, type View } from './mapping-draft.ts'
import { Statuses } from './Statuses.tsx'
import { TypeWords } from './TypeWords.tsx'

/** The mapping in parts, or as its text; what it would do is looked at before it is kept. */
export function MappingEditor({ view }: Readonly<{ view: View }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const { said, say } = useAddress()
  const toast = useToast()
  const [draft, setDraft] = useState<Draft>(() => draftOf(view))
  const [text, setText] = useState(view.text)
  const isText = said.as === 'text'
  const keep = useChange('PUT /api/organizations/:organization/mapping')
  const preview = useChange('POST /api/organizations/:organization/mapping/preview')
  const hasChanges = isText ? text !== view.text : isChanged(draft, view)
  const sent = isText ? { text } : { mapping: draft.mapping, unconfirmed: unconfirmedOf(draft, view.states) }
  const [looked, setLooked] = useState('')
  const now = JSON.stringify(sent)
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      hasChanges && current.pathname !== next.pathname && !window.confirm(t('mapping.leave')),
    enableBeforeUnload: () => hasChanges,
  })
  const reason = whyNot('import tickets')
  const look = () => preview.mutate({ params, body: sent }, { onSuccess: () => setLooked(now) })
  const put = () =>
    keep.mutate(
      { params, body: { ...sent, basedOn: view.hash } },
      { onSuccess: () => toast(t('mapping.kept')) },
    )

  return (
    <>
      <div className={`${styles.bar} ${styles.acts}`}>
        <Act
          size="xs"
          whyNot={hasChanges ? t('mapping.switchLater') : undefined}
          onClick={() => say({ as: isText ? undefined : 'text', file: undefined })}
        >
          {t(isText ? 'mapping.inParts' : 'mapping.asText')}
        </Act>
        <span className="second">{hasChanges ? t('mapping.changed') : t('mapping.unchanged')}</span>
        <span className={styles.space} />
        <Act
          whyNot={hasChanges ? undefined : t('mapping.unchanged')}
          onClick={() => {
            setDraft(draftOf(view))
            setText(view.text)
          }}
        >
          {t('mapping.discard')}
        </Act>
        <Act whyNot={reason} isBusy={preview.isPending} onClick={look}>
          {t('mapping.look')}
        </Act>
        <Act
          isPrimary
          whyNot={reason ?? (hasChanges ? undefined : t('mapping.unchanged'))}
          isBusy={keep.isPending}
          onClick={put}
        >
          {t('mapping.keep')}
        </Act>
      </div>
      <div className={styles.wrong}>
        <Wrong error={keep.error ?? preview.error} />
      </div>
      {preview.isPending && <p role="status">{t('mapping.looking')}</p>}
      {preview.data && looked !== now && <p role="status">{t('mapping.stale')}</p>}
      {preview.data && <MappingPreview preview={preview.data} view={view} />}
      {isText ? (
        <Section title={t('mapping.asText')} says={t('mapping.textSays')}>
          <MappingText text={text} set={setText} />
        </Section>
      ) : (
        <>
          <Section title={t('mapping.files')} says={t('mapping.filesSay')}>
            <MappedFiles view={view} draft={draft} />
          </Section>
          <Section title={t('mapping.statuses')} says={t('mapping.statusesSay')}>
            <Statuses view={view} draft={draft} set={setDraft} />
          </Section>
          <Section title={t('mapping.types')} says={t('mapping.typesSay')}>
            <TypeWords view={view} draft={draft} set={setDraft} />
          </Section>
          {said.file !== undefined && <FileSheet view={view} draft={draft} set={setDraft} name={said.file} />}
        </>
      )}
    </>
  )
}
