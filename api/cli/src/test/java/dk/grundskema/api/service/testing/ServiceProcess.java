package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.ServiceClient;
import java.nio.file.Path;

/**
 * A running service in a separate process, which a test can kill.
 *
 * @param process       the process
 * @param administrator client with the first administrator's token; it remains usable after a restart
 */
public record ServiceProcess(CommandProcess process, ServiceClient administrator) implements AutoCloseable {
    /**
     * Starts the service on a database that may contain data; returns when it accepts requests.
     *
     * @param folder   folder for its output
     * @param settings settings with the database
     */
    public static ServiceProcess start(Path folder, ServiceSettings settings) {
        CommandProcess process = CommandProcess.serve(folder, settings);
        return new ServiceProcess(process, process.administrator());
    }

    /** SIGKILL: it has no say in the matter. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
