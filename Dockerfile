# The bot without the model: pinned packages by hash, no compiler, not root, nothing written outside /data.
#   docker build -t promptgen --build-arg REVISION=$(git rev-parse HEAD) --build-arg SOURCE=https://example.com/promptgen .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --memory 3g --env-file bot.env -v promptgen:/data promptgen slack
# What it is made of lies in /opt/promptgen/sbom.json; `docker build --sbom=true` adds Debian's part. For a build that can be
# made again, name the base by its digest: --build-context base=docker-image://python@sha256:...
# It stands in FROM as it is, for Dependabot reads no arguments there (dependabot/dependabot-core#2057).
FROM python:3.11-slim-trixie AS base

FROM base AS build
WORKDIR /src
COPY requirements/runtime.txt requirements/inventory.py requirements/
RUN python -m venv /opt/promptgen \
    && /opt/promptgen/bin/pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY bots bots
COPY core core
COPY serving serving
COPY migrations migrations
RUN /opt/promptgen/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/promptgen/bin/python requirements/inventory.py requirements/runtime.txt > /opt/promptgen/sbom.json

FROM base
LABEL org.opencontainers.image.title="promptgen" \
    org.opencontainers.image.description="A Slack and Discord bot that turns a wish into a prompt" \
    org.opencontainers.image.version="0.1.0" \
    org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-SA-4.0"
# `promptgen backup` on PostgreSQL: Debian's pg_dump takes servers up to its own version, 17. tini clears away what is left of
# processes that read documents, and passes signals on.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client tini \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin promptgen \
    && install --directory --owner promptgen --mode 0700 /data
COPY --from=build /opt/promptgen /opt/promptgen
ENV PATH=/opt/promptgen/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    HOME=/data \
    PROMPTGEN_DATA_DIR=/data \
    PROMPTGEN_LOG_FORMAT=json \
    PROMPTGEN_OPS_PORT=9090
USER promptgen
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ['PROMPTGEN_OPS_PORT'] + '/healthz', timeout=4)"]
# Last, for each build has its own.
ARG SOURCE=""
ARG REVISION=""
LABEL org.opencontainers.image.source="$SOURCE" \
    org.opencontainers.image.revision="$REVISION"
# -s: where the container has an init already (`--init`, compose), tini is not the first process.
ENTRYPOINT ["tini", "-s", "--", "promptgen"]
CMD ["slack"]
