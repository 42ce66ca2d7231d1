package dk.grundskema.api.server.operations;

import dk.grundskema.api.server.identity.Secrets;
import dk.grundskema.api.server.platform.FreshIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets commands on this machine ask the running service for a backup of the embedded database, which nobody else can read meanwhile. A file in
 * the folder of the data says where it listens and the secret that it wants to hear: whoever may read the database's files may read that one
 * too. Other databases are read by the command itself, so services that share them and the folder write no such file.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class Control extends OncePerRequestFilter {
    /** Name of the file in the folder of the data: the address and the secret, a line each. */
    public static final String FILE = "service.control";

    /** Where a backup is to be had. */
    public static final String BACKUP = "/control/backup";

    /** Header of the request that bears the secret. */
    public static final String HEADER = "X-Control";

    private static final Logger LOG = LoggerFactory.getLogger(Control.class);

    private final DataSource database;
    private final boolean isNeeded;
    private final Path file;
    private final String address;
    private final String secret;

    Control(
            DataSource database,
            FreshIds ids,
            @Value("${grundskema.database.url}") String url,
            @Value("${grundskema.data}") String data,
            @Value("${grundskema.address}") String address) {
        this.database = database;
        this.isNeeded = url.isEmpty();
        this.file = Path.of(data).resolve(FILE);
        this.address = address;
        this.secret = ids.secret();
    }

    @EventListener
    void begun(WebServerInitializedEvent event) {
        if (!isNeeded) {
            return;
        }
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        int port = event.getWebServer().getPort();
        try {
            Files.deleteIfExists(file);
            OwnersFile.create(file);
            Files.writeString(file, "http://%s:%d\n%s\n".formatted(host, port, secret));
        } catch (IOException e) {
            LOG.error("The file service.control could not be written: no backups by command until the next start.", e);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void ended() throws IOException {
        if (isNeeded && Files.exists(file) && Files.readString(file).contains(secret)) {
            Files.delete(file);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isNeeded || !request.getRequestURI().equals(BACKUP) || !isTold(request.getHeader(HEADER));
    }

    private boolean isTold(String said) {
        return said != null && Secrets.isSame(said, secret);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setContentType("application/zip");
        try (Connection connection = database.getConnection()) {
            Dump.write(connection, response.getOutputStream());
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
