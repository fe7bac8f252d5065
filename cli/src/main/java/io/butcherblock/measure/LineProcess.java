package io.butcherblock.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that answers a line for each line that it is sent, until its input ends. What it prints
 * to standard error goes to a file. Close it to end the process.
 */
public final class LineProcess implements AutoCloseable {

  private static final int SECONDS_TO_END = 10;

  private final Process process;
  private final Path messages;
  private final PrintWriter requests;
  private final BufferedReader answers;

  private LineProcess(Process process, Path messages) {
    this.process = process;
    this.messages = messages;
    this.requests =
        new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), /* autoFlush= */ true);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a process.
   *
   * @param messages the file that its standard error is written to; stays when the process ends
   * @throws IOException if there is no such program
   */
  public static LineProcess start(ProcessBuilder builder, Path messages) throws IOException {
    return new LineProcess(builder.redirectError(messages.toFile()).start(), messages);
  }

  /** Sends a line; that the process has ended shows in its next answer. */
  public void send(String request) {
    requests.println(request);
  }

  /**
   * Waits for the next line of the process.
   *
   * @return empty if the process has ended
   * @throws IllegalStateException if there is none in time: the process is ended then
   */
  public Optional<String> answer(Duration patience) {
    CompletableFuture<Optional<String>> line = CompletableFuture.supplyAsync(this::read);
    try {
      return line.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      throw new IllegalStateException("no answer in " + words(patience), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String words(Duration patience) {
    long minutes = patience.toMinutes();
    return minutes > 1 ? minutes + " minutes" : patience.toSeconds() + " s";
  }

  /** Ends it with what it has started, which would hold its output open and so the reader of it. */
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private Optional<String> read() {
    try {
      return Optional.ofNullable(answers.readLine());
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  /** Why a process has ended: its last line on standard error, or else its exit status. */
  public String lastMessage() {
    try {
      int status = process.waitFor();
      String text = new String(Files.readAllBytes(messages), Charset.defaultCharset());
      return text.lines()
          .filter(line -> !line.isBlank())
          .reduce((before, last) -> last)
          .orElse("it ended with code " + status);
    } catch (IOException e) {
      return "it ended";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "it ended";
    }
  }

  /** Ends the process: its input ends, and if it does not follow in some seconds, it is killed. */
  @Override
  public void close() {
    requests.close();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        kill();
      }
      answers.close();
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
