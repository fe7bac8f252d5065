package io.butcherblock.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages depend on each other in one direction, and on few things outside. */
class ArchitectureTest {

  private static final String ROOT = "io.butcherblock.processor";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** Where rules, claims and advice meet, classes depend on each other in one direction too. */
  @ParameterizedTest
  @ValueSource(strings = {"claim", "fixit", "verify"})
  void noCyclesOfClasses(String name) {
    slices()
        .assignedFrom(new ClassesOf(ROOT + "." + name))
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  /** Each class of a package, with those nested in it, by itself. */
  private record ClassesOf(String packageName) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      return javaClass.getPackageName().equals(packageName)
          ? SliceIdentifier.of(javaClass.getName().replaceFirst("\\$.*", ""))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "classes of " + packageName;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exact       | org.apache.commons.numbers.fraction
          multivariate | exact polynomial
          model       | exact multivariate
          diagnostics | exact
          parse       | exact model multivariate diagnostics javax.lang.model.. java.text org.apache.commons.numbers.fraction io.butcherblock.names
          polynomial  | exact
          order       | exact model multivariate org.apache.commons.numbers.fraction
          stability   | exact model polynomial org.apache.commons.numbers.fraction
          claim       | exact model multivariate polynomial order stability
          fixit       | exact model multivariate order claim
          verify      | exact model multivariate diagnostics polynomial order stability claim fixit io.butcherblock.names
          lower       | exact model multivariate verify io.butcherblock.program
          emit        | exact model multivariate lower io.butcherblock.program com.squareup.javapoet javax.annotation.processing javax.lang.model.element
          """)
  void mayImport(String name, String imports) {
    DescribedPredicate<JavaClass> allowed =
        resideInAPackage("java.lang..")
            .or(resideInAPackage("java.util.."))
            .or(resideInAPackage("java.math"))
            .or(resideInAPackage(ROOT + "." + name));
    for (String imported : Stream.of(imports.split(" ", -1)).toList()) {
      allowed =
          allowed.or(resideInAPackage(imported.contains(".") ? imported : ROOT + "." + imported));
    }
    classes()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .onlyDependOnClassesThat(allowed)
        .check(CLASSES);
  }
}
