package dk.grundskema.api.cli.service;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.start.SettingsReader;
import dk.grundskema.api.platform.start.StartRefusedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select the service whose data a command uses. */
final class ServiceOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private @Nullable String data;

    @Option(names = "--settings", paramLabel = "FILE", descriptionKey = "settings")
    private @Nullable Path file;

    /** Runs an action with the settings, and prints the reason if it is impossible. */
    int run(CommandContext context, Function<ServiceSettings, ExitStatus> work) {
        return runOrRefuse(context, () -> {
            var environment = context.environment();
            Map<ServiceSettingKey, String> options = data == null ? Map.of() : Map.of(ServiceSettingKey.DATA, data);
            return work.apply(SettingsReader.read(environment.folder(), environment.environment(), options, file));
        });
    }

    /** Runs an action that needs no settings, and prints the reason if it is impossible. */
    static int runOrRefuse(CommandContext context, Supplier<ExitStatus> work) {
        var environment = context.environment();
        try {
            return work.get().code();
        } catch (StartRefusedException refusal) {
            refusal.texts(context.commandTexts().locale())
                    .forEach(environment.screen().err()::println);
            environment.screen().err().flush();
            return ExitStatus.BAD_INPUT.code();
        }
    }
}
