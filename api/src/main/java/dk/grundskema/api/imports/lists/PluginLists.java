package dk.grundskema.api.imports.lists;

import dk.grundskema.api.imports.assembly.NameDirectory;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceRow;
import dk.grundskema.api.platform.Json;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import dk.grundskema.solver.spi.InterventionPlugin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an intervention of each type that has rows. */
public final class PluginLists {
    private final PluginRegistry plugins;
    private final Language language;

    /**
     * @param plugins  intervention types
     * @param language language of the interventions' titles
     */
    public PluginLists(PluginRegistry plugins, Language language) {
        this.plugins = plugins;
        this.language = language;
    }

    /**
     * The interventions that rows ask for. Those with a broken cell are made without its value, so that what is wrong beside it can be found.
     *
     * @param rows     rows of lists, in order
     * @param names    who is meant by words
     * @param horizon  weeks that are planned
     * @param subjects subjects as files write them, and the name to use for each
     */
    public Asked asked(List<SourceRow> rows, NameDirectory names, Horizon horizon, Map<String, String> subjects) {
        var findings = new ArrayList<FileFinding>();
        var broken = new HashSet<Asked.Cell>();
        var cells = new CellValues(names, horizon, subjects, findings);
        SortedMap<String, Map<String, List<Map<String, Object>>>> byType = new TreeMap<>();
        for (SourceRow row : rows) {
            plugins.find(row.type())
                    .ifPresent(plugin -> plugin.lists().stream()
                            .filter(list -> list.key().equals(row.list()))
                            .forEach(list -> {
                                var before = byType.computeIfAbsent(row.type(), any -> new HashMap<>())
                                        .computeIfAbsent(list.key(), any -> new ArrayList<>());
                                var values = values(plugin, list, row, cells, findings);
                                brokenColumns(list, row, values)
                                        .forEach(column -> broken.add(new Asked.Cell(
                                                row.type(), new InputList.Origin(list.key(), before.size(), column))));
                                before.add(values);
                            }));
        }
        var interventions = new ArrayList<Json>();
        var types = new ArrayList<InterventionPlugin<?>>();
        byType.forEach((type, lists) -> plugins.find(type)
                .ifPresent(plugin -> intervention(plugin, lists, isWhole(type, broken))
                        .ifPresent(made -> {
                            interventions.add(made);
                            types.add(plugin);
                        })));
        return new Asked(interventions, types, rows, broken, findings);
    }

    private static boolean isWhole(String type, Set<Asked.Cell> broken) {
        return broken.stream().noneMatch(cell -> cell.type().equals(type));
    }

    private static Map<String, Object> values(
            InterventionPlugin<?> plugin, InputList list, SourceRow row, CellValues cells, List<FileFinding> findings) {
        var values = new LinkedHashMap<String, Object>();
        for (Column column : list.columns()) {
            Said cell = filled(row, column);
            if (cell == null) {
                if (column.required()) {
                    findings.add(FileFinding.error(row.place(), "import.cell.missing", heading(plugin, list, column)));
                }
                continue;
            }
            Object value = cells.value(column, cell, choices(plugin, list, column));
            if (value != null) {
                values.put(column.key(), value);
            }
        }
        return values;
    }

    private static @Nullable Said filled(SourceRow row, Column column) {
        Said cell = row.cells().get(column.key());
        return cell == null || cell.text().isBlank() ? null : cell;
    }

    /** Columns in which a row should have a value and has none. */
    private static List<String> brokenColumns(InputList list, SourceRow row, Map<String, Object> values) {
        return list.columns().stream()
                .filter(column -> !values.containsKey(column.key()))
                .filter(column -> column.required() || filled(row, column) != null)
                .map(Column::key)
                .toList();
    }

    /** The heading in both languages, since nobody knows which one the file is in. */
    private static String heading(InterventionPlugin<?> plugin, InputList list, Column column) {
        String key = "list.%s.%s".formatted(list.key(), column.key());
        var texts = new java.util.TreeSet<String>();
        for (Language each : Language.values()) {
            texts.add(text(plugin, each.locale(), key, column.key()));
        }
        return String.join(" / ", texts);
    }

    private static Map<String, String> choices(InterventionPlugin<?> plugin, InputList list, Column column) {
        var choices = new HashMap<String, String>();
        for (String choice : column.choices()) {
            choices.put(choice.toLowerCase(Locale.ROOT), choice);
            String key = "list.%s.%s.%s".formatted(list.key(), column.key(), choice);
            for (Language each : Language.values()) {
                choices.put(text(plugin, each.locale(), key, choice).toLowerCase(Locale.ROOT), choice);
            }
        }
        return choices;
    }

    private static String text(InterventionPlugin<?> plugin, Locale locale, String key, String otherwise) {
        ResourceBundle texts = plugin.texts(locale);
        return texts.containsKey(key) ? texts.getString(key).replace("''", "'") : otherwise;
    }

    /** The intervention as a file has it; empty if values are left out and the plugin can't do without them. */
    private Optional<Json> intervention(
            InterventionPlugin<?> plugin, Map<String, List<Map<String, Object>>> lists, boolean isWhole) {
        try {
            return Optional.of(intervention(plugin, lists));
        } catch (RuntimeException e) {
            if (isWhole) {
                throw e;
            }
            return Optional.empty(); // what is left out is said, and stops the import
        }
    }

    private Json intervention(InterventionPlugin<?> plugin, Map<String, List<Map<String, Object>>> lists) {
        String id = plugin.type().id();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", id);
        fields.put("type", id);
        fields.put("title", text(plugin, language.locale(), "type.name", id));
        fields.put("parameterVersion", plugin.type().parameterVersion());
        fields.put("parameters", plugin.fromLists(lists));
        return Json.fromJava(fields);
    }
}
