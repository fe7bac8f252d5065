package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Layer;
import io.butcherblock.nn.LayeredVectorField;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeNetworkDeclaration;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Coefficient;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published networks are what {@code ServiceLoader} finds. */
class DeclarationsTest {

  private static NetworkSpec network(String name) {
    return ServiceLoader.load(OdeNetworkDeclaration.class).stream()
        .map(provider -> provider.get().spec())
        .filter(spec -> spec.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no network " + name));
  }

  @ParameterizedTest
  @CsvSource({
    "oisr-lf-s, leapfrog, gv2, 8, 64, 1",
    "oisr-lf-s-ca, leapfrog, gv2-ca, 8, 64, 1",
    "oisr-lf, leapfrog, gv2, 8, 122, 1",
    "oisr-rk2-s, heun, gv3, 8, 64, 1",
    "oisr-rk2, heun, gv3, 8, 122, 1",
    "oisr-rk3, kutta3, gv2, 22, 256, 1",
    "edsr-baseline, euler, g-edsr, 16, 64, 1",
    "edsr, euler, g-edsr, 32, 256, 0.1"
  })
  void network(
      String name, String scheme, String vectorField, int blocks, int channels, double stepSize) {
    NetworkSpec spec = network(name);
    assertEquals(scheme, spec.scheme().facts().name());
    assertEquals(vectorField, spec.vectorField().name());
    assertEquals(blocks, spec.blocks());
    assertEquals(channels, spec.channels());
    assertEquals(stepSize, spec.stepSize());
  }

  /** As the official implementation initialises scale1, scale2, ... */
  @ParameterizedTest
  @CsvSource({"euler, ''", "heun, 1/2", "kutta3, 1/2 2 -1 4 1/6", "leapfrog, 2 2 2 2"})
  void trainedCoefficients(String name, String expected) {
    assertEquals(
        expected,
        Float64.scheme(name).program(Coefficients.TRAINABLE).coefficients().stream()
            .map(Coefficient::exact)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void vectorFields() {
    List<VectorFieldFactory> all =
        ServiceLoader.load(VectorFieldFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    TreeSet<String> names =
        all.stream().map(VectorFieldFactory::name).collect(Collectors.toCollection(TreeSet::new));
    assertTrue(
        names.containsAll(List.of("gv1", "gv2", "gv2-ca", "gv3", "g-edsr")), names.toString());
    VectorFieldFactory v2 =
        all.stream().filter(d -> d.name().equals("gv2")).findFirst().orElseThrow();
    assertEquals(List.of(Layer.PRELU, Layer.CONV_3X3), ((LayeredVectorField) v2).layers());
  }

  @Test
  void descriptionsAreFirstSentences() {
    for (OdeScheme scheme : ServiceLoader.load(OdeScheme.class)) {
      assertTrue(scheme.facts().description().endsWith("."), scheme.facts().description());
    }
  }
}
