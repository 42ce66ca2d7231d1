package dk.grundskema.api.service.testing;

import dk.grundskema.api.service.start.ServiceSettings;
import java.nio.file.Path;

/**
 * A service that answers, in a process of its own, so that it can be killed like any other.
 *
 * @param process       the process
 * @param administrator a program with the first administrator's token; it stays one when the process is gone
 */
public record ServiceProcess(CommandProcess process, ServiceClient administrator) implements AutoCloseable {
    /**
     * Starts the service on a database that may have something in it already; when this returns, it answers.
     *
     * @param folder   where what it says is written
     * @param settings which database
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
