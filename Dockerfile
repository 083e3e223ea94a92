# syntax=docker/dockerfile:1
# Build and runtime packages are installed apart, so that the image has only what it uses. It leaves out the browser's
# libraries, which are in the built pages, and the packaged runtime for machines with an old Node. Neither stage needs
# install scripts. `optional` would add the compiler and bundler that Colyseus suggests, and a faster string decoder.
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
# Node is the first process, so it receives SIGTERM, flushes and closes.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# The same options as `npm start`: scripts/runtime.json.
CMD ["node", "--max-semi-space-size=4", "server/main.ts"]
