package io.butcherblock.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Suppliers;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorTest {

  /** Everything in one file: nested types, a recurrence with a starting scheme, a square root. */
  private static final JavaFileObject ALL =
      JavaFileObjects.forSourceString(
          "odes.All",
          """
          package odes;

          import io.butcherblock.dsl.*;

          public interface All {

            /**
             * Gill's method: Gill, Proc. Camb. Phil. Soc. 47 (1951).
             *
             * <p>It has square roots.
             */
            @ButcherTableau(order = 4, value = \"""
                0   |
                1/2 | 1/2
                1/2 | (sqrt(2)-1)/2 (2-sqrt(2))/2
                1   | 0             -sqrt(2)/2    1+sqrt(2)/2
                ----+----------------------------------------
              1/6 * | 1             2-sqrt(2)     2+sqrt(2)   1
              \""")
            interface Gill {}

            @LinearMultistep(
                order = 2,
                value = "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
                steps = 3,
                start = Start.SCHEME,
                startScheme = Gill.class)
            interface AB2 {}

            @LinearMultistep(
                order = 3,
                value = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]",
                steps = 4,
                start = Start.SCHEME,
                startScheme = Gill.class,
                name = "adams-3")
            interface AB3 {}

            @VectorField({Layer.PRELU, Layer.CONV_3X3})
            interface G {}

            @OdeNetwork(name = "gill", scheme = Gill.class, vectorField = G.class, blocks = 2,
                channels = 8, stepSize = "1/10", coefficients = Coefficients.FROZEN,
                sharing = WeightSharing.SHARED)
            interface Network {}

            @OdeNetwork(name = "by-hand", scheme = AB3.class, vectorField = Identity.class,
                blocks = 1, channels = 4)
            interface ByHand {}

            class Identity extends io.butcherblock.nn.OpaqueVectorField {
              public Identity() {}

              @Override
              public String name() {
                return "identity";
              }

              @Override
              public io.butcherblock.nn.RightHandSide create(
                  io.butcherblock.nn.ParameterScope parameters,
                  io.butcherblock.nn.StageContext stage) {
                return org.bytedeco.pytorch.Tensor::clone;
              }

              @Override
              public long parameters(int channels) {
                return 0;
              }

              @Override
              public long macsPerPixel(int channels) {
                return 0;
              }

              @Override
              public java.util.OptionalInt radius() {
                return java.util.OptionalInt.of(0);
              }
            }
          }
          """);

  private static final Supplier<Compilation> PAPER =
      Suppliers.memoize(() -> CompilerTesting.compile(CompilerTesting.source("Paper.java")));

  @Test
  void tabsAndTrailingBlanksOfAnOrdinaryString() {
    String source =
        """
        package odes;

        /** . */
        @io.butcherblock.dsl.ButcherTableau(order = 1, value = "\\t0\\t| \\n --\\n | 1 \\n\\n")
        public interface Odd {}
        """;
    assertEquals(
        "\n",
        CompilerTesting.diagnostics(
            CompilerTesting.compile(JavaFileObjects.forSourceString("odes.Odd", source))));
  }

  @Test
  void everythingCompilesWithoutAWarning() throws IOException {
    Compilation compilation = CompilerTesting.compile(ALL);
    assertEquals("\n", CompilerTesting.diagnostics(compilation));
    assertEquals(
        "odes.All_ByHandNetwork\nodes.All_NetworkNetwork\n",
        service(compilation, "OdeNetworkDeclaration"));
    assertEquals(
        "odes.All_AB2Scheme\nodes.All_AB3Scheme\nodes.All_GillScheme\n",
        service(compilation, "OdeScheme"));
    assertEquals("odes.All_GVectorField\n", service(compilation, "VectorFieldFactory"));
    String gill = CompilerTesting.generated(compilation, "All_GillScheme");
    assertTrue(gill.contains("\"Gill's method: Gill, Proc. Camb. Phil. Soc. 47 (1951).\""), gill);
  }

  /** A project that checks its documentation checks that of generated classes too. */
  @Test
  void generatedClassesAreDocumented() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(CompilerTesting.processors())
            .withOptions("-Xdoclint:all/public")
            .compile(CompilerTesting.source("Paper.java"));
    assertEquals("\n", CompilerTesting.diagnostics(compilation));
  }

  private static String service(Compilation compilation, String name) throws IOException {
    return compilation
        .generatedFile(
            StandardLocation.CLASS_OUTPUT, "META-INF/services/io.butcherblock.nn." + name)
        .orElseThrow()
        .getCharContent(false)
        .toString();
  }

  @Test
  void twoCompilesAreEqual() throws IOException {
    Compilation first = CompilerTesting.compile(ALL);
    Compilation second = CompilerTesting.compile(ALL);
    assertEquals(first.generatedSourceFiles().size(), second.generatedSourceFiles().size());
    for (int i = 0; i < first.generatedSourceFiles().size(); i++) {
      assertEquals(
          new String(first.generatedSourceFiles().get(i).openInputStream().readAllBytes(), UTF_8),
          new String(second.generatedSourceFiles().get(i).openInputStream().readAllBytes(), UTF_8));
    }
  }

  /** Goldens are for style; what the code computes is tested by running it, in examples. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kutta3TrainableBlock",
        "Kutta3FrozenBlock",
        "Kutta3Scheme",
        "LeapfrogTrainableBlock",
        "GV2VectorField",
        "OisrRk3Network"
      })
  void golden(String name) throws IOException {
    String actual = CompilerTesting.generated(PAPER.get(), name);
    assertEquals(CompilerTesting.golden("golden/" + name + ".txt", actual), actual);
  }

  @Test
  void warningsAreSilencedByTheirTagOnly() {
    String source =
        """
        import io.butcherblock.dsl.*;

        @SuppressWarnings("butcherblock:%s")
        class Outer {
          @LinearMultistep(order = 2, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 4,
              start = Start.ZERO_HISTORY)
          interface Leapfrog {}
        }
        """;
    assertEquals("\n", diagnostics(source.formatted("StartingOrder")));
    assertTrue(diagnostics(source.formatted("OrderTooLow")).startsWith("WARNING line 6\n["));
  }

  @Test
  void findingsOfAllTypesAreReportedInOneCompile() {
    String text =
        diagnostics(
            """
            import io.butcherblock.dsl.*;

            class Outer {
              @ButcherTableau(order = 1, value = "0 | x")
              interface First {}

              @LinearMultistep(order = 3, value = "y[n+1] = y[n-1] + 2 f[n]", steps = 1)
              interface Second {}

              @VectorField(Layer.PRELU)
              interface Third {}
            }
            """);
    for (String tag : new String[] {"[Shape]", "[BadRecurrence]", "[Layers]"}) {
      assertTrue(text.contains(tag), text);
    }
  }

  /** javac stops at a hundred errors; this tableau alone has more. */
  @Test
  void manyFindingsOfOneTypeHideNoneOfAnother() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 120; i++) {
      rows.append("%s |".formatted(i)).append(" 500" + " 0".repeat(119)).append("\n");
    }
    String text =
        diagnostics(
            """
            import io.butcherblock.dsl.*;

            class Outer {
              @ButcherTableau(order = 2, value = \"""
            %s---
            |%s
            \""")
              interface Implicit {}

              @VectorField(Layer.PRELU)
              interface Other {}
            }
            """
                .formatted(rows, " 1/120".repeat(120)));
    assertTrue(text.contains("[Layers]"), text);
    assertTrue(text.contains(" 115 more findings of this kind are not shown."), text);
    assertEquals(7, text.lines().filter(line -> line.startsWith("ERROR")).count(), text);
  }

  /** What javac itself refuses is left to javac. */
  @Test
  void incompleteAnnotations() {
    String text =
        diagnostics(
            """
            import io.butcherblock.dsl.*;

            class Outer {
              @ButcherTableau(value = "0 |")
              interface First {}

              @OdeNetwork(name = "n", scheme = Missing.class, vectorField = First.class,
                  blocks = 1, channels = 1)
              interface Second {}
            }
            """);
    assertTrue(text.contains("Missing"), text);
    assertTrue(!text.contains("[Internal]"), text);
  }

  private static String diagnostics(String source) {
    return CompilerTesting.diagnostics(
        CompilerTesting.process(JavaFileObjects.forSourceString("Outer", source)));
  }

  /** Whatever goes wrong inside, javac gets a message and not an exception. */
  @Test
  void aFailureOfTheCompilerIsAMessage() {
    ButcherblockProcessor failing =
        new ButcherblockProcessor() {
          @Override
          public synchronized void init(ProcessingEnvironment environment) {
            super.init(withoutFiler(environment));
          }
        };
    Compilation compilation =
        Compiler.javac()
            .withProcessors(failing)
            .withOptions("-proc:only")
            .compile(CompilerTesting.source("erroneous/ErroneousOrderTooLow.java"));
    String text = CompilerTesting.diagnostics(compilation);
    assertTrue(
        text.contains(
            "ERROR line 3\n[Internal] ErroneousOrderTooLow: the compiler failed through an error of"
                + " its own, not of yours: java.lang.UnsupportedOperationException: no filer at "),
        text);
  }

  private static ProcessingEnvironment withoutFiler(ProcessingEnvironment environment) {
    return ReplacedFiler.in(
        environment,
        (method, arguments) -> {
          throw new UnsupportedOperationException("no filer");
        });
  }
}
