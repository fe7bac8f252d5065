package io.butcherblock.processor;

import com.google.auto.service.AutoService;
import io.butcherblock.processor.model.Registration;
import io.butcherblock.processor.parse.IncompleteAnnotation;
import io.butcherblock.processor.parse.RegistrationReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Registers the generated classes, and refuses two of one name. For Gradle it is
 * <em>aggregating</em>: whenever a file changes, it is shown all of them again, the unchanged ones
 * as class files.
 *
 * <p>It reads generated classes and not the types that declare them, for two reasons. What was
 * refused has no generated class, and so is never registered. And declaring types that come as
 * class files would be shown to {@link ButcherblockProcessor} too, which would generate their code
 * again, without their documentation comments.
 */
@AutoService(Processor.class)
public class RegistryProcessor extends AbstractProcessor {

  private RegistrationReader reader;
  private UniqueNames names;
  private ServiceFiles services;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(RegistrationReader.REGISTERED);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    reader = new RegistrationReader(environment.getElementUtils());
    names = new UniqueNames(environment.getElementUtils(), new Reporter(environment.getMessager()));
    services = new ServiceFiles(environment.getFiler(), environment.getElementUtils());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    annotations.stream()
        .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
        .map(TypeElement.class::cast)
        .flatMap(type -> read(type).stream())
        // Which of two namesakes is refused must not depend on the order of the files.
        .sorted(Comparator.comparing(Registration::provider))
        .forEach(this::add);
    if (round.processingOver() && !round.errorRaised()) {
      write();
    }
    return false;
  }

  private Optional<Registration> read(TypeElement type) {
    try {
      return Optional.of(reader.read(type));
    } catch (IncompleteAnnotation e) {
      // The compiler reports what is missing.
      return Optional.empty();
    }
  }

  private void add(Registration registration) {
    names.add(registration);
    services.register(registration);
  }

  private void write() {
    try {
      services.write();
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR, "[Output] META-INF/services could not be written: " + e);
    }
  }
}
