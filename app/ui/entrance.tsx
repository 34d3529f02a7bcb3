import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Banner } from './banner.tsx'
import { useT } from './use-t.tsx'
import './entrance.css'

type Props = { title: string; lead?: ReactNode; children?: ReactNode }

/** The doors of the house: sign in, join, reset. One short form beside one photo. */
export function Entrance({ title, lead, children }: Props) {
  const { t } = useT()
  return (
    <div className="entrance">
      <div className="say">
        <div className="stack stack--l">
          <div className="stack stack--s">
            <h1>{title}</h1>
            {lead ? <p className="soft">{lead}</p> : null}
          </div>
          {children}
        </div>
      </div>
      <div className="see">
        <img src="/images/entrance.webp" width={960} height={720} alt={t('people.photo')} loading="lazy" />
      </div>
    </div>
  )
}

type FormProps = { refusal?: string | undefined; children: ReactNode }

export function EntranceForm({ refusal, children }: FormProps) {
  return (
    <Form method="post" className="stack" noValidate>
      {refusal ? (
        <Banner tone="fail" role="alert">
          {refusal}
        </Banner>
      ) : null}
      {children}
    </Form>
  )
}
