# The program for CPUs in a container: docs/bundle.md#in-a-container says how to make and run it.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -Pbundle,program package \
    && mv bundle/target/butcherblock-*/ /butcherblock

# The runtime of Java is in the folder, and its libraries in that. Curves and diagrams want a font.
FROM ubuntu:24.04
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --shell /usr/sbin/nologin butcherblock
COPY --from=build /butcherblock /opt/butcherblock
# LibTorch's libraries are unpacked there once, now; another user's go below that one's home or /tmp.
RUN install --directory --owner=butcherblock /opt/butcherblock/cache /work \
    && ln -s /opt/butcherblock/butcherblock /usr/local/bin/butcherblock
USER butcherblock
WORKDIR /work
RUN butcherblock synthesize --out made --images 1 --size 64 \
    && butcherblock upscale made/synthetic000001.png --out large.png \
    && rm -r made large.png
ENTRYPOINT ["butcherblock"]
CMD ["--help"]
