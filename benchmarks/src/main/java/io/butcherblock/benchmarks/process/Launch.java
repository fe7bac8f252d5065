package io.butcherblock.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How the program of a child is started; in whatever language, it answers the same requests. */
@FunctionalInterface
public interface Launch {

  /**
   * The command without the arguments.
   *
   * @param settings of the child; their folder may be given files that the program needs
   * @throws NotInstalledException if this machine does not have what it needs
   */
  List<String> command(ChildSettings settings) throws IOException;

  /** A program of ours. */
  static Launch java(Class<? extends ChildProgram> program) {
    return settings -> {
      List<String> command = new ArrayList<>(settings.command());
      command.add(Child.class.getName());
      command.add(program.getName());
      return command;
    };
  }
}
