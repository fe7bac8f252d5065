package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is a module: compiled on the module path with the processor, and run there. */
class ModulePathTest {

  private static final Pattern LIBRARY =
      Pattern.compile(
          ".*(dsl-api|runtime)(/target/classes|[^/]*\\.jar)|.*/(pytorch|openblas|javacpp|jackson|imageio|webp-imageio|kotlin-stdlib|common)-[^/]*\\.jar");

  private static final String MODULE =
      """
      module app {
        requires io.butcherblock.runtime;

        provides io.butcherblock.nn.OdeScheme with
            app.MineScheme;
        provides io.butcherblock.nn.OdeNetworkDeclaration with
            app.MiniNetwork;
      }
      """;

  private static final String DECLARATIONS =
      """
      package app;

      import io.butcherblock.dsl.*;

      @ButcherTableau(order = 2, value = "0 |\\n 1/2 | 1/2\\n ---+---\\n | 0 1")
      interface Mine {}

      @VectorField({Layer.PRELU, Layer.CONV_3X3})
      interface Field {}

      @OdeNetwork(name = "mini", scheme = Mine.class, vectorField = Field.class, blocks = 1, channels = 4)
      interface Mini {}
      """;

  private static final String MAIN =
      """
      package app;

      import io.butcherblock.InferenceOptions;
      import io.butcherblock.SuperResolution;
      import io.butcherblock.device.LibTorch;
      import io.butcherblock.nn.Catalogue;
      import io.butcherblock.nn.SuperResolutionNetwork;
      import java.awt.image.BufferedImage;
      import javax.imageio.ImageIO;
      import org.bytedeco.pytorch.Device;

      final class Main {
        public static void main(String[] args) {
          Catalogue catalogue = Catalogue.onClassPath();
          System.out.println(catalogue.schemes().keySet() + " " + catalogue.networks().keySet());
          System.out.println(ImageIO.getImageReadersByFormatName("webp").hasNext());
          try (Device cpu = LibTorch.cpu();
              var network = new SuperResolutionNetwork(catalogue.network("mini"), 2, 1, cpu);
              var resolution = SuperResolution.of(network, InferenceOptions.DEFAULT)) {
            BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
            BufferedImage large = resolution.upscale(image);
            System.out.println(large.getWidth() + "x" + large.getHeight());
          }
          System.out.println(Main.class.getModule() + " " + Catalogue.class.getModule().getName());
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aModuleWithAGeneratedNetworkEnlargesAnImage() throws Exception {
    compile();
    String modules = folder.resolve("classes") + File.pathSeparator + libraries(LIBRARY);
    assertEquals(
        List.of("[mine] [mini]", "true", "18x14", "module app io.butcherblock.runtime"),
        run("--module-path", modules, "--add-modules", "ALL-MODULE-PATH", "-m", "app/app.Main"));
  }

  @Test
  void nativesOnTheClassPathAreFoundFromModules() throws Exception {
    compile();
    Pattern natives =
        Pattern.compile(".*/(pytorch|openblas|javacpp)-[^/]*-(linux|macosx|windows)-[^/]*");
    String modules =
        folder.resolve("classes")
            + File.pathSeparator
            + entries()
                .filter(e -> LIBRARY.matcher(e).matches() && !natives.matcher(e).matches())
                .collect(Collectors.joining(File.pathSeparator));
    assertTrue(
        run("--module-path", modules, "-classpath", libraries(natives), "-m", "app/app.Main")
            .contains("18x14"));
  }

  @Test
  void nativesThatAreNoRootModulesAreTold() throws Exception {
    compile();
    String modules = folder.resolve("classes") + File.pathSeparator + libraries(LIBRARY);
    String said = String.join("\n", run("--module-path", modules, "-m", "app/app.Main"));
    assertTrue(said.contains("start java with --add-modules ALL-MODULE-PATH"), said);
  }

  @Test
  void whatIsNotExportedDoesNotCompile() throws Exception {
    write(
        "Reach.java", "package app; interface Reach { io.butcherblock.plan.PlannedNetwork n(); }");
    String messages = messagesOfCompile();
    assertTrue(messages.contains("package io.butcherblock.plan is not visible"), messages);
  }

  private void compile() throws IOException {
    assertEquals("", messagesOfCompile());
  }

  private String messagesOfCompile() throws IOException {
    write("module-info.java", MODULE);
    write("Mine.java", DECLARATIONS);
    write("Main.java", MAIN);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.list(folder.resolve("src"))) {
      List<String> options =
          List.of(
              "-d",
              Files.createDirectories(folder.resolve("classes")).toString(),
              "--release",
              "17",
              "-Xlint:all,-processing",
              "--module-path",
              libraries(LIBRARY),
              "--processor-path",
              entries().collect(Collectors.joining(File.pathSeparator)));
      compiler
          .getTask(
              messages,
              files,
              null,
              options,
              null,
              files.getJavaFileObjectsFromPaths(sources.toList()))
          .call();
    }
    return messages.toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("src")).resolve(name), text);
  }

  private static Stream<String> entries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static String libraries(Pattern pattern) {
    return entries()
        .filter(entry -> pattern.matcher(entry.replace(File.separatorChar, '/')).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> run(String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.awt.headless=true",
                    // Java 24 and later warn of native code without it; docs/building.md.
                    "--enable-native-access=org.bytedeco.javacpp,org.bytedeco.openblas,org.bytedeco.pytorch,webp.imageio",
                    "-XX:TieredStopAtLevel=1"),
                Stream.of(arguments))
            .toList();
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readAllLines(output);
  }
}
