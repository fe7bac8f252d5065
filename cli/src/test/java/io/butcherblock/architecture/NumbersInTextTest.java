package io.butcherblock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Numbers are written with the same digits and marks in every locale, for texts go into files that
 * others read: {@code formatted} and {@code printf} do no more than insert texts ({@code %s}), and
 * whatever formats numbers names its locale.
 */
class NumbersInTextTest {

  /** A conversion that depends on the locale. */
  private static final Pattern NUMBER = Pattern.compile("%(\\d+\\$)?[-#+ 0,(<]*[\\d.]*[a-rt-zA-Z]");

  @Test
  void sourcesFormatNumbersAlikeEverywhere() throws IOException {
    assertEquals(List.of(), problems(sources()));
  }

  @Test
  void findsWhatDependsOnTheLocale(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Sample.java");
    Files.writeString(
        file,
        """
        class Sample {
          String a = "%s of %d".formatted(1, 2);
          String b = ("%s" + " %.3f").formatted(1, 2.0);
          String c = String.format("%s", 1);
          String d = a.formatted(1);
          void e() {
            System.out.printf("%,d%n", 1);
          }
          String right = "%s%% %-8s%n".formatted(1, 2) + String.format(Locale.ROOT, "%d", 1);
          void alsoRight() {
            System.out.printf(Locale.ROOT, "%d", 1);
            System.out.printf("%s%n", 1);
          }
        }
        """);
    List<String> lines = problems(List.of(file)).stream().map(p -> p.split(":", -1)[1]).toList();
    assertEquals(List.of("2", "3", "4", "5", "7"), lines);
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path code : modules.map(module -> module.resolve("src/main/java")).toList()) {
        if (Files.isDirectory(code)) {
          try (Stream<Path> files = Files.walk(code)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
          }
        }
      }
    }
    assertTrue(found.size() > 1000, () -> "sources: " + found.size());
    return found;
  }

  private static List<String> problems(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> problems = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Calls(unit, trees, problems), null);
      }
    }
    return problems;
  }

  /** Goes through the calls of a file. */
  private static final class Calls extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<String> problems;

    Calls(CompilationUnitTree unit, Trees trees, List<String> problems) {
      this.unit = unit;
      this.trees = trees;
      this.problems = problems;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        ExpressionTree receiver = select.getExpression();
        boolean wrong =
            switch (select.getIdentifier().toString()) {
              case "formatted" -> !insertsTexts(receiver);
              case "printf" -> !namesLocale(call) && !insertsTexts(call.getArguments().get(0));
              case "format" -> receiver.toString().equals("String") && !namesLocale(call);
              default -> false;
            };
        if (wrong) {
          problems.add(place(call) + ": " + call.toString().lines().findFirst().orElse(""));
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    private static boolean namesLocale(MethodInvocationTree call) {
      return call.getArguments().get(0).toString().startsWith("Locale.");
    }

    /** Whether an expression is made of literals alone, none of which formats a number. */
    private static boolean insertsTexts(ExpressionTree format) {
      boolean[] right = {true};
      new TreeScanner<Void, Void>() {
        @Override
        public Void scan(Tree tree, Void nothing) {
          if (tree instanceof LiteralTree literal) {
            String text = String.valueOf(literal.getValue()).replace("%%", "").replace("%n", "");
            right[0] &= !NUMBER.matcher(text).find();
          } else if (tree != null) {
            right[0] &=
                switch (tree.getKind()) {
                  case PLUS, PARENTHESIZED, CONDITIONAL_EXPRESSION -> true;
                  default -> false;
                };
          }
          return super.scan(tree, null);
        }
      }.scan(format, null);
      return right[0];
    }

    private String place(Tree tree) {
      long start = trees.getSourcePositions().getStartPosition(unit, tree);
      Path file = Path.of(unit.getSourceFile().toUri());
      return file.getFileName() + ":" + unit.getLineMap().getLineNumber(start);
    }
  }
}
