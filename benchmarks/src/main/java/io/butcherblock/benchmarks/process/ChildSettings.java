package io.butcherblock.benchmarks.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all children of a run have in common.
 *
 * @param threads that each may use
 * @param folder for their messages; stays as long as they run
 * @param environment variables of theirs in addition to those of the parent
 */
public record ChildSettings(int threads, Path folder, Map<String, String> environment) {

  /** The argument that tells a program its threads. */
  public static final String THREADS = "threads";

  /** Where DJL unpacks its natives, some hundreds of megabytes, once for all runs. */
  private static final Path DJL_CACHE =
      Path.of(System.getProperty("java.io.tmpdir"), "butcherblock-djl");

  /** The class path, for one; and OpenMP, which all libraries but ONNX Runtime use. */
  public ChildSettings(int threads, Path folder) {
    this(
        threads,
        folder,
        Map.of(
            // Not on the command line: ONNX Runtime 1.29 ends the process where that is longer than
            // 4 KiB.
            "CLASSPATH", System.getProperty("java.class.path"),
            "OMP_NUM_THREADS", String.valueOf(threads),
            // As our launcher has it, and for all: memory of tensors is not given back in between.
            "MALLOC_MMAP_THRESHOLD_", "1073741824",
            "MALLOC_TRIM_THRESHOLD_", "4294967296",
            "DJL_CACHE_DIR", DJL_CACHE.toString()));
  }

  /**
   * The same with a Java heap that is in memory from the start, so that a process which grows grows
   * outside it.
   */
  public ChildSettings withWholeHeap() {
    Map<String, String> more = new HashMap<>(environment);
    more.put("JAVA_TOOL_OPTIONS", "-Xms1g -XX:+AlwaysPreTouch");
    return new ChildSettings(threads, folder, more);
  }

  /** Java as our launcher starts it: JavaCPP's limits, which follow -Xmx, are off. */
  List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-Djava.awt.headless=true",
        "-Dorg.bytedeco.javacpp.maxBytes=0",
        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
  }
}
