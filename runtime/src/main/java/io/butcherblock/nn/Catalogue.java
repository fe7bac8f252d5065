package io.butcherblock.nn;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ClassLoaders;
import io.butcherblock.names.NearestName;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The schemes, vector fields and networks on the class path, by name. Needs no native library. */
public final class Catalogue {

  private final Map<String, OdeScheme> schemes;
  private final Map<String, VectorFieldFactory> vectorFields;
  private final Map<String, NetworkSpec> networks;

  private Catalogue(
      List<OdeScheme> schemes,
      List<VectorFieldFactory> vectorFields,
      List<OdeNetworkDeclaration> networks) {
    this.schemes = byName(schemes, Function.identity(), scheme -> scheme.facts().name());
    this.vectorFields = byName(vectorFields, Function.identity(), VectorFieldFactory::name);
    this.networks = byName(networks, OdeNetworkDeclaration::spec, NetworkSpec::name);
  }

  /**
   * Finds all schemes, vector fields and networks that are registered on the class path or by the
   * modules of this program.
   *
   * @throws ButcherblockException if a declaration cannot be loaded, or two of a kind have the same
   *     name
   */
  public static Catalogue onClassPath() {
    return new Catalogue(
        load(OdeScheme.class), load(VectorFieldFactory.class), load(OdeNetworkDeclaration.class));
  }

  /** All schemes by name, in alphabetical order; unmodifiable. */
  public Map<String, OdeScheme> schemes() {
    return schemes;
  }

  /** All vector fields by name, in alphabetical order; unmodifiable. */
  public Map<String, VectorFieldFactory> vectorFields() {
    return vectorFields;
  }

  /** All networks by name, in alphabetical order; unmodifiable. */
  public Map<String, NetworkSpec> networks() {
    return networks;
  }

  /**
   * Looks up a scheme.
   *
   * @param name such as {@code kutta3}
   * @throws ButcherblockException if there is none of that name; the message suggests the nearest
   *     name
   */
  public OdeScheme scheme(String name) {
    return find("scheme", name, schemes);
  }

  /**
   * Looks up a vector field.
   *
   * @param name such as {@code gv2}
   * @throws ButcherblockException if there is none of that name; the message suggests the nearest
   *     name
   */
  public VectorFieldFactory vectorField(String name) {
    return find("vector field", name, vectorFields);
  }

  /**
   * Looks up a network, as it was declared.
   *
   * @param name such as {@code oisr-lf-s}
   * @throws ButcherblockException if there is none of that name; the message suggests the nearest
   *     name
   */
  public NetworkSpec network(String name) {
    return find("network", name, networks);
  }

  private static <T> T find(String kind, String name, Map<String, T> items) {
    T item = items.get(name);
    if (item == null) {
      throw new ButcherblockException(NearestName.unknown(kind, name, items.keySet()));
    }
    return item;
  }

  private static <T> List<T> load(Class<T> service) {
    try {
      Map<Class<?>, T> found = new HashMap<>();
      for (ClassLoader loader : ClassLoaders.all()) {
        ServiceLoader.load(service, loader).stream()
            .forEach(provider -> found.computeIfAbsent(provider.type(), type -> provider.get()));
      }
      return found.values().stream()
          .sorted(Comparator.comparing(provider -> provider.getClass().getName()))
          .collect(Collectors.toList());
    } catch (ServiceConfigurationError e) {
      throw new ButcherblockException(
          "A declaration on the class path cannot be loaded (%s); compile it again, or take it off the class path."
              .formatted(e.getMessage()),
          e);
    }
  }

  /** What is declared, by name; a name that two declarations have is told with their types. */
  private static <D, T> Map<String, T> byName(
      List<D> declarations, Function<D, T> declared, Function<T, String> name) {
    Map<String, D> declaredBy = new HashMap<>();
    Map<String, T> byName = new TreeMap<>();
    for (D declaration : declarations) {
      T item;
      String called;
      try {
        item = declared.apply(declaration);
        called = name.apply(item);
      } catch (LinkageError e) {
        throw new ButcherblockException(
            "%s on the class path was compiled with another version of Butcherblock (%s); compile it again with this one."
                .formatted(declaration.getClass().getName(), e.getMessage()),
            e);
      }
      D other = declaredBy.putIfAbsent(called, declaration);
      if (other != null) {
        throw new ButcherblockException(
            "Two declarations on the class path have the name "
                + called
                + ": "
                + other.getClass().getName()
                + " and "
                + declaration.getClass().getName()
                + "; rename the type of one, or give it another name = \"...\" in its annotation.");
      }
      byName.put(called, item);
    }
    return Collections.unmodifiableMap(byName);
  }
}
