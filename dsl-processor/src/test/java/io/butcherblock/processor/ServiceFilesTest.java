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

  private static final String SERVICE = "META-INF/services/io.butcherblock.nn.DerivativeFactory";

  @TempDir private Path classes;

  @Test
  void providersOfOtherFilesStayAsLongAsTheyExist() throws IOException {
    compile("First");
    assertEquals(List.of("FirstDerivative"), registered());
    compile("Second");
    assertEquals(List.of("FirstDerivative", "SecondDerivative"), registered());
    Files.delete(classes.resolve("FirstDerivative.class"));
    Files.delete(classes.resolve("FirstDerivative.java"));
    compile("Third");
    assertEquals(List.of("SecondDerivative", "ThirdDerivative"), registered());
  }

  private List<String> registered() throws IOException {
    return Files.readAllLines(classes.resolve(SERVICE));
  }

  private void compile(String name) {
    String source =
        """
        import io.butcherblock.dsl.*;

        @Derivative(Layer.CONV_3X3)
        interface %s {}
        """;
    String path = System.getProperty("java.class.path") + File.pathSeparator + classes;
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                null,
                List.of("-d", classes.toString(), "-classpath", path),
                null,
                List.of(JavaFileObjects.forSourceString(name, source.formatted(name))));
    task.setProcessors(CompilerTesting.processors());
    assertTrue(task.call(), name);
  }
}
