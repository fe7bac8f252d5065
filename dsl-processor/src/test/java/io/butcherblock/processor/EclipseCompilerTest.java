package io.butcherblock.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.processor.diagnostics.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler of Eclipse and javac get the same code and the same messages. */
class EclipseCompilerTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  /** javac indents all lines of a message after the first. */
  private static final Pattern JAVAC_INDENT = Pattern.compile("^  ", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void codeIsTheSame() throws IOException {
    Path source = RESOURCES.resolve("Paper.java");
    FileCompile javac =
        new FileCompile(ToolProvider.getSystemJavaCompiler(), folder.resolve("javac")).run(source);
    FileCompile eclipse =
        new FileCompile(new EclipseCompiler(), folder.resolve("eclipse")).run(source);

    assertTrue(eclipse.successful(), eclipse.allMessages());
    Map<String, String> generated = javac.files(".java", "Scheme", "Factory", "Declaration");
    assertTrue(generated.containsKey("paper/OisrRk3Network.java"), generated.toString());
    assertEquals(generated, eclipse.files(".java", "Scheme", "Factory", "Declaration"));
  }

  /** The text files are those that javac is held to. */
  @ParameterizedTest
  @MethodSource("io.butcherblock.processor.DiagnosticsTest#messages")
  void messagesAreTheSame(Message message) throws IOException {
    Path source = DiagnosticsTest.source(message);
    FileCompile eclipse = new FileCompile(new EclipseCompiler(), folder).withOptions("-proc:only");
    if (message == Message.MISSING_RUNTIME) {
      eclipse.withClassPath(ButcherTableau.class);
    } else {
      eclipse.withClassPath(CompilerTesting.OF_GENERATED_CODE.toArray(Class<?>[]::new));
    }
    eclipse.run(source);

    String expected = Files.readString(Path.of(source.toString().replace(".java", ".txt")), UTF_8);
    assertEquals(
        JAVAC_INDENT.matcher(expected).replaceAll(""), eclipse.messages(), eclipse.allMessages());
  }

  /** What the compiler itself refuses is left to it. */
  @Test
  void incompleteAnnotations() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Outer.java"),
            """
            import io.butcherblock.dsl.*;

            class Outer {
              @ButcherTableau(value = "0 |")
              interface First {}

              @OdeNetwork(name = "n", scheme = Missing.class, vectorField = First.class,
                  blocks = 1, channels = 1)
              interface Second {}

              @LinearMultistep(order = 1, value = "y[n+1] = y[n] + h f[n]", steps = "one")
              interface Third {}
            }
            """);
    FileCompile eclipse = new FileCompile(new EclipseCompiler(), folder.resolve("out")).run(source);

    assertFalse(eclipse.successful());
    assertTrue(eclipse.allMessages().contains("Missing"), eclipse.allMessages());
    assertEquals("", eclipse.messages());
  }
}
