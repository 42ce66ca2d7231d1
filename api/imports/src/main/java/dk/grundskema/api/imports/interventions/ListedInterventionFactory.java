package dk.grundskema.api.imports.interventions;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.imports.assembly.NameDirectory;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceText;
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

/** Creates an intervention of each type that has list rows. */
public final class ListedInterventionFactory {
    private final PluginRegistry plugins;
    private final Language language;

    /**
     * @param plugins  intervention types
     * @param language language of the interventions' titles
     */
    public ListedInterventionFactory(PluginRegistry plugins, Language language) {
        this.plugins = plugins;
        this.language = language;
    }

    /**
     * Creates the interventions for list rows. An intervention with a broken cell is created without that value, so that its other errors
     * are found too.
     *
     * @param rows     rows of lists, in order
     * @param names    resolves words to ids
     * @param horizon  weeks to plan
     * @param subjects subjects as files write them, with the name to use for each
     */
    public ListedInterventions createInterventions(
            List<SourceListRow> rows, NameDirectory names, Horizon horizon, Map<String, String> subjects) {
        var findings = new ArrayList<FileFinding>();
        var broken = new HashSet<ListedInterventions.Cell>();
        var cells = new PluginCellParser(names, horizon, subjects, findings);
        SortedMap<String, Map<String, List<Map<String, Object>>>> byType = new TreeMap<>();
        for (SourceListRow row : rows) {
            plugins.find(row.type())
                    .ifPresent(plugin -> plugin.lists().stream()
                            .filter(list -> list.key().equals(row.list()))
                            .forEach(list -> {
                                var before = byType.computeIfAbsent(row.type(), any -> new HashMap<>())
                                        .computeIfAbsent(list.key(), any -> new ArrayList<>());
                                int earlier = findings.size();
                                var values = parseRow(plugin, list, row, cells, findings);
                                ListedInterventions.student(list, row)
                                        .ifPresent(student -> findings.subList(earlier, findings.size())
                                                .replaceAll(one -> one.about(student)));
                                brokenColumns(list, row, values)
                                        .forEach(column -> broken.add(new ListedInterventions.Cell(
                                                row.type(),
                                                new InputList.CellOrigin(list.key(), before.size(), column))));
                                before.add(values);
                            }));
        }
        var interventions = new ArrayList<Json>();
        var types = new ArrayList<InterventionPlugin<?>>();
        byType.forEach((type, lists) -> plugins.find(type)
                .ifPresent(plugin -> intervention(plugin, lists, hasNoBrokenCell(type, broken))
                        .ifPresent(made -> {
                            interventions.add(made);
                            types.add(plugin);
                        })));
        return new ListedInterventions(interventions, types, rows, broken, findings);
    }

    private static boolean hasNoBrokenCell(String type, Set<ListedInterventions.Cell> broken) {
        return broken.stream().noneMatch(cell -> cell.type().equals(type));
    }

    private static Map<String, Object> parseRow(
            InterventionPlugin<?> plugin,
            InputList list,
            SourceListRow row,
            PluginCellParser cells,
            List<FileFinding> findings) {
        var values = new LinkedHashMap<String, Object>();
        for (Column column : list.columns()) {
            SourceText cell = filledCell(row, column);
            if (cell == null) {
                if (column.required()) {
                    findings.add(FileFinding.error(row.place(), "import.cell.missing", heading(plugin, list, column)));
                }
                continue;
            }
            Object value = cells.parse(column, cell, choices(plugin, list, column));
            if (value != null) {
                values.put(column.key(), value);
            }
        }
        return values;
    }

    private static @Nullable SourceText filledCell(SourceListRow row, Column column) {
        SourceText cell = row.cells().get(column.key());
        return cell == null || cell.text().isBlank() ? null : cell;
    }

    /** Returns the columns of a row whose value is required or given but unusable. */
    private static List<String> brokenColumns(InputList list, SourceListRow row, Map<String, Object> values) {
        return list.columns().stream()
                .filter(column -> !values.containsKey(column.key()))
                .filter(column -> column.required() || filledCell(row, column) != null)
                .map(Column::key)
                .toList();
    }

    /** Returns the heading in both languages, since the file's language is unknown. */
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

    /** Returns the intervention as JSON; empty if values were left out and the plugin needs them. */
    private Optional<Json> intervention(
            InterventionPlugin<?> plugin, Map<String, List<Map<String, Object>>> lists, boolean isWhole) {
        try {
            return Optional.of(intervention(plugin, lists));
        } catch (RuntimeException e) {
            if (isWhole) {
                throw e;
            }
            return Optional.empty(); // the broken cell is already reported and stops the import
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
