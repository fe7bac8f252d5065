package io.butcherblock.processor;

import com.google.auto.service.AutoService;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.parse.AnnotationValues;
import io.butcherblock.processor.parse.IncompleteAnnotation;
import io.butcherblock.processor.parse.NetworkReader;
import io.butcherblock.processor.parse.SchemeReader;
import io.butcherblock.processor.parse.SplitVectorFieldReader;
import io.butcherblock.processor.parse.VectorFieldReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Compiles types annotated with the language of {@code io.butcherblock.dsl}.
 *
 * <p>For Gradle it is <em>isolating</em>: each type is compiled alone, by what can be reached from
 * its own declaration, and everything written has that type as its only originating element. A
 * network reaches its scheme and its vector field, a sum of vector fields its summands, and a
 * multistep scheme its start scheme, through the class literals of the annotation; these stay in
 * the class file, so that Gradle compiles the type again when one of them changes. What concerns
 * several types is for {@link RegistryProcessor}.
 */
@AutoService(Processor.class)
public class ButcherblockProcessor extends AbstractProcessor {

  /** Schemes and vector fields come before the networks that use them. */
  private static final List<String> ANNOTATIONS =
      List.of(
          SchemeReader.TABLEAU,
          SchemeReader.MULTISTEP,
          SchemeReader.PARTITIONED,
          SchemeReader.ADDITIVE,
          SchemeReader.SPLITTING,
          VectorFieldReader.VECTOR_FIELD,
          SplitVectorFieldReader.SPLIT,
          NetworkReader.NETWORK);

  private static final Location VALUE = new Location.Member("value");
  private static final String RUNTIME = "io.butcherblock.nn.OdeBlock";

  private final List<Declaration> incomplete = new ArrayList<>();
  private TypeCompiler compiler;
  private Reporter reporter;

  /** A type by its name: what stands for it in one round is not that of the next one. */
  private record Declaration(String type, String annotation) {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return new LinkedHashSet<>(ANNOTATIONS);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    reporter = new Reporter(environment.getMessager());
    compiler = new TypeCompiler(environment, reporter);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      // javac reports what is missing.
      return false;
    }
    List<Declaration> again = List.copyOf(incomplete);
    incomplete.clear();
    for (Declaration declaration : again) {
      compile(
          processingEnv.getElementUtils().getTypeElement(declaration.type()),
          declaration.annotation());
    }
    for (String annotation : ANNOTATIONS) {
      TypeElement element = processingEnv.getElementUtils().getTypeElement(annotation);
      if (element != null) {
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(element))) {
          compile(type, annotation);
        }
      }
    }
    return false;
  }

  // A failure of one type must neither stop the compile nor hide the findings of the others.
  private void compile(TypeElement type, String annotationName) {
    AnnotationValues annotation =
        AnnotationValues.of(processingEnv.getElementUtils(), type, annotationName).orElseThrow();
    if (processingEnv.getElementUtils().getTypeElement(RUNTIME) == null) {
      report(type, annotation, Message.MISSING_RUNTIME.at(VALUE, type.getSimpleName()));
      return;
    }
    Optional<Finding> tooLong = annotation.tooLong(type.getSimpleName().toString());
    if (tooLong.isPresent()) {
      report(type, annotation, tooLong.orElseThrow());
      return;
    }
    try {
      compiler.compile(type, annotation, annotationName);
    } catch (IncompleteAnnotation e) {
      // What is missing may be generated in this round, by whatever processor.
      incomplete.add(new Declaration(type.getQualifiedName().toString(), annotationName));
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      report(type, annotation, Message.INTERNAL.at(VALUE, type.getSimpleName(), e + where));
    }
  }

  private void report(Element type, AnnotationValues annotation, Finding finding) {
    reporter.report(type, annotation, List.of(finding), SourceMap.empty());
  }
}
