package io.butcherblock.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every target with its seeds, and for most of a second with damaged ones. */
class FuzzTargetsTest {

  /** Of the processor; of the clock it may be some more, on a busy machine. */
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(Long.getLong("fuzz.millis", 400));

  /** A faster machine does not see inputs that no other has. */
  private static final int MOST_INPUTS = Integer.getInteger("fuzz.inputs", 2000);

  private static final long NANOS_OF_CLOCK = 5 * NANOS;

  @ParameterizedTest
  @EnumSource
  void seedsAndDamagedSeeds(Target target) throws IOException {
    FuzzTarget made = target.make();
    Harness harness = new Harness(made);
    List<byte[]> seeds = target.inputs(made);
    long accepted = seeds.stream().filter(seed -> runs(harness, seed)).count();
    assertTrue(accepted > 0, "Seeds of which none is valid reach little.");
    Mutations mutations = new Mutations(seeds, target.name().hashCode());
    long end = cpuNanos() + NANOS;
    long endOfClock = System.nanoTime() + NANOS_OF_CLOCK;
    for (int i = 0; i < MOST_INPUTS && cpuNanos() < end && System.nanoTime() < endOfClock; i++) {
      runs(harness, mutations.next());
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static boolean runs(Harness harness, byte[] input) {
    try {
      return harness.run(input);
    } catch (RuntimeException | Error e) {
      throw new AssertionError("Input, in hexadecimal: " + HexFormat.of().formatHex(input), e);
    }
  }
}
