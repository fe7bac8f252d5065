package io.butcherblock.throughput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import io.butcherblock.files.TemporaryFiles;
import io.butcherblock.measure.LineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The script {@code pytorch_beside.py} at work: a line of JSON for each request and answer. */
final class PythonProcess implements AutoCloseable {

  /** A compile of a large network takes minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Python reads PyTorch's libraries first, from a slow disk maybe. */
  static final Duration PATIENCE_AT_START = Duration.ofMinutes(3);

  private final Path folder;
  private final LineProcess process;

  private PythonProcess(Path folder, LineProcess process) {
    this.folder = folder;
    this.process = process;
  }

  /**
   * Starts the script.
   *
   * @throws ButcherblockException if there is no such program
   */
  static PythonProcess start(String python) {
    Path folder = TemporaryFiles.folder("butcherblock-check", "the program for Python");
    try {
      Path script = PythonScript.copyTo(folder);
      ProcessBuilder builder = new ProcessBuilder(python, "-u", script.toString());
      return new PythonProcess(folder, LineProcess.start(builder, log(folder)));
    } catch (IOException e) {
      delete(folder);
      throw new ButcherblockException("Cannot run " + python + ": " + e.getMessage() + ".", e);
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("log");
  }

  static ObjectNode request(String kind) {
    return Json.MAPPER.createObjectNode().put("do", kind);
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws IllegalStateException if Python cannot do it, with its reason
   */
  JsonNode ask(JsonNode request) {
    process.send(request.toString());
    return answer(PATIENCE);
  }

  /** Lets Python's networks go; if it has ended, they are gone. */
  void forget() {
    try {
      JsonNode unused = ask(request("forget"));
    } catch (IllegalStateException ended) {
      // The next request tells it.
    }
  }

  /** The next answer, as of {@link #ask}. */
  JsonNode answer(Duration patience) {
    String line =
        process
            .answer(patience)
            .orElseThrow(() -> new IllegalStateException(process.lastMessage()));
    JsonNode answer = parsed(line);
    if (answer.has("error")) {
      throw new IllegalStateException(answer.get("error").asText());
    }
    return answer;
  }

  private static JsonNode parsed(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an answer: " + line, e);
    }
  }

  /** Ends the script, and deletes it. */
  @Override
  public void close() {
    process.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try {
      Files.deleteIfExists(log(folder));
      Files.deleteIfExists(folder.resolve(PythonScript.NAME));
      Files.deleteIfExists(folder);
    } catch (IOException leftBehind) {
      // Some kilobytes in the system's folder for temporary files.
    }
  }
}
