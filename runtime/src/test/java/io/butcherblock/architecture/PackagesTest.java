package io.butcherblock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between packages, as docs and design draw them. */
class PackagesTest {

  private static final String ROOT = "io.butcherblock.";
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.butcherblock");
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void imagesAndMetricsDoWithoutTensors() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "data..", ROOT + "formats..", ROOT + "image..", ROOT + "metrics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.bytedeco..", ROOT + "nn..", ROOT + "tensorfiles..", ROOT + "weights..")
        .check(classes);
  }

  @Test
  void errorsAndFilesDependOnNothingAboveThem() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "error..", ROOT + "files..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..", "com.fasterxml.jackson..", ROOT + "error..", ROOT + "files..")
        .check(classes);
  }

  @Test
  void aGraphIsPlainData() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "graph..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java.lang..", "java.util..", ROOT + "program", ROOT + "graph..")
        .check(classes);
  }

  @Test
  void picklesAreReadWithNothingThatTheyCouldRun() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "pickle..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java.lang",
            "java.lang.runtime",
            "java.io",
            "java.math",
            "java.nio..",
            "java.util",
            ROOT + "error",
            ROOT + "pickle..")
        .check(classes);
  }

  @Test
  void formatsOfTensorsKnowNoNetworks() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "tensorfiles..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "com.fasterxml.jackson..",
            "org.bytedeco..",
            ROOT + "error..",
            ROOT + "files..",
            ROOT + "names..",
            ROOT + "pickle..",
            ROOT + "tensorfiles..")
        .check(classes);
  }

  /** Who opens a pipe may wait for ever. */
  @Test
  void imagesAndWeightsAreOpenedAsRegularFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "data..",
            ROOT + "formats..",
            ROOT + "image..",
            ROOT + "tensorfiles..",
            ROOT + "weights..",
            ROOT + "evaluate..")
        .should()
        .callConstructor(RandomAccessFile.class, File.class, String.class)
        .orShould()
        .callConstructor(FileImageInputStream.class, File.class)
        .orShould()
        .callMethod(FileChannel.class, "open", Path.class, OpenOption[].class)
        .orShould()
        .callMethod(Files.class, "newInputStream", Path.class, OpenOption[].class)
        .orShould()
        .callMethod(Files.class, "readAllBytes", Path.class)
        .check(classes);
  }
}
