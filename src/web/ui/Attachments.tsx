import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../data/ask.ts'
import { type Answered, addressOf } from '../data/call.ts'
import { useOrganization } from '../data/organization.ts'
import styles from './Attached.module.css'
import { Attachment } from './Attachment.tsx'
import { Shown } from './States.tsx'
import { useToast } from './Toasts.tsx'
import { Upload } from './Upload.tsx'

type Kept = Answered<'GET /api/organizations/:organization/attachments'>['items'][number]

type AttachmentsProps = Readonly<{
  /** What they belong to, as kind:id. */
  on: string
  /** What else can be done with one of them. */
  beside?: (attachment: Kept) => ReactNode
}>

/** The files that belong to something, and a place to drop more. */
export function Attachments({ on, beside }: AttachmentsProps) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const client = useQueryClient()
  const say = useToast()
  const query = useAsk('GET /api/organizations/:organization/attachments', { params, query: { on } })
  const done = (answer: unknown) => {
    const { title } = answer as Kept // the answer of POST attachments, by its contract
    say(t('attached.added', { name: title }))
    void client.invalidateQueries()
  }
  return (
    <div className={styles.whole}>
      <Shown query={query}>
        {({ items }) =>
          items.length > 0 && (
            <ul className={styles.list}>
              {items.map((attachment) => (
                <li key={attachment.id}>
                  <Attachment attachment={attachment} beside={beside?.(attachment)} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <Upload
        isQuiet
        isOneByOne
        address={addressOf('POST /api/organizations/:organization/attachments', { params, query: { on } })}
        says={t('attached.fileSays')}
        whyNot={whyNot('attach files')}
        done={done}
      />
    </div>
  )
}
