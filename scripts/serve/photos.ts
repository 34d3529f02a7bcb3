import express from 'express'
import { photoFile } from '#app/gateways/photo-store.server.ts'

/** `/photos/<hash>-<width>.webp`. What lies beside the photos on disk (uploads on their way in) has no address. */
export function photos(): express.Router {
  const router = express.Router()
  router.get('/:name', (request, response, next) => {
    const file = photoFile(request.params.name)
    if (!file) return next()
    response.sendFile(file, { immutable: true, maxAge: '365d', dotfiles: 'allow' }, (error) => {
      if (error && !response.headersSent) next()
    })
  })
  return router
}
