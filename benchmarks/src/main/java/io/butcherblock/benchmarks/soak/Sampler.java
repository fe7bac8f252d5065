package io.butcherblock.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Takes samples at intervals, in a thread of its own, and writes each to a file at once. */
final class Sampler implements AutoCloseable {

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Path file;
  private final ProcessState process;
  private final AtomicLong done;
  private final List<Sample> samples = new ArrayList<>();
  private final Future<?> sampling;

  /**
   * Begins, with a first sample.
   *
   * @param file comma-separated values; made anew
   * @param done steps or images so far
   * @param millis from one sample to the next
   */
  Sampler(Path file, ProcessState process, AtomicLong done, long millis) throws IOException {
    this.file = file;
    this.process = process;
    this.done = done;
    Files.writeString(file, Sample.HEADER + "\n");
    sample(); // What fails is told now, not after hours of work.
    this.sampling = thread.scheduleAtFixedRate(this::sample, millis, millis, TimeUnit.MILLISECONDS);
  }

  private synchronized void sample() {
    try {
      Sample sample = process.sample(done.get());
      samples.add(sample);
      Files.writeString(file, sample.line() + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All so far, and one more. */
  synchronized List<Sample> samples() {
    sample();
    return List.copyOf(samples);
  }

  @Override
  public void close() {
    sampling.cancel(/* mayInterruptIfRunning= */ false);
    thread.shutdown();
  }
}
