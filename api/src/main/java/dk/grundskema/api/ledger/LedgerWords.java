package dk.grundskema.api.ledger;

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
 * The words of a ledger in one language.
 *
 * @param texts for the words around names
 * @param names what what has an id is called: students, staff, classes, lessons, interventions
 * @param types what intervention types are called, by their ids
 */
public record LedgerWords(Texts texts, Map<Id, String> names, Map<String, String> types) {
    /** Copies the maps. */
    public LedgerWords {
        names = Map.copyOf(names);
        types = Map.copyOf(types);
    }

    /** The words for a problem's ledger in a language, with the names as the problem has them. */
    public static LedgerWords of(Locale language, Problem problem, Map<String, String> types) {
        var names = new HashMap<Id, String>();
        problem.students().forEach(one -> names.put(one.id(), one.name()));
        problem.staff().forEach(one -> names.put(one.id(), one.name()));
        problem.groups().forEach(one -> names.put(one.id(), one.name()));
        problem.lessons().forEach(one -> names.put(one.id(), one.title()));
        problem.interventions().forEach(one -> names.put(one.id(), one.title()));
        return new LedgerWords(new Texts(language, List.of(bundle(language)), id -> id), names, types);
    }

    /** The words alone, for what is named already. */
    static LedgerWords of(Locale language) {
        return new LedgerWords(new Texts(language, List.of(bundle(language)), id -> id), Map.of(), Map.of());
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                LedgerWords.class.getPackageName() + ".messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    String name(Id id) {
        return names.getOrDefault(id, id.value());
    }

    String type(String id) {
        return types.getOrDefault(id, id);
    }

    String category(InterventionType.Category category) {
        return say("category." + category.name());
    }

    /** Minutes as hours with one decimal. */
    String hours(long minutes) {
        return texts.text("hours", Math.round(minutes / 6.0) / 10.0);
    }
}
