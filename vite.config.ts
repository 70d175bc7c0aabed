import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { buildStamp } from './scripts/run/client.mjs'

/** Where `npm run dev` finds the server. */
const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

/**
 * The client: built into dist/client, from where the server hands it out. The service worker keeps every built file,
 * so that the app starts without a network; it never answers for the API or the websocket.
 */
export default defineConfig({
  root: 'client',
  publicDir: 'public',
  // what the client calls itself towards the server (client/lib/build.ts); the same sources give the same bytes
  define: { __BUILD__: JSON.stringify(buildStamp()) },
  plugins: [
    react(),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      // registered by client/offline/serviceWorker.ts: the policy allows no inline script
      injectRegister: null,
      filename: 'sw.js',
      manifest: {
        name: 'Mitschrift',
        short_name: 'Mitschrift',
        description: 'Zusammen mitschreiben, auch ohne Netz.',
        lang: 'de',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#e6dfd2',
        theme_color: '#e6dfd2',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest}'],
        navigateFallback: 'index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/collab/, /^\/healthz/, /^\/readyz/, /^\/metrics/],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: false,
        sourcemap: false,
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    // fonts and images stay files: the policy allows no data: URLs for them
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // what several rooms share of a sheet, in one file each: dozens of small ones pack worse
            { name: 'ui', test: /\/client\/(?:ui|lib|i18n)\/(?!en\.ts)/, minShareCount: 2 },
            { name: 'offline', test: /\/client\/offline\//, minShareCount: 2 },
            { name: 'shared', test: /\/shared\/(?:document|rules|wire|ledger|[a-z]+\.ts)/, minShareCount: 3 },
            { name: 'sheet', test: /\/client\/(?:document|sheet)\//, minShareCount: 2 },
            {
              name: 'minutes',
              test: /\/client\/kinds\/minutes\/(?:decision\/)?[^/]+\.(?:ts|tsx|css)$|\/shared\/kinds\/minutes\//,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/collab': { target: server, ws: true, rewriteWsOrigin: true },
    },
  },
})
