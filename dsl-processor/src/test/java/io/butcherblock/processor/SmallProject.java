package io.butcherblock.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project of four files that refer to each other. */
final class SmallProject {

  static final String SERVICES = "META-INF/services/io.butcherblock.nn.";

  private final Path folder;

  SmallProject(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    write(
        "MIdpoint",
        """
        package small;

        /** The midpoint rule, by N\u00f8rsett's colleague. */
        @io.butcherblock.dsl.ButcherTableau(order = 2, value = \"""
            0   |
            1/2 | 1/2
            ----+------
                | 0   1
            \""")
        interface MIdpoint {}
        """);
    write(
        "Adams3",
        """
        package small;

        import io.butcherblock.dsl.*;

        /** Adams and Bashforth's method of order 3. */
        @LinearMultistep(
            order = 3,
            value = "y[n+1] = y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]",
            steps = 3,
            start = Start.SCHEME,
            startScheme = MIdpoint.class)
        interface Adams3 {}
        """);
    write(
        "G",
        """
        package small;

        import io.butcherblock.dsl.*;

        @VectorField({Layer.PRELU, Layer.CONV_3X3})
        interface G {}
        """);
    write(
        "Net",
        """
        package small;

        import io.butcherblock.dsl.*;

        @OdeNetwork(name = "net", scheme = Adams3.class, vectorField = G.class, blocks = 2,
            channels = 8, stepSize = "1/10")
        interface Net {}
        """);
  }

  /** Writes one more file, or one anew. */
  void write(String type, String source) throws IOException {
    Files.writeString(file(type), source);
  }

  Path file(String type) {
    return folder.resolve(type + ".java");
  }

  /** All four, those that are referred to first. */
  Path[] files() {
    return new Path[] {file("MIdpoint"), file("Adams3"), file("G"), file("Net")};
  }

  /** All four the other way round. */
  Path[] reversed() {
    return new Path[] {file("Net"), file("G"), file("Adams3"), file("MIdpoint")};
  }
}
