package dk.grundskema.api.documents.ledger;

import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Texts and names for a ledger in one language.
 *
 * @param texts fixed texts
 * @param names names by id: students, staff, classes, lessons, interventions
 * @param types names of intervention types by their ids
 */
public record LedgerTexts(Texts texts, Map<Id, String> names, Map<String, String> types) {
    /** Copies the maps. */
    public LedgerTexts {
        names = Map.copyOf(names);
        types = Map.copyOf(types);
    }

    /** Returns the texts for a problem's ledger in a language, with the problem's names. */
    public static LedgerTexts of(Locale language, Problem problem, Map<String, String> types) {
        var names = new HashMap<Id, String>();
        problem.students().forEach(one -> names.put(one.id(), one.name()));
        problem.staff().forEach(one -> names.put(one.id(), one.name()));
        problem.groups().forEach(one -> names.put(one.id(), one.name()));
        problem.lessons().forEach(one -> names.put(one.id(), one.title()));
        problem.interventions().forEach(one -> names.put(one.id(), one.title()));
        return new LedgerTexts(new Texts(language, List.of(bundle(language)), id -> id), names, types);
    }

    /** Returns the fixed texts without names. */
    public static LedgerTexts of(Locale language) {
        return new LedgerTexts(new Texts(language, List.of(bundle(language)), id -> id), Map.of(), Map.of());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                LedgerTexts.class.getPackageName() + ".messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String format(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    public String nameOf(Id id) {
        return names.getOrDefault(id, id.value());
    }

    public String typeName(String id) {
        return types.getOrDefault(id, id);
    }

    public String categoryName(InterventionType.Category category) {
        return format("category." + category.name());
    }

    /** Returns minutes as hours with one decimal. */
    String formatHours(long minutes) {
        return texts.text("hours", Math.round(minutes / 6.0) / 10.0);
    }
}
