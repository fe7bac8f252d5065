package io.butcherblock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
}
