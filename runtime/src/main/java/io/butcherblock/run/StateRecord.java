package io.butcherblock.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.Json;
import io.butcherblock.files.WholeFile;
import io.butcherblock.train.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What {@code run-state.json} says of a saved state: where the run stood, and what the files beside
 * it hold, so that damage to any of them is noticed.
 *
 * @param state where the run stood
 * @param logBytes the length of the log then; empty in a state of the first version, which had no
 *     digests either
 * @param files the SHA-256 of each other file of the state, by its name
 */
record StateRecord(RunState state, OptionalLong logBytes, Map<String, String> files) {

  static final String FILE = "run-state.json";

  /** No path out of the folder, and nothing that is no path. */
  private static final Pattern FILE_NAME = Pattern.compile("[\\w-][\\w.-]{0,99}");

  private static final String STATE = "state";
  private static final String DIGEST = "digest";
  private static final String FILES = "files";
  private static final String LOG_BYTES = "log_bytes";

  /** Whether damage to the numbers in its files would be noticed. */
  boolean hasDigests() {
    return !files.isEmpty();
  }

  /** Writes it into the folder of the state. */
  void write(Path folder) {
    ObjectNode node = StateJson.of(state);
    node.put(LOG_BYTES, logBytes.orElseThrow());
    ObjectNode digests = node.putObject(FILES);
    files.forEach(digests::put);
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.set(STATE, node);
    root.put(DIGEST, digest(node));
    WholeFile.writeText(folder.resolve(FILE), Json.lines(root));
  }

  /**
   * Reads that of a state, and compares the files of the state with it.
   *
   * @param folder of the state
   * @param step that the folder's name says
   */
  static StateRecord read(Path folder, long step) throws DamagedStateException {
    StateRecord record = read(folder);
    if (record.state.step() != step) {
      throw new DamagedStateException("%s says step %s".formatted(FILE, record.state.step()));
    }
    for (Map.Entry<String, String> file : record.files.entrySet()) {
      if (!FILE_NAME.matcher(file.getKey()).matches()) {
        throw new DamagedStateException(FILE + " names a file that is none of a state");
      }
      check(folder.resolve(file.getKey()), file.getValue());
    }
    return record;
  }

  private static void check(Path file, String digest) throws DamagedStateException {
    if (!Files.isRegularFile(file)) {
      throw new DamagedStateException(file.getFileName() + " is missing");
    }
    String now;
    try {
      now = ContentDigest.ofBytes(file);
    } catch (ButcherblockException e) {
      throw new DamagedStateException(file.getFileName() + " cannot be read", e);
    }
    if (!now.equals(digest)) {
      throw new DamagedStateException(file.getFileName() + " is not as it was written");
    }
  }

  private static StateRecord read(Path folder) throws DamagedStateException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new DamagedStateException(FILE + " is missing");
    }
    JsonNode root;
    try {
      root = Json.read(file);
    } catch (ButcherblockException e) {
      throw new DamagedStateException(FILE + " is not valid JSON", e);
    }
    if (!root.has(STATE)) {
      return new StateRecord(StateJson.read(root), OptionalLong.empty(), Map.of());
    }
    JsonNode node = root.path(STATE);
    if (!digest(node).equals(root.path(DIGEST).asText())) {
      throw new DamagedStateException(FILE + " is not as it was written");
    }
    Map<String, String> files = new LinkedHashMap<>();
    node.path(FILES)
        .properties()
        .forEach(each -> files.put(each.getKey(), each.getValue().asText()));
    return new StateRecord(
        StateJson.read(node), OptionalLong.of(node.path(LOG_BYTES).asLong(-1)), files);
  }

  private static String digest(JsonNode state) {
    return new ContentDigest().add(Json.line(state)).hex();
  }
}
