# The bot without the model: pinned packages by hash, no compiler, not root, nothing written outside /data.
#   docker build -t promptgen .
#   docker run --read-only --cap-drop ALL --env-file bot.env -v promptgen:/data promptgen slack
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements/runtime.txt requirements/
RUN python -m venv /opt/promptgen \
    && /opt/promptgen/bin/pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY bots bots
COPY core core
COPY serving serving
COPY migrations migrations
RUN /opt/promptgen/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
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
ENTRYPOINT ["promptgen"]
CMD ["slack"]
