package io.butcherblock.benchmarks.process;

import com.fasterxml.jackson.core.type.TypeReference;
import io.butcherblock.files.Json;
import io.butcherblock.measure.LineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parent's side: a program in a process of its own. */
public final class ChildProcess implements AutoCloseable {

  /** Far longer than any work takes. */
  private static final Duration PATIENCE = Duration.ofHours(2);

  private final String name;
  private final Path messages;
  private final LineProcess process;

  private ChildProcess(String name, Path messages, LineProcess process) {
    this.name = name;
    this.messages = messages;
    this.process = process;
  }

  /**
   * Starts a program, and waits until it is ready.
   *
   * @param name in tables and messages
   * @param settings what all children of the run have in common
   * @throws IllegalStateException if it fails; a {@link NotInstalledException} if this machine does
   *     not have what it needs
   */
  public static ChildProcess start(
      String name, Launch launch, Arguments arguments, ChildSettings settings) throws IOException {
    List<String> command = new ArrayList<>(launch.command(settings));
    command.addAll(arguments.with(ChildSettings.THREADS, settings.threads()).words());
    Path messages = Files.createTempFile(settings.folder(), "child", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings.environment());
    ChildProcess child = new ChildProcess(name, messages, LineProcess.start(builder, messages));
    try {
      String unused = child.answer();
      return child;
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
  }

  public String name() {
    return name;
  }

  /** Does a work once. */
  public Timing run(String work) throws IOException {
    String[] numbers = request("run " + work).split(" ", -1);
    return new Timing(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
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

  private String request(String line) {
    process.send(line);
    return answer();
  }

  private String answer() {
    try {
      return Answer.content(name, process.answer(PATIENCE));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          e.getMessage() + "; its messages are in " + messages + ".", e);
    }
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.close();
  }

  /**
   * One time that a work was done.
   *
   * @param milliseconds that it took
   * @param idleProcessorMilliseconds what all threads of the process have worked since the time
   *     before, while others were measured
   */
  public record Timing(double milliseconds, double idleProcessorMilliseconds) {}
}
