package io.butcherblock.commands;

import io.butcherblock.console.QuietWriter;
import io.butcherblock.console.StandardStream;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.StreamedFiles;
import io.butcherblock.image.PixelLimit;
import io.butcherblock.options.OptionNames;
import io.butcherblock.options.OutputPlace;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/**
 * Images on standard input and standard output, which are named {@code -}. While a command works
 * they are files in a folder of their own, which only this user can read: images are read and
 * written in several passes.
 */
final class PipedImages implements AutoCloseable {

  private static final String OUTPUT = "standard output";
  private static final Pattern ENDING = Pattern.compile(OUTPUT + "\\.[a-z]+");

  private final boolean fromInput;
  private final boolean toOutput;
  private final StreamedFiles files = new StreamedFiles("an image");
  private final Path input = files.file("standard input");
  private final Path output;

  private PipedImages(boolean fromInput, boolean toOutput, String ending) {
    this.fromInput = fromInput;
    this.toOutput = toOutput;
    output = files.file(OUTPUT + ending);
  }

  /** What a command does with images and the place for what it makes of them. */
  @FunctionalInterface
  interface Work {
    void accept(List<Path> in, OutputPlace out);
  }

  /**
   * Does the work with files; where a stream is named, with the file that stands for it, and where
   * that is the output, with results on standard error.
   *
   * @param format of an image on standard output, the ending of its file
   * @return the exit code
   * @throws ButcherblockException if the work fails, or a stream
   */
  static int run(
      CommandLine line, List<Path> in, OutputPlace out, Optional<String> format, Work work) {
    boolean fromInput = in.contains(StandardStream.NAME);
    boolean toOutput = out.path().equals(StandardStream.NAME);
    if (!fromInput && !toOutput) {
      work.accept(in, out);
      return ExitCode.OK;
    }
    if (Collections.frequency(in, StandardStream.NAME) > 1) {
      throw new ParameterException(line, "Standard input (-) can be read once only");
    }
    if (toOutput && (in.size() > 1 || Files.isDirectory(in.get(0)))) {
      throw new ParameterException(line, "Standard output (-) takes one image");
    }
    String ending = "." + format.orElse("png");
    try (PipedImages piped = new PipedImages(fromInput, toOutput, ending)) {
      return piped.work(line, in, out, work);
    }
  }

  private int work(CommandLine line, List<Path> in, OutputPlace out, Work work) {
    PrintWriter err =
        QuietWriter.through(
            to -> new PrintWriter(new Renaming(to, files), /* autoFlush= */ true), line.getErr());
    PrintWriter results = toOutput ? err : line.getOut();
    line.setErr(err);
    line.setOut(new PrintWriter(new Renaming(results, files), /* autoFlush= */ true));
    if (fromInput) {
      receive();
    }
    List<Path> images =
        in.stream().map(path -> path.equals(StandardStream.NAME) ? input : path).toList();
    try {
      work.accept(images, toOutput ? new OutputPlace(output, false) : out);
    } catch (ButcherblockException e) {
      throw new ButcherblockException(Renaming.of(OptionNames.message(e), files), e);
    }
    return toOutput ? send() : ExitCode.OK;
  }

  private void receive() {
    try (InputStream stream = new FileInputStream(FileDescriptor.in)) {
      StreamedFiles.receive(
          stream,
          input,
          "standard input",
          PixelLimit.mostBytes(),
          () -> PixelLimit.tooManyBytes("Standard input"));
    } catch (IOException e) {
      throw FileFailure.cannot("read", "standard input", e);
    }
  }

  private int send() {
    try (OutputStream stream = StandardStream.output()) {
      Files.copy(output, stream);
      return ExitCode.OK;
    } catch (IOException e) {
      if (StandardStream.isClosedPipe(e)) {
        return StandardStream.CLOSED_PIPE;
      }
      throw FileFailure.cannot("write", "standard output", e);
    }
  }

  @Override
  public void close() {
    files.close();
  }

  /** Passes text on in which the files that stand for streams have the names of the streams. */
  private static final class Renaming extends FilterWriter {

    private final StreamedFiles files;

    Renaming(Writer out, StreamedFiles files) {
      super(out);
      this.files = files;
    }

    static String of(String text, StreamedFiles files) {
      String named = files.withoutFolder(text);
      return named.equals(text) ? text : ENDING.matcher(named).replaceAll(OUTPUT);
    }

    @Override
    public void write(int c) throws IOException {
      out.write(c);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      out.write(of(new String(text, from, length), files));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      out.write(of(text.substring(from, from + length), files));
    }
  }
}
