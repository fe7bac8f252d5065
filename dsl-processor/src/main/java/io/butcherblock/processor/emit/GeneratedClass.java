package io.butcherblock.processor.emit;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import java.util.Optional;

/**
 * A class to be written.
 *
 * @param service the full name of the service that it provides, if it is to be registered
 */
public record GeneratedClass(JavaFile file, Optional<String> service) {

  static GeneratedClass of(JavaFile file) {
    return new GeneratedClass(file, Optional.empty());
  }

  static GeneratedClass providing(ClassName service, JavaFile file) {
    return new GeneratedClass(file, Optional.of(service.canonicalName()));
  }

  /** The full name of the class. */
  public String name() {
    return file.packageName.isEmpty()
        ? file.typeSpec.name
        : file.packageName + "." + file.typeSpec.name;
  }
}
