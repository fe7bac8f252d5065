package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a declaration names may be generated: by another processor, or by this one. */
class RoundsTest {

  private static final String DECLARATIONS =
      """
      import io.butcherblock.dsl.*;

      class Outer {
        @ButcherTableau(order = 2, value = "0 |\\n 2/3 | 2/3\\n ---+---\\n | 1/4 3/4")
        interface Ralston {}

        @VectorField({Layer.PRELU, Layer.CONV_3X3})
        interface G {}

        %s
        interface Declared {}
      }
      """;

  private static final String NETWORK = "@OdeNetwork(name = \"n\", blocks = 1, channels = 8, ";

  /** Another processor, which makes a scheme, a vector field and a text. */
  private static final class Generator extends AbstractProcessor {

    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        write(
            "Made",
            """
            import io.butcherblock.dsl.*;

            interface Made {
              String TEXT = "0 |\\n 1 | 1\\n ---+---\\n | 1/2 1/2";

              @ButcherTableau(order = 2, value = TEXT)
              interface Heun {}

              @VectorField(Layer.CONV_3X3)
              interface Field {}
            }
            """);
      }
      return false;
    }

    private void write(String name, String source) {
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Compilation compile(String declaration, boolean withGenerator) {
    List<Processor> processors = new ArrayList<>(CompilerTesting.processors());
    if (withGenerator) {
      processors.add(new Generator());
    }
    return Compiler.javac()
        .withProcessors(processors)
        .withOptions("-proc:only")
        .compile(JavaFileObjects.forSourceString("Outer", DECLARATIONS.formatted(declaration)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NETWORK + "scheme = Made.Heun.class, vectorField = G.class)",
        NETWORK + "scheme = Ralston.class, vectorField = Made.Field.class)",
        "@ButcherTableau(order = 2, value = Made.TEXT)",
        "@LinearMultistep(order = 2, value = \"y[n+1] = y[n-1] + 2 h f[n]\", steps = 2,"
            + " start = Start.SCHEME, startScheme = Made.Heun.class)"
      })
  void whatAnotherProcessorMakesIsWaitedFor(String declaration) {
    Compilation compilation = compile(declaration, true);
    assertEquals(Compilation.Status.SUCCESS, compilation.status(), text(compilation));
    assertTrue(
        compilation.generatedSourceFiles().stream()
            .anyMatch(file -> file.getName().matches(".*/Outer_Declared(Network|Scheme)\\.java")),
        compilation.generatedSourceFiles().toString());
  }

  /** The class is there when javac looks for it: without a message there would be no network. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "scheme = Outer_RalstonScheme.class, vectorField = G.class",
        "scheme = Outer_RalstonFrozenBlock.class, vectorField = G.class"
      })
  void aGeneratedClassIsNoScheme(String members) {
    String text = text(compile(NETWORK + members + ")", false));
    assertTrue(text.contains("[UnknownScheme] Declared: scheme = Outer_Ralston"), text);
  }

  @Test
  void aGeneratedVectorFieldIsOne() throws IOException {
    Compilation compilation =
        compile(NETWORK + "scheme = Ralston.class, vectorField = Outer_GVectorField.class)", false);
    assertEquals(Compilation.Status.SUCCESS, compilation.status(), text(compilation));
    String network = CompilerTesting.generated(compilation, "Outer_DeclaredNetwork");
    assertTrue(network.contains("new Outer_GVectorField()"), network);
  }

  /** javac says that there is no such constant. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@ButcherTableau(order = 1, value = Missing.TEXT)",
        "@ButcherTableau(order = Missing.ORDER, value = \"0 |\\n--\\n| 1\")",
        "@LinearMultistep(order = 1, steps = 1, value = \"y[n+1] = y[n]\" + Missing.TERM)",
        "@PartitionedRungeKutta(order = 1, p = \"0 | 0\\n--\\n| 1\", q = Missing.Q)",
        "@VectorField({Layer.PRELU, Missing.LAYER})",
        NETWORK + "scheme = Ralston.class, vectorField = G.class, stepSize = Missing.H)",
        NETWORK + "scheme = Ralston.class, vectorField = Missing.class)"
      })
  void whatIsMissingIsLeftToTheCompiler(String declaration) {
    String text = text(compile(declaration, false));
    assertTrue(text.contains("Missing"), text);
    assertFalse(text.contains("["), text);
  }

  private static String text(Compilation compilation) {
    return CompilerTesting.diagnostics(compilation);
  }
}
