package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.start.StartRefusedException;
import dk.grundskema.api.service.start.ServiceApplication;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Runs the service until it is stopped. */
public final class ServiceRunner {
    /** System property for a run that ends as soon as the service is ready: the launcher records which classes it loads. */
    private static final String REHEARSAL = "grundskema.rehearsal";

    private final CommandContext context;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param context context of the command */
    public ServiceRunner(CommandContext context) {
        this.context = context;
    }

    /**
     * Runs the service; prints the reason if it cannot start.
     *
     * @param settings reads the settings
     * @param greeting called when the service is ready
     */
    public ExitStatus run(Supplier<ServiceSettings> settings, ReadyListener greeting) throws InterruptedException {
        var environment = context.environment();
        try {
            ServiceSettings read = settings.get();
            environment.interruption().stopOnShutdown(stopped::countDown);
            var planning = new PluginPlanningFacade(environment.environment());
            context.warnOfUnusedPlugins(planning);
            try (Server server = Server.start(ServiceApplication.create(planning), read)) {
                greeting.onReady(server, read.baseUrl(server.port()));
                context.screen().out().flush();
                if (Boolean.getBoolean(REHEARSAL)) {
                    stopped.countDown();
                }
                stopped.await();
            }
            return ExitStatus.FINE;
        } catch (StartRefusedException refusal) {
            refusal.texts(context.commandTexts().locale())
                    .forEach(environment.screen().err()::println);
            environment.screen().err().flush();
            return ExitStatus.BAD_INPUT;
        }
    }

    /** Callback for when the service is ready. */
    public interface ReadyListener {
        /** @param address address of its pages, without a trailing slash */
        void onReady(Server server, String address);
    }
}
