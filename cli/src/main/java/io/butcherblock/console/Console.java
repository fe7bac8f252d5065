package io.butcherblock.console;

import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.progress.ProgressDisplay;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * Where one of several processes prints: rank 0 as if it were alone, the others nothing but their
 * failures.
 *
 * @param alone whether there are no others
 * @param out results
 * @param err for people who wait
 * @param ofThis progress of what this process does; shown where it is the only one
 * @param ofAll progress of all of several processes, as lines that go with those on {@code out}
 */
public record Console(
    boolean alone,
    PrintWriter out,
    PrintWriter err,
    ProgressDisplay ofThis,
    ProgressDisplay ofAll) {

  /** Progress of all processes, however many there are. */
  public ProgressDisplay ofAny() {
    return alone ? ofThis : ofAll;
  }

  /** Where a failure is told that does not end the command: {@code shown}, or past its quiet. */
  public Consumer<String> failures(Consumer<String> shown) {
    return QuietWriter.failures(err, shown);
  }

  public static Console of(CommandLine line, ProcessGroup group) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    ProgressDisplay none = new ProgressDisplay(nowhere, 0);
    boolean alone = group.size() == 1;
    return new Console(
        alone,
        group.isRankZero() ? line.getOut() : nowhere,
        group.isRankZero() ? line.getErr() : nowhere,
        alone ? ProgressDisplay.onStandardError(line.getErr()) : none,
        group.isRankZero() && !alone ? new ProgressDisplay(line.getErr(), 0) : none);
  }
}
