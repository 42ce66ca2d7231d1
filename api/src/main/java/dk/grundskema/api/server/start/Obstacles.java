package dk.grundskema.api.server.start;

import dk.grundskema.api.server.platform.Causes;
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

/** Finds out what stood in the way of a start, and says what to do about it. */
final class Obstacles {
    private static final int H2_LOCKED = 90020;
    private static final int H2_BROKEN = 90030;
    private static final int H2_UNREADABLE = 90028;
    private static final int H2_OTHER_VERSION = 90048;

    private final Settings settings;

    Obstacles(Settings settings) {
        this.settings = settings;
    }

    /** Sees to the folder of the data before anything is begun in it. */
    void lookAtFolder() {
        Path data = settings.data();
        try {
            create(data);
            if (!Files.isWritable(data)) {
                throw new StartRefusal(Sentence.of("start.data-not-writable", data));
            }
        } catch (FileAlreadyExistsException e) {
            throw new StartRefusal(Sentence.of("start.data-is-file", data));
        } catch (IOException e) {
            throw new StartRefusal(Sentence.of("start.data-not-writable", data));
        }
    }

    /** A folder that is made here is its owner's alone: names and hashes of passwords are in it. */
    private static void create(Path data) throws IOException {
        if (!Files.isDirectory(data)
                && data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(data);
        }
    }

    /** The reason of a failure, in words for whoever started the service. */
    StartRefusal reason(Throwable failure) {
        return causes(failure)
                .map(this::known)
                .flatMap(Optional::stream)
                .findFirst()
                .map(StartRefusal::new)
                .orElseGet(() -> new StartRefusal(Sentence.of("start.failed", said(failure))));
    }

    /** From the outside in, but what the database says comes before what Flyway makes of it. */
    private static Stream<Throwable> causes(Throwable failure) {
        List<Throwable> all = Causes.of(failure);
        return Stream.concat(
                all.stream().filter(each -> !(each instanceof FlywayException)),
                all.stream().filter(FlywayException.class::isInstance));
    }

    private Optional<Sentence> known(Throwable cause) {
        return switch (cause) {
            case StartRefusalCause ours -> Optional.of(ours.reason());
            case PortInUseException port -> Optional.of(Sentence.of("start.port-taken", settings.text(Setting.PORT)));
            case BindException address -> Optional.of(Sentence.of("start.address", settings.text(Setting.ADDRESS)));
            case SQLException sql -> Optional.of(database(sql));
            case FlywayException migration -> Optional.of(Sentence.of("start.migration", said(migration)));
            default -> Optional.empty();
        };
    }

    private Sentence database(SQLException failure) {
        if (settings.isEmbedded()) {
            return switch (failure.getErrorCode()) {
                case H2_LOCKED -> Sentence.of("start.database-locked", settings.data());
                case H2_BROKEN, H2_UNREADABLE, H2_OTHER_VERSION ->
                    Sentence.of("start.database-broken", settings.data(), said(failure));
                default -> Sentence.of("start.database-other", said(failure));
            };
        }
        String address = settings.databaseUrl().replaceFirst("\\?.*", "");
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return Sentence.of("start.database-password", address, settings.text(Setting.DATABASE_USER));
        }
        if (state.equals("3D000")) {
            return Sentence.of("start.database-forgotten", address);
        }
        return state.startsWith("08") || state.equals("57P03")
                ? Sentence.of("start.database-unreachable", address)
                : Sentence.of("start.database-other", said(failure));
    }

    /** The innermost cause's first line. */
    private static String said(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}
