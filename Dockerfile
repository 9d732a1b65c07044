# Build:  docker build -t phone-campaign .
# Run:    docker run --init --rm -it -e REVOX_API_KEY -v phone-campaign:/ledger -v "$PWD:/work" phone-campaign check leads.csv

FROM node:24-bookworm-slim AS package
WORKDIR /source
COPY package.json package-lock.json ./
# Nothing here needs an install script: on this Node the SQLite driver brings its binary.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN mkdir /package && npm pack --pack-destination /package

FROM node:24-bookworm-slim
COPY --from=package /package /package
RUN npm install --global --ignore-scripts --no-audit --no-fund /package/*.tgz \
 && rm -r /package \
 && mkdir /ledger /work \
 && chown node:node /ledger /work
# The ledger outlives the container: without it nobody would be known as called.
ENV CAMPAIGN_LEDGER=/ledger/ledger.db
VOLUME /ledger
WORKDIR /work
USER node
ENTRYPOINT ["campaign"]
CMD ["--help"]
