import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Banner } from './banner.tsx'
import { Submit } from './submit.tsx'

type Props = {
  title: string
  lead?: ReactNode
  /** Why it was refused, in the reader's language. */
  refusal?: string | undefined
  submit: string
  danger?: boolean
  /** Where the safe way out leads, and what it is called. */
  keep: { to: string; label: string }
  children?: ReactNode
}

/** One question on a page of its own: what will happen, the fields it needs, two verbs. Works without JavaScript. */
export function AskPage({ title, lead, refusal, submit, danger = false, keep, children }: Props) {
  return (
    <div className="page page--narrow page--top">
      <Form method="post" className="stack stack--l">
        <div className="stack stack--s">
          <h1>{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
        </div>
        {refusal ? (
          <Banner tone="fail" role="alert">
            {refusal}
          </Banner>
        ) : null}
        {children}
        <div className="row row--buttons">
          <Submit kind={danger ? 'danger' : 'next'}>{submit}</Submit>
          <Link className="btn btn--plain" to={keep.to}>
            {keep.label}
          </Link>
        </div>
      </Form>
    </div>
  )
}
