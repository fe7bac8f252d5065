package io.butcherblock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of all modules, as {@code docs/architecture.md} draws them. */
class ModulesTest {

  private static final String ROOT = "io.butcherblock.";
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.butcherblock");
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void reportsAndSyntheticImagesDoWithoutTensors() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "charts..",
            ROOT + "pictures..",
            ROOT + "results..",
            ROOT + "schemes..",
            ROOT + "stability..",
            ROOT + "synthetic..",
            ROOT + "text..")
        .or()
        .haveFullyQualifiedName(ROOT + "pages.HtmlPage")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.bytedeco..", ROOT + "nn..", ROOT + "tensorfiles..", ROOT + "weights..")
        .check(classes);
  }

  @Test
  void nobodyImportsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "cli..")
        .check(classes);
  }

  @Test
  void onlyTheCommandLineKnowsItsLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + "cli..", ROOT + "commands..", ROOT + "console..", ROOT + "options..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(classes);
  }

  @Test
  void onlyTheModuleForItKnowTheFormatOfOnnx() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnx..", "com.google.protobuf..")
        .check(classes);
  }

  /** Others cannot be reached on the module path, nor by javadoc. */
  @Test
  void ofLibrariesThatAreModulesOnlyExportedPackagesAreUsed() {
    Set<String> hidden =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .flatMap(jar -> hiddenPackages(Path.of(jar)))
            .collect(Collectors.toSet());
    assertTrue(hidden.contains("org.snakeyaml.engine.v2.api.lowlevel"), hidden.toString());
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(hidden.toArray(String[]::new))
        .check(classes);
  }

  /** Those of a library with a descriptor of its own; ours export some to each other. */
  private static Stream<String> hiddenPackages(Path jar) {
    try {
      return ModuleFinder.of(jar).findAll().stream()
          .map(ModuleReference::descriptor)
          .filter(library -> !library.isAutomatic() && !library.name().startsWith(ROOT))
          .flatMap(library -> hiddenPackages(library));
    } catch (FindException e) {
      return Stream.of(); // Its name would be none of a module.
    }
  }

  private static Stream<String> hiddenPackages(ModuleDescriptor library) {
    Set<String> exported =
        library.exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    return library.packages().stream().filter(name -> !exported.contains(name));
  }
}
