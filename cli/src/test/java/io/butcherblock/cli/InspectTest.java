package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code inspect} prints and draws. */
class InspectTest {

  @TempDir private Path folder;

  @Test
  void thePictureAndTheDiagramAreWritten() throws IOException {
    Path picture = folder.resolve("made/kutta3.PNG");
    Path diagram = folder.resolve("kutta3.mmd");
    CommandLineRun run = run("kutta3", "--picture", picture, "--diagram", diagram);
    assertEquals(0, run.code(), run.err());
    assertTrue(ImageFiles.read(picture).width() >= 800);
    String mermaid = Files.readString(diagram);
    assertTrue(mermaid.startsWith("---\ntitle: \"kutta3, trainable\"\n---\nflowchart"), mermaid);
    assertTrue(mermaid.contains("k3[\"h f3\"]") && mermaid.contains("scale5"), mermaid);
    assertTrue(run.out().contains("Picture: " + picture), run.out());
    assertTrue(run.out().contains("Diagram: " + diagram), run.out());
  }

  @Test
  void theRegionOfStabilityIsPrinted() {
    CommandLineRun run = CommandLineRun.of("inspect", "euler");
    String row = "-----#############################+----";
    assertTrue(run.out().contains(row), run.out());
  }

  /** Its numbers are of 20 digits, and read best as they are published. */
  @Test
  void decimalsStayDecimals() {
    String out = CommandLineRun.of("inspect", "tsitouras5").out();
    assertTrue(out.contains("scale2   a32    = 0.33548065549235698854\n"), out);
    assertTrue(out.contains("+ 0.33548065549235698854 k2 - 0.00848065549235698854 k1\n"), out);
    assertTrue(out.contains("R(z) = 0.0014322113248073478 z^6 + 1/120 z^5"), out);
  }

  /** What a network runs is what is drawn of it, unless it is said otherwise. */
  @Test
  void theDiagramShowsTheNetworksCoefficients() throws IOException {
    Path diagram = folder.resolve("oisr.dot");
    assertEquals(0, run("oisr-rk3", "--diagram", diagram).code());
    String trained = Files.readString(diagram);
    assertTrue(trained.startsWith("digraph {\n  label=\"kutta3, trainable\""), trained);
    assertTrue(trained.contains("scale1"), trained);
    run("oisr-rk3", "--diagram", diagram, "--coefficients", "frozen");
    String frozen = Files.readString(diagram);
    assertTrue(frozen.contains("label=\"2/3\"") && !frozen.contains("scale"), frozen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--picture x.svg", "--diagram x.png", "--picture", "--diagram x"})
  void anotherEndingIsWrongUsage(String options) {
    CommandLineRun run = CommandLineRun.of(("inspect kutta3 " + options).split(" ", -1));
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  /** Of partitioned schemes. */
  @Test
  void whatIsNotComputedIsToldInWords() {
    String partitioned = run("stoermer-verlet").out();
    assertTrue(partitioned.contains("SSP coefficient     not computed\n"), partitioned);
    assertTrue(partitioned.contains("dissipation         not computed\n"), partitioned);
  }

  /** Of y'' = f(y): it has neither Euler steps nor decay. */
  @Test
  void whatASchemeDoesNotHaveIsNotToldAsIfItWereUnknown() {
    String text = run("stoermer3").out();
    assertTrue(text.contains("SSP coefficient     none\n"), text);
    assertTrue(text.contains("real axis           none\n"), text);
    assertFalse(text.contains("not computed"), text);
  }

  static Set<String> schemes() {
    return Catalogue.onClassPath().schemes().keySet();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void everySchemeIsDrawn(String name) {
    Path picture = folder.resolve(name + ".png");
    CommandLineRun run = run(name, "--picture", picture);
    assertEquals(0, run.code(), run.err());
    assertTrue(ImageFiles.size(picture).height() >= 800);
  }

  private static CommandLineRun run(String name, Object... options) {
    String[] words = new String[options.length + 2];
    words[0] = "inspect";
    words[1] = name;
    for (int i = 0; i < options.length; i++) {
      words[i + 2] = options[i].toString();
    }
    return CommandLineRun.of(words);
  }
}
