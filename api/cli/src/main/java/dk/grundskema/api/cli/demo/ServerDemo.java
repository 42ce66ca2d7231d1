package dk.grundskema.api.cli.demo;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.service.ServiceRunner;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.SettingsReader;
import dk.grundskema.api.service.start.ServiceApplication;
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

/** Demo in the browser: runs the service on this machine only, with examples and an account to view them. */
final class ServerDemo {
    private static final String FOLDER = "grundskema-demo";
    private static final String DATA = "data";
    private static final String SIGN_IN = "sign-in.txt";
    private static final int FIRST_PORT = 8080;
    private static final int PORTS = 20;

    private final CommandContext context;

    /** @param context context of the command */
    ServerDemo(CommandContext context) {
        this.context = context;
    }

    /**
     * Runs the service until it is stopped.
     *
     * @param port   port to listen on; {@code null} means the first free port from 8080 on
     * @param output folder for all data; {@code null} means one with the demo's name
     */
    ExitStatus run(@Nullable String port, @Nullable Path output) throws InterruptedException {
        Path folder = context.resolve(output == null ? Path.of(FOLDER) : output);
        var options = new EnumMap<ServiceSettingKey, String>(ServiceSettingKey.class);
        options.put(ServiceSettingKey.PORT, port == null ? String.valueOf(freePort()) : port);
        options.put(ServiceSettingKey.DATA, folder.resolve(DATA).toString());
        // Settings for a real service do not apply to the demo.
        return new ServiceRunner(context)
                .run(
                        () -> SettingsReader.read(context.environment().folder(), Map.of(), options, null),
                        (server, address) -> announce(server, address, folder));
    }

    private void announce(Server server, String address, Path folder) {
        Path signIn = folder.resolve(SIGN_IN);
        Optional<String> fresh = server.createFirstAdministrator();
        fresh.ifPresent(password -> writePassword(password, signIn));
        ServiceApplication.loadExamples(server);
        var texts = context.commandTexts();
        context.screen().printLine(texts.text("demo.open", address));
        fresh.or(() -> readPassword(signIn))
                .ifPresentOrElse(
                        password -> context.screen().printLine(texts.text("demo.sign-in", password)),
                        () -> context.screen().printLine(texts.text("demo.sign-in.own")));
        fresh.ifPresent(password -> context.screen().printLine(texts.text("demo.planned-meanwhile")));
        context.screen().printLine(texts.text("demo.end", folder));
    }

    /** Stored so that the next demo can print it again; readable by the folder's owner only. */
    private static void writePassword(String password, Path file) {
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

    private static Optional<String> readPassword(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(one -> !one.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int freePort() {
        return IntStream.range(FIRST_PORT, FIRST_PORT + PORTS)
                .filter(ServerDemo::isFree)
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
