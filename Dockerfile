# The app alone; its Neo4j is the other service of docker-compose.yml.
FROM python:3.12-slim

WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ontology.ttl whoheld.py ./
COPY graph graph
COPY ingest ingest
COPY api api
COPY commands commands
COPY queries queries
COPY examples examples
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && useradd --create-home whoheld
USER whoheld
EXPOSE 8000
CMD ["whoheld", "serve", "--host", "0.0.0.0", "--port", "8000"]
