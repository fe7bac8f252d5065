package io.butcherblock.benchmarks.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * javac in this process, whose code is compiled already. Each compile is a new task with a file
 * manager of its own, as for each module of a Maven build: the processor is loaded anew.
 */
record WarmJavac(CompilePaths paths) implements Javac {

  @Override
  public double compile(CompileInput input, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    // The garbage of the compile before is not billed to this one.
    System.gc();
    long begin = System.nanoTime();
    boolean ended;
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      ended =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  paths.options(input, output),
                  null,
                  files.getJavaFileObjectsFromPaths(input.sources()))
              .call();
    }
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    if (!ended || !messages.toString().isEmpty()) {
      throw new IllegalStateException(input.name() + ": " + messages);
    }
    return milliseconds;
  }
}
