package io.butcherblock.models;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ClassLoaders;
import io.butcherblock.names.NearestName;
import io.butcherblock.nn.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The trained weights on the class path, by name. Needs no native library.
 *
 * <p>An archive that brings weights has a text file {@value #INDEX} with a line for each, {@code
 * NAME KIND SCALE} such as {@code photo-x2 photo 2}; lines that begin with {@code #} are comments.
 * Beside it, in the folder {@code models}, are {@code NAME.safetensors} and {@code NAME.md}. This
 * library's own are in the artifact {@code models}.
 */
public final class ModelCatalogue {

  /** The resource that lists the weights of an archive. */
  public static final String INDEX = "META-INF/butcherblock/models.txt";

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final NavigableMap<String, Model> models;

  private ModelCatalogue(NavigableMap<String, Model> models) {
    this.models = Collections.unmodifiableNavigableMap(models);
  }

  /**
   * Finds all weights on the class path or in the modules of this program.
   *
   * @throws ButcherblockException if a list of them cannot be read, or two have the same name
   */
  public static ModelCatalogue onClassPath() {
    NavigableMap<String, Model> models = new TreeMap<>();
    try {
      for (URL index : indices()) {
        for (String line : lines(index)) {
          Model model = model(index, line);
          if (models.putIfAbsent(model.name(), model) != null) {
            throw new ButcherblockException(
                "There are two weights %s on the class path; take one archive off it."
                    .formatted(model.name()));
          }
        }
      }
    } catch (IOException e) {
      throw new ButcherblockException(
          "The weights on the class path cannot be listed (%s).".formatted(e.getMessage()), e);
    }
    return new ModelCatalogue(models);
  }

  /** Each once, though several loaders find it. */
  private static Collection<URL> indices() throws IOException {
    Map<String, URL> found = new LinkedHashMap<>();
    for (ClassLoader loader : ClassLoaders.all()) {
      for (URL index : Collections.list(loader.getResources(INDEX))) {
        found.putIfAbsent(index.toString(), index);
      }
    }
    return found.values();
  }

  private static List<String> lines(URL index) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
      return in.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static Model model(URL index, String line) throws IOException {
    String[] parts = SPACES.split(line, -1);
    try {
      String name = parts[0];
      int scale = Integer.parseInt(parts[2]);
      Scale.check(scale);
      return new Model(
          name,
          ImageKind.valueOf(parts[1].toUpperCase(Locale.ROOT)),
          scale,
          beside(index, name + ".safetensors"),
          beside(index, name + ".md"));
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ButcherblockException(
          "%s has the line \"%s\", which is not NAME KIND SCALE with one of the kinds clean and photo."
              .formatted(index, line),
          e);
    }
  }

  /** A file of the folder beside an index, which may be inside of an archive. */
  private static URL beside(URL index, String file) throws IOException {
    String folder = index.toString();
    return URI.create(folder.substring(0, folder.lastIndexOf('.')) + "/" + file).toURL();
  }

  /** All weights by name, in alphabetical order; unmodifiable. */
  public NavigableMap<String, Model> models() {
    return models;
  }

  /**
   * Looks up weights.
   *
   * @param name such as {@code photo-x2}
   * @throws ButcherblockException if there are none of that name; the message suggests the nearest
   *     name
   */
  public Model model(String name) {
    Model model = models.get(name);
    if (model == null) {
      throw new ButcherblockException(
          models.isEmpty()
              ? "There are no trained weights on the class path; add the artifact models, or name a"
                  + " file of weights."
              : NearestName.unknown("trained network", name, models.keySet()));
    }
    return model;
  }

  /**
   * The weights for a kind of images, by their scale.
   *
   * @throws ButcherblockException if there are none
   */
  public NavigableMap<Integer, Model> of(ImageKind kind) {
    NavigableMap<Integer, Model> byScale = new TreeMap<>();
    for (Model model : models.values()) {
      if (model.kind() == kind) {
        byScale.putIfAbsent(model.scale(), model);
      }
    }
    if (byScale.isEmpty()) {
      throw new ButcherblockException(
          "There are no trained weights for %s images on the class path; add the artifact models, or name a file of weights."
              .formatted(kind));
    }
    return byScale;
  }
}
