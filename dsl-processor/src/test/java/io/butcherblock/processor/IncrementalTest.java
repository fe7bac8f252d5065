package io.butcherblock.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules by which Gradle lets a processor take part in incremental compiles (its manual, "The
 * Java Plugin", Incremental annotation processing). Gradle itself is not run.
 */
class IncrementalTest {

  private static final String DECLARATION = "META-INF/gradle/incremental.annotation.processors";

  @TempDir private Path folder;
  private SmallProject project;
  private Path classes;

  @BeforeEach
  void writeProject() throws IOException {
    project = new SmallProject(folder.resolve("src"));
    classes = folder.resolve("classes");
  }

  @Test
  void exactlyTheProcessorsOfJavacAreDeclared() throws IOException {
    Map<String, String> kinds =
        lines(DECLARATION)
            .map(line -> line.split(",", -1))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    assertEquals(
        Map.of(
            ButcherblockProcessor.class.getName(), "isolating",
            RegistryProcessor.class.getName(), "aggregating"),
        kinds);
    assertEquals(
        new TreeSet<>(kinds.keySet()),
        lines("META-INF/services/" + Processor.class.getName())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Stream<String> lines(String resource) throws IOException {
    // Other processors are on the class path of the tests: ours is in the folder of our class.
    URL root = ButcherblockProcessor.class.getProtectionDomain().getCodeSource().getLocation();
    return Files.readAllLines(Path.of(URI.create(root + resource)), UTF_8).stream()
        .filter(line -> !line.isBlank());
  }

  /** "They have to read CLASS or RUNTIME retention annotations only." */
  @Test
  void annotationsAreInClassFiles() throws ClassNotFoundException {
    for (Processor processor : CompilerTesting.processors()) {
      for (String annotation : processor.getSupportedAnnotationTypes()) {
        // A class loaded by reflection shows its meta-annotations.
        Retention retention = Class.forName(annotation).getAnnotation(Retention.class);
        assertTrue(retention == null || retention.value() != RetentionPolicy.SOURCE, annotation);
      }
    }
  }

  /** "Isolating": exactly one originating element for each generated file, and no resource. */
  @Test
  void isolatingProcessorWritesSourcesOfOneTypeOnly() throws IOException {
    List<String> calls = new ArrayList<>();
    ButcherblockProcessor recorded =
        new ButcherblockProcessor() {
          @Override
          public synchronized void init(ProcessingEnvironment environment) {
            super.init(recording(environment, calls));
          }
        };
    FileCompile compile =
        javac().withOptions("-proc:only").withProcessors(recorded).run(project.files());

    assertTrue(compile.successful(), compile.allMessages());
    assertEquals(
        List.of(
            "createSourceFile small.Adams3FrozenBlock of small.Adams3",
            "createSourceFile small.Adams3Scheme of small.Adams3",
            "createSourceFile small.Adams3TrainableBlock of small.Adams3",
            "createSourceFile small.GVectorField of small.G",
            "createSourceFile small.MIdpointFrozenBlock of small.MIdpoint",
            "createSourceFile small.MIdpointScheme of small.MIdpoint",
            "createSourceFile small.MIdpointTrainableBlock of small.MIdpoint",
            "createSourceFile small.NetNetwork of small.Net"),
        calls.stream().sorted().toList());
  }

  /** "Aggregating": it may write resources, of the class output. */
  @Test
  void aggregatingProcessorWritesServicesOnly() throws IOException {
    List<String> calls = new ArrayList<>();
    RegistryProcessor recorded =
        new RegistryProcessor() {
          @Override
          public synchronized void init(ProcessingEnvironment environment) {
            super.init(recording(environment, calls));
          }
        };
    FileCompile compile =
        javac().withProcessors(new ButcherblockProcessor(), recorded).run(project.files());

    assertTrue(compile.successful(), compile.allMessages());
    for (String service : List.of("VectorFieldFactory", "OdeNetworkDeclaration", "OdeScheme")) {
      String place = "Resource CLASS_OUTPUT  " + SmallProject.SERVICES + service;
      assertTrue(calls.remove("get" + place), place);
      assertTrue(calls.remove("create" + place), place);
    }
    assertEquals(List.of(), calls);
  }

  /** Notes each call of the filer: its arguments, and the elements that it names. */
  private static ProcessingEnvironment recording(
      ProcessingEnvironment environment, List<String> calls) {
    return ReplacedFiler.in(
        environment,
        (method, arguments) -> {
          calls.add(
              method.getName()
                  + Arrays.stream(arguments)
                      .map(
                          argument ->
                              argument instanceof Element[] of ? origins(of) : " " + argument)
                      .collect(Collectors.joining()));
          return method.invoke(environment.getFiler(), arguments);
        });
  }

  private static String origins(Element[] elements) {
    return Arrays.stream(elements)
        .map(element -> " of " + ((TypeElement) element).getQualifiedName())
        .collect(Collectors.joining());
  }

  private FileCompile javac() {
    return new FileCompile(ToolProvider.getSystemJavaCompiler(), classes);
  }
}
