import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // A script or style inside the page would need a policy that lets any be run.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false, target: 'es2024' },
  server: { proxy: { '/api': 'http://127.0.0.1:7400' } },
});
