import { useId } from 'react'
import { type MailChoice, mailChoices, type Topic } from '#app/domain/notifications/topic.ts'
import { useT } from '#app/ui/use-t.tsx'

type Props = { choice: { topic: Topic; mail: MailChoice; push: boolean } }

/** One topic: what is in it, three ways for mail, one box for the phone. */
export function TopicRow({ choice: { topic, mail, push } }: Props) {
  const { t } = useT()
  const id = useId()
  const name = t(`notices.topics.${topic}.name`)
  return (
    <div className="topic" role="group" aria-labelledby={id}>
      <div>
        <b id={id}>{name}</b>
        <span className="tiny soft">{t(`notices.topics.${topic}.note`)}</span>
      </div>
      <div className="mail-box">
        <span className="tiny" aria-hidden="true">
          {t('notices.settings.mailLabel')}
        </span>
        <div className="segments" role="radiogroup" aria-label={t('notices.settings.mailAbout', { topic: name })}>
          {mailChoices.map((each) => (
            <label key={each}>
              <input type="radio" name={`${topic}_mail`} value={each} defaultChecked={each === mail} />
              <span>{t(`notices.settings.mail.${each}`)}</span>
            </label>
          ))}
        </div>
      </div>
      <label className="push-box">
        <input
          type="checkbox"
          name={`${topic}_push`}
          value="1"
          defaultChecked={push}
          aria-label={t('notices.settings.pushAbout', { topic: name })}
        />
        <span>{t('notices.settings.push')}</span>
      </label>
    </div>
  )
}
