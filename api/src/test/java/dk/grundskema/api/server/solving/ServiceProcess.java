package dk.grundskema.api.server.solving;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.start.CommandProcess;
import dk.grundskema.api.server.start.Settings;
import java.nio.file.Path;

/**
 * A service that answers, in a process of its own, so that it can be killed like any other.
 *
 * @param process       the process
 * @param administrator a program with the first administrator's token; it stays one when the process is gone
 */
record ServiceProcess(CommandProcess process, Client administrator) implements AutoCloseable {
    /**
     * Starts the service on a database that may have something in it already; when this returns, it answers.
     *
     * @param folder   where what it says is written
     * @param settings which database
     */
    static ServiceProcess start(Path folder, Settings settings) {
        CommandProcess process = CommandProcess.serve(folder, settings);
        return new ServiceProcess(process, process.administrator());
    }

    /** SIGKILL: it has no say in the matter. */
    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
