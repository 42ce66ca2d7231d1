package dk.grundskema.api.cli;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.Settings;
import dk.grundskema.api.server.start.SettingsReading;
import dk.grundskema.api.server.start.StartRefusal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is stopped. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    /** System property of a run that ends as soon as it is ready: the launcher looks at which classes it loads. */
    private static final String REHEARSAL = "grundskema.rehearsal";

    private final Desk desk;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    private @Nullable String port;

    @Option(names = "--address", paramLabel = "A", descriptionKey = "address")
    private @Nullable String address;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private @Nullable String data;

    @Option(names = "--settings", paramLabel = "FILE", descriptionKey = "settings")
    private @Nullable Path file;

    @Option(names = "--demo", descriptionKey = "demo")
    private boolean demo;

    /** @param desk what it works with */
    ServeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var here = desk.here();
        try {
            Settings settings = SettingsReading.read(here.folder(), here.environment(), options(), file);
            here.interruption().duringSolve(stopped::countDown);
            return serve(settings);
        } catch (StartRefusal refusal) {
            refusal.texts(desk.ownTexts().locale()).forEach(here.screen().err()::println);
            here.screen().err().flush();
            return Outcome.BAD_INPUT.code();
        }
    }

    private int serve(Settings settings) throws InterruptedException {
        try (Server server = Server.start(new PluginHouse(desk.here().environment()), settings)) {
            if (demo) {
                server.loadExamples();
            }
            desk.screen().say(desk.ownTexts().text("serve.ready", settings.baseUrl(server.port())));
            server.firstCode()
                    .ifPresent(code -> desk.screen()
                            .say(desk.ownTexts().text("serve.first-code", code, settings.baseUrl(server.port()))));
            desk.screen().out().flush();
            if (Boolean.getBoolean(REHEARSAL)) {
                stopped.countDown();
            }
            stopped.await();
        }
        return Outcome.FINE.code();
    }

    private Map<Setting, String> options() {
        var options = new EnumMap<Setting, String>(Setting.class);
        put(options, Setting.PORT, port);
        put(options, Setting.ADDRESS, address);
        put(options, Setting.DATA, data);
        return options;
    }

    private static void put(Map<Setting, String> options, Setting setting, @Nullable String value) {
        if (value != null) {
            options.put(setting, value);
        }
    }
}
