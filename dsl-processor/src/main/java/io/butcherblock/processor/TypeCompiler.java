package io.butcherblock.processor;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.emit.GeneratedClass;
import io.butcherblock.processor.emit.NetworkClass;
import io.butcherblock.processor.emit.SchemeClasses;
import io.butcherblock.processor.emit.SplitVectorFieldClass;
import io.butcherblock.processor.emit.VectorFieldClass;
import io.butcherblock.processor.lower.Lowering;
import io.butcherblock.processor.model.NetworkDeclaration;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.SplitDeclaration;
import io.butcherblock.processor.model.VectorFieldDeclaration;
import io.butcherblock.processor.parse.AnnotationValues;
import io.butcherblock.processor.parse.IncompleteAnnotation;
import io.butcherblock.processor.parse.NetworkReader;
import io.butcherblock.processor.parse.Parsed;
import io.butcherblock.processor.parse.SchemeReader;
import io.butcherblock.processor.parse.SchemeReader.DeclaredScheme;
import io.butcherblock.processor.parse.SplitVectorFieldReader;
import io.butcherblock.processor.parse.VectorFieldReader;
import io.butcherblock.processor.parse.VectorFieldReferences;
import io.butcherblock.processor.verify.VerificationResult;
import io.butcherblock.processor.verify.Verifier;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Compiles one annotated type: parse, verify, lower, emit; reports between them. */
final class TypeCompiler {

  private final Filer filer;
  private final Reporter reporter;
  private final SchemeReader schemes;
  private final VectorFieldReader vectorFields;
  private final SplitVectorFieldReader splitVectorFields;
  private final NetworkReader networks;

  TypeCompiler(ProcessingEnvironment environment, Reporter reporter) {
    this.filer = environment.getFiler();
    this.reporter = reporter;
    this.schemes = new SchemeReader(environment.getElementUtils());
    this.vectorFields = new VectorFieldReader(environment.getElementUtils());
    VectorFieldReferences references =
        new VectorFieldReferences(environment.getElementUtils(), environment.getTypeUtils());
    this.splitVectorFields = new SplitVectorFieldReader(environment.getElementUtils(), references);
    this.networks = new NetworkReader(environment.getElementUtils(), references);
  }

  void compile(TypeElement type, AnnotationValues annotation, String name)
      throws IncompleteAnnotation {
    switch (name) {
      case SchemeReader.TABLEAU -> scheme(type, annotation, schemes.tableau(type, annotation));
      case SchemeReader.MULTISTEP -> scheme(type, annotation, schemes.multistep(type, annotation));
      case SchemeReader.PARTITIONED ->
          scheme(type, annotation, schemes.partitioned(type, annotation));
      case SchemeReader.ADDITIVE -> scheme(type, annotation, schemes.additive(type, annotation));
      case SchemeReader.SPLITTING -> scheme(type, annotation, schemes.splitting(type, annotation));
      case VectorFieldReader.VECTOR_FIELD -> vectorField(type, annotation);
      case SplitVectorFieldReader.SPLIT -> splitVectorField(type, annotation);
      case NetworkReader.NETWORK -> network(type, annotation);
      default -> throw new IllegalArgumentException(name);
    }
  }

  private void scheme(TypeElement type, AnnotationValues annotation, DeclaredScheme declared) {
    Parsed<? extends Scheme> parsed = declared.scheme();
    reporter.report(type, annotation, parsed.findings(), parsed.positions());
    if (parsed.value().isEmpty()) {
      return;
    }
    VerificationResult result = Verifier.verify(parsed.value().orElseThrow());
    reporter.report(type, annotation, result.findings(), parsed.positions());
    if (result.verified().isPresent()) {
      write(
          type,
          annotation,
          SchemeClasses.of(
              declared.type(),
              Lowering.lower(result.verified().orElseThrow()),
              result.verified().orElseThrow().scheme(),
              declared.text()));
    }
  }

  private void vectorField(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    Parsed<VectorFieldDeclaration> parsed = vectorFields.read(type, annotation);
    reporter.report(type, annotation, parsed.findings(), parsed.positions());
    parsed
        .value()
        .ifPresent(
            vectorField -> write(type, annotation, List.of(VectorFieldClass.of(vectorField))));
  }

  private void splitVectorField(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    Parsed<SplitDeclaration> parsed = splitVectorFields.read(type, annotation);
    reporter.report(type, annotation, parsed.findings(), parsed.positions());
    parsed
        .value()
        .ifPresent(split -> write(type, annotation, List.of(SplitVectorFieldClass.of(split))));
  }

  private void network(TypeElement type, AnnotationValues annotation) throws IncompleteAnnotation {
    Parsed<NetworkDeclaration> parsed = networks.read(type, annotation);
    reporter.report(type, annotation, parsed.findings(), parsed.positions());
    parsed.value().ifPresent(network -> write(type, annotation, List.of(NetworkClass.of(network))));
  }

  private void write(TypeElement type, AnnotationValues annotation, List<GeneratedClass> classes) {
    for (GeneratedClass generated : classes) {
      try (Writer writer = filer.createSourceFile(generated.name(), type).openWriter()) {
        writer.write(generated.source());
      } catch (FilerException e) {
        // Its own words differ from compiler to compiler.
        notWritten(
            type,
            annotation,
            generated.name(),
            "a class of that name exists already. Rename one of the two");
        return;
      } catch (IOException e) {
        notWritten(type, annotation, generated.name(), e.getMessage());
        return;
      }
    }
  }

  private void notWritten(
      TypeElement type, AnnotationValues annotation, String generated, String reason) {
    Finding finding =
        Message.NOT_WRITTEN.at(
            new Location.Member("value"), type.getSimpleName(), generated, reason);
    reporter.report(type, annotation, List.of(finding), SourceMap.empty());
  }
}
