import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const onMostPages = [
  ...[
    'banner',
    'button',
    'chips',
    'choices',
    'definition-list',
    'dock',
    'document',
    'empty',
    'field',
    'figure',
    'flash',
    'footer',
  ],
  ...[
    'gauge',
    'grade',
    'hatch',
    'head',
    'icon',
    'icon-name',
    'lot-card',
    'lot-figures',
    'masthead',
    'page-meta',
    'photo',
    'range',
  ],
  ...[
    'search-box',
    'tag',
    'tally',
    'thumbhash',
    'title',
    'trouble',
    'unit-field',
    'use-t',
    'when-seen',
    'who',
    'wordmark',
  ],
]
const besides = '/app/domain/(discovery/search-href|listings/material-families)\\.ts$|preload-helper'
const parts = new RegExp(`/app/ui/(${onMostPages.join('|')})\\.tsx?$|${besides}|/app/.+\\.css$`)

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    // Slower than esbuild's own, and what a phone has to fetch is two kilobytes less.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { compress: { passes: 3 }, module: true },
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // One script for the parts most pages share, instead of thirty small files; one sheet, 10 kB compressed.
    ...(isSsrBuild
      ? {}
      : { rollupOptions: { output: { manualChunks: (id: string) => (parts.test(id) ? 'parts' : undefined) } } }),
  },
  worker: { format: 'es' },
  server: { port: 3000 },
}))
