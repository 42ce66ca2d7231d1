package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.http.CauseChain;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds the cause of a failed start and explains how to fix it. */
final class StartFailureDiagnosis {
    private static final int H2_LOCKED = 90020;
    private static final int H2_BROKEN = 90030;
    private static final int H2_UNREADABLE = 90028;
    private static final int H2_OTHER_VERSION = 90048;

    private final ServiceSettings settings;

    StartFailureDiagnosis(ServiceSettings settings) {
        this.settings = settings;
    }

    /** Prepares the data folder before the service uses it. */
    void prepareDataFolder() {
        Path data = settings.data();
        try {
            create(data);
            if (!Files.isWritable(data)) {
                throw new StartRefusedException(LocalizedMessage.of("start.data-not-writable", data));
            }
        } catch (FileAlreadyExistsException e) {
            throw new StartRefusedException(LocalizedMessage.of("start.data-is-file", data));
        } catch (IOException e) {
            throw new StartRefusedException(LocalizedMessage.of("start.data-not-writable", data));
        }
    }

    /** Creates the folder so that only its owner can read it, because it will contain names and password hashes. */
    private static void create(Path data) throws IOException {
        if (!Files.isDirectory(data)
                && data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(data);
        }
    }

    /** Returns the cause of a failure as a message for the operator. */
    StartRefusedException explain(Throwable failure) {
        return causes(failure)
                .map(this::explainCause)
                .flatMap(Optional::stream)
                .findFirst()
                .map(StartRefusedException::new)
                .orElseGet(() -> new StartRefusedException(LocalizedMessage.of("start.failed", rootMessage(failure))));
    }

    /** Returns the causes from the outermost inwards, but SQL exceptions before Flyway's. */
    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> all = CauseChain.of(failure);
        return Stream.concat(
                all.stream().filter(each -> !(each instanceof FlywayException)),
                all.stream().filter(FlywayException.class::isInstance));
    }

    private Optional<LocalizedMessage> explainCause(Throwable cause) {
        return switch (cause) {
            case StartRefusedCauseException ours -> Optional.of(ours.reason());
            case PortInUseException port ->
                Optional.of(LocalizedMessage.of(
                        "start.port-taken", String.valueOf(settings.server().port())));
            case BindException address ->
                Optional.of(
                        LocalizedMessage.of("start.address", settings.server().address()));
            case SQLException sql -> Optional.of(explainDatabaseFailure(sql));
            case FlywayException migration ->
                Optional.of(LocalizedMessage.of("start.migration", rootMessage(migration)));
            default -> Optional.empty();
        };
    }

    private LocalizedMessage explainDatabaseFailure(SQLException failure) {
        if (settings.isEmbedded()) {
            return switch (failure.getErrorCode()) {
                case H2_LOCKED -> LocalizedMessage.of("start.database-locked", settings.data());
                case H2_BROKEN, H2_UNREADABLE, H2_OTHER_VERSION ->
                    LocalizedMessage.of("start.database-broken", settings.data(), rootMessage(failure));
                default -> LocalizedMessage.of("start.database-other", rootMessage(failure));
            };
        }
        String address = settings.databaseUrl().replaceFirst("\\?.*", "");
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return LocalizedMessage.of(
                    "start.database-password", address, settings.database().user());
        }
        if (state.equals("3D000")) {
            return LocalizedMessage.of("start.database-forgotten", address);
        }
        return state.startsWith("08") || state.equals("57P03")
                ? LocalizedMessage.of("start.database-unreachable", address)
                : LocalizedMessage.of("start.database-other", rootMessage(failure));
    }

    /** Returns the first line of the innermost cause. */
    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
