# syntax=docker/dockerfile:1
# What runs and what is only needed to build are installed apart, so that the image has nothing it does not use: not the
# browser's libraries, which are in the built pages, nor the runtime that comes as a package for machines with an old
# Node. Neither needs any package's install script. `optional` are the compiler and the bundler, which Colyseus would
# like to have beside it, and a faster reading of long strings.
FROM node:24-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-trixie-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev --ignore-scripts
COPY tsconfig.base.json tsconfig.json vite.config.ts ./
COPY scripts/phaser-parts.ts scripts/teaching-pages.ts ./scripts/
COPY docs/teaching ./docs/teaching
COPY shared ./shared
COPY client ./client
RUN npm run build

FROM node:24-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=2567 DATA_DIR=/data MALLOC_ARENA_MAX=2 NODE_COMPILE_CACHE=.cache/node
WORKDIR /app
RUN install --directory --owner=node --group=node /data .cache
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY shared ./shared
COPY server ./server
COPY --from=pages /app/dist ./dist
USER node
VOLUME /data
EXPOSE 2567
# Node itself is the first process and gets the signal: it flushes, says goodbye and closes.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# As `npm start` does it: scripts/runtime.json.
CMD ["node", "--max-semi-space-size=4", "server/main.ts"]
