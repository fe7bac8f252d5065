package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.javapoet.JavaFile;
import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.nn.OdeBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.commons.numbers.core.ArithmeticUtils;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compiler with what it needs is on the processor path only, and generated code needs nothing
 * of it.
 */
class UserClassPathTest {

  private static final Pattern IMPORT =
      Pattern.compile("^import (\\S+)\\.\\w+;$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void generatedCodeImportsTheRuntimeOnly() throws IOException {
    FileCompile compile = compile(ToolProvider.getSystemJavaCompiler());
    assertEquals(
        "io.butcherblock.dsl io.butcherblock.nn io.butcherblock.program java.util"
            + " javax.annotation.processing org.bytedeco.pytorch",
        compile.files(".java").values().stream()
            .flatMap(source -> IMPORT.matcher(source).results())
            .map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(" ")));
  }

  @Test
  void eclipseFindsTheProcessorsToo() throws IOException {
    FileCompile compile = compile(new EclipseCompiler());
    assertEquals(
        "small.NetNetwork\n",
        compile.files("Declaration").get(SmallProject.SERVICES + "OdeNetworkDeclaration"));
  }

  private FileCompile compile(JavaCompiler compiler) throws IOException {
    FileCompile compile =
        new FileCompile(compiler, folder.resolve("out"))
            .withProcessorPath(
                ButcherblockProcessor.class,
                ButcherTableau.class,
                JavaFile.class,
                BigFraction.class,
                ArithmeticUtils.class)
            .withClassPath(ButcherTableau.class, OdeBlock.class, Tensor.class, Pointer.class)
            .run(new SmallProject(folder.resolve("src")).files());
    assertTrue(compile.successful(), compile.allMessages());
    return compile;
  }
}
