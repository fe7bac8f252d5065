package io.butcherblock.processor;

import io.butcherblock.processor.model.Registration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Registers generated classes for {@link java.util.ServiceLoader}: one provider a line, sorted.
 *
 * <p>What is registered already, by hand or by an earlier compile of other files, stays as long as
 * the class exists.
 */
final class ServiceFiles {

  private static final String FOLDER = "META-INF/services/";

  private final Filer filer;
  private final Elements elements;
  private final Map<String, NavigableSet<String>> providers = new TreeMap<>();

  ServiceFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  void register(Registration registration) {
    providers
        .computeIfAbsent(registration.service(), s -> new TreeSet<>())
        .add(registration.provider());
  }

  void write() throws IOException {
    for (Map.Entry<String, NavigableSet<String>> entry : providers.entrySet()) {
      String path = FOLDER + entry.getKey();
      NavigableSet<String> all = new TreeSet<>(entry.getValue());
      all.addAll(registered(path));
      FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path);
      // Not a writer, which has the encoding of the sources: ServiceLoader reads UTF-8.
      try (OutputStream out = file.openOutputStream()) {
        out.write((String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private NavigableSet<String> registered(String path) {
    NavigableSet<String> known = new TreeSet<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).openInputStream(),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(
              line -> !line.isEmpty() && elements.getTypeElement(line.replace('$', '.')) != null)
          .forEach(known::add);
    } catch (IOException e) {
      // There is none yet; compilers differ in the exception that says so.
      return known;
    }
    return known;
  }
}
