package io.butcherblock.image;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Images and metrics run where the natives of LibTorch do not. */
class NoNativesTest {

  @Test
  void imagesAndMetricsKnowNoTensors() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..", "io.butcherblock.nn..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                    "io.butcherblock.data",
                    "io.butcherblock.formats",
                    "io.butcherblock.image",
                    "io.butcherblock.metrics"));
  }

  @Test
  void imagesDoNotKnowMetrics() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.butcherblock.metrics..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                    "io.butcherblock.data", "io.butcherblock.formats", "io.butcherblock.image"));
  }
}
