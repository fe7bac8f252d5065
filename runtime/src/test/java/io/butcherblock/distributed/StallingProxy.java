package io.butcherblock.distributed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a process and the store, and hands on what they say until it is told to stop. */
final class StallingProxy implements AutoCloseable {

  private final int target;
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean stalled;

  StallingProxy(int target) throws IOException {
    this.target = target;
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** From now on nothing is handed on, and no connection is closed. */
  void stall() {
    stalled = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket one = server.accept();
        sockets.add(one);
        Socket other = connect();
        sockets.add(other);
        start(() -> handOn(one, other));
        start(() -> handOn(other, one));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /** The store may be opened later than somebody looks for it. */
  private Socket connect() throws IOException {
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), target);
      } catch (IOException e) {
        if (server.isClosed()) {
          throw e;
        }
        Polling.sleep(Duration.ofMillis(50));
      }
    }
  }

  private void handOn(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (!stalled) {
          out.write(bytes, 0, read);
          out.flush();
        }
      }
      if (!stalled) {
        to.close();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
