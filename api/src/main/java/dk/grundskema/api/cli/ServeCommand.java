package dk.grundskema.api.cli;

import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.SettingsReading;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is stopped. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private final Desk desk;

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
        return new Service(desk)
                .run(
                        () -> SettingsReading.read(here.folder(), here.environment(), options(), file),
                        (server, address) -> {
                            if (demo) {
                                server.loadExamples();
                            }
                            desk.screen().say(desk.ownTexts().text("serve.ready", address));
                            server.firstCode()
                                    .ifPresent(code ->
                                            desk.screen().say(desk.ownTexts().text("serve.first-code", code, address)));
                        })
                .code();
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
