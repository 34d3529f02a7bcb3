import { Banner } from './banner.tsx'
import { useT } from './use-t.tsx'
import './flash.css'

type Props = { flash: { message: string; tone: 'done' | 'fail' } | undefined }

/** The sentence that the page before left for this one. */
export function FlashBanner({ flash }: Props) {
  const { say } = useT()
  return (
    <div className="page flash" role={flash?.tone === 'fail' ? 'alert' : 'status'}>
      {flash ? (
        <Banner tone={flash.tone} icon={flash.tone === 'done' ? 'check' : 'triangle-alert'}>
          {say(flash.message)}
        </Banner>
      ) : null}
    </div>
  )
}
