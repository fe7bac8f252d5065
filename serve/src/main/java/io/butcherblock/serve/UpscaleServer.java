package io.butcherblock.serve;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.butcherblock.Enlarger;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.ModelCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Serves a page to this machine that enlarges the photographs dropped on it, with the trained
 * networks on the class path.
 *
 * <pre>{@code
 * try (UpscaleServer server = UpscaleServer.start(ServerOptions.DEFAULT)) {
 *   System.out.println("Open " + server.address());
 *   Thread.currentThread().join();
 * }
 * }</pre>
 *
 * <p>It listens on the loopback address alone, and answers only to those who know the secret in its
 * address; pages of other origins are refused. Images and results lie in a folder that only this
 * user can read and that is deleted on {@link #close}, and where the program is ended from outside
 * (Ctrl-C, SIGTERM). Holds threads and native memory: the caller closes it.
 */
public final class UpscaleServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  /** The same; what the JDK has for loopback may be ::1. */
  private static final byte[] ADDRESS = {127, 0, 0, 1};

  private static final int SECRET_BYTES = 16;

  /** Each holds one request, of whoever can connect, however slowly it arrives. */
  private static final int THREADS = 64;

  private static final int BACKLOG = 50;

  /** The JDK's property for the seconds that a request may take to arrive. */
  private static final String REQUEST_TIME = "sun.net.httpserver.maxReqTime";

  private static final String REQUEST_SECONDS = "300";

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final JobStore store;
  private final JobWorker worker;
  private final URI address;

  /** Nobody else closes it where the program is ended from outside. */
  private final Thread atEnd = new Thread(this::end, "butcherblock-serve-end");

  private UpscaleServer(
      ServerOptions options, JobStore store, HttpServer server, Consumer<String> notes) {
    this.store = store;
    this.server = server;
    int port = server.getAddress().getPort();
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    String root = "/" + HexFormat.of().formatHex(secret) + "/";
    address = URI.create("http://" + HOST + ":" + port + root);
    worker = new JobWorker(store, kind -> Enlarger.of(kind, options.inference()), notes);
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            UpscaleServer::thread);
    threads.allowCoreThreadTimeOut(true);
    RequestCheck check = new RequestCheck(port, root);
    ImagesHandler images = new ImagesHandler(root, options, store, worker);
    // Requests without the secret are answered by the check.
    serve("/", new PageHandler(root), check);
    serve(root + "images", images, check);
    server.setExecutor(threads);
    Runtime.getRuntime().addShutdownHook(atEnd);
    server.start();
  }

  private void serve(String path, HttpHandler handler, RequestCheck check) {
    HttpContext context = server.createContext(path, handler);
    context.getFilters().add(check);
  }

  private static Thread thread(Runnable work) {
    Thread made = new Thread(work, "butcherblock-serve");
    made.setDaemon(true);
    return made;
  }

  /**
   * Starts a server in threads of its own. Sets the system property {@value #REQUEST_TIME} unless
   * it is set, so that a client that stops in the middle of a request does not hold a thread.
   *
   * @return a new server, which the caller closes
   * @throws ButcherblockException if there are no trained weights on the class path, the folder for
   *     temporary files cannot be written to, or the port is taken; a later start may succeed
   */
  public static UpscaleServer start(ServerOptions options) {
    return start(options, note -> {});
  }

  /**
   * As {@link #start(ServerOptions)}, and tells whoever runs the server how images are enlarged.
   *
   * @param notes gets a sentence each: which precision a trial chose, and that tiles were made
   *     smaller for want of memory; called in the thread that enlarges
   * @return a new server, which the caller closes
   * @throws ButcherblockException as of {@link #start(ServerOptions)}
   */
  public static UpscaleServer start(ServerOptions options, Consumer<String> notes) {
    for (ImageKind kind : ImageKind.values()) {
      ModelCatalogue.onClassPath().of(kind);
    }
    System.getProperties().putIfAbsent(REQUEST_TIME, REQUEST_SECONDS);
    // First, for a port that is bound stays so until its server is closed.
    JobStore store = new JobStore(options);
    try {
      InetSocketAddress loopback =
          new InetSocketAddress(InetAddress.getByAddress(ADDRESS), options.port());
      return new UpscaleServer(options, store, HttpServer.create(loopback, BACKLOG), notes);
    } catch (IOException e) {
      store.close();
      throw new ButcherblockException(
          "Cannot listen on port %s of this machine (%s); choose another, or 0 for any that is free."
              .formatted(options.port(), e.getMessage()),
          e);
    }
  }

  /** The page's address, with the secret: whoever knows it can use the page. */
  public URI address() {
    return address;
  }

  /** Stops, waits for the tile that is being worked on, and deletes all images. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // The program ends, and it runs already.
    }
    end();
  }

  private synchronized void end() {
    server.stop(0);
    threads.shutdownNow();
    worker.close();
    store.close();
  }
}
