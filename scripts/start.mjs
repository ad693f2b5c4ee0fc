import { installPackages, runPackage } from './packages.mjs'
import { serveFromArguments } from './serve.mjs'

// `npm start`: installs what is missing, builds, and serves the app on this computer.

if (!installPackages()) process.exit(1)
if (runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn']) !== 0) process.exit(1)
await serveFromArguments()
