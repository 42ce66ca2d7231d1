package dk.grundskema.api.imports;

import dk.grundskema.api.imports.source.SourceReader;
import dk.grundskema.api.imports.systems.TimetableProgramReaders;
import dk.grundskema.api.imports.table.TableReader;
import dk.grundskema.api.imports.table.lists.ListDefinition;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.stream.Stream;

/** The readers of all formats, in the order in which they are tried: the most specific first. */
final class SourceReaderRegistry {
    private SourceReaderRegistry() {}

    /** @param plugins intervention types, whose lists tables may contain */
    static List<SourceReader> all(PluginRegistry plugins) {
        var lists = plugins.all().stream()
                .flatMap(plugin -> ListDefinition.of(plugin).stream())
                .toList();
        return Stream.concat(
                        TimetableProgramReaders.all(SchoolYearSelection.ZONE).stream(),
                        Stream.of(new TableReader(lists)))
                .toList();
    }
}
