package io.butcherblock.throughput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The script {@code pytorch_beside.py} at work: a line of JSON for each request and answer. */
final class PythonProcess implements AutoCloseable {

  private static final String SCRIPT = "pytorch_beside.py";

  /** A compile of a large network takes minutes. */
  private static final int MINUTES = 15;

  private final Path folder;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter requests;

  private PythonProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts the script.
   *
   * @throws ButcherblockException if there is no such program
   */
  static PythonProcess start(String python) {
    try {
      Path folder = Files.createTempDirectory("butcherblock-check");
      Path script = folder.resolve(SCRIPT);
      try (InputStream in = PythonProcess.class.getResourceAsStream(SCRIPT)) {
        Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
      }
      Process process =
          new ProcessBuilder(python, "-u", script.toString())
              .redirectError(folder.resolve("log").toFile())
              .start();
      return new PythonProcess(folder, process);
    } catch (IOException e) {
      throw new ButcherblockException("Cannot run " + python + ": " + e.getMessage() + ".", e);
    }
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
    try {
      requests.write(Json.MAPPER.writeValueAsString(request));
      requests.newLine();
      requests.flush();
    } catch (IOException e) {
      throw new IllegalStateException(lastWords(), e);
    }
    return answer();
  }

  /** Lets Python's networks go; if it has ended, they are gone. */
  void forget() {
    try {
      JsonNode unused = ask(request("forget"));
    } catch (IllegalStateException ended) {
      // The next request tells it.
    }
  }

  /** The next answer. */
  JsonNode answer() {
    JsonNode answer = parsed(line());
    if (answer.has("error")) {
      throw new IllegalStateException(answer.get("error").asText());
    }
    return answer;
  }

  private JsonNode parsed(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an answer: " + line, e);
    }
  }

  private String line() {
    CompletableFuture<String> line = CompletableFuture.supplyAsync(this::read);
    try {
      String text = line.get(MINUTES, TimeUnit.MINUTES);
      if (text == null) {
        throw new IllegalStateException(lastWords());
      }
      return text;
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException("no answer in " + MINUTES + " minutes", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(lastWords(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String read() {
    try {
      return answers.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  /** What Python wrote last to standard error: the sentence of an exception. */
  private String lastWords() {
    try {
      int code = process.waitFor();
      String text = new String(Files.readAllBytes(log()), Charset.defaultCharset());
      return text.lines()
          .filter(line -> !line.isBlank())
          .reduce((before, last) -> last)
          .orElse("it ended with code " + code);
    } catch (IOException e) {
      return "it ended";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "it ended";
    }
  }

  private Path log() {
    return folder.resolve("log");
  }

  @Override
  public void close() {
    // End of input is the end of the script.
    try {
      requests.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(log());
      Files.deleteIfExists(folder.resolve(SCRIPT));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
