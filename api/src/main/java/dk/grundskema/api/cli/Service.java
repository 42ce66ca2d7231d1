package dk.grundskema.api.cli;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Settings;
import dk.grundskema.api.server.start.StartRefusal;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The service, run by a command until somebody stops it. */
final class Service {
    /** System property of a run that ends as soon as it is ready: the launcher looks at which classes it loads. */
    private static final String REHEARSAL = "grundskema.rehearsal";

    private final Desk desk;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param desk what it works with */
    Service(Desk desk) {
        this.desk = desk;
    }

    /**
     * Runs it; what stands in the way of its start is said.
     *
     * @param settings reads how it is to be run
     * @param greeting says that it is ready, and where
     */
    Outcome run(Supplier<Settings> settings, Greeting greeting) throws InterruptedException {
        var here = desk.here();
        try {
            Settings read = settings.get();
            here.interruption().duringSolve(stopped::countDown);
            try (Server server = Server.start(new PluginHouse(here.environment()), read)) {
                greeting.say(server, read.baseUrl(server.port()));
                desk.screen().out().flush();
                if (Boolean.getBoolean(REHEARSAL)) {
                    stopped.countDown();
                }
                stopped.await();
            }
            return Outcome.FINE;
        } catch (StartRefusal refusal) {
            refusal.texts(desk.ownTexts().locale()).forEach(here.screen().err()::println);
            here.screen().err().flush();
            return Outcome.BAD_INPUT;
        }
    }

    /** What a service says when it is ready. */
    interface Greeting {
        /** @param address where its pages are, without a slash at the end */
        void say(Server server, String address);
    }
}
