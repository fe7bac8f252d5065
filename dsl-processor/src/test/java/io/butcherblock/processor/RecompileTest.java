package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file of several is compiled again, as Gradle does it. */
class RecompileTest {

  private static final String NETWORKS = SmallProject.SERVICES + "OdeNetworkDeclaration";
  private static final String SCHEMES = SmallProject.SERVICES + "OdeScheme";

  @TempDir private Path folder;
  private SmallProject project;
  private Path classes;

  @BeforeEach
  void writeProject() throws IOException {
    project = new SmallProject(folder.resolve("src"));
    classes = folder.resolve("classes");
  }

  /** What a type gives does not depend on what else is compiled with it. */
  @Test
  void oneTypeAloneGivesTheSame() throws IOException {
    assertTrue(javac().run(project.files()).successful());
    for (Path file : project.files()) {
      Map<String, String> whole = javac().files(".java");
      FileCompile alone = javac().run(file);
      assertTrue(alone.successful(), alone.allMessages());
      assertEquals(whole, alone.files(".java"));
    }
  }

  /**
   * After a change of one file, Gradle deletes what the file gave and what an aggregating processor
   * wrote, compiles the file, and shows the processors the class files of the other annotated
   * types.
   */
  @Test
  void registryIsWholeAfterOneFileIsCompiledAgain() throws IOException {
    assertTrue(javac().run(project.files()).successful());
    Map<String, String> services = javac().files("Scheme", "Factory", "Declaration");
    Map<String, String> sources = javac().files(".java");
    assertEquals("small.Adams3Scheme\nsmall.MIdpointScheme\n", services.get(SCHEMES));
    assertEquals("small.NetNetwork\n", services.get(NETWORKS));
    for (String file : services.keySet()) {
      Files.delete(classes.resolve(file));
    }
    for (String kind : List.of("Scheme", "TrainableBlock", "FrozenBlock")) {
      Files.delete(classes.resolve("small/Adams3" + kind + ".java"));
      Files.delete(classes.resolve("small/Adams3" + kind + ".class"));
    }

    FileCompile again =
        javac()
            .withClasses("small.MIdpointScheme", "small.GVectorField", "small.NetNetwork")
            .run(project.file("Adams3"));

    assertTrue(again.successful(), again.allMessages());
    assertEquals(services, again.files("Scheme", "Factory", "Declaration"));
    assertEquals(sources, again.files(".java"));
  }

  @Test
  void nameOfAClassFileIsTakenToo() throws IOException {
    assertTrue(javac().run(project.files()).successful());
    project.write(
        "Another",
        """
        package small;

        @io.butcherblock.dsl.VectorField(value = io.butcherblock.dsl.Layer.CONV_3X3, name = "g")
        interface Another {}
        """);

    FileCompile another = javac().withClasses("small.GVectorField").run(project.file("Another"));

    assertFalse(another.successful());
    assertEquals(
        "ERROR line 3\n"
            + "[Name] Another: the name 'g' is already taken by small.G. Rename the type, or give"
            + " it another name = \"...\".\n"
            + "      name = \"g\"\n"
            + "             ^^^\n",
        another.messages());
  }

  private FileCompile javac() {
    return new FileCompile(ToolProvider.getSystemJavaCompiler(), classes);
  }
}
