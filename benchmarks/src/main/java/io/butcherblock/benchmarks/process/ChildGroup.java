package io.butcherblock.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The children of a run, closed together. */
public final class ChildGroup implements AutoCloseable {

  private final ChildSettings settings;
  private final List<ChildProcess> children = new ArrayList<>();

  public ChildGroup(ChildSettings settings) {
    this.settings = settings;
  }

  /** Starts one more, a program of ours; see {@link ChildProcess#start}. */
  public ChildProcess start(String name, Class<? extends ChildProgram> program, Arguments arguments)
      throws IOException {
    return start(name, Launch.java(program), arguments);
  }

  /** Starts one more; see {@link ChildProcess#start}. */
  public ChildProcess start(String name, Launch launch, Arguments arguments) throws IOException {
    ChildProcess child = ChildProcess.start(name, launch, arguments, settings);
    children.add(child);
    return child;
  }

  public ChildSettings settings() {
    return settings;
  }

  @Override
  public void close() throws IOException {
    for (ChildProcess child : children) {
      child.close();
    }
  }
}
