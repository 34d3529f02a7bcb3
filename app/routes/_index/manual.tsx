import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Assign, HandOver, Photograph } from './drawings.tsx'

/** How it works, as the sheet that comes with a machine. */
export function Manual() {
  const { t, format } = useT()
  return (
    <section className="section page" id="how">
      <Title>{t('home.how.title')}</Title>
      <ol className="manual">
        <li>
          <Photograph length={format.size(1200)} />
          <h3>{t('home.how.photograph.title')}</h3>
          <p>{t('home.how.photograph.text')}</p>
        </li>
        <li>
          <Assign />
          <h3>{t('home.how.assign.title')}</h3>
          <p>{t('home.how.assign.text')}</p>
        </li>
        <li>
          <HandOver weight={format.kilograms(23_400)} />
          <h3>{t('home.how.handOver.title')}</h3>
          <p>{t('home.how.handOver.text')}</p>
        </li>
      </ol>
    </section>
  )
}
