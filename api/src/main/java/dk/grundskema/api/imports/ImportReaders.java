package dk.grundskema.api.imports;

import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;

/** The readers of all formats, in the order in which they are asked: the pickiest first. */
final class ImportReaders {
    private ImportReaders() {}

    /** @param plugins intervention types, whose lists tables may hold */
    static List<FileReader> all(PluginRegistry plugins) {
        return List.of();
    }
}
