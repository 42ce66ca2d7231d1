package dk.grundskema.api.server.solving;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The service in a process of its own, so that it can be killed like any other. */
final class ServiceProcess implements AutoCloseable {
    private static final String READY = "ready at ";

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the service on a database that may have something in it already; when this returns, it answers.
     *
     * @param folder   where it keeps its files, the embedded database among them
     * @param settings which database
     */
    static ServiceProcess start(Path folder, Settings settings) {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        ServiceProcess.class.getName(),
                        folder.toString(),
                        settings.isEmbedded() ? "" : settings.databaseUrl())
                .redirectError(folder.resolve("errors.log").toFile());
        command.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        try {
            Process process = command.start();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    return new ServiceProcess(process, Integer.parseInt(line.substring(READY.length())));
                }
            }
            throw new AssertionError("The service didn't start; see " + folder.resolve("errors.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Run in the process itself. */
    public static void main(String[] args) throws InterruptedException {
        Server server = Server.start(
                new PluginHouse(),
                Settings.of(Map.of(
                        Setting.PORT,
                        "0",
                        Setting.DATA,
                        args[0],
                        Setting.DATABASE_URL,
                        args[1],
                        Setting.ADMIN_PASSWORD,
                        Database.PASSWORD,
                        Setting.ADMIN_TOKEN,
                        Database.TOKEN,
                        Setting.LIMIT_REQUESTS,
                        "0")));
        System.out.println(READY + server.port());
        System.out.flush();
        new CountDownLatch(1).await();
    }

    /** A program with the first administrator's token. */
    Client administrator() {
        return new Client("http://localhost:" + port, List.of("Accept-Language", "en")).token(Database.TOKEN);
    }

    /** SIGKILL: it has no say in the matter. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the process to be gone.", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
