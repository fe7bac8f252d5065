package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code compiles next to types that are named like those it uses. */
class NamesTest {

  private static final String MIDPOINT =
      """
      %s
      @io.butcherblock.dsl.ButcherTableau(order = 2, value = "0 |\\n 1/2 | 1/2\\n --+--\\n | 0 1")
      public interface %s {}
      """;

  /** Has measures that are not a number. */
  private static final String PREDICTED =
      """
      %s
      @io.butcherblock.dsl.LinearMultistep(
          order = 2,
          value = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]",
          predictor = "y[n+1] = y[n] + h f[n]",
          steps = 1)
      public interface Pece {}
      """;

  /** The coefficient of z^2 in its stability polynomial is above all doubles. */
  private static final String LARGE =
      """
      %%s
      @io.butcherblock.dsl.ButcherTableau(order = 1, value = "0 |\\n %s | %s\\n --+--\\n | %s %s")
      public interface Large {}
      """
          .formatted(
              "1" + "0".repeat(200),
              "1" + "0".repeat(200),
              "-" + "9".repeat(200),
              "1" + "0".repeat(200));

  private static final String NETWORK =
      """
      %s
      @io.butcherblock.dsl.OdeNetwork(
          name = "n", scheme = Module.class, vectorField = Layered.class, blocks = 1, channels = 8)
      public interface Net {

        @io.butcherblock.dsl.VectorField(io.butcherblock.dsl.Layer.CONV_3X3)
        interface LayeredVectorField {}
      }
      """;

  private static final String LAYERED =
      """
      %s
      @io.butcherblock.dsl.VectorField(io.butcherblock.dsl.Layer.CONV_3X3)
      public interface Layered {}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "package own;"})
  void typesNamedLikeThoseOfGeneratedCode(String declaredIn) {
    String prefix = declaredIn.isEmpty() ? "" : "own.";
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name :
        List.of(
            "String",
            "Override",
            "Double",
            "Object",
            "Module",
            "Tensor",
            "List",
            "Generated",
            "Coefficients",
            "BlockParts",
            "Ode")) {
      sources.add(
          JavaFileObjects.forSourceString(prefix + name, MIDPOINT.formatted(declaredIn, name)));
    }
    sources.add(JavaFileObjects.forSourceString(prefix + "Pece", PREDICTED.formatted(declaredIn)));
    sources.add(JavaFileObjects.forSourceString(prefix + "Large", LARGE.formatted(declaredIn)));
    sources.add(JavaFileObjects.forSourceString(prefix + "Net", NETWORK.formatted(declaredIn)));
    sources.add(JavaFileObjects.forSourceString(prefix + "Layered", LAYERED.formatted(declaredIn)));

    Compilation compilation = CompilerTesting.compile(sources.toArray(JavaFileObject[]::new));
    assertEquals(
        Compilation.Status.SUCCESS, compilation.status(), CompilerTesting.diagnostics(compilation));
  }

  /** The name for the command line is that of the type, unless there is another one. */
  @ParameterizedTest
  @CsvSource({
    "Grün2, grün2, grun2",
    "Heun$Kutta, heun$kutta, heun-kutta",
    "Heun__2, heun--2, heun-2",
    "日本, 日本, ..."
  })
  void aNameThatCannotBeUsedIsToldAnotherOne(String type, String name, String other) {
    String text =
        CompilerTesting.diagnostics(
            CompilerTesting.process(
                JavaFileObjects.forSourceString(type, MIDPOINT.formatted("", type))));
    assertTrue(text.contains("[Name] " + type + ": the name '" + name + "' cannot be used"), text);
    assertTrue(text.contains(" Write name = \"" + other + "\"."), text);
  }
}
