# Two stages: the first has the tools to build the pages, the second only what runs.
FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The lock file pins everything; the runtime that comes as a package (for machines with an old Node) stays unused here.
RUN npm ci --include=dev --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json vite.config.ts ./
COPY shared ./shared
COPY client ./client
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=2567 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY shared ./shared
COPY server ./server
USER node
VOLUME /data
EXPOSE 2567
# The process itself must get SIGTERM: it flushes, says goodbye and closes.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server/main.ts"]
