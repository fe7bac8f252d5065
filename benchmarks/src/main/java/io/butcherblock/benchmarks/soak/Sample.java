package io.butcherblock.benchmarks.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What this process holds at one moment.
 *
 * @param seconds since the beginning
 * @param done steps or images so far
 * @param resident main memory of the whole process, in MiB
 * @param heap Java objects that were left by the last collection, in MiB
 * @param threads of the whole process, those of LibTorch included
 * @param handles open files, sockets and pipes
 * @param temporaryFiles files in the folder for temporary files, and those being written
 */
record Sample(
    double seconds,
    long done,
    double resident,
    double heap,
    long threads,
    long handles,
    long temporaryFiles) {

  static final String HEADER = "seconds,done,resident_mib,heap_mib,threads,handles,temporary_files";

  /** A measure that should stay level. */
  enum Measure {
    RESIDENT("resident memory (MiB)", Sample::resident),
    HEAP("heap after a collection (MiB)", Sample::heap),
    THREADS("threads", Sample::threads),
    HANDLES("open file handles", Sample::handles),
    TEMPORARY_FILES("temporary files", Sample::temporaryFiles);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // A reference to an accessor.
    private final ToDoubleFunction<Sample> value;

    Measure(String words, ToDoubleFunction<Sample> value) {
      this.words = words;
      this.value = value;
    }

    /** With its unit. */
    String words() {
      return words;
    }

    double[] of(List<Sample> samples) {
      return samples.stream().mapToDouble(value).toArray();
    }
  }

  /** A line as under {@link #HEADER}. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%.1f,%d,%.1f,%.1f,%d,%d,%d",
        seconds,
        done,
        resident,
        heap,
        threads,
        handles,
        temporaryFiles);
  }
}
