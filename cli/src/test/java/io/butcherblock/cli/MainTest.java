package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @Test
  void noCommandPrintsTheHelp() {
    CommandLineRun bare = CommandLineRun.of();
    assertEquals(CommandLineRun.of("--help"), bare);
    assertEquals(0, bare.code());
    assertEquals("", bare.err());
    assertTrue(bare.out().contains("resize") && bare.out().contains("score"), bare.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resize", "score"})
  void everyCommandHasHelp(String command) {
    CommandLineRun run = CommandLineRun.of(command, "--help");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("Usage: butcherblock " + command), run.out());
    assertTrue(run.out().contains("--verbose"), run.out());
  }

  @Test
  void versionIsThatOfTheBuild() {
    CommandLineRun run = CommandLineRun.of("--version");
    assertEquals(0, run.code());
    assertTrue(run.out().matches("(?s)butcherblock \\d+\\.\\d+\\.\\d+\\S*\\R.*"), run.out());
  }

  @Test
  void mistypedCommandsAndOptionsAreSuggested() {
    assertUsage(
        "There is no command 'resise'; did you mean resize? See 'butcherblock --help'.", "resise");
    assertUsage(
        "There is no command 'scoer'; did you mean score? See 'butcherblock --help'.", "scoer");
    assertUsage("There is no command 'paint'. See 'butcherblock --help'.", "paint");
    assertUsage(
        "The argument 'c' is one too many. See 'butcherblock score --help'.",
        "score",
        "a",
        "b",
        "c");
    assertUsage(
        "There is no option '--shav'; did you mean --shave? See 'butcherblock score --help'.",
        "score",
        "a",
        "b",
        "--shav",
        "3");
    // What is missing for that reason is not what is told.
    assertUsage(
        "There is no option '--otu'; did you mean --out? See 'butcherblock upscale --help'.",
        "upscale",
        "a.png",
        "--otu=b.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ablate --out a --schemes euler heun kutta3 --seeds 1 | 'heun' | --schemes"
            + " euler,heun,kutta3",
        "ablate --out a --schemes=euler, heun | 'heun' | --schemes euler,heun",
        "ablate --out a --schemes euler --vector-fields gv1 , gv2 | ',' | --vector-fields gv1,gv2",
        "eval clean-x2 --data d --jpeg-quality 50 75 | '75' | --jpeg-quality 50,75",
        // Would else be the name of the network.
        "eval --weights w.pth --data d --jpeg-quality 50 75 | '75' | --jpeg-quality 50,75",
        "eval --weights w.pth --data d --shave 75 --jpeg-quality=50 75,90 | '75,90' |"
            + " --jpeg-quality 50,75,90"
      })
  void namesThatASpaceJoinsAreToldWithCommas(String line) {
    String[] parts = line.split(" \\| ", -1);
    CommandLineRun run = CommandLineRun.of(parts[0].split(" ", -1));
    assertEquals(2, run.code());
    assertEquals(
        "butcherblock: The argument %s is one too many; several are joined by commas: %s."
            .formatted(parts[1], parts[2]),
        run.err().replaceFirst(" See '.*'\\.\\R$", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Would else be -o with the value "ut", which is no mistake that a parser sees.
        "upscale a.png -out b.png | -out",
        "upscale a.png -o b.png -out=c.png | -out",
        "schemes -json - | -json",
        // What is missing for that reason is not what is told.
        "eval clean-x2 -data d | -data",
        "launch -processes 2 upscale a.png -o b.png | -processes",
        "train oisr-lf-s -resume -o run | -resume",
        "-quiet schemes | -quiet"
      })
  void longOptionsWithOneDashAreToldWithTwo(String line) {
    String[] parts = line.split(" \\| ", -1);
    CommandLineRun run = CommandLineRun.of(parts[0].split(" ", -1));
    assertEquals(2, run.code());
    assertEquals(
        "butcherblock: There is no option '%1$s'; did you mean -%1$s?".formatted(parts[1]),
        run.err().replaceFirst(" See '.*'\\.\\R$", ""));
  }

  @Test
  void valuesOfShortOptionsMayStillTouchThem() {
    CommandLineRun run = CommandLineRun.of("inspect", "--", "-plan");
    assertTrue(run.err().contains("There is no scheme or network -plan"), run.err());
    CommandLineRun attached = CommandLineRun.of("resize", "no.png", "--scale", "2", "-oout.png");
    assertTrue(attached.err().contains("no.png"), attached.err());
    assertEquals(1, attached.code());
  }

  @Test
  void wrongValuesAreToldWithTheirOption() {
    assertUsage(
        "--without takes a list, and ',' names nothing. See 'butcherblock synthesize --help'.",
        "synthesize",
        "--out",
        "x",
        "--without",
        ",");
    assertUsage(
        "--jpeg-quality takes a list, and ',' names nothing. See 'butcherblock eval --help'.",
        "eval",
        "photo-x2",
        "--data",
        "x",
        "--jpeg-quality",
        ",");
    assertUsage(
        "Invalid value for option '--plan': 'oisr-lf-s' is not a scale, 2, 3 or 4; a name is"
            + " written before the option. See 'butcherblock inspect --help'.",
        "inspect",
        "--plan",
        "oisr-lf-s");
    // Each would be taken for a value of the option before it.
    assertUsage(
        "There is no option '--blocks'. See 'butcherblock inspect --help'.",
        "inspect",
        "heun",
        "--plan",
        "--blocks",
        "2");
    assertUsage(
        "There is no option '--iamges=2'; did you mean --images? See 'butcherblock synthesize"
            + " --help'.",
        "synthesize",
        "--seed",
        "--iamges=2");
    assertUsage(
        "Invalid value for option '--seed': '1e3' is not a whole number from -9223372036854775808"
            + " to 9223372036854775807. See 'butcherblock synthesize --help'.",
        "synthesize",
        "--out",
        "x",
        "--seed",
        "1e3");
    assertUsage(
        "--schemes takes a list, and '' names nothing. See 'butcherblock ablate --help'.",
        "ablate",
        "--out",
        "x",
        "--schemes",
        "");
    assertUsage(
        "--networks takes a list, and a part of 'edsr,,oisr-lf-s' is empty. See 'butcherblock"
            + " ablate --help'.",
        "ablate",
        "--out",
        "x",
        "--networks",
        "edsr,,oisr-lf-s");
    assertUsage(
        "Invalid value for option '--shave': '-1' is not a whole number from 0 to 2147483647."
            + " See 'butcherblock score --help'.",
        "score",
        "a",
        "b",
        "--shave",
        "-1");
    assertUsage(
        "Invalid value for option '--color': expected one of [y, rgb] but was"
            + " 'cmyk'. See 'butcherblock score --help'.",
        "score",
        "a",
        "b",
        "--color",
        "cmyk");
    assertUsage(
        "Invalid value for option '--scale': The scale \"0\" is not a positive number of at"
            + " most six digits, or three before and three behind the point; write 2, 1/2 or 2.5."
            + " See 'butcherblock resize --help'.",
        "resize",
        "a",
        "--scale",
        "0",
        "--out",
        "b");
    assertUsage(
        "Missing required argument (specify one of these): (--to=WxH | --width=W | --height=H |"
            + " --scale=S|1/S). See 'butcherblock resize --help'.",
        "resize",
        "a",
        "--out",
        "b");
  }

  @Test
  void onlyVerboseShowsAStackTrace() {
    CommandLineRun quiet = CommandLineRun.of("score", "no-a.png", "no-b.png");
    assertEquals(1, quiet.code());
    assertEquals(1, quiet.err().lines().count(), quiet.err());
    assertTrue(quiet.err().startsWith("butcherblock: "), quiet.err());
    CommandLineRun verbose = CommandLineRun.of("--verbose", "score", "no-a.png", "no-b.png");
    assertEquals(1, verbose.code());
    assertTrue(verbose.err().startsWith(quiet.err()), verbose.err());
    assertTrue(verbose.err().contains("at io.butcherblock."), verbose.err());
  }

  private static void assertUsage(String sentence, String... args) {
    CommandLineRun run = CommandLineRun.of(args);
    assertEquals("butcherblock: " + sentence + System.lineSeparator(), run.err());
    assertEquals(2, run.code());
    assertEquals("", run.out());
  }
}
