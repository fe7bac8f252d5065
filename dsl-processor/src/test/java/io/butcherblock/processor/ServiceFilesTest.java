package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incremental builds compile some files into a folder that holds the classes of the others. */
class ServiceFilesTest {

  private static final String SERVICE = "META-INF/services/io.butcherblock.nn.VectorFieldFactory";

  @TempDir private Path classes;

  @Test
  void providersOfOtherFilesStayAsLongAsTheyExist() throws IOException {
    compile("First");
    assertEquals(List.of("FirstVectorField"), registered());
    compile("Second");
    assertEquals(List.of("FirstVectorField", "SecondVectorField"), registered());
    Files.delete(classes.resolve("FirstVectorField.class"));
    Files.delete(classes.resolve("FirstVectorField.java"));
    compile("Third");
    assertEquals(List.of("SecondVectorField", "ThirdVectorField"), registered());
  }

  /** A file in the sources' own META-INF would be copied over the one that is generated. */
  @Test
  void aVectorFieldWrittenByHandIsRegisteredByItsAnnotation() throws IOException {
    compile("First");
    compileSource(
        "Hand",
        """
        import io.butcherblock.graph.NodeWriter;
        import io.butcherblock.nn.*;
        import io.butcherblock.program.Value;

        @Registered(service = VectorFieldFactory.class, name = "hand")
        public final class Hand extends GraphVectorField {
          public String name() { return "hand"; }
          public Value describe(NodeWriter nodes, StageContext stage, Value y) {
            return nodes.relu("rectified", y);
          }
        }
        """);
    assertEquals(List.of("FirstVectorField", "Hand"), registered());
  }

  private List<String> registered() throws IOException {
    return Files.readAllLines(classes.resolve(SERVICE));
  }

  private void compile(String name) {
    String source =
        """
        import io.butcherblock.dsl.*;

        @VectorField(Layer.CONV_3X3)
        interface %s {}
        """;
    compileSource(name, source.formatted(name));
  }

  private void compileSource(String name, String source) {
    String path = System.getProperty("java.class.path") + File.pathSeparator + classes;
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                null,
                List.of("-d", classes.toString(), "-classpath", path),
                null,
                List.of(JavaFileObjects.forSourceString(name, source)));
    task.setProcessors(CompilerTesting.processors());
    assertTrue(task.call(), name);
  }
}
