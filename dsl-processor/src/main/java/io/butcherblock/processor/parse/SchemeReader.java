package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Notation;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.model.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads schemes from annotated types. */
public final class SchemeReader {

  public static final String TABLEAU = "io.butcherblock.dsl.ButcherTableau";
  public static final String MULTISTEP = "io.butcherblock.dsl.LinearMultistep";

  public static final String PARTITIONED = "io.butcherblock.dsl.PartitionedRungeKutta";
  public static final String ADDITIVE = "io.butcherblock.dsl.AdditiveRungeKutta";

  public static final String SPLITTING = "io.butcherblock.dsl.SplittingMethod";

  /** The annotations that declare schemes. */
  public static final List<String> ANNOTATIONS =
      List.of(TABLEAU, MULTISTEP, PARTITIONED, ADDITIVE, SPLITTING);

  /** Between the form as written and the tableau that it is converted to. */
  private static final String AS_TABLEAU = "\nAs a Butcher tableau:\n\n";

  private final Elements elements;
  private final TypeReader types;

  public SchemeReader(Elements elements) {
    this.elements = elements;
    this.types = new TypeReader(elements);
  }

  /**
   * A scheme and the type that declares it.
   *
   * @param text the tableau or recurrence as written, with what becomes of it: the tableau of
   *     another form or of iterations
   */
  public record DeclaredScheme(DeclaredType type, Parsed<? extends Scheme> scheme, String text) {}

  /** Reads a type annotated with {@code @ButcherTableau}. */
  public DeclaredScheme tableau(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    Parsed<List<FreeParameter>> parameters = parameters(type, annotation);
    if (parameters.value().filter(List::isEmpty).isEmpty()) {
      List<Finding> findings = new ArrayList<>(parameters.findings());
      alone(type, annotation, findings);
      return checked(
          type,
          annotation,
          TableauParser.parseFamily(
                  type.getSimpleName().toString(),
                  annotation.integer("order"),
                  annotation.string("value"),
                  parameters.value().orElse(List.of()))
              .unless(findings)
              .withPositions(parameters.positions()),
          annotation.string("value"));
    }
    Parsed<? extends Scheme> parsed = parseTableau(type, annotation);
    String converted =
        parsed
            .value()
            .filter(RungeKutta.class::isInstance)
            .map(RungeKutta.class::cast)
            .filter(scheme -> !scheme.notation().isTableau())
            .map(scheme -> AS_TABLEAU + TableauText.shortened(scheme))
            .orElse("");
    String written = annotation.string("value");
    String text =
        parsed.value().map(scheme -> IterationReader.text(written, scheme)).orElse(written);
    return checked(type, annotation, parsed, text + converted);
  }

  /** What is not supported together with free parameters. */
  private static void alone(TypeElement type, AnnotationValues annotation, List<Finding> findings)
      throws IncompleteAnnotation {
    List<String> with = new ArrayList<>();
    if (annotation.integer("iterations") != 0) {
      with.add("iterations");
    }
    if (annotation.integer("steps") != 1) {
      with.add("steps");
    }
    if (!annotation.constant("form").equals("BUTCHER")) {
      with.add("form");
    }
    if (!annotation.string("tolerance").isBlank()) {
      with.add("tolerance");
    }
    if (annotation.integer(EmbeddedReader.MEMBER) != 0) {
      with.add(EmbeddedReader.MEMBER);
    }
    for (String member : with) {
      findings.add(
          Message.PARAMETERS_ALONE.at(new Location.Member(member), type.getSimpleName(), member));
    }
  }

  private static Parsed<List<FreeParameter>> parameters(
      TypeElement type, AnnotationValues annotation) throws IncompleteAnnotation {
    return ParameterParser.parse(type.getSimpleName().toString(), annotation.string("parameters"));
  }

  /** Reads a type annotated with {@code @LinearMultistep}. */
  public DeclaredScheme multistep(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    boolean absorbs = annotation.flag("absorbsStepSize");
    Parsed<List<FreeParameter>> parameters = parameters(type, annotation);
    Parsed<List<FunctionTerm>> terms =
        RecurrenceParser.parseFamily(
                name,
                annotation.string("value"),
                absorbs,
                PredictorReader.isPresent(annotation),
                parameters.value().orElse(List.of()))
            .unless(parameters.findings());
    List<Finding> findings = new ArrayList<>(terms.findings());
    boolean isSecondOrder = SecondOrderReader.isSecondOrder(terms);
    StartingProcedure start =
        isSecondOrder ? SecondOrderReader.start(annotation) : start(type, annotation, findings);
    Multistep scheme =
        new Multistep(
                name,
                annotation.integer("order"),
                terms.value().orElse(List.of()).stream().map(FunctionTerm::shape).toList(),
                annotation.integer("steps"),
                start,
                annotation.constant("history").equals("CARRIED"))
            .withSpelling(FunctionTerm.spelling(terms.value().orElse(List.of())));
    if (isSecondOrder) {
      findings.addAll(SecondOrderReader.check(scheme, annotation));
      return checked(
          type,
          annotation,
          Parsed.of(scheme.withEquationOrder(2), findings, terms.positions()),
          annotation.string("value"));
    }
    if (!parameters.value().orElse(List.of()).isEmpty()) {
      findings.addAll(PredictorReader.checkCorrections(name, annotation));
      if (PredictorReader.isPresent(annotation)) {
        findings.add(
            Message.PARAMETERS_ALONE.at(
                new Location.Member(PredictorReader.MEMBER), name, PredictorReader.MEMBER));
      }
      ParametricMultistep family =
          new ParametricMultistep(
              scheme,
              parameters.value().orElseThrow(),
              terms.value().orElse(List.of()).stream().map(FunctionTerm::coefficient).toList(),
              absorbs);
      if (absorbs && !Finding.anyError(findings) && !family.canAbsorb()) {
        findings.add(Message.NOTHING_ABSORBED.at(new Location.Recurrence(), name));
      }
      return checked(
          type,
          annotation,
          Parsed.of(family, findings, terms.positions().with(parameters.positions())),
          annotation.string("value"));
    }
    scheme = PredictorReader.read(scheme, annotation, absorbs, findings);
    if (absorbs && !Finding.anyError(findings)) {
      Optional<Multistep> withStepSize = scheme.absorbing();
      if (withStepSize.isEmpty()) {
        findings.add(Message.NOTHING_ABSORBED.at(new Location.Recurrence(), name));
      }
      scheme = withStepSize.orElse(scheme);
    }
    return checked(
        type,
        annotation,
        Parsed.of(scheme, findings, terms.positions()),
        PredictorReader.text(annotation.string("value"), annotation));
  }

  /** Reads a type annotated with {@code @PartitionedRungeKutta}. */
  public DeclaredScheme partitioned(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    boolean hamiltonian = annotation.flag("hamiltonian");
    return pair(
        type,
        annotation,
        List.of("p", "q"),
        hamiltonian ? "p' = -f(q), q' = g(p)\n\n" : "",
        (p, q, tolerance) ->
            new PartitionedRungeKutta(p.name(), p.order(), p, q, tolerance, hamiltonian));
  }

  /** Reads a type annotated with {@code @AdditiveRungeKutta}. */
  public DeclaredScheme additive(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    return pair(
        type,
        annotation,
        List.of("f", "g"),
        "",
        (f, g, tolerance) -> new AdditiveRungeKutta(f.name(), f.order(), f, g, tolerance));
  }

  /** Reads a type annotated with {@code @SplittingMethod}. */
  public DeclaredScheme splitting(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    List<Finding> findings = new ArrayList<>();
    Tolerance tolerance = ToleranceReader.read(name, annotation.string("tolerance"), findings);
    RungeKutta method = substep(type, annotation, findings);
    Parsed<AdditiveRungeKutta> parsed =
        SplittingReader.read(
            name, annotation.integer("order"), annotation.string("value"), method, tolerance);
    findings.addAll(parsed.findings());
    String text =
        annotation.string("value").stripTrailing()
            + "\n\nEach step by "
            + method.name()
            + ".\n"
            + parsed
                .value()
                .map(
                    scheme ->
                        "\nAs tableaus of f and of g:\n\n"
                            + TableauText.shortened(scheme.f())
                            + "\n"
                            + TableauText.shortened(scheme.g()))
                .orElse("");
    return checked(type, annotation, parsed.withFindings(findings), text);
  }

  /**
   * The method of each step of a splitting method; where it is none, which is a finding, Euler's.
   */
  private RungeKutta substep(TypeElement type, AnnotationValues annotation, List<Finding> findings)
      throws IncompleteAnnotation {
    Optional<TypeElement> named = annotation.type("substep");
    RungeKutta euler = StartingProcedure.euler().scheme();
    if (annotation.isVoid("substep")) {
      return euler;
    }
    Location member = new Location.Member("substep");
    RungeKutta method =
        new OneStepReader(
                elements,
                member,
                Message.SUBSTEP_MISSING,
                Message.SUBSTEP_FAMILY,
                Message.SUBSTEP_BROKEN)
            .read(type, named, findings)
            .orElse(euler);
    if (!method.isExplicit()) {
      findings.add(Message.SUBSTEP_IMPLICIT.at(member, type.getSimpleName(), method.name()));
      return euler;
    }
    return method;
  }

  /** Makes a scheme of two tableaus. */
  private interface PairOf {
    TableauPair make(RungeKutta first, RungeKutta second, Tolerance tolerance);
  }

  /**
   * Reads two tableaus.
   *
   * @param members that have them
   * @param equations what stands before them in the text, where it is needed
   */
  private DeclaredScheme pair(
      TypeElement type,
      AnnotationValues annotation,
      List<String> members,
      String equations,
      PairOf scheme)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    int order = annotation.integer("order");
    String one = members.get(0);
    String other = members.get(1);
    Parsed<RungeKutta> first = TableauParser.parse(name, order, one, annotation.string(one));
    Parsed<RungeKutta> second = TableauParser.parse(name, order, other, annotation.string(other));
    List<Finding> findings = new ArrayList<>(first.findings());
    findings.addAll(second.findings());
    Tolerance tolerance = ToleranceReader.read(name, annotation.string("tolerance"), findings);
    Parsed<TableauPair> both =
        first.value().isPresent() && second.value().isPresent()
            ? Parsed.of(
                scheme.make(first.value().orElseThrow(), second.value().orElseThrow(), tolerance),
                findings,
                first.positions().inTableau(one).with(second.positions().inTableau(other)))
            : Parsed.failed(findings);
    String text =
        equations
            + (one + "\n" + annotation.string(one).stripTrailing() + "\n\n" + other + "\n")
            + annotation.string(other);
    return checked(type, annotation, both, text);
  }

  private DeclaredScheme checked(
      TypeElement type, AnnotationValues annotation, Parsed<? extends Scheme> parsed, String text)
      throws IncompleteAnnotation {
    DeclaredType declared = types.read(type, annotation.string("name"));
    List<Finding> findings = new ArrayList<>(parsed.findings());
    findings.addAll(TypeReader.check(type, declared));
    return new DeclaredScheme(declared, parsed.withFindings(findings), text);
  }

  static Parsed<? extends Scheme> parseTableau(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    int order = annotation.integer("order");
    String text = annotation.string("value");
    List<Finding> findings = new ArrayList<>();
    Tolerance tolerance = ToleranceReader.read(name, annotation.string("tolerance"), findings);
    Parsed<WrittenTableau> written =
        switch (Notation.Form.valueOf(annotation.constant("form"))) {
          case BUTCHER -> TableauParser.parsePair(name, order, text);
          case LOW_STORAGE -> LowStorageParser.parse(name, order, text).map(WrittenTableau::new);
          case SHU_OSHER -> ShuOsherParser.parse(name, order, text).map(WrittenTableau::new);
        };
    findings.addAll(written.findings());
    Parsed<RungeKutta> method =
        new Parsed<>(
            written
                .value()
                .map(tableau -> tableau.method().withTolerance(tolerance))
                .filter(scheme -> !Finding.anyError(findings)),
            findings,
            written.positions());
    return EmbeddedReader.read(
        IterationReader.read(method, annotation),
        written.value().flatMap(WrittenTableau::second),
        annotation);
  }

  private StartingProcedure start(
      TypeElement type, AnnotationValues annotation, List<Finding> findings)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    String start = annotation.constant("start");
    Optional<TypeElement> scheme = annotation.type("startScheme");
    Location member = new Location.Member("startScheme");
    if (!start.equals("SCHEME")) {
      if (scheme.isPresent()) {
        findings.add(Message.START_SCHEME_UNUSED.at(member, name, "Start." + start));
      }
      return start.equals("EULER")
          ? StartingProcedure.euler()
          : new StartingProcedure.ZeroHistory();
    }
    return new OneStepReader(
            elements,
            member,
            Message.START_SCHEME_MISSING,
            Message.START_SCHEME_FAMILY,
            Message.START_SCHEME_BROKEN)
        .read(type, scheme, findings)
        .<StartingProcedure>map(StartingProcedure.OneStep::new)
        .orElseGet(StartingProcedure.ZeroHistory::new);
  }
}
