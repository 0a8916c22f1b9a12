# The bot without the model: pinned packages, no compiler, not root.
FROM python:3.11-slim
WORKDIR /opt/promptgen
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY bots bots
COPY core core
COPY serving serving
COPY migrations migrations
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && useradd --create-home promptgen && mkdir /data && chown promptgen /data
USER promptgen
ENV PROMPTGEN_DATA_DIR=/data
ENTRYPOINT ["promptgen"]
