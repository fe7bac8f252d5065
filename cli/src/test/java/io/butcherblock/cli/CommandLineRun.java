package io.butcherblock.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line printed and returned. */
public record CommandLineRun(int code, String out, String err) {

  public static CommandLineRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
