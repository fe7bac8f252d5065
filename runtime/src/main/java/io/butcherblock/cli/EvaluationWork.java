package io.butcherblock.cli;

import io.butcherblock.data.Image;
import io.butcherblock.data.ImagePair;
import io.butcherblock.data.LoadedPair;
import io.butcherblock.data.PairedImages;
import io.butcherblock.distributed.Outcome;
import io.butcherblock.distributed.Peers;
import io.butcherblock.distributed.SharedWork;
import io.butcherblock.error.UserError;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.evaluate.JournalEntry;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.metrics.Quality;
import io.butcherblock.report.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Evaluates images, each in whichever process is free. */
final class EvaluationWork {

  private final List<PairedImages> sets;
  private final Evaluator evaluator;
  private final List<String> facts;
  private final SharedJournal journal;
  private final Peers peers;
  private final Console console;
  private final FailedImages failed;

  /**
   * Work on data sets.
   *
   * @param facts what figures depend on besides their image
   */
  EvaluationWork(
      List<PairedImages> sets,
      Evaluator evaluator,
      List<String> facts,
      SharedJournal journal,
      Peers peers,
      Console console) {
    this.sets = sets;
    this.evaluator = evaluator;
    this.facts = facts;
    this.journal = journal;
    this.peers = peers;
    this.console = console;
    this.failed =
        new FailedImages(peers.size(), sets.stream().mapToInt(set -> set.pairs().size()).sum());
  }

  /**
   * Evaluates the images of a set with all processes.
   *
   * @param number of the set, from 0
   * @return their figures in the set's order; empty if some could not be evaluated, and in all
   *     processes but rank 0
   */
  List<EvaluatedImage> evaluate(int number) {
    PairedImages set = sets.get(number);
    EvaluatedImage[] figures = new EvaluatedImage[set.pairs().size()];
    try (Progress progress = console.ofAny().start("evaluate", "images", 0, figures.length)) {
      SharedWork shared =
          new SharedWork(
              peers,
              "eval/" + number,
              figures.length,
              (rank, outcome, done) -> {
                String name = set.pairs().get(outcome.piece()).name();
                if (outcome.kind() == Outcome.Kind.FAILED) {
                  failed.add(rank, set.name() + "/" + name, outcome.text(), progress::line);
                } else {
                  JournalEntry entry = JournalEntry.of(outcome.text());
                  figures[outcome.piece()] = entry.image();
                  if (outcome.kind() == Outcome.Kind.MADE) {
                    journal.add(entry);
                  }
                }
                progress.to(done);
              });
      shared.run(piece -> work(piece, set.pairs().get(piece), shared));
    }
    List<EvaluatedImage> all = new ArrayList<>(Arrays.asList(figures));
    return all.stream().allMatch(Objects::nonNull) ? all : List.of();
  }

  /** See {@link FailedImages#end}. */
  void end() {
    failed.end("evaluated");
  }

  private Outcome work(int piece, ImagePair pair, SharedWork shared) {
    LoadedPair loaded;
    Quality bicubic;
    String key;
    try {
      loaded = pair.load();
      key = journal.isKept() ? key(pair.name(), loaded) : "";
      if (journal.find(key).isPresent()) {
        return outcome(piece, Outcome.Kind.KEPT, key, journal.find(key).get());
      }
      bicubic = evaluator.bicubic(loaded);
    } catch (UserError e) {
      return new Outcome(piece, Outcome.Kind.FAILED, e.getMessage());
    }
    Quality network = evaluator.network(loaded, (done, all) -> shared.look());
    return outcome(
        piece, Outcome.Kind.MADE, key, new EvaluatedImage(pair.name(), network, bicubic));
  }

  private static Outcome outcome(int piece, Outcome.Kind kind, String key, EvaluatedImage image) {
    return new Outcome(piece, kind, new JournalEntry(key, image).toJson());
  }

  private String key(String name, LoadedPair pair) {
    ContentDigest digest = new ContentDigest().add(String.join("\n", facts)).add(name);
    for (Image image : List.of(pair.lr(), pair.hr())) {
      digest.add(image.toString()).add(image.samples());
    }
    return digest.hex();
  }
}
