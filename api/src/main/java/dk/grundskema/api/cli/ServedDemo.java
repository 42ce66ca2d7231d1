package dk.grundskema.api.cli;

import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.SettingsReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The demo as people use the product: the service on this machine alone, with examples, and an account to look at them with. */
final class ServedDemo {
    private static final String FOLDER = "grundskema-demo";
    private static final String DATA = "data";
    private static final String SIGN_IN = "sign-in.txt";
    private static final int FIRST_PORT = 8080;
    private static final int PORTS = 20;

    private final Desk desk;

    /** @param desk what it works with */
    ServedDemo(Desk desk) {
        this.desk = desk;
    }

    /**
     * Runs it until somebody stops it.
     *
     * @param port   where it listens; {@code null} means the first that is free from 8080 on
     * @param output folder that everything is kept in; {@code null} means one of the demo's name
     */
    Outcome run(@Nullable String port, @Nullable Path output) throws InterruptedException {
        Path folder = desk.resolve(output == null ? Path.of(FOLDER) : output);
        var options = new EnumMap<Setting, String>(Setting.class);
        options.put(Setting.PORT, port == null ? String.valueOf(freePort()) : port);
        options.put(Setting.DATA, folder.resolve(DATA).toString());
        // What is set for a real service isn't meant for the demo.
        return new Service(desk)
                .run(
                        () -> SettingsReading.read(desk.here().folder(), Map.of(), options, null),
                        (server, address) -> greet(server, address, folder));
    }

    private void greet(Server server, String address, Path folder) {
        Path signIn = folder.resolve(SIGN_IN);
        Optional<String> fresh = server.freshAdministrator();
        fresh.ifPresent(password -> keep(password, signIn));
        server.loadExamples();
        var texts = desk.ownTexts();
        desk.screen().say(texts.text("demo.open", address));
        fresh.or(() -> kept(signIn))
                .ifPresentOrElse(
                        password -> desk.screen().say(texts.text("demo.sign-in", password)),
                        () -> desk.screen().say(texts.text("demo.sign-in.own")));
        fresh.ifPresent(password -> desk.screen().say(texts.text("demo.planned-meanwhile")));
        desk.screen().say(texts.text("demo.end", folder));
    }

    /** Kept, so that the next demo can say it again; for the owner of the folder alone. */
    private static void keep(String password, Path file) {
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> kept(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(one -> !one.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int freePort() {
        return IntStream.range(FIRST_PORT, FIRST_PORT + PORTS)
                .filter(ServedDemo::isFree)
                .findFirst()
                .orElse(0);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
