package dk.grundskema.api.imports;

import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.systems.SystemReaders;
import dk.grundskema.solver.registry.PluginRegistry;
import java.time.ZoneId;
import java.util.List;

/** The readers of all formats, in the order in which they are asked: the pickiest first. */
final class ImportReaders {
    /** The zone of the clocks of schools. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private ImportReaders() {}

    /** @param plugins intervention types, whose lists tables may hold */
    static List<FileReader> all(PluginRegistry plugins) {
        return SystemReaders.all(ZONE);
    }
}
