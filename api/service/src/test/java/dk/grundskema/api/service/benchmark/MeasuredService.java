package dk.grundskema.api.service.benchmark;

import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a separate process, started as users start it. */
final class MeasuredService implements AutoCloseable {
    private static final int MOST_SECONDS = 300;

    private final Process process;
    private final int port;
    private final double readyAfter;

    private MeasuredService(Process process, int port, double readyAfter) {
        this.process = process;
        this.port = port;
        this.readyAfter = readyAfter;
    }

    /**
     * Starts it; when this returns, it says of itself that it is ready.
     *
     * @param launcher the program
     * @param folder   where it keeps its data; there may be some already
     */
    static MeasuredService start(Path launcher, Path folder) throws IOException, InterruptedException {
        int port = freePort();
        var command = new ProcessBuilder(
                        launcher.toString(), "serve", "--port", String.valueOf(port), "--data", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder)));
        // Removes the settings of the user who measures, so that their data stays untouched.
        command.environment().keySet().removeIf(name -> name.startsWith("GRUNDSKEMA_"));
        command.environment().put("GRUNDSKEMA_ADMIN_PASSWORD", TestDatabase.PASSWORD);
        command.environment().put("GRUNDSKEMA_ADMIN_TOKEN", TestDatabase.TOKEN);
        command.environment().put("GRUNDSKEMA_LIMITS_REQUESTS_PER_MINUTE", "0");
        long begun = System.nanoTime();
        Process process = command.start();
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The service didn't start; see " + log(folder));
            }
            Thread.sleep(10);
        }
        return new MeasuredService(process, port, (System.nanoTime() - begun) / 1e9);
    }

    private static File log(Path folder) {
        return new File(folder + ".log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady(int port) {
        try (var connection = new KeepAliveConnection(port)) {
            connection.get("/actuator/health");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Seconds from the command to the first answer that it is ready. */
    double readyAfter() {
        return readyAfter;
    }

    /** A program with the first administrator's token. */
    ServiceClient administrator() {
        return new ServiceClient("http://localhost:" + port, List.of("Accept-Language", "da"))
                .withToken(TestDatabase.TOKEN)
                .withoutContractCheck();
    }

    /** Returns the resident memory in megabytes, as Linux counts it. */
    long megabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Seconds that processors have worked for it since it was started: these count also where others work on the same machine. */
    double processorSeconds() throws IOException {
        String all = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    /** Returns the used heap in megabytes after a garbage collection. */
    long liveMegabytes() throws IOException, InterruptedException {
        command("GC.run");
        Matcher region = Pattern.compile("total \\d+K, used (\\d+)K").matcher(command("GC.heap_info"));
        long kilobytes = 0;
        while (region.find()) {
            kilobytes += Long.parseLong(region.group(1));
        }
        return kilobytes / 1024;
    }

    /** Runs a command of the JDK's diagnostic tool on the service. */
    private String command(String what) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asking = new ProcessBuilder(jcmd, String.valueOf(process.pid()), what)
                .redirectErrorStream(true)
                .start();
        String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asking.waitFor() != 0) {
            throw new IOException("The service's JVM could not be asked (%s): %s".formatted(what, said));
        }
        return said;
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
