package dk.grundskema.api.imports;

import dk.grundskema.api.imports.source.FileReader;
import dk.grundskema.api.imports.systems.SystemReaders;
import dk.grundskema.api.imports.table.TableReader;
import dk.grundskema.api.imports.table.lists.AskedList;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.stream.Stream;

/** The readers of all formats, in the order in which they are asked: the pickiest first. */
final class ImportReaders {
    private ImportReaders() {}

    /** @param plugins intervention types, whose lists tables may hold */
    static List<FileReader> all(PluginRegistry plugins) {
        var lists = plugins.all().stream()
                .flatMap(plugin -> AskedList.of(plugin).stream())
                .toList();
        return Stream.concat(SystemReaders.all(YearChoice.ZONE).stream(), Stream.of(new TableReader(lists)))
                .toList();
    }
}
