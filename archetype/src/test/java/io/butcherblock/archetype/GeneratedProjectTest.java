package io.butcherblock.archetype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Makes a project of the archetype, and uses it as its README says, with the artifacts that are
 * installed in the local repository of this build, {@code -Dmaven.repo.local}.
 */
@EnabledIfSystemProperty(
    named = "archetype.jdks",
    matches = ".+",
    disabledReason =
        "It needs installed artifacts and minutes; docs/building.md says how to run it.")
class GeneratedProjectTest {

  private static final String PLUGIN = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1";

  @TempDir private Path temporary;

  private final StringBuilder output = new StringBuilder();

  static Stream<File> jdks() {
    return Stream.of(System.getProperty("archetype.jdks").split(File.pathSeparator, -1))
        .map(File::new);
  }

  private int maven(Path folder, File jdk, String goals, Properties properties)
      throws MavenInvocationException {
    output.setLength(0);
    InvocationRequest request = new DefaultInvocationRequest();
    request.setBaseDirectory(folder.toFile());
    request.setJavaHome(jdk);
    request.setLocalRepositoryDirectory(new File(System.getProperty("archetype.repository")));
    request.addArgs(List.of(goals.split(" ")));
    request.setProperties(properties);
    request.setBatchMode(true);
    request.setNoTransferProgress(true);
    request.setOutputHandler(line -> output.append(line).append('\n'));
    request.setErrorHandler(line -> output.append(line).append('\n'));
    DefaultInvoker invoker = new DefaultInvoker();
    invoker.setMavenHome(new File(System.getProperty("archetype.maven")));
    return invoker.execute(request).getExitCode();
  }

  private int generate(Path folder, File jdk, String packageName) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("archetypeCatalog", "local");
    properties.setProperty("archetypeGroupId", "io.butcherblock");
    properties.setProperty("archetypeArtifactId", "archetype");
    properties.setProperty("archetypeVersion", System.getProperty("archetype.version"));
    properties.setProperty("artifactId", "mine");
    properties.setProperty("package", packageName);
    return maven(folder, jdk, PLUGIN + ":generate", properties);
  }

  private void command(Path project, File jdk, String arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("exec.args", arguments);
    assertEquals(0, maven(project, jdk, "-q compile exec:java", properties), output::toString);
    noWarningOfNativeCode();
  }

  private void noWarningOfNativeCode() {
    assertFalse(output.toString().contains("--enable-native-access"), output::toString);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theProjectIsTestedTrainedExportedAndEnlargesWith(File jdk) throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("with a space"));
    assertEquals(0, generate(folder, jdk, "org.example.mine"), output::toString);
    Path project = folder.resolve("mine");
    assertTrue(Files.exists(project.resolve("README.md")));

    assertEquals(0, maven(project, jdk, "verify", new Properties()), output::toString);
    assertTrue(output.toString().contains("Tests run: 2, Failures: 0"), output::toString);
    assertFalse(output.toString().contains("[WARNING]"), output::toString);
    noWarningOfNativeCode();

    command(project, jdk, "networks");
    assertTrue(output.toString().contains("my-network"), output::toString);
    command(project, jdk, "synthesize --out images --images 12");
    command(
        project,
        jdk,
        "train my-network --scale 2 --data images --out run --steps 4 --patch 16 --batch 2");
    String next = "mvn -q compile exec:java -Dexec.args=\"upscale --weights run/";
    assertTrue(output.toString().contains(next), output::toString);
    command(
        project,
        jdk,
        "export --weights run/weights.safetensors --format onnx --out my-network.onnx");
    assertTrue(Files.size(project.resolve("my-network.onnx")) > 10_000);
    Path photo = project.resolve("photo.png");
    ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
    command(project, jdk, "upscale --weights run/weights.safetensors photo.png --out large.png");
    BufferedImage large = ImageIO.read(project.resolve("large.png").toFile());
    assertEquals(List.of(40, 20), List.of(large.getWidth(), large.getHeight()));
  }

  /** Packages whose sources javac would refuse, with many errors that say little of the cause. */
  @ParameterizedTest
  @ValueSource(strings = {"1a", "org.new.mine", "my-networks", "java.mine"})
  void aPackageThatJavaDoesNotTakeIsRefused(String packageName) throws Exception {
    File jdk = jdks().findFirst().orElseThrow();
    assertNotEquals(0, generate(temporary, jdk, packageName), output::toString);
    String sentence =
        "'%s' cannot be the name of a Java package; delete the folder %s, and generate"
            .formatted(packageName, temporary.resolve("mine"));
    assertTrue(output.toString().contains(sentence), output::toString);
    assertFalse(output.toString().contains("\tat "), output::toString);
  }

  /** Elsewhere -q hides all warnings. */
  @Test
  void aQuietCommandShowsTheWarningsOfASchemeThatChanged() throws Exception {
    File jdk = jdks().findFirst().orElseThrow();
    assertEquals(0, generate(temporary, jdk, "org.example.mine"), output::toString);
    Path scheme = temporary.resolve("mine/src/main/java/org/example/mine/MyScheme.java");
    Files.writeString(scheme, Files.readString(scheme).replace("order = 2", "order = 1"));
    command(temporary.resolve("mine"), jdk, "schemes");
    assertTrue(output.toString().contains("[OrderTooLow] MyScheme"), output::toString);
    command(temporary.resolve("mine"), jdk, "schemes");
    assertFalse(output.toString().contains("WARNING"), output::toString);
  }

  /** A wrong entry of the tableau: the message names the condition, and no stack trace comes. */
  @Test
  void aWrongEntryDoesNotCompile() throws Exception {
    File jdk = jdks().findFirst().orElseThrow();
    assertEquals(0, generate(temporary, jdk, "org.example.mine"), output::toString);
    Path scheme = temporary.resolve("mine/src/main/java/org/example/mine/MyScheme.java");
    Files.writeString(scheme, Files.readString(scheme).replace("1/4  3/4", "1/2  1/2"));
    assertNotEquals(0, maven(temporary.resolve("mine"), jdk, "compile", new Properties()));
    assertTrue(output.toString().contains("[OrderTooHigh] MyScheme"), output::toString);
    assertFalse(output.toString().contains("\tat "), output::toString);
  }
}
