package io.butcherblock.benchmarks.process;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The child's side: opens a program and answers requests, a line each, until its input ends.
 *
 * <p>Libraries that print to standard output would be taken for answers: they print to standard
 * error here.
 */
public final class Child {

  private Child() {}

  /** The class of the program, then its arguments as {@code name=value}. */
  // Whatever goes wrong is told to the parent, which tells the person.
  @SuppressWarnings("CatchingUnchecked")
  public static void main(String[] args) throws IOException {
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    try {
      ChildProgram program =
          Class.forName(args[0])
              .asSubclass(ChildProgram.class)
              .getDeclaredConstructor()
              .newInstance();
      List<String> words = Arrays.asList(args).subList(1, args.length);
      try (Requests requests = Requests.open(program, Arguments.parse(words))) {
        answers.println(Answer.ok(""));
        serve(requests, answers);
      }
    } catch (Exception | LinkageError e) {
      e.printStackTrace();
      answers.println(Answer.failed(e.toString()));
    }
    // Libraries leave threads behind that would keep the process.
    System.exit(0);
  }

  private static void serve(Requests requests, PrintStream answers) throws Exception {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      answers.println(Answer.ok(requests.answer(line)));
    }
  }
}
