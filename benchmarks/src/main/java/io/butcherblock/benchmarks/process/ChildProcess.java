package io.butcherblock.benchmarks.process;

import io.butcherblock.files.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The parent's side: a subject in a process of its own. */
public final class ChildProcess implements AutoCloseable {

  private final String name;
  private final Path errors;
  private final Process process;
  private final PrintWriter requests;
  private final BufferedReader answers;

  private ChildProcess(String name, Path errors, Process process) {
    this.name = name;
    this.errors = errors;
    this.process = process;
    this.requests =
        new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), /* autoFlush= */ true);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a subject, and waits until it is ready.
   *
   * @param name in tables and messages
   * @param settings what all children of the run have in common
   * @throws IllegalStateException if it fails
   */
  public static ChildProcess start(
      String name,
      Class<? extends Subject> subject,
      Arguments arguments,
      ChildSettings settings)
      throws IOException {
    List<String> command = new ArrayList<>(settings.command());
    command.addAll(List.of(Child.class.getName(), subject.getName()));
    command.addAll(arguments.with(ChildSettings.THREADS, settings.threads()).words());
    Path errors = Files.createTempFile(settings.folder(), "child", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().putAll(settings.environment());
    ChildProcess child = new ChildProcess(name, errors, builder.start());
    try {
      child.answer();
      return child;
    } catch (IOException | RuntimeException e) {
      child.close();
      throw e;
    }
  }

  public String name() {
    return name;
  }

  /** Does a work once. */
  public Turn run(String work) throws IOException {
    String[] numbers = request("run " + work).split(" ", -1);
    return new Turn(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  /** What a work computes, done {@code times} times. */
  public float[] check(String work, int times, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "computed", ".f32");
    request("check " + work + " " + times + " " + file);
    return FloatFile.read(file);
  }

  /** The most memory that it has had so far, in MiB; negative where unknown. */
  public double peakMebibytes() throws IOException {
    return Long.parseLong(request("peak")) / 1024.0;
  }

  /** What it has now outside Java's heap, in MiB; negative where unknown. */
  public double mebibytesOutsideHeap() throws IOException {
    return Long.parseLong(request("outside")) / 1024.0;
  }

  /** The libraries that work there, with their versions. */
  public Map<String, String> versions() throws IOException {
    return Json.MAPPER.readValue(request("versions"), new TypeReference<>() {});
  }

  private String request(String line) throws IOException {
    requests.println(line);
    return answer();
  }

  private String answer() throws IOException {
    try {
      return Answer.content(name, answers.readLine());
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + "; its messages are in " + errors + ".", e);
    }
  }

  /** Ends the process; it has been asked for all that was wanted. */
  @Override
  public void close() throws IOException {
    // Its input ends, and so does it.
    requests.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    answers.close();
  }

  /**
   * One time that a work was done.
   *
   * @param milliseconds that it took
   * @param idleProcessorMilliseconds what all threads of the process have worked since the time
   *     before, while others were measured
   */
  public record Turn(double milliseconds, double idleProcessorMilliseconds) {}
}
