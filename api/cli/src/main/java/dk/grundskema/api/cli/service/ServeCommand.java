package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.SettingsReader;
import dk.grundskema.api.service.start.ServiceApplication;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service until it is stopped. */
@Command(name = "serve", sortOptions = false)
public final class ServeCommand implements Callable<Integer> {
    private final CommandContext context;

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

    /** @param context context of the command */
    public ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var environment = context.environment();
        return new ServiceRunner(context)
                .run(
                        () -> SettingsReader.read(environment.folder(), environment.environment(), options(), file),
                        (server, address) -> {
                            if (demo) {
                                ServiceApplication.loadExamples(server);
                            }
                            context.screen().printLine(context.commandTexts().text("serve.ready", address));
                            server.firstAdministratorCode()
                                    .ifPresent(code -> context.screen()
                                            .printLine(context.commandTexts().text("serve.first-code", code, address)));
                        })
                .code();
    }

    private Map<ServiceSettingKey, String> options() {
        var options = new EnumMap<ServiceSettingKey, String>(ServiceSettingKey.class);
        put(options, ServiceSettingKey.PORT, port);
        put(options, ServiceSettingKey.ADDRESS, address);
        put(options, ServiceSettingKey.DATA, data);
        return options;
    }

    private static void put(Map<ServiceSettingKey, String> options, ServiceSettingKey setting, @Nullable String value) {
        if (value != null) {
            options.put(setting, value);
        }
    }
}
