package dk.grundskema.api.platform.operation;

import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.http.DatabaseSettings;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.ServerSettings;
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
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets commands on this machine request a backup from the running service, because no other process can read the embedded database while it
 * is in use. A file in the data folder contains the address and a secret; it is as private as the database files. With other databases, the
 * command reads the database itself, and the service writes no such file, so several services can share the folder.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class BackupControlFilter extends OncePerRequestFilter {
    /** Name of the file in the data folder; its lines are the address and the secret. */
    public static final String FILE = "service.control";

    /** Path of the backup request. */
    public static final String BACKUP = "/control/backup";

    /** Request header with the secret. */
    public static final String HEADER = "X-Control";

    private static final Logger LOG = LoggerFactory.getLogger(BackupControlFilter.class);

    private final DataSource database;
    private final boolean isNeeded;
    private final Path file;
    private final String address;
    private final String secret;

    BackupControlFilter(
            DataSource database, IdGenerator ids, DatabaseSettings databaseSettings, ServerSettings settings) {
        this.database = database;
        this.isNeeded = databaseSettings.isEmbedded();
        this.file = settings.dataFolder().resolve(FILE);
        this.address = settings.address();
        this.secret = ids.newSecret();
    }

    @EventListener
    void writeControlFile(WebServerInitializedEvent event) {
        if (!isNeeded) {
            return;
        }
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        int port = event.getWebServer().getPort();
        try {
            Files.deleteIfExists(file);
            OwnerOnlyFile.create(file);
            Files.writeString(file, "http://%s:%d\n%s\n".formatted(host, port, secret));
        } catch (IOException e) {
            LOG.error(
                    "The file service.control could not be written; backups by command are unavailable until the next start.",
                    e);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void deleteControlFile() throws IOException {
        if (isNeeded && Files.exists(file) && Files.readString(file).contains(secret)) {
            Files.delete(file);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isNeeded || !request.getRequestURI().equals(BACKUP) || !isSecretRight(request.getHeader(HEADER));
    }

    private boolean isSecretRight(String said) {
        return said != null && SecretHash.isSame(said, secret);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setContentType("application/zip");
        try (Connection connection = database.getConnection()) {
            BackupWriter.write(connection, response.getOutputStream());
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }
}
