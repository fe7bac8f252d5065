package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildGroup;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildTask;
import io.butcherblock.benchmarks.process.Launch;
import java.io.IOException;

/**
 * Who is to do a work, not started yet.
 *
 * @param name in tables and messages
 * @param limit of the difference of what it computes from what ours does, on a scale of 0..255
 */
public record Contender(String name, Launch launch, Arguments arguments, double limit) {

  /** A program of ours, or one in Java that calls another library. */
  public static Contender java(
      String name, Class<? extends ChildProgram> program, Arguments arguments, double limit) {
    return new Contender(name, Launch.java(program), arguments, limit);
  }

  ChildTask start(ComparedWork work, ChildGroup children) throws IOException {
    return new ChildTask(name, children.start(name, launch, arguments), work.name());
  }
}
