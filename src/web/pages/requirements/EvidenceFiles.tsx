import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Attachments } from '../../ui/Attachments.tsx'
import { Section } from '../../ui/Page.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import type { Requirement } from './requirement.ts'

const kinds = ['document', 'records', 'other'] as const

type Kept = Answered<'GET /api/organizations/:organization/attachments'>['items'][number]

/** The files of a requirement; each can be made evidence, by saying what it shows. */
export function EvidenceFiles({ requirement }: Readonly<{ requirement: Requirement }>) {
  const { t } = useTranslation()
  const used = new Set(requirement.links.flatMap(({ kind, target }) => (kind === 'attachment' ? target : [])))
  return (
    <Section title={t('attached.files')}>
      <Attachments
        on={`requirement:${requirement.requirement}`}
        beside={(file) =>
          used.has(file.id) ? (
            <span className="second">{t('attached.isUsed')}</span>
          ) : (
            <UseAs requirement={requirement.requirement} file={file} />
          )
        }
      />
    </Section>
  )
}

function UseAs({ requirement, file }: Readonly<{ requirement: string; file: Kept }>) {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const add = useChange('POST /api/organizations/:organization/requirements/:requirement/evidence')
  const { id, title, expiresOn } = file
  const use = (shows: (typeof kinds)[number]) =>
    add.mutate(
      {
        params: { ...params, requirement },
        body: { kind: 'attachment', target: id, title, shows, ...(expiresOn ? { expiresOn } : {}) },
      },
      { onSuccess: () => say(t('ui.saved')) },
    )
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`${t('attached.useAs')}: ${title}`}
            disabled={whyNot('attach files') !== undefined}
            loading={add.isPending}
            rightSection={<span aria-hidden="true">▾</span>}
          >
            {t('attached.useAs')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('requirements.showsWhat')}</Menu.Label>
          {kinds.map((shows) => (
            <Menu.Item key={shows} onClick={() => use(shows)}>
              {t(`requirements.shows.${shows}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Wrong error={add.error} />
    </>
  )
}
