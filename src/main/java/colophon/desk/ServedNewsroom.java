package colophon.desk;

import colophon.pipeline.Definitions;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The web server of a newsroom: status page, JSON API and the published site. */
public final class ServedNewsroom implements AutoCloseable {

  /** The port belongs to another program. */
  public static final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** Where the published site stands. */
  record PublishedSite(Path folder) {}

  private final ConfigurableApplicationContext context;

  private ServedNewsroom(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts it on this machine's own address.
   *
   * @param rooms the beans of the rooms that the desk works with
   * @param site the folder of the published site
   * @param port 0 for any free one
   */
  public static ServedNewsroom start(StatusDesk desk, ApplicationContext rooms, Path site, int port)
      throws PortTakenException {
    // The log of this process is set up already; set up again, it would lose lines meanwhile.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
    var application = new SpringApplication(WebConfiguration.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setLogStartupInfo(false);
    application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    boolean behind = rooms.getBean(Definitions.class).newsroom().desk() != null;
    application.setDefaultProperties(
        Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.port", port),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.servlet.session.cookie.name", "colophon-session"),
            Map.entry("server.servlet.session.cookie.http-only", "true"),
            Map.entry("server.servlet.session.cookie.same-site", "strict"),
            Map.entry("server.servlet.session.tracking-modes", "cookie"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
            Map.entry("server.error.include-message", "always"),
            Map.entry("server.servlet.session.cookie.secure", behind),
            Map.entry("server.forward-headers-strategy", behind ? "native" : "none"),
            Map.entry("server.tomcat.remoteip.internal-proxies", DeskAddress.IN_FRONT)));
    application.addInitializers(context -> {
      var web = (GenericApplicationContext) context;
      web.setParent(rooms);
      web.registerBean(StatusDesk.class, () -> desk);
      web.registerBean(PublishedSite.class, () -> new PublishedSite(site));
    });
    try {
      return new ServedNewsroom(application.run());
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException) {
          throw new PortTakenException();
        }
      }
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    String port = context.getEnvironment().getProperty("local.server.port");
    return port == null ? 0 : Integer.parseInt(port);
  }

  /** What it is made of, for tests that look at every route. */
  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
