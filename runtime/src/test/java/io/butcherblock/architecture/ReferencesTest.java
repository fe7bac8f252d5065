package io.butcherblock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code Tensor.set_requires_grad} returns a reference into the object that it is called on. Who
 * keeps the result alone loses the tensor when Java frees that object, so nobody uses the result.
 */
class ReferencesTest {

  private static final Pattern RESULT_USED =
      Pattern.compile(
          "(=|return|[(,])[^;{}]*\\.set_requires_grad\\(|set_requires_grad\\(\\w+\\)[^;]");

  @Test
  void nobodyUsesTheResult() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(".."))) {
      files =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("target"))
              .filter(file -> !file.endsWith("ReferencesTest.java"))
              .toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      RESULT_USED
          .matcher(Files.readString(file).replaceAll("//[^\n]*|/\\*(?s:.*?)\\*/", ""))
          .results()
          .forEach(use -> found.add(file + ": " + use.group()));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void usesAreSeen() {
    for (String use :
        List.of(
            "Tensor t = torch.ones(1).set_requires_grad(true);",
            "return tensor.set_requires_grad(true);",
            "map.put(name, tensor.set_requires_grad(true));",
            "tensor.set_requires_grad(true).add(1);")) {
      assertEquals(true, RESULT_USED.matcher(use).find(), use);
    }
    for (String statement :
        List.of(
            "Tensor t = torch.ones(1);\n t.set_requires_grad(true);",
            "x -> {\n  parameter.set_requires_grad(false);\n}")) {
      assertFalse(RESULT_USED.matcher(statement).find(), statement);
    }
  }
}
