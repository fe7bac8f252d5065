package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.options.OtherKind;
import io.butcherblock.options.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @Test
  void theSentenceNamesBothOrTheListing() {
    assertEquals(
        "There is no network oisr-rk; did you mean oisr-lf? 'butcherblock networks' lists all.",
        Texts.unknownName(
                "network",
                "oisr-rk",
                List.of("oisr-lf"),
                "butcherblock networks",
                OtherKind.NO_OPTIONS)
            .getMessage());
    assertEquals(
        "There is no network abc; 'butcherblock networks' lists those that there are.",
        Texts.unknownName(
                "network", "abc", List.of("edsr"), "butcherblock networks", OtherKind.NO_OPTIONS)
            .getMessage());
  }

  @Test
  void aNameOfAnotherKindIsToldAsSuch() {
    assertRefused(
        "There is no network kutta3; that is a scheme: name a network, and --scheme kutta3.",
        "train kutta3 --scale 2 --data x --out y");
    assertRefused(
        "There is no scheme oisr-rk3; that is a network, whose scheme is kutta3.",
        "ablate --schemes heun,oisr-rk3 --out y");
    assertRefused(
        "There is no vector field oisr-rk3; that is a network, whose vector field is gv2.",
        "ablate --schemes heun --vector-fields oisr-rk3 --out y");
    assertRefused(
        "There is no network gv2; that is a vector field: name a network, and --vector-field gv2.",
        "train gv2 --scale 2 --data x --out y");
    assertRefused(
        "There is no scheme gv2; that is a vector field: give it as --vector-field gv2.",
        "train oisr-lf-s --scheme gv2 --scale 2 --data x --out y");
    assertRefused(
        "There is no vector field leapfrog; that is a scheme: give it as --scheme leapfrog.",
        "train oisr-lf-s --vector-field leapfrog --scale 2 --data x --out y");
    assertRefused("There is no scheme or network gv2; that is a vector field.", "inspect gv2");
  }

  @Test
  void theOptionToTypeIsOneThatTheCommandHas() {
    assertRefused(
        "There is no network euler; that is a scheme: give --schemes euler in place of --networks.",
        "ablate --networks euler --out y");
    assertRefused(
        "There is no network gv2; that is a vector field: give --schemes and --vector-fields gv2 in"
            + " place of --networks.",
        "ablate --networks gv2 --out y");
    assertRefused(
        "There is no scheme gv2; that is a vector field: give it as --vector-fields gv2.",
        "ablate --schemes gv2 --out y");
    assertRefused("There is no network euler; that is a scheme.", "check --networks euler");
  }

  @ParameterizedTest
  @CsvSource({
    "train edsr --data x --out y --epochs=1 --steps=1, --epochs and --steps",
    "upscale a.png --out b.png --to 9x9 --by 2, --to and --by",
    "resize a.png --out b.png --height 9 --scale 2, --height and --scale",
    "ablate --schemes euler --out y --steps 3 --minutes 1, --steps and --minutes",
    "quickstart --steps 3 --minutes 1 --out y, --steps and --minutes",
    "ablate --table paper1 --schemes euler --out y, --table and --schemes",
    // Neither of these goes without --schemes, which would be refused as well.
    "'ablate --networks edsr,oisr-lf-s --vector-fields gv2 --out y', --networks and"
        + " --vector-fields",
    "ablate --coefficients frozen --table paper1 --out y, --coefficients and --table"
  })
  void optionsThatExcludeEachOtherAreNamed(String line, String both) {
    assertWrong(both + " are mutually exclusive; give one of them.", line);
  }

  @ParameterizedTest
  @CsvSource({
    "train edsr --data x --out y --steps 1 --steps=2, --steps",
    "upscale a.png --out b.png --by 2 --by 3, --by",
    "train edsr --scale 2 --data x --scale 3 --out y, --scale",
    "resize a.png --scale 2 -o b.png --out c.png, --out"
  })
  void anOptionThatIsGivenTwiceIsNamed(String line, String option) {
    assertWrong(option + " is given twice; give it once.", line);
  }

  @ParameterizedTest
  @CsvSource({
    "inspect oisr-lf-s --plan --picture p.png, '--plan draws nothing; leave it out, or --picture,"
        + " --diagram and --coefficients'",
    "inspect oisr-lf-s --plan 3 --diagram p.mmd, '--plan draws nothing; leave it out, or --picture,"
        + " --diagram and --coefficients'",
    "inspect heun --coefficients frozen, --coefficients says what --diagram shows; give --diagram"
        + " FILE.mmd as well"
  })
  void optionsWithoutAnEffectAreRefused(String line, String told) {
    assertWrong(told + ".", line);
  }

  /** Else a run would be trained into a folder of that name. */
  @ParameterizedTest
  @CsvSource({
    "train edsr --scale 2 --data x --out --resum, --resum, --resume",
    "synthesize --out --imagess, --imagess, --images",
    "upscale a.png --out --overwrit, --overwrit, --overwrite",
    "train edsr --scale 2 --data x --out y --scheme --epoch=3, --epoch=3, --epochs"
  })
  void mistypedOptionsAreNoValues(String line, String typed, String hint) {
    assertWrong(
        "There is no option '%1$s' (a file of that name is ./%1$s); did you mean %2$s?"
            .formatted(typed, hint),
        line);
  }

  /** Else "$UNSET" would be the folder that one works in, and all images in it be enlarged. */
  @ParameterizedTest
  @CsvSource({
    "upscale '' --out large/, [NETWORK] IN",
    "upscale a.png --out '', --out",
    "upscale a.png '' --out large/, [NETWORK] IN",
    "resize '' --scale 2 --out large/, IN",
    "train '' --scale 2 --data x --out y, NETWORK",
    "train edsr --scale 2 --data '' --out y, --data",
    "inspect '', NAME|WEIGHTS",
    "curves '' --out c.png, RUN",
    "score a.png b.png --json '', --json"
  })
  void emptyArgumentsAreToldAsSuch(String line, String name) {
    String[] args = line.replace("''", "").split(" ", -1);
    CommandLineRun run = CommandLineRun.of(args);
    assertEquals(2, run.code());
    assertEquals(
        "butcherblock: %s is empty (''), as a variable of the shell is that was never set; give a value. See 'butcherblock %s --help'."
            .formatted(name, args[0]),
        run.err().strip());
  }

  /** The figures would be those of another scale than was asked for. */
  @Test
  void trainedWeightsHaveTheirScale() {
    String sentence =
        "clean-x2 enlarges 2 times, not 3; leave --scale out, or name other weights: 'butcherblock"
            + " networks' lists them.";
    assertRefused(sentence, "eval clean-x2 --scale 3 --data x");
    assertRefused(sentence, "convergence clean-x2 --scale 3 --data x");
    assertRefused(sentence, "export clean-x2 --scale 3 --format onnx --out x.onnx");
  }

  private static void assertWrong(String sentence, String line) {
    String[] args = line.split(" ", -1);
    CommandLineRun run = CommandLineRun.of(args);
    assertEquals(2, run.code());
    assertEquals(
        "butcherblock: %s See 'butcherblock %s --help'.".formatted(sentence, args[0]),
        run.err().strip());
  }

  private static void assertRefused(String sentence, String command) {
    CommandLineRun run = CommandLineRun.of(command.split(" ", -1));
    assertEquals(1, run.code());
    assertEquals("butcherblock: " + sentence, run.err().strip());
  }
}
