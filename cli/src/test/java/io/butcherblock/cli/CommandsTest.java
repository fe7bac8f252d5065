package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {

  @Test
  void helpListsCommandsThatAreNotMadeAsThoseThatAre() {
    assertEquals(usage(Main.commandLine()), output("--help"));
  }

  static Iterable<String> names() {
    return Main.commandLine().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachCommandThatIsAskedForIsMade(String name) {
    assertEquals(usage(Main.commandLine().getSubcommands().get(name)), output(name, "--help"));
    assertEquals(output(name, "--help"), output("--quiet", name, "--help"));
  }

  /** UpscaleSizesTest runs it without a scale. */
  @Test
  void upscaleTellsByHowMuchWithoutWeights() {
    String help = output("upscale", "--help").replaceAll("\\s+", " ");
    assertTrue(help.contains("for upscale without --weights, 2)"), help);
  }

  @Test
  void aNameThatIsNoneIsComparedWithAll() {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(new StringWriter());
    assertEquals(2, Main.run(out, new PrintWriter(err), "netwroks"));
    assertTrue(err.toString().contains("networks"), err.toString());
  }

  private static String output(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), args), err.toString());
    return out.toString();
  }

  private static String usage(CommandLine command) {
    StringWriter out = new StringWriter();
    command.setUsageHelpWidth(80);
    command.usage(new PrintWriter(out, true), CommandLine.Help.Ansi.OFF);
    return out.toString();
  }
}
