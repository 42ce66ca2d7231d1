package dk.grundskema.api.cli;

import dk.grundskema.api.server.start.Setting;
import dk.grundskema.api.server.start.Settings;
import dk.grundskema.api.server.start.SettingsReading;
import dk.grundskema.api.server.start.StartRefusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service's data a command is about. */
final class ServiceOptions {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    private @Nullable String data;

    @Option(names = "--settings", paramLabel = "FILE", descriptionKey = "settings")
    private @Nullable Path file;

    /** Does something with the settings, and says what stands in the way. */
    int with(Desk desk, Function<Settings, Outcome> work) {
        return orRefused(desk, () -> {
            var here = desk.here();
            Map<Setting, String> options = data == null ? Map.of() : Map.of(Setting.DATA, data);
            return work.apply(SettingsReading.read(here.folder(), here.environment(), options, file));
        });
    }

    /** Does something that needs no settings, and says what stands in the way. */
    static int orRefused(Desk desk, Supplier<Outcome> work) {
        var here = desk.here();
        try {
            return work.get().code();
        } catch (StartRefusal refusal) {
            refusal.texts(desk.ownTexts().locale()).forEach(here.screen().err()::println);
            here.screen().err().flush();
            return Outcome.BAD_INPUT.code();
        }
    }
}
