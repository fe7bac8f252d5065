package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.device.LibTorch;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.inspection.DriftSummary;
import io.butcherblock.inspection.SharingText;
import io.butcherblock.inspection.WeightsReport;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.weights.ExportFormat;
import io.butcherblock.weights.TrainedCoefficients;
import io.butcherblock.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} says of weights whose coefficients were set by hand. */
class InspectWeightsTest {

  @TempDir private Path folder;

  /** The figures are those of {@code BlockTableauTest}. */
  @Test
  void driftIsToldWithItsConditionAndBlock() throws IOException {
    Path file = weights(spec("oisr-rk3"), 1, 0.6, 1.9, -0.8, 3.5, 0.17);
    Path picture = folder.resolve("trained.png");
    CommandLineRun run =
        CommandLineRun.of("inspect", file.toString(), "--picture", picture.toString());
    assertEquals(0, run.code(), run.err());
    String text = run.out();
    assertTrue(text.contains("size          2 blocks x 4 channels"), text);
    assertTrue(text.matches("(?s).*Block 1 of 2.*0\\.5000 \\| +0\\.5000\\R.*"), text);
    assertTrue(text.matches("(?s).*b2 +0\\.6667 +0\\.5950 +0\\.6308 +0\\.6667\\R.*"), text);
    assertTrue(
        text.matches("(?s).* 1 +0\\.0000 +\\S+ +0\\.0325 +0\\.0650 +2  sum b_i = 1\\R.*"), text);
    assertTrue(text.matches("(?s).* 3 .* 0\\.0866 +2  sum b_i c_i\\^2 = 1/3\\R.*"), text);
    assertTrue(
        text.contains("The conditions of the declared order 3 have drifted, from order 1 on"),
        text);
    assertTrue(text.contains("sharing       per stage"), text);
    assertTrue(text.contains("Each stage has a vector field of its own"), text);
    assertTrue(text.contains("the order holds for the scheme, with the same f in all"), text);
    assertTrue(text.contains("as a method for one y' = f(y)."), text);
    assertTrue(ImageFiles.read(picture).width() >= 800);
  }

  @Test
  void untrainedCoefficientsKeepTheOrder() {
    Path file = weights(spec("oisr-rk3"), 1, 0.5, 2, -1, 4, (float) (1 / 6.0));
    String text = CommandLineRun.of("inspect", file.toString()).out();
    assertTrue(text.contains("The conditions of the declared order 3 still hold"), text);
    assertTrue(
        text.matches("(?s).*imaginary axis.* 1\\.7321 +1\\.7321 +1\\.7321 +1\\.7321\\R"), text);
  }

  /** As of a file with the same weights. */
  @Test
  void weightsThatComeAlongAreShownByTheirName() {
    String file = folder.resolve("copy.safetensors").toString();
    CommandLineRun.of("export", "clean-x2", "--format", "safetensors", "--out", file);
    for (String output : List.of("--quiet", "--json=-")) {
      CommandLineRun byName = CommandLineRun.of("inspect", "clean-x2", output);
      assertEquals(0, byName.code(), byName.err());
      assertEquals(
          CommandLineRun.of("inspect", file, output).out().replace(file, "clean-x2"), byName.out());
    }
    CommandLineRun asFile = CommandLineRun.of("inspect", "oisr-lf-s", "--weights", "clean-x2");
    assertTrue(asFile.err().contains("write clean-x2 without --weights"), asFile.err());
  }

  @Test
  void aZeroHistoryIsNamed() {
    Path file = weights(spec("oisr-lf-s"), 0, 2.1, 1.9, 2.2, 1.8);
    String text = CommandLineRun.of("inspect", file.toString()).out();
    assertTrue(text.contains("k4 = h f(2.1000 k1 + 2.2000 k3)"), text);
    assertTrue(text.contains("(stage 2 with 0.0000 y0, stage 4 with 0.0000 y0"), text);
  }

  /** The coefficients are those of q0 + scale1 l1 and of q1, scale2 l2. */
  @Test
  void bothHalvesOfAPartitionedSchemeAreShown() {
    Path file = weights(spec("oisr-verlet-s"), 1, 0.5, 0.6);
    String text = CommandLineRun.of("inspect", file.toString()).out();
    assertTrue(text.contains("k1 = h f(q0 + 0.5000 l1)"), text);
    assertTrue(text.contains("q1 = q0 + 0.5000 l1 + 0.5000 l2"), text);
    assertTrue(
        text.matches("(?s).* 1 +0\\.0000 +0\\.0000 +0\\.0500 +0\\.1000 +2  q: sum b_i = 1\\R.*"),
        text);
    assertTrue(
        text.contains("The conditions of the declared order 2 have drifted, from order 1 on"),
        text);
    assertTrue(text.matches("(?s).*a block +0\\.0000 +0\\.0000 +\\S+ +0\\.[0-9]+\\R.*"), text);
  }

  /** y1 = y0 + scale1 k1 + k2 + scale2 k3, k1 and k3 being of g and k2 of f. */
  @Test
  void theSchemeOfAnAdditiveNetworkIsShownForBothFunctions() {
    NetworkSpec macaron = additive("macaron");
    Path file = weights(macaron, 1, 0.5, 0.6);
    String text = inspected(macaron, file);
    assertTrue(text.contains("Block 1 of 2, as trained: y' = f(y) + g(y)"), text);
    assertTrue(text.contains("k3 = h g(y0 + 0.5000 k1 + k2)"), text);
    assertTrue(text.matches("(?s).*b3 of g +0\\.5000 +0\\.5000 +0\\.5500 +0\\.6000\\R.*"), text);
    assertTrue(
        text.matches(
            "(?s).* 1 +0\\.0000 +0\\.0000 +0\\.0500 +0\\.1000 +2  elementary weight of g = 1\\R.*"),
        text);
    assertTrue(text.matches("(?s).* 2 +0\\.5000 .* elementary weight of f'f = 1/2\\R.*"), text);
    String condition =
        "the order holds for the scheme, with the same f and the same g in all stages, and not for"
            + " the network as a method for one y' = f(y) + g(y).";
    String drifted = "onditions of the declared order 1 have drifted, from order 1 on";
    assertTrue(text.replaceAll("\\s+", " ").contains(condition), text);
    assertTrue(text.contains("The c" + drifted), text);
    String summary = summary(macaron, file).orElseThrow();
    assertTrue(summary.startsWith("Coefficients: the c" + drifted), summary);
    assertTrue(summary.endsWith(condition), summary);
    String consistent = inspected(macaron, weights(macaron, 1, 0.75, 0.25));
    assertTrue(
        consistent.contains("The conditions of the declared order 1 still hold"), consistent);
  }

  @Test
  void theSchemesOfAPartitionedNetworkAreInJson() throws IOException {
    Path file = weights(spec("oisr-verlet-s"), 1, 0.5, 0.75);
    CommandLineRun run = CommandLineRun.of("inspect", file.toString(), "--json=-");
    JsonNode partitioned = new ObjectMapper().readTree(run.out()).get("partitioned");
    JsonNode second = partitioned.get("trained").get(1);
    assertEquals("[[0.5,0.0]]", second.get("of_q").toString());
    assertEquals("[0.5,0.75]", second.get("weights_of_l").toString());
    assertEquals(
        "{\"order\":1,\"condition\":\"q: sum b_i = 1\",\"residual\":0.25}",
        partitioned.get("residuals").get(1).get(0).toString());
  }

  @Test
  void theSchemesOfAnAdditiveNetworkAreInJson() throws IOException {
    Path file = weights(additive("macaron"), 1, 0.5, 0.75);
    CommandLineRun run = CommandLineRun.of("inspect", file.toString(), "--json=-");
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(1, json.get("order_declared").intValue());
    assertEquals(0, json.get("order_held").intValue());
    assertEquals(0, json.get("blocks").size());
    JsonNode additive = json.get("additive");
    assertEquals("[false,true,false]", additive.get("declared").get("of_f").toString());
    assertEquals("[0.5,1.0,0.75]", additive.get("trained").get(1).get("b").toString());
    assertEquals(
        "{\"order\":1,\"condition\":\"elementary weight of g = 1\",\"residual\":0.25}",
        additive.get("residuals").get(1).get(0).toString());
  }

  /** One evaluation of f and one of g: each block has one f and one g, whatever is shared. */
  @Test
  void aBlockThatEvaluatesBothFunctionsOnceIsAStepForThem() {
    NetworkSpec euler =
        spec("oisr-verlet-s").withScheme(Catalogue.onClassPath().schemes().get("symplectic-euler"));
    for (NetworkSpec spec : List.of(additive("lie-trotter"), euler)) {
      assertEquals(WeightSharing.PER_STAGE, spec.sharing());
      String text = inspected(spec, weights(spec, 0));
      assertTrue(text.contains("every block is exactly the declared scheme"), text);
      assertFalse(text.contains("a vector field of its own"), text);
    }
  }

  private static NetworkSpec additive(String scheme) {
    return spec("oisr-metaformer-s")
        .withScheme(Catalogue.onClassPath().schemes().get(scheme))
        .withCoefficients(Coefficients.TRAINABLE);
  }

  @Test
  void blocksWithoutTrainedCoefficientsAreTheDeclaredScheme() {
    for (NetworkSpec spec :
        new NetworkSpec[] {
          spec("edsr-baseline"), spec("oisr-rk3").withCoefficients(Coefficients.FROZEN)
        }) {
      String text = CommandLineRun.of("inspect", weights(spec, 0).toString()).out();
      assertTrue(text.contains("every block is exactly the declared scheme"), text);
      assertEquals(spec.name().equals("oisr-rk3"), text.contains("(sharing = PER_STAGE)"), text);
      assertFalse(text.contains("drift"), text);
    }
  }

  @Test
  void nothingIsCalledProvedOfDecimals() {
    NetworkSpec decimals =
        spec("oisr-rk3").withScheme(Catalogue.onClassPath().schemes().get("tsitouras5"));
    NetworkSpec frozen = decimals.withCoefficients(Coefficients.FROZEN);
    for (Path file : new Path[] {weights(decimals, 1), weights(frozen, 0)}) {
      String text = CommandLineRun.of("inspect", file.toString()).out();
      assertTrue(text.contains("tsitouras5, order 5 to 1e-18 (as declared)\n"), text);
      assertFalse(text.contains("proved"), text);
    }
  }

  /** Of the logit ln 4 the parameter is 1/3 + 2/3 * 4/5; both evaluations share their G. */
  @Test
  void freeParametersAreToldBlockByBlock() {
    NetworkSpec family = Catalogue.onClassPath().networks().get("oisr-rk2f-s").withSize(10, 4);
    Path file = weights(family, Map.of("body.9.a", Math.log(4)));
    String text = CommandLineRun.of("inspect", file.toString()).out();
    assertTrue(text.matches("(?s).*a +1-8 +0\\.6667(  0\\.6667){7}\\R.*"), text);
    assertTrue(text.matches("(?s).*a +9-10 +0\\.6667  0\\.8667\\R.*"), text);
    assertFalse(text.contains("the order holds for the scheme"), text);
    assertEquals(
        Optional.of("Coefficients: the conditions of the declared order 2 still hold."),
        summary(family, file));
  }

  /** rho has the roots 1 and -k; the network has one block that is a step of its start. */
  @Test
  void recurrencesEndWithTheirOrderAndTheirRoots() {
    Catalogue catalogue = Catalogue.onClassPath();
    NetworkSpec family =
        spec("oisr-lf-history-s")
            .withSize(3, 4)
            .withScheme(catalogue.schemes().get("lm-architecture-family"))
            .withCoefficients(Coefficients.FAMILY);
    String words =
        "All blocks are zero-stable: the largest modulus of the other roots of rho is 0.2500.";
    Path file = weights(family, Map.of());
    String text = inspected(family, file);
    assertTrue(text.contains("Error constants C_q"), text);
    assertTrue(text.contains("conditions of the declared order 1 still hold"), text);
    assertTrue(text.contains(words), text);
    assertTrue(text.matches("(?s).*k +2-3 +0\\.2500  0\\.2500\\R.*"), text);
    assertEquals(
        Optional.of("Coefficients: the conditions of the declared order 1 still hold. " + words),
        summary(family, file));
    NetworkSpec free = family.withCoefficients(Coefficients.TRAINABLE);
    Path drifted = weights(free, 1, 0.75, 3);
    assertTrue(
        summary(free, drifted)
            .orElseThrow()
            .matches(".*have drifted, from order 1 on\\. 1 of the 2 blocks is not zero-stable: .*"),
        summary(free, drifted)::toString);
  }

  /** y'' = f(y) through all blocks is no Runge-Kutta method of one step. */
  @Test
  void blocksThatOnlyStartASecondOrderEquationShowTheirCoefficients() {
    NetworkSpec spec =
        spec("oisr-leapfrog-s").withSize(1, 4).withCoefficients(Coefficients.TRAINABLE);
    String text = inspected(spec, weights(spec, 0, 0.75));
    assertTrue(
        text.matches(
            "(?s).*f\\[n\\], starting step 1 +0\\.5000 +0\\.7500 +0\\.7500 +0\\.7500\\R.*"),
        text);
    assertTrue(text.contains("They are shown as they stand"), text);
    assertEquals(Optional.empty(), summary(spec, weights(spec, 0, 0.75)));
  }

  @Test
  void oneVectorFieldForAllBlocksIsNotSaidToBeOneForEach() {
    Map<String, WeightSharing> networks =
        Map.of(
            "oisr-leapfrog-s", WeightSharing.PER_STAGE,
            "oisr-node-s", WeightSharing.NETWORK,
            "oisr-lf-r-s", WeightSharing.RECURRENT);
    networks.forEach(
        (name, sharing) -> {
          NetworkSpec spec =
              spec(name)
                  .withSize(3, 4)
                  .withScheme(Catalogue.onClassPath().schemes().get("stoermer2"))
                  .withCoefficients(Coefficients.TRAINABLE);
          assertEquals(sharing, spec.sharing());
          String text = inspected(spec, weights(spec, Map.of()));
          assertTrue(
              text.contains(
                  sharing == WeightSharing.PER_STAGE
                      ? "one vector field for all blocks; here each block has its own"
                      : "one vector field for all blocks, as here."),
              text);
        });
    assertTrue(SharingText.order(spec("oisr-leapfrog-s")).endsWith(" for one y'' = f(y)"));
  }

  @Test
  void theOrderOfTheEquationIsNamedInJsonAsOtherFigures() {
    NetworkSpec spec =
        spec("oisr-leapfrog-s").withSize(3, 4).withCoefficients(Coefficients.TRAINABLE);
    Path file = weights(spec, Map.of());
    CommandLineRun run = CommandLineRun.of("inspect", file.toString(), "--json=-");
    assertTrue(run.out().contains("\"equation_order\" : 2"), run::out);
    assertFalse(run.out().contains("equationOrder"), run::out);
  }

  @Test
  void theEndOfATrainingSpeaksOfPartitionedSchemesToo() {
    NetworkSpec verlet = spec("oisr-verlet-s");
    assertEquals(
        Optional.of(
            "Coefficients: the conditions of the declared order 2 have drifted, from order 1 on."
                + " Each stage has a vector field of its own (sharing = PER_STAGE): the order holds"
                + " for the scheme, with the same f and the same g in all stages, and not for the"
                + " network as a method for one p' = f(q), q' = g(p)."),
        summary(verlet, weights(verlet, 1, 0.5, 0.6)));
  }

  private static Optional<String> summary(NetworkSpec spec, Path file) {
    return DriftSummary.of(RecoveredNetwork.of(TrainedCoefficients.read(file, spec)));
  }

  private static String inspected(NetworkSpec spec, Path file) {
    return WeightsReport.of(RecoveredNetwork.of(TrainedCoefficients.read(file, spec)));
  }

  /** A state dict has the official keys and says nothing of its network. */
  @Test
  void stateDictsWantTheNameOfTheirNetwork() {
    Path file = weights(spec("oisr-rk2-s"), 0, 0.53);
    Path dict = folder.resolve("rk2.pt");
    Weights.export(file, ExportFormat.TORCH, dict);
    String text = CommandLineRun.of("inspect", "oisr-rk2-s", "--weights", dict.toString()).out();
    assertTrue(text.matches("(?s).*b1 +0\\.5000 +0\\.5000 +0\\.5150 +0\\.5300\\R.*"), text);
    fails("does not say of which network it is; name it", "inspect", dict.toString());
    fails("body.0.scale2, body.0.scale3", "inspect", "oisr-lf-s", "--weights", dict.toString());
    fails("There is no network oisr-rk2", "inspect", "oisr-rk2x", "--weights", dict.toString());
    fails("heun is a scheme", "inspect", "heun", "--weights", dict.toString());
    fails("--plan", "inspect", file.toString(), "--plan");
    fails("no such file", "inspect", folder.resolve("none.safetensors").toString());
  }

  @Test
  void theFileOfTheWeightsIsNotWrittenOver() throws IOException {
    Path file = weights(spec("oisr-rk2-s"), 0, 0.53);
    Path linked = Files.createLink(folder.resolve("linked.png"), file);
    fails("", "inspect", file.toString(), "--overwrite", "--picture", linked.toString());
    assertEquals(-1, Files.mismatch(file, linked));
  }

  private static void fails(String words, String... command) {
    CommandLineRun run = CommandLineRun.of(command);
    assertEquals(1, run.code(), run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(words), run.err());
  }

  private static NetworkSpec spec(String name) {
    return Catalogue.onClassPath().networks().get(name).withSize(2, 4);
  }

  /** Weights of a network that is as initialized but for the coefficients of one block. */
  private Path weights(NetworkSpec spec, int block, double... coefficients) {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < coefficients.length; i++) {
      values.put("body." + block + ".scale" + (i + 1), coefficients[i]);
    }
    return weights(spec, values);
  }

  /** Weights of a network that is as initialized but for coefficients of these names. */
  private Path weights(NetworkSpec spec, Map<String, Double> coefficients) {
    Path file = folder.resolve(spec.name() + spec.coefficients() + ".safetensors");
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu);
        NoGradGuard guard = new NoGradGuard()) {
      for (Map.Entry<String, Double> coefficient : coefficients.entrySet()) {
        try (Scalar value = new Scalar(coefficient.getValue())) {
          network.parameters().byName().get(coefficient.getKey()).fill_(value);
        }
      }
      Weights.save(file, network);
    }
    return file;
  }
}
